/** The font files that a kit declares → opened faces. */
import { readFileSync } from "node:fs";
import type { FontsSpec } from "../content/kit.js";
import type { Diagnostics } from "../diagnostics/index.js";
import { fileState } from "../file-state.js";
import { FontError, type FontFace, type FontStore, fontStore, type Shaper } from "../text/index.js";
import * as say from "./messages.js";

/** Keeps opened faces by path and state: a warm process opens each file once. */
export type FontShelf = Map<string, FontFace>;

/** Opens every declared face; a file that is no font we can set is reported where it was declared. */
export function openFonts(spec: FontsSpec, shaper: Shaper, shelf: FontShelf, diagnostics: Diagnostics): FontStore {
  const faces: FontFace[] = [];
  for (const family of spec.families) {
    for (const file of family.faces) {
      const shelfKey = `${family.name}|${file.weight}|${file.italic}|${file.path}|${fileState(file.path)}`;
      let face = shelf.get(shelfKey);
      if (!face) {
        try {
          const { weight, italic, path } = file;
          face = shaper.openFace({ bytes: readFileSync(path), family: family.name, weight, italic });
          shelf.set(shelfKey, face);
        } catch (error) {
          if (!(error instanceof FontError)) throw error;
          diagnostics.report(say.badFont(file.at ?? family.at, error.message, error.hint));
          continue;
        }
      }
      faces.push(face);
    }
  }
  return fontStore(faces, spec);
}
