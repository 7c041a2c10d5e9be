/** What the style stage says about CSS that it cannot use. */
import type { Diagnostic, Span } from "../diagnostics/diagnostic.js";

const SUBSET = "docs/unsupported.md dit ce que les gabarits peuvent employer.";

export const cssSyntax = (at: Span, detail: string): Diagnostic => ({
  code: "css-syntax",
  severity: "error",
  message: `cette feuille de style ne se lit pas ici (${detail})`,
  hint: "Vérifiez les accolades, les deux-points et les points-virgules autour de cet endroit.",
  at,
});

export const unknownProperty = (at: Span, name: string, near: string | undefined): Diagnostic => ({
  code: "css-unknown-property",
  severity: "error",
  message: `propriété CSS « ${name} » non prise en charge`,
  hint: near ? `Vouliez-vous dire « ${near} » ?` : SUBSET,
  at,
});

export const badValue = (at: Span, name: string, value: string): Diagnostic => ({
  code: "css-bad-value",
  severity: "error",
  message: `« ${value} » n’est pas une valeur possible de « ${name} »`,
  hint: SUBSET,
  at,
});

export const unsupportedSelector = (at: Span, part: string): Diagnostic => ({
  code: "css-unsupported-selector",
  severity: "error",
  message: `sélecteur CSS « ${part} » non pris en charge`,
  hint: SUBSET,
  at,
});

export const unsupportedRule = (at: Span, name: string): Diagnostic => ({
  code: "css-unsupported-rule",
  severity: "error",
  message: `règle « @${name} » non prise en charge`,
  hint: SUBSET,
  at,
});

export const unknownVariable = (at: Span, name: string): Diagnostic => ({
  code: "css-unknown-variable",
  severity: "error",
  message: `la variable « ${name} » n’a pas de valeur ici`,
  hint: "Déclarez-la dans la règle « :root » de theme.css, ou donnez une valeur de repli : var(--nom, valeur).",
  at,
});

export const unsupportedNode = (at: Span, what: string): Diagnostic => ({
  code: "css-unsupported-rule",
  severity: "error",
  message: `${what} : cette écriture CSS n’est pas prise en charge`,
  hint: SUBSET,
  at,
});
