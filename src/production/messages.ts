/** What is said about the words that are printed beside the pieces, about pictures of them, and about the inks of a press. */

import type { Refusal } from "../color/index.js";
import type { TextValue } from "../content/kit.js";
import type { Diagnostic, Span } from "../diagnostics/index.js";

const hex = (letter: string): string => letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");

export const noLetter = ({ at, field }: TextValue, letter: string): Diagnostic => ({
  code: "missing-glyph",
  severity: "error",
  message: `Aucune police n’a le signe «\u00A0${letter}\u00A0» (U+${hex(letter)}) de ce texte, imprimé dans les marges.`,
  hint: "Remplacez ce signe, ou ajoutez dans fonts/fonts.yaml une police de secours qui l’a.",
  at,
  field,
});

export const pictureTooLarge = (
  at: Span,
  piece: string,
  { width, height }: { readonly width: number; readonly height: number },
): Diagnostic => ({
  code: "picture-too-large",
  severity: "error",
  message: `L’image de «\u00A0${piece}\u00A0» aurait ${width} × ${height} pixels\u00A0: aucun programme n’en dessine d’aussi grande.`,
  hint: "Demandez une image moins fine, avec --size screen, ou laissez ce composant de côté.",
  at,
  piece,
});

const REFUSALS: Readonly<Record<Refusal, string>> = {
  "not-icc": "n’est pas un profil ICC, ou il est incomplet",
  "not-output": "n’est pas le profil d’une imprimante\u00A0: il décrit un écran, un scanner ou une image",
  "not-cmyk": "n’est pas un profil en quadrichromie (cyan, magenta, jaune, noir)",
  "unknown-tables": "est un profil dont les tables ne sont pas prises en charge",
};

export const badProfile = (at: Span | undefined, path: string, why: Refusal): Diagnostic => ({
  code: "bad-press-profile",
  severity: "error",
  message: `Le fichier ${path} ${REFUSALS[why]}.`,
  hint: "Demandez à l’imprimeur son profil ICC de sortie en quadrichromie, ou retirez «\u00A0profile\u00A0» pour imprimer selon FOGRA39.",
  at,
});

const percent = (share: number): string => `${Math.round(share * 100)}\u00A0%`;

export const tooMuchInk = (at: Span, name: string, total: number, limit: number): Diagnostic => ({
  code: "press-too-much-ink",
  severity: "error",
  message: `La couleur «\u00A0${name}\u00A0» demande ${percent(total)} d’encre\u00A0: cet imprimeur en accepte ${percent(limit)}.`,
  hint: "Diminuez ses encres dans la règle «\u00A0@press\u00A0» de theme.css.",
  at,
});
