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
  message: `propriété CSS «\u00A0${name}\u00A0» non prise en charge`,
  hint: near ? `Vouliez-vous dire «\u00A0${near}\u00A0»\u202F?` : SUBSET,
  at,
});

export const badValue = (at: Span, name: string, value: string): Diagnostic => ({
  code: "css-bad-value",
  severity: "error",
  message: `«\u00A0${value}\u00A0» n’est pas une valeur possible de «\u00A0${name}\u00A0»`,
  hint: SUBSET,
  at,
});

export const unsupportedSelector = (at: Span, part: string): Diagnostic => ({
  code: "css-unsupported-selector",
  severity: "error",
  message: `sélecteur CSS «\u00A0${part}\u00A0» non pris en charge`,
  hint: SUBSET,
  at,
});

export const unsupportedRule = (at: Span, name: string): Diagnostic => ({
  code: "css-unsupported-rule",
  severity: "error",
  message: `règle «\u00A0@${name}\u00A0» non prise en charge`,
  hint: SUBSET,
  at,
});

export const fitTooLarge = (at: Span, value: string): Diagnostic => ({
  code: "css-bad-value",
  severity: "error",
  message: `«\u00A0${value}\u00A0» est plus grand que la taille du texte\u00A0: «\u00A0--fit\u00A0» dit jusqu’où le texte peut rétrécir`,
  hint: "Donnez à «\u00A0--fit\u00A0» une taille plus petite que «\u00A0font-size\u00A0», ou retirez-le.",
  at,
});

export const variableCycle = (at: Span, name: string): Diagnostic => ({
  code: "css-variable-cycle",
  severity: "error",
  message: `la variable «\u00A0${name}\u00A0» se définit par elle-même, ou devient trop longue`,
  hint: "Donnez une vraie valeur à l’une des variables du cercle.",
  at,
});

export const unknownVariable = (at: Span, name: string): Diagnostic => ({
  code: "css-unknown-variable",
  severity: "error",
  message: `la variable «\u00A0${name}\u00A0» n’a pas de valeur ici`,
  hint: "Déclarez-la dans la règle «\u00A0:root\u00A0» de theme.css, ou donnez une valeur de repli\u00A0: var(--nom, valeur).",
  at,
});

export const unsupportedNode = (at: Span, what: string): Diagnostic => ({
  code: "css-unsupported-rule",
  severity: "error",
  message: `${what} : cette écriture CSS n’est pas prise en charge`,
  hint: SUBSET,
  at,
});

export const pressSyntax = (at: Span): Diagnostic => ({
  code: "press-syntax",
  severity: "error",
  message: "la règle «\u00A0@press\u00A0» ne contient que des couleurs et leurs encres",
  hint: "Écrivez par exemple «\u00A0--encre: device-cmyk(0% 0% 0% 100%);\u00A0».",
  at,
});

const PRESS_EXAMPLE =
  "Écrivez les encres entre accolades\u00A0: «\u00A0@press { --encre: device-cmyk(0% 0% 0% 100%); }\u00A0».";

export const pressWords = (at: Span): Diagnostic => ({
  code: "press-syntax",
  severity: "error",
  message: "entre «\u00A0@press\u00A0» et son accolade il n’y a rien à écrire",
  hint: PRESS_EXAMPLE,
  at,
});

export const pressNoBlock = (at: Span): Diagnostic => ({
  code: "press-syntax",
  severity: "error",
  message: "la règle «\u00A0@press\u00A0» n’a pas d’encres",
  hint: PRESS_EXAMPLE,
  at,
});

export const pressUnknown = (at: Span, name: string, near: string | undefined): Diagnostic => ({
  code: "press-unknown-color",
  severity: "error",
  message: `la règle «\u00A0@press\u00A0» donne des encres à «\u00A0${name}\u00A0», qui n’est pas une variable de «\u00A0:root\u00A0»`,
  hint: near
    ? `Vouliez-vous dire «\u00A0${near}\u00A0»\u202F?`
    : "Déclarez d’abord cette couleur dans la règle «\u00A0:root\u00A0» de theme.css.",
  at,
});

export const pressNoColor = (at: Span, name: string): Diagnostic => ({
  code: "press-no-color",
  severity: "error",
  message: `la variable «\u00A0${name}\u00A0» n’est pas une simple couleur\u00A0: elle ne peut pas avoir ses encres`,
  hint: "Donnez des encres aux variables dont la valeur est une couleur, comme «\u00A0#6E44C0\u00A0».",
  at,
});

export const pressBadInks = (at: Span, name: string): Diagnostic => ({
  code: "press-bad-inks",
  severity: "error",
  message: `les encres de «\u00A0${name}\u00A0» ne sont pas quatre pourcentages de 0 à 100\u00A0: cyan, magenta, jaune, noir`,
  hint: "Écrivez par exemple «\u00A0device-cmyk(0% 40% 95% 0%)\u00A0».",
  at,
});
