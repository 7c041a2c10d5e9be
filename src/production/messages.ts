/** What is said about the words that are printed beside the pieces, and about pictures of them. */

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
