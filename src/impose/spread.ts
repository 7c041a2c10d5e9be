/** Two pages and the place of their spread → where each page lies, and what of it prints. */
import { compose, type Matrix, type Pt, type Rect, type Size, transformRect } from "../units.js";
import type { BookPage } from "./book-job.js";
import type { Place } from "./cells.js";
import { clampTo, intersection } from "./rects.js";
import type { Placement } from "./sheet.js";

/** A spread on a side of a sheet: its own coordinates (from the left page's trim corner) → the page of the PDF. */
export interface SpreadPlace {
  readonly place: Place;
  readonly page: Size;
  /** How far both pages move towards the fold. */
  readonly creep: Pt;
  /** Of its booklet. */
  readonly copy: number;
}

const NOTHING: Rect = { x: 0, y: 0, width: 0, height: 0 };

/** What of a spread a page may print on: its own side of the fold, and its bleed around it. */
const halfOf = ({ trim, bleed }: BookPage, half: "left" | "right"): Rect => ({
  x: half === "left" ? -bleed : trim.width,
  y: -bleed,
  width: trim.width + bleed,
  height: trim.height + 2 * bleed,
});

/**
 * A page in its half of a spread. Creep moves it towards the fold, and it ends there: what crosses would lie on its
 * neighbour. At the other edge its bleed takes the place that it left.
 */
export const placePage = (page: BookPage, half: "left" | "right", on: SpreadPlace): Placement => {
  const { piece, trim, bleed, safe } = page;
  const { place, creep } = on;
  const x = half === "left" ? creep : trim.width - creep;
  const transform: Matrix = compose([1, 0, 0, 1, x - bleed, -bleed], place.transform);
  const frame = { x: 0, y: 0, width: trim.width + 2 * bleed, height: trim.height + 2 * bleed };
  const limits = [transformRect(place.transform, halfOf(page, half)), transformRect(transform, frame)];
  const clip = limits.reduce((rect, limit) => intersection(rect, limit) ?? NOTHING, clampTo(place.clip, on.page));
  return {
    slot: { piece, side: "front", trim, bleed, safe, copy: on.copy },
    transform,
    clip,
    trim: transformRect(transform, { x: bleed, y: bleed, ...trim }),
  };
};

/** A spread's two pages, or the one that it has. */
export const placeSpread = (
  [left, right]: readonly [BookPage | undefined, BookPage | undefined],
  on: SpreadPlace,
): readonly Placement[] => [
  ...(left ? [placePage(left, "left", on)] : []),
  ...(right ? [placePage(right, "right", on)] : []),
];
