/** What preflight says of what lies on a page, in words for somebody who is no printer. */
import type { Problem } from "../findings.js";
import type { Least } from "../purposes.js";
import { atLeast, atMost, error, excerpt, millimetres, percent, points, ppi, quote } from "../words.js";

export const outsideBox = (inner: string, outer: string): Problem =>
  error(
    "box-outside",
    `Le cadre ${inner} sort du cadre ${outer}.`,
    "Corrigez les cadres à l’export\u00A0: le format fini tient dans le fond perdu, qui tient dans la page.",
  );

export const noTrimBox = (): Problem =>
  error(
    "no-trim-box",
    "Le format fini (TrimBox) n’est pas indiqué\u00A0: l’imprimeur ne sait pas où couper.",
    "À l’export, choisissez un réglage PDF/X, ou cochez les fonds perdus et les traits de coupe.",
  );

export const noBleedBox = (): Problem =>
  error(
    "no-bleed-box",
    "Le fond perdu (BleedBox) n’est pas indiqué.",
    "À l’export, cochez les fonds perdus du document.",
  );

export const smallBleed = (measured: number, wanted: number): Problem =>
  error(
    "small-bleed",
    "Le fond perdu est trop étroit\u00A0: un couteau qui dévie laisserait un bord blanc.",
    "Étendez les fonds au-delà de la coupe, puis exportez avec les fonds perdus.",
    { measured: millimetres(measured), wanted: atLeast(millimetres(wanted)) },
  );

export const emptyBleed = (side: string, share: number): Problem =>
  error(
    "empty-bleed",
    `Au bord ${side}, l’encre s’arrête à la coupe au lieu de la dépasser.`,
    "Étendez le fond ou l’image jusqu’au bout du fond perdu.",
    { measured: `${percent(100 * share)} de ce bord`, wanted: atMost(percent(5)) },
  );

export const fontNotEmbedded = (name: string): Problem =>
  error(
    "font-not-embedded",
    `La police ${quote(name || "sans nom")} n’est pas dans le fichier\u00A0: une autre la remplacera.`,
    "À l’export, cochez l’incorporation des polices.",
  );

export const drawnFont = (): Problem => ({
  code: "type3-font",
  severity: "warning",
  message: "Une police est faite de dessins (Type 3)\u00A0: certaines presses l’impriment mal.",
  hint: "Exportez à nouveau avec une police ordinaire (TrueType ou OpenType).",
});

export const silentFont = (name: string): Problem => ({
  code: "font-without-text",
  severity: "warning",
  message: `Le texte en ${quote(name)} ne peut être ni cherché ni lu à voix haute.`,
  hint: "Exportez en gardant la correspondance des caractères (ToUnicode).",
});

export const smallText = (size: number, least: Least, text: string): Problem => ({
  code: "small-text",
  severity: size < least.error ? "error" : "warning",
  message: `Du texte est trop petit pour être lu une fois imprimé${excerpt(text)}.`,
  hint: "Agrandissez-le, ou supprimez-le s’il ne sert pas.",
  measured: points(size),
  wanted: atLeast(points(size < least.error ? least.error : least.warning)),
});

export const richBlackText = (size: number, inks: string, severity: "error" | "warning"): Problem => ({
  code: "rich-black-text",
  severity,
  message: "Du texte noir est fait de plusieurs encres\u00A0: au moindre décalage, il sera flou.",
  hint: "Donnez-lui le noir seul (0 / 0 / 0 / 100).",
  measured: `${inks} à ${points(size)}`,
  wanted: "noir seul",
});

export const smallColoredText = (size: number): Problem => ({
  code: "small-multi-ink-text",
  severity: "warning",
  message: "Un petit texte est fait de trois encres ou plus\u00A0: ses bords risquent d’être flous.",
  hint: "Choisissez une couleur d’une ou deux encres, ou un corps plus grand.",
  measured: points(size),
  wanted: atLeast(points(8)),
});

export const smallWhiteText = (size: number): Problem => ({
  code: "small-white-text",
  severity: "warning",
  message: "Un petit texte est blanc sur un fond\u00A0: l’encre risque de le boucher.",
  hint: "Agrandissez-le ou mettez-le en gras.",
  measured: points(size),
  wanted: atLeast(points(6)),
});

export const thinLine = (width: number, least: Least): Problem => ({
  code: "thin-line",
  severity: width < least.error ? "error" : "warning",
  message: "Un trait est trop fin\u00A0: il disparaîtra ou sera irrégulier.",
  hint: "Donnez-lui une épaisseur d’au moins un quart de point.",
  measured: points(width),
  wanted: atLeast(points(width < least.error ? least.error : least.warning)),
});

export const coarsePicture = (found: number, least: Least, isLineArt: boolean): Problem => ({
  code: "coarse-picture",
  severity: found < least.error ? "error" : "warning",
  message: isLineArt
    ? "Une image en noir et blanc est trop grossière pour sa taille\u00A0: ses bords seront en escalier."
    : "Une image est trop grossière pour sa taille\u00A0: elle sera floue.",
  hint: "Remplacez-la par une image plus grande, ou réduisez-la sur la page.",
  measured: ppi(found),
  wanted: atLeast(ppi(found < least.error ? least.error : least.warning)),
});

const OBJECTS = {
  path: "Un dessin est",
  text: "Du texte est",
  image: "Une image est",
  shading: "Un dégradé est",
} as const;

export const colorsOfLight = (kind: keyof typeof OBJECTS): Problem =>
  error(
    "rgb-color",
    `${OBJECTS[kind]} en couleurs d’écran (RVB)\u00A0: la presse les changera à sa façon.`,
    "Convertissez les couleurs en CMJN à l’export (profil FOGRA39 ou celui de l’imprimeur).",
    { measured: "RVB", wanted: "CMJN, noir ou ton direct" },
  );

export const tooMuchInk = (kind: keyof typeof OBJECTS, measured: number, wanted: number): Problem =>
  error(
    "too-much-ink",
    `${OBJECTS[kind]} trop chargé d’encre\u00A0: la feuille ne sèchera pas et tachera.`,
    "Allégez la couleur, ou exportez avec le profil de l’imprimeur, qui limite l’encre.",
    { measured: percent(measured), wanted: atMost(percent(wanted)) },
  );

export const whiteOverprint = (): Problem =>
  error(
    "white-overprint",
    "Un objet blanc est en surimpression\u00A0: il disparaîtra.",
    "Enlevez la surimpression de cet objet.",
    { measured: "blanc en surimpression", wanted: "blanc en réserve" },
  );

export const registrationColor = (): Problem =>
  error(
    "registration-color",
    "Un objet de la page est dans la couleur des repères, qui met toutes les encres à la fois.",
    "Remplacez-la par le noir\u00A0: elle ne sert qu’aux traits de coupe.",
    { measured: percent(400), wanted: "noir" },
  );

export const annotation = (kind: string): Problem =>
  error(
    "annotation",
    `La page porte une annotation (${kind}), qui s’imprimera peut-être.`,
    "Supprimez les commentaires, liens et champs avant l’impression.",
  );

export const textAtEdge = (distance: number, wanted: number, text: string): Problem =>
  error(
    "text-at-edge",
    `Du texte est si près du bord de la feuille que l’imprimante le coupera${excerpt(text)}.`,
    "Éloignez-le du bord.",
    { measured: millimetres(Math.max(0, distance)), wanted: atLeast(millimetres(wanted)) },
  );

export const inkAtEdge = (distance: number, wanted: number): Problem => ({
  code: "ink-at-edge",
  severity: "warning",
  message: "De l’encre va jusque dans le bord de la feuille que les imprimantes laissent blanc.",
  hint: "Gardez un bord blanc, ou imprimez sur une feuille plus grande et coupez.",
  measured: millimetres(Math.max(0, distance)),
  wanted: atLeast(millimetres(wanted)),
});

export const unreadableCode = (): Problem =>
  error("code-unreadable", "Un code QR ne se lit pas.", "Refaites-le\u00A0: il est abîmé, couvert ou trop petit.");

export const paleCode = (contrast: number, least: number, isRead: boolean): Problem =>
  error(
    "code-low-contrast",
    `Un code QR manque de contraste${isRead ? "\u00A0: beaucoup de téléphones ne le liront pas" : "\u00A0: il ne se lit pas"}.`,
    "Imprimez-le en noir ou très foncé, sur blanc.",
    { measured: percent(100 * contrast), wanted: atLeast(percent(100 * least)) },
  );

export const tinyCode = (module: number, least: Least): Problem => ({
  code: "code-too-small",
  severity: module < least.error ? "error" : "warning",
  message: "Les carrés d’un code QR sont trop petits pour un téléphone tenu à la main.",
  hint: "Agrandissez le code, ou raccourcissez son adresse.",
  measured: millimetres(module, 2),
  wanted: atLeast(millimetres(module < least.error ? least.error : least.warning, 2)),
});

export const crampedCode = (quiet: number): Problem => ({
  code: "code-quiet-zone",
  severity: "warning",
  message: "Un code QR n’a pas assez de blanc autour de lui.",
  hint: "Laissez autour du code un blanc de quatre de ses carrés.",
  measured: `${quiet} carrés`,
  wanted: atLeast("4 carrés"),
});

export const invertedCode = (): Problem => ({
  code: "code-inverted",
  severity: "warning",
  message: "Un code QR est clair sur fond sombre\u00A0: certains téléphones ne le lisent pas.",
  hint: "Imprimez-le foncé sur fond clair.",
});

export const missingCode = (address: string): Problem =>
  error(
    "code-missing",
    `Aucun code de la page ne mène à ${address}, contrairement à ce que dit manifest.json.`,
    "Le fichier a été changé après sa fabrication\u00A0: refaites-le avec mallette build.",
  );

export const unexpectedCode = (address: string): Problem => ({
  code: "code-unexpected",
  severity: "warning",
  message: `Un code mène à ${address}, que manifest.json ne connaît pas sur cette page.`,
  hint: "Vérifiez d’où vient ce code\u00A0; au besoin, refaites le fichier avec mallette build.",
});
