/** A face's frame → the rectangles that a seam should not cross: its words and codes. */
import type { FacePage, Frame, FrameItem } from "../layout/index.js";
import { runWidth } from "../text/index.js";
import { compose, IDENTITY, type Matrix, type Rect, transformRect } from "../units.js";

/** From the corner of the trim, in points. */
export function keepOuts({ frame, bleed }: FacePage): readonly Rect[] {
  const rects: Rect[] = [];
  collect(frame, [1, 0, 0, 1, -bleed, -bleed], rects);
  return rects;
}

function collect(frame: Frame, map: Matrix, rects: Rect[]): void {
  for (const item of frame.items) {
    const here = compose([1, 0, 0, 1, item.at.x, item.at.y], map);
    if (item.kind === "frame") collect(item.frame, compose(item.transform ?? IDENTITY, here), rects);
    const own = extent(item);
    if (own) rects.push(transformRect(here, own));
  }
}

function extent(item: FrameItem): Rect | undefined {
  if (item.kind === "qr") return { x: 0, y: 0, ...item.size };
  if (item.kind !== "glyphs") return undefined;
  const { run } = item;
  const scale = run.size / run.face.unitsPerEm;
  const width = runWidth(run);
  return { x: 0, y: -run.face.ascent * scale, width, height: (run.face.ascent - run.face.descent) * scale };
}
