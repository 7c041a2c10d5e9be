/** A box of a column and a stretch of it → what of the box stands on one page. */
import type { Style } from "../../style/style.js";
import type { Pt } from "../../units.js";
import type { PlacedBox } from "../arrange.js";

/** From one page break to the next, as distances from the top of the column. */
export interface Stretch {
  readonly from: Pt;
  readonly to: Pt;
}

const TOLERANCE: Pt = 0.25;

/** Undefined when nothing of the box stands there. Lines are never cut; grounds and frames are, at the break. */
export function sliceBox(placed: PlacedBox, stretch: Stretch): PlacedBox | undefined {
  const { rect, box } = placed;
  const top = rect.y;
  const bottom = rect.y + rect.height;
  if (top >= stretch.from - TOLERANCE && bottom <= stretch.to + TOLERANCE) return placed;
  if (box.style.position !== "absolute" && (bottom <= stretch.from + TOLERANCE || top >= stretch.to - TOLERANCE))
    return undefined;
  if (box.kind === "text") return sliceText(placed, stretch);
  if (box.kind === "picture" || box.style.position === "absolute")
    return top >= stretch.from - TOLERANCE && top < stretch.to - TOLERANCE ? placed : undefined;
  const children = placed.children.flatMap((child) => sliceBox(child, stretch) ?? []);
  if (children.length === 0) return undefined;
  const from = Math.max(top, stretch.from);
  const to = Math.min(bottom, stretch.to);
  const style = cutStyle(box.style, top < from - TOLERANCE, bottom > to + TOLERANCE);
  return { ...placed, box: { ...box, style }, rect: { ...rect, y: from, height: to - from }, children };
}

function sliceText(placed: PlacedBox, { from, to }: Stretch): PlacedBox | undefined {
  const { rect } = placed;
  const all = placed.lines?.lines ?? [];
  const lines = all.filter((line) => {
    const middle = rect.y + line.top + line.height / 2;
    return middle >= from && middle < to;
  });
  return lines.length === 0 ? undefined : { ...placed, lines: { ...placed.lines!, lines } };
}

/** Where a box is cut it has no border and no round corner: it goes on over the page. */
function cutStyle(style: Style, above: boolean, below: boolean): Style {
  return {
    ...style,
    ...(above ? { borderTopWidth: 0, borderTopLeftRadius: 0, borderTopRightRadius: 0 } : {}),
    ...(below ? { borderBottomWidth: 0, borderBottomLeftRadius: 0, borderBottomRightRadius: 0 } : {}),
  };
}
