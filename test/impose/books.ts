/** Books for the tests of imposition: pages, words, and sheets folded and nested in the mind, to be read through. */
import { expect } from "vitest";
import {
  type BookPage,
  type Imposed,
  type Placement,
  type SaddleJob,
  type SaddleWords,
  type Sheet,
  type SheetSide,
  saddle,
  TARGETS,
} from "../../src/impose/index.js";
import { mm, type Point, type Rect, type Size, toMm, transformPoint } from "../../src/units.js";
import { seenFromFront } from "./checks.js";
import { paper } from "./jobs.js";

/** Width, height, bleed, safe margin of a page in millimetres. */
export const PAGES = {
  a4: [210, 297, 3, 8],
  a5: [148, 210, 3, 8],
  a6: [105, 148, 3, 8],
  a7: [74, 105, 3, 8],
  halfLetter: [139.7, 215.9, 3, 8],
  digest: [127, 203.2, 3, 8],
  wide: [148, 105, 3, 8],
  bleedless: [148, 210, 0, 8],
} as const;

export type PageName = keyof typeof PAGES;

export const bookOf = (count: number, format: PageName = "a5"): readonly BookPage[] => {
  const [width, height, bleed, safe] = PAGES[format];
  return Array.from({ length: count }, (_, i) => ({
    piece: `livret/p-${i + 1}`,
    trim: { width: mm(width), height: mm(height) },
    bleed: mm(bleed),
    safe: mm(safe),
  }));
};

export const words: SaddleWords = {
  ruler: (length) => `${length} mm à 100 %`,
  sheet: (number, total, pages, side) =>
    `livret · feuille ${number}/${total} · p. ${pages} ${side === "front" ? "recto" : "verso"}`,
  flip: (edge) => (edge === "long-edge" ? "bord long" : "bord court"),
  staple: "agrafe",
  creep: (thickness, most) => `chasse ${toMm(thickness).toFixed(2)} mm, ${toMm(most).toFixed(2)} mm au plus`,
  booklets: (count) => `${count} livrets par feuille`,
};

export const saddleJob = (more: Partial<SaddleJob> = {}): SaddleJob => ({
  pages: bookOf(16),
  paper: paper("A4"),
  target: TARGETS.home,
  duplex: "short-edge",
  copies: 1,
  thickness: mm(0.1),
  direction: "ltr",
  label: words,
  ...more,
});

/** The sheets of a booklet that must fit. */
export const bound = (more: Partial<SaddleJob> = {}): Imposed => {
  const result = saddle(saddleJob(more));
  if (!result.ok) throw new Error(`${result.reason.piece} is too large`);
  return result;
};

/** A page's place in its book, from 1. */
export const numberOf = ({ slot }: Placement): number => Number(slot.piece.split("-")[1]);

/** Which pages a side shows from left to right, as one holds it upright: `16 | 1`. */
export const shown = (side: SheetSide): string =>
  [...side.placements]
    .sort((a, b) => along(a, middleOf(a)) - along(b, middleOf(b)))
    .map(numberOf)
    .join(" | ");

const middleOf = ({ trim }: Placement): Point => ({ x: trim.x + trim.width / 2, y: trim.y + trim.height / 2 });

/** How far to the right a point lies, to the eye that reads `page` upright. */
const along = ({ transform }: Placement, { x, y }: Point): number => transform[0] * x + transform[1] * y;

/** The ends of a rectangle from left to right, to the eye that reads `page` upright. */
export const reach = (page: Placement, rect: Rect): readonly [from: number, to: number] => {
  const ends = [along(page, rect), along(page, { x: rect.x + rect.width, y: rect.y + rect.height })];
  return [Math.min(...ends), Math.max(...ends)];
};

/** Where a point of the page is drawn on the page itself, from its trim's corner. */
export const onPage = ({ transform, slot }: Placement, { x, y }: Point): Point => {
  const [a, b, c, d, e, f] = transform;
  // The inverse of a turn is its transpose.
  return { x: a * (x - e) + b * (y - f) - slot.bleed, y: c * (x - e) + d * (y - f) - slot.bleed };
};

type Flip = SaddleJob["duplex"];

/** A page as the front's reader finds it through the paper: where its corner lies, and where right and down are. */
const directions = ({ transform }: Placement, see: (point: Point) => Point) => {
  const at = (x: number, y: number) => see(transformPoint(transform, { x, y }));
  const zero = at(0, 0);
  const from = (point: Point): Point => ({ x: point.x - zero.x, y: point.y - zero.y });
  return { right: from(at(1, 0)), down: from(at(0, 1)) };
};

const apart = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** The two pages of a leaf, which lie on each other: what one sees, and what one finds when it is turned. */
interface Leaf {
  readonly outer: Placement;
  readonly inner: Placement;
}

export interface FoldedSheet {
  readonly left: Leaf;
  readonly right: Leaf;
  /** The fold, across the front, and how far its pages lie towards it from where they lay side by side. */
  readonly fold: number;
  readonly creep: number;
}

/** Prints a sheet on both sides, turns it over as the printer does, and cuts one booklet's spread out of it. */
export const foldSheet = ({ front, back, page, number }: Sheet, copy: number, edge: Flip): FoldedSheet => {
  const own = (side: SheetSide) => side.placements.filter(({ slot }) => slot.copy === copy);
  const outers = own(front);
  const at = `sheet ${number}, copy ${copy}`;
  expect([outers.length, own(back!).length], at).toEqual([2, 2]);
  const [left, right] = outers.toSorted((a, b) => along(a, middleOf(a)) - along(b, middleOf(b))) as [
    Placement,
    Placement,
  ];
  const through = (point: Point): Point => seenFromFront(point, page, edge);
  const leafOf = (outer: Placement): Leaf => {
    const inner = own(back!).find((other) => apart(through(middleOf(other)), middleOf(outer)) < mm(0.01));
    expect(inner, `${at}: what lies behind ${outer.slot.piece}`).toBeDefined();
    const [over, under] = [directions(outer, (point) => point), directions(inner!, through)];
    expect(apart(over.down, under.down), `${at}: both pages of a leaf are upright`).toBeLessThan(1e-9);
    expect(apart(over.right, { x: -under.right.x, y: -under.right.y }), `${at}: and none mirrored`).toBeLessThan(1e-9);
    return { outer, inner: inner! };
  };
  expect(apart(directions(left, (p) => p).down, directions(right, (p) => p).down), at).toBeLessThan(1e-9);
  const [, leftEnd] = reach(left, left.trim);
  const [rightStart] = reach(left, right.trim);
  return {
    left: leafOf(left),
    right: leafOf(right),
    fold: (leftEnd + rightStart) / 2,
    creep: (leftEnd - rightStart) / 2,
  };
};

/**
 * Folds the sheets with their fronts outside, lays each into the one before, and reads: on one side of the spine the
 * leaves from the outermost to the middle, on the other back again. A left-to-right book begins right of the spine.
 */
export const readThrough = (sheets: readonly FoldedSheet[], direction: "ltr" | "rtl"): readonly number[] => {
  const [first, last] = direction === "ltr" ? (["right", "left"] as const) : (["left", "right"] as const);
  const inwards = sheets.flatMap((sheet) => [sheet[first].outer, sheet[first].inner]);
  const outwards = sheets.toReversed().flatMap((sheet) => [sheet[last].inner, sheet[last].outer]);
  return [...inwards, ...outwards].map(numberOf);
};

/** The sheets that carry a booklet, in the order in which they leave the printer. */
export const sheetsOfCopy = ({ sheets }: Imposed, copy: number): readonly Sheet[] =>
  sheets.filter(({ front }) => front.placements.some(({ slot }) => slot.copy === copy));

export const copiesOn = ({ sheets }: Imposed): readonly number[] =>
  [...new Set(sheets.flatMap(({ front }) => front.placements.map(({ slot }) => slot.copy)))].sort((a, b) => a - b);

export const sizeMm = ({ width, height }: Size): readonly number[] =>
  [width, height].map((value) => Math.round(toMm(value) * 100) / 100);
