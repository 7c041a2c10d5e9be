/** A sheet → what lies beyond its edge, and the faces that are not at 100 % where their trims say. */
import type { Mark, Placement, Sheet, SheetSide } from "../impose/index.js";
import { outset, type Point, type Rect, type Size, transformRect } from "../units.js";
import { type Miss, type OnSheet, TOLERANCE } from "./miss.js";

/** How much of its face a placement shows: cards all of it, tiles and pages of booklets a part. */
export type Shows = "all" | "part";

/** The sides of a sheet, each with its place. */
export const sidesOf = (sheet: Sheet): readonly (readonly [SheetSide, OnSheet])[] => [
  [sheet.front, { sheet: sheet.number, side: "front" }],
  ...(sheet.back ? [[sheet.back, { sheet: sheet.number, side: "back" }] as const] : []),
];

/** Faces in small on an assembly page only show what they look like. */
export const isPrinted = ({ slot }: Placement): boolean => slot.sketch === undefined;

export function missesOnPaper(sheet: Sheet, shows: Shows): readonly Miss[] {
  const misses: Miss[] = [];
  for (const [side, at] of sidesOf(sheet)) {
    for (const placement of side.placements) {
      const fault = faultOf(placement, sheet.page, shows);
      if (fault) misses.push({ piece: placement.slot.piece, at, fault: { kind: fault } });
    }
    if (side.marks.some((mark) => !pointsOf(mark).every((point) => contains(sheet.page, point))))
      misses.push({ at, fault: { kind: "outside" } });
  }
  return misses;
}

function faultOf(placement: Placement, page: Size, shows: Shows): "scale" | "trim" | "outside" | undefined {
  const { slot, transform, trim, clip } = placement;
  const paper = { x: 0, y: 0, ...page };
  if (!holds(paper, clip)) return "outside";
  if (!isPrinted(placement)) return undefined;
  if (!isQuarterTurn(transform)) return "scale";
  const drawn = transformRect(transform, { x: slot.bleed, y: slot.bleed, ...slot.trim });
  if (!holds(drawn, trim)) return "trim";
  if (shows === "part") return undefined;
  return holds(trim, drawn) && holds(clip, drawn) ? undefined : "trim";
}

/** A tenth of a millimetre on the longest board. */
const TINY = 1e-5;

/** Turned by quarters, moved, and nothing else: lengths stay, and no face is seen in a mirror. */
const isQuarterTurn = ([a, b, c, d]: Placement["transform"]): boolean =>
  Math.abs(a - d) < TINY &&
  Math.abs(b + c) < TINY &&
  Math.abs(Math.hypot(a, b) - 1) < TINY &&
  Math.min(Math.abs(a), Math.abs(b)) < TINY;

const holds = (outer: Rect, inner: Rect): boolean => {
  const { x, y, width, height } = outset(outer, TOLERANCE);
  return inner.x >= x && inner.y >= y && inner.x + inner.width <= x + width && inner.y + inner.height <= y + height;
};

const contains = ({ width, height }: Size, { x, y }: Point): boolean =>
  x >= -TOLERANCE && y >= -TOLERANCE && x <= width + TOLERANCE && y <= height + TOLERANCE;

const pointsOf = (mark: Mark): readonly Point[] => {
  if (mark.kind === "line") return [mark.from, mark.to];
  if (mark.kind === "text") return [mark.at];
  const { x, y, width, height } = mark.area;
  return [mark.area, { x: x + width, y: y + height }];
};
