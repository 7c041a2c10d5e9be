/** The boards of a request → where words and codes lie on their pieces, so that seams may avoid them. */
import type { Kit } from "../content/kit.js";
import { type FaceMaker, keepOuts } from "../faces/index.js";
import { trimOf } from "../plan/sizes.js";
import type { Rect } from "../units.js";

/** By `component/piece`. Their faces are made here first, and kept for the sheets. */
export async function boardKeepOuts(
  kit: Kit,
  maker: FaceMaker,
  wanted: (component: string) => boolean,
): Promise<ReadonlyMap<string, readonly Rect[]>> {
  const found = new Map<string, readonly Rect[]>();
  for (const component of kit.components) {
    if ((component.kind !== "board" && component.kind !== "matrix") || !wanted(component.id)) continue;
    for (const piece of component.pieces) {
      const format = kit.formats.get(piece.format);
      // What is as large as its paper is never parted.
      if (!format || format.width === "paper") continue;
      const faces = await maker.faces(component, piece, trimOf(format, undefined));
      if (faces) found.set(`${component.id}/${piece.id}`, keepOuts(faces.front.page));
    }
  }
  return found;
}
