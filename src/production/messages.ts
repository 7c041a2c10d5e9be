/** What is said about the words that are printed beside the pieces. */

import type { TextValue } from "../content/kit.js";
import type { Diagnostic } from "../diagnostics/index.js";

const hex = (letter: string): string => letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");

export const noLetter = ({ at, field }: TextValue, letter: string): Diagnostic => ({
  code: "missing-glyph",
  severity: "error",
  message: `Aucune police n’a le signe «\u00A0${letter}\u00A0» (U+${hex(letter)}) de ce texte, imprimé dans les marges.`,
  hint: "Remplacez ce signe, ou ajoutez dans fonts/fonts.yaml une police de secours qui l’a.",
  at,
  field,
});
