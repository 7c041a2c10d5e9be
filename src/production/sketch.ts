/** A face → the face as an assembly page shows it in small: words as their shapes, no codes, no line too thin to print. */
import type { Face } from "../faces/index.js";
import { thumbnail } from "../layout/thumbnail.js";

export const sketchOf = (face: Face, scale: number): Face => ({
  key: `${face.key}-sketch-${scale.toFixed(4)}`,
  codes: [],
  texts: [],
  page: { ...face.page, frame: thumbnail(face.page.frame, scale) },
});
