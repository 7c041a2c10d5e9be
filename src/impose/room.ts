/** Free strips and what stands in them → a place for a box that touches nothing. */
import { EPSILON, outset, type Pt, type Rect, type Size } from "../units.js";
import type { Angle } from "./furniture.js";

/** A strip along a side of the page; words in it read along it. */
export interface Strip {
  readonly area: Rect;
  readonly angle: Angle;
  /** Whether the paper's edge lies at the strip's higher y (or x): words go there first, away from the art. */
  readonly outerEdge: "low" | "high";
}

export interface Spot {
  readonly box: Rect;
  readonly angle: Angle;
}

/** Between anything and anything else: one could not tell a mark from a letter's stem if they met. */
export const CLEARANCE: Pt = 1;

interface Interval {
  readonly from: Pt;
  readonly to: Pt;
}

/** What is left of an interval without others. */
const without = (whole: Interval, blocks: readonly Interval[]): readonly Interval[] => {
  const free: Interval[] = [];
  let from = whole.from;
  for (const block of [...blocks].sort((a, b) => a.from - b.from)) {
    if (block.from > from) free.push({ from, to: Math.min(block.from, whole.to) });
    from = Math.max(from, block.to);
    if (from >= whole.to) return free;
  }
  return [...free, { from, to: whole.to }];
};

/** Where a stretch of `length` lies nearest to the middle of `whole`. */
const nearestToMiddle = (whole: Interval, free: readonly Interval[], length: Pt): Pt | undefined => {
  const wanted = (whole.from + whole.to - length) / 2;
  const starts = free
    .filter(({ from, to }) => to - from >= length - EPSILON)
    .map(({ from, to }) => Math.min(Math.max(wanted, from), Math.max(from, to - length)));
  return starts.reduce<Pt | undefined>(
    (best, start) => (best === undefined || Math.abs(start - wanted) < Math.abs(best - wanted) ? start : best),
    undefined,
  );
};

/** A spot for a box of `size` (upright measures) in a strip, or undefined. */
export const spotIn = (strip: Strip, size: Size, obstacles: readonly Rect[]): Spot | undefined => {
  const { area, angle } = strip;
  const upright = angle === 0;
  const box = upright ? size : { width: size.height, height: size.width };
  if (box.width > area.width + EPSILON || box.height > area.height + EPSILON) return undefined;
  const blocks = obstacles.map((obstacle) => outset(obstacle, CLEARANCE));
  const whole = upright ? { from: area.x, to: area.x + area.width } : { from: area.y, to: area.y + area.height };
  const ends = upright ? [area.y, area.y + area.height - box.height] : [area.x, area.x + area.width - box.width];
  const across = strip.outerEdge === "low" ? ends : ends.toReversed();
  for (const at of across) {
    const thickness = upright ? box.height : box.width;
    const inTheWay = blocks
      .map((block) =>
        upright
          ? { from: block.x, to: block.x + block.width, low: block.y, high: block.y + block.height }
          : { from: block.y, to: block.y + block.height, low: block.x, high: block.x + block.width },
      )
      .filter(({ low, high }) => low < at + thickness - EPSILON && high > at + EPSILON);
    const start = nearestToMiddle(whole, without(whole, inTheWay), upright ? box.width : box.height);
    if (start === undefined) continue;
    const corner = upright ? { x: start, y: at } : { x: at, y: start };
    return { box: { ...corner, ...box }, angle };
  }
  return undefined;
};
