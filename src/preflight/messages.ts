/** What preflight says of a whole file, in words for somebody who is no printer. */
import type { Problem } from "./findings.js";
import { error } from "./words.js";

const EXPORT_AGAIN = "Refaites l’export depuis le logiciel d’origine, ou demandez le fichier à nouveau.";

export const notPdf = (isHtml: boolean): Problem =>
  error(
    "not-a-pdf",
    isHtml ? "Ce fichier est une page web, pas un PDF." : "Ce fichier n’est pas un PDF.",
    isHtml
      ? "Le téléchargement a sans doute échoué\u00A0: ouvrez l’adresse dans un navigateur, puis enregistrez le PDF."
      : EXPORT_AGAIN,
  );

export const emptyFile = (): Problem => error("empty-file", "Ce fichier est vide.", EXPORT_AGAIN);

export const noPages = (): Problem =>
  error("no-pages", "Ce PDF est trop abîmé pour que ses pages soient retrouvées.", EXPORT_AGAIN);

export const encrypted = (): Problem =>
  error(
    "encrypted",
    "Ce PDF est protégé\u00A0: son contenu ne peut pas être vérifié, et un imprimeur le refusera.",
    "Exportez-le à nouveau sans mot de passe ni restriction.",
  );

export const damagedFile = (): Problem =>
  error(
    "damaged-file",
    "Ce PDF est abîmé\u00A0: la table de son contenu manque ou ne tombe pas juste.",
    `Il a peut-être été coupé pendant une copie. ${EXPORT_AGAIN}`,
  );

export const TROUBLES = {
  "damaged-content": () =>
    error("damaged-content", "Une partie de la page ne se lit pas\u00A0: ses données sont abîmées.", EXPORT_AGAIN),
  "too-large": () =>
    error(
      "too-large-content",
      "Une partie de la page prend, une fois dépliée, plus de place que la mémoire.",
      "Ce fichier est piégé ou mal fait\u00A0: exportez-le à nouveau.",
    ),
  "missing-resource": () =>
    error(
      "missing-resource",
      "La page nomme une police, une image ou une couleur que le fichier ne contient pas.",
      EXPORT_AGAIN,
    ),
  "draws-itself": () => error("draws-itself", "Un dessin de la page se contient lui-même.", EXPORT_AGAIN),
  "too-complex": (): Problem => ({
    code: "too-complex",
    severity: "warning",
    message: "La page est trop chargée pour être vérifiée jusqu’au bout.",
    hint: "Regardez-la vous-même, ou transformez ses plus grands dessins en images.",
  }),
} as const;

export const mixedSizes = (sizes: readonly string[]): Problem => ({
  code: "mixed-sizes",
  severity: "warning",
  message: `Les pages n’ont pas toutes la même taille\u00A0: ${sizes.join(", ")}.`,
  hint: "Un imprimeur demande un fichier par format\u00A0: séparez les pages, ou prévenez-le.",
});

export const unreadPicture = (format: string): Problem => ({
  code: "picture-not-read",
  severity: "info",
  message: `Une image d’un format rare (${format}) n’a pas été regardée\u00A0: ni ses encres, ni ses codes.`,
  hint: "Si elle porte un code, essayez-le avec un téléphone.",
});

export const noOutputIntent = (): Problem => ({
  code: "no-output-intent",
  severity: "warning",
  message: "Le fichier ne dit pas pour quel papier ses couleurs sont faites.",
  hint: "Exportez en PDF/X avec le profil de l’imprimeur, ou demandez-lui s’il s’en passe.",
});

export const transparencyInOldStandard = (standard: string): Problem =>
  error(
    "transparency-not-allowed",
    `Le fichier se dit ${standard}, qui ne permet pas la transparence, et en contient.`,
    "Exportez en PDF/X-4, ou aplatissez la transparence.",
  );
