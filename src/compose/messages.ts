/** What the compose stage says about templates. */
import type { Diagnostic, Span } from "../diagnostics/diagnostic.js";

type Said = Diagnostic;

export const templateSyntax = (at: Span, detail: string): Said => ({
  code: "template-syntax",
  severity: "error",
  message: `le gabarit ne se lit pas ici : ${detail}`,
  hint: "Vérifiez que chaque {{#…}} a son {{/…}} et que les accolades vont par paires.",
  at,
});

export const templateWords = (at: Span, words: string): Said => ({
  code: "template-words",
  severity: "error",
  message: `un gabarit ne contient pas de mots : « ${words} »`,
  hint: "Écrivez ces mots dans cards/ui.yaml et appelez-les par {{ui.…}} : ils pourront être traduits.",
  at,
});

export const unknownName = (at: Span, name: string, near: string | undefined): Said => ({
  code: "template-unknown-name",
  severity: "error",
  message: `« ${name} » n’est ni un champ du gabarit ni un nom connu`,
  hint: near
    ? `Vouliez-vous dire « ${near} » ?`
    : "Déclarez le champ dans l’en-tête du gabarit, entre les deux lignes « --- ».",
  at,
});

export const unknownHelper = (at: Span, name: string, near: string | undefined): Said => ({
  code: "template-unknown-helper",
  severity: "error",
  message: `« ${name} » n’est pas une aide connue des gabarits`,
  hint: near ? `Vouliez-vous dire « ${near} » ?` : undefined,
  at,
});

export const unknownPartial = (at: Span, name: string): Said => ({
  code: "template-unknown-partial",
  severity: "error",
  message: `le gabarit partagé « ${name} » n’existe pas`,
  hint: `Créez templates/${name}.hbs ou corrigez le nom après « > ».`,
  at,
});

export const templateFailed = (at: Span, detail: string): Said => ({
  code: "template-failed",
  severity: "error",
  message: `le gabarit ne peut pas être rempli : ${detail}`,
  at,
});

export const unknownElement = (at: Span | undefined, name: string, near: string | undefined): Said => ({
  code: "unknown-element",
  severity: "error",
  message: `élément « <${name}> » inconnu`,
  hint: near ? `Vouliez-vous dire « <${near}> » ?` : "docs/unsupported.md donne la liste des éléments.",
  at,
});

export const unclosedElement = (at: Span | undefined, name: string): Said => ({
  code: "unclosed-element",
  severity: "error",
  message: `« <${name}> » n’est pas fermé, ou l’est au mauvais endroit`,
  hint: `Ajoutez « </${name}> » là où il se termine.`,
  at,
});

export const badRoot = (at: Span | undefined, name: string): Said => ({
  code: "bad-root",
  severity: "error",
  message: `« ${name} » est hors de <front> et de <back>`,
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
