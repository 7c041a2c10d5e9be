/** Letters + the fonts of a kit → those that none of them draws. */
import { packageFolder } from "../content/index.js";
import type { Kit } from "../content/kit.js";
import type { Diagnostics } from "../diagnostics/index.js";
import { openFonts } from "./fonts.js";
import { createFaceMemory } from "./memory.js";

/** In the order in which they were given. A font that cannot be opened is reported. */
export async function lettersWithoutFont(
  letters: readonly string[],
  kit: Kit,
  root: string,
  diagnostics: Diagnostics,
): Promise<readonly string[]> {
  const { shaper, shelf } = await createFaceMemory((name) => packageFolder(name, root));
  const fonts = openFonts(kit.fonts, shaper, shelf, diagnostics);
  const faces = fonts.chain([...fonts.families], 400, false);
  const isDrawn = (letter: string): boolean =>
    faces.some((face) => [...letter].every((sign) => face.has(sign.codePointAt(0)!)));
  return letters.filter((letter) => !isDrawn(letter));
}
