/** A face → the face as an assembly page shows it in small: its drawings without words and codes, no line too thin to print. */
import type { Face } from "../faces/index.js";
import { sketch } from "../layout/thumbnail.js";
import type { Pt } from "../units.js";

/** At the smallest picture of a board (about a sixth of its size) this still is a quarter of a point. */
const LEAST_STROKE: Pt = 1.6;

export const sketchOf = (face: Face): Face => ({
  key: `${face.key}-sketch`,
  codes: [],
  page: { ...face.page, frame: sketch(face.page.frame, LEAST_STROKE) },
});
