/** Cut and fold lines, heights of staples → the marks at their ends, in the margin of the page. */
import { EPSILON, mm, type Pt, type Rect, type Size } from "../units.js";
import type { Mark } from "./sheet.js";
import type { TargetRules } from "./targets.js";

/** Length of a mark that stands on its cut, where the margin has no room for one. */
const INSIDE_LENGTH: Pt = mm(4);

export type Side = "top" | "bottom" | "left" | "right";
export const SIDES: readonly Side[] = ["top", "bottom", "left", "right"];

/** A line across the page: `x` lines are vertical, at that x. */
export interface Line {
  readonly axis: "x" | "y";
  readonly at: Pt;
  readonly use: "crop" | "fold" | "staple";
}

/** What marks must know of a page. */
export interface Border {
  readonly page: Size;
  /** Everything that prints of the faces; marks stay outside. */
  readonly art: Rect;
  /** How far marks stay from the art, where there is room. */
  readonly gap: Pt;
  /** Sides where, for lack of room, a mark may stand on its line inside the art: only faces without bleed. */
  readonly inside: readonly Side[];
  readonly rules: TargetRules;
}

/** A mark's reach, measured inwards from its side of the page. */
export interface Reach {
  readonly from: Pt;
  readonly to: Pt;
  readonly inside: boolean;
}

export type Reaches = Readonly<Record<Side, Reach | undefined>>;

/** Between the art and the edge of the page. */
export const roomAt = ({ page, art }: Pick<Border, "page" | "art">, side: Side): Pt =>
  ({
    top: art.y,
    bottom: page.height - art.y - art.height,
    left: art.x,
    right: page.width - art.x - art.width,
  })[side];

/** The mark that a side has room for: 5 mm where it can, never under 3 mm, never on the art's bleed. */
export const reachAt = (border: Border, side: Side, most: Pt = border.rules.markLength): Reach | undefined => {
  const { printerMargin, markLeast } = border.rules;
  const room = roomAt(border, side);
  const length = room - printerMargin;
  if (length >= markLeast - EPSILON) {
    const to = room - Math.min(border.gap, Math.max(0, length - markLeast));
    return { from: Math.max(printerMargin, to - Math.max(most, markLeast)), to, inside: false };
  }
  if (!border.inside.includes(side)) return undefined;
  // On the cut itself, from 5 to 9 mm in: nothing stays on either piece but the line that the knife follows.
  return { from: printerMargin, to: printerMargin + INSIDE_LENGTH, inside: true };
};

export const reachesOf = (border: Border): Reaches => ({
  top: reachAt(border, "top"),
  bottom: reachAt(border, "bottom"),
  left: reachAt(border, "left"),
  right: reachAt(border, "right"),
});

/** One mark at each end of each line, where there is room for one. */
export const marksOf = (lines: readonly Line[], page: Size, reaches: Reaches): readonly (Mark & { kind: "line" })[] =>
  lines.flatMap(({ axis, at, use }) => {
    const near = axis === "x" ? reaches.top : reaches.left;
    const far = axis === "x" ? reaches.bottom : reaches.right;
    const length = axis === "x" ? page.height : page.width;
    const point = (along: Pt) => (axis === "x" ? { x: at, y: along } : { x: along, y: at });
    const mark = (from: Pt, to: Pt) => ({ kind: "line", use, from: point(from), to: point(to) }) as const;
    return [...(near ? [mark(near.from, near.to)] : []), ...(far ? [mark(length - far.from, length - far.to)] : [])];
  });
