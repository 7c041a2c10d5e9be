/** What the compose stage says about templates. */
import type { Diagnostic, Span } from "../diagnostics/diagnostic.js";

type Said = Diagnostic;

export const templateSyntax = (at: Span, detail: string): Said => ({
  code: "template-syntax",
  severity: "error",
  message: `le gabarit ne se lit pas ici\u00A0: ${detail}`,
  hint: "Vérifiez que chaque {{#…}} a son {{/…}} et que les accolades vont par paires.",
  at,
});

export const templateWords = (at: Span, words: string): Said => ({
  code: "template-words",
  severity: "error",
  message: `un gabarit ne contient pas de mots\u00A0: «\u00A0${words}\u00A0»`,
  hint: "Écrivez ces mots dans cards/ui.yaml et appelez-les par {{ui.…}} : ils pourront être traduits.",
  at,
});

export const unknownName = (at: Span, name: string, near: string | undefined): Said => ({
  code: "template-unknown-name",
  severity: "error",
  message: `«\u00A0${name}\u00A0» n’est ni un champ du gabarit ni un nom connu`,
  hint: near
    ? `Vouliez-vous dire «\u00A0${near}\u00A0»\u202F?`
    : "Déclarez le champ dans l’en-tête du gabarit, entre les deux lignes «\u00A0---\u00A0».",
  at,
});

export const unknownHelper = (at: Span, name: string, near: string | undefined): Said => ({
  code: "template-unknown-helper",
  severity: "error",
  message: `«\u00A0${name}\u00A0» n’est pas une aide connue des gabarits`,
  hint: near ? `Vouliez-vous dire «\u00A0${near}\u00A0»\u202F?` : undefined,
  at,
});

export const unknownPartial = (at: Span, name: string): Said => ({
  code: "template-unknown-partial",
  severity: "error",
  message: `le gabarit partagé «\u00A0${name}\u00A0» n’existe pas`,
  hint: `Créez templates/${name}.hbs ou corrigez le nom après «\u00A0>\u00A0».`,
  at,
});

export const rawValue = (at: Span): Said => ({
  code: "template-raw",
  severity: "error",
  message: "un gabarit n’imprime pas de texte brut avec trois accolades",
  hint: "Écrivez {{…}} avec deux accolades\u00A0: le gras, l’italique et les listes d’un champ «\u00A0markdown\u00A0» y passent.",
  at,
});

export const unsupportedStatement = (at: Span): Said => ({
  code: "template-unsupported",
  severity: "error",
  message: "cette écriture de Handlebars n’est pas prise en charge",
  hint: "Les gabarits emploient {{valeur}}, {{#if}}, {{#unless}}, {{#each}}, {{#with}} et {{> gabarit-partagé}}.",
  at,
});

export const endlessPartial = (at: Span, name: string): Said => ({
  code: "template-endless",
  severity: "error",
  message: `le gabarit partagé «\u00A0${name}\u00A0» se contient lui-même`,
  hint: "Retirez l’un des renvois du cercle.",
  at,
});

/** What a template that repeats too much is told. */
export const TOO_MANY_TURNS = "ses boucles font plus de 10\u202F000 tours";

export const rangeTooLong = (length: number, most: number): string =>
  `«\u00A0range\u00A0» va jusqu’à ${most.toLocaleString("fr-FR")}, pas jusqu’à ${length.toLocaleString("fr-FR")}`;

export const templateTooLarge = (at: Span, reason: string): Said => ({
  code: "template-too-large",
  severity: "error",
  message: `ce gabarit donne une face trop grande\u00A0: ${reason}`,
  hint: "Réduisez le nombre de répétitions.",
  at,
});

export const unsafeAddress = (at: Span | undefined, address: string): Said => ({
  code: "unsafe-address",
  severity: "error",
  message: `«\u00A0${address.slice(0, 60)}\u00A0» n’est pas une adresse permise`,
  hint: "Un lien commence par https://, http:// ou mailto:.",
  at,
});

export const strayClosing = (at: Span | undefined): Said => ({
  code: "stray-closing",
  severity: "error",
  message: "une balise fermante de trop\u00A0: elle ne ferme aucun élément ouvert",
  hint: "Retirez-la, ou ouvrez l’élément qu’elle doit fermer.",
  at,
});

export const templateFailed = (at: Span, detail: string): Said => ({
  code: "template-failed",
  severity: "error",
  message: `le gabarit ne peut pas être rempli\u00A0: ${detail}`,
  at,
});

export const unknownElement = (at: Span | undefined, name: string, near: string | undefined): Said => ({
  code: "unknown-element",
  severity: "error",
  message: `élément «\u00A0<${name}>\u00A0» inconnu`,
  hint: near ? `Vouliez-vous dire «\u00A0<${near}>\u00A0»\u202F?` : "docs/unsupported.md donne la liste des éléments.",
  at,
});

export const unclosedElement = (at: Span | undefined, name: string): Said => ({
  code: "unclosed-element",
  severity: "error",
  message: `«\u00A0<${name}>\u00A0» n’est pas fermé, ou l’est au mauvais endroit`,
  hint: `Ajoutez «\u00A0</${name}>\u00A0» là où il se termine.`,
  at,
});

export const badRoot = (at: Span | undefined, name: string): Said => ({
  code: "bad-root",
  severity: "error",
  message: `«\u00A0${name}\u00A0» est hors de <front> et de <back>`,
  hint: "Un gabarit tient dans <front>…</front>, et <back>…</back> quand la pièce a un verso.",
  at,
});

export const noFront = (at: Span): Said => ({
  code: "no-front",
  severity: "error",
  message: "ce gabarit n’a pas de <front>",
  hint: "Mettez ce qui s’imprime au recto dans <front>…</front>.",
  at,
});

export const reservedName = (at: Span, name: string): Diagnostic => ({
  code: "template-reserved-name",
  severity: "error",
  message: `Un champ ne peut pas s’appeler «\u00A0${name}\u00A0»\u00A0: ce nom sert déjà aux gabarits.`,
  hint: "Choisissez un autre nom, dans l’en-tête du gabarit et dans les fiches qui l’emploient.",
  at,
});
