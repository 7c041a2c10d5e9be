/** Leaves of a column → pages: which leaves stand on which page, and where each block lies on it. */
import type { Pt } from "../../units.js";
import type { BreakWish, Leaf } from "./leaves.js";

/** Leaves `from` to `to` (excluded) on one page. */
export interface PageRun {
  readonly from: number;
  readonly to: number;
  /** How far blocks are moved down from where the column has them, by index of the block: the page's grid. */
  readonly shifts: ReadonlyMap<number, Pt>;
  /** The side that its first block asks for. */
  readonly side: "left" | "right" | undefined;
}

export interface PageRoom {
  readonly height: Pt;
  /** Distance of the lines of the grid; none for text that stands where it falls. */
  readonly rhythm: Pt | "none";
}

export interface Paging {
  readonly pages: readonly PageRun[];
  /** Leaves taller than a page, by index. */
  readonly tooTall: readonly number[];
}

/** Less than this nobody sees, and rounding makes it. */
const TOLERANCE: Pt = 0.1;

/**
 * Fills pages one after the other, each as far as it goes. A page never ends
 * - inside a paragraph with fewer lines than `orphans` before or `widows` after,
 * - after a heading and before two lines of what it announces,
 * - inside a word: nobody turns a page with half a word in mind,
 * - where a style says `avoid`,
 * - before the very last line, which would stand alone.
 * Where all of this together leaves no place at all, the page ends as late as it can.
 */
export function breakPages(leaves: readonly Leaf[], room: PageRoom): Paging {
  const pages: PageRun[] = [];
  const tooTall: number[] = [];
  let from = 0;
  while (from < leaves.length) {
    const { reach, shifts, forced } = fill(leaves, from, room);
    if (reach === from) tooTall.push(from);
    const most = Math.max(reach, from + 1);
    const to = forced || most === leaves.length ? most : (lastAllowed(leaves, from, most) ?? most);
    pages.push({ from, to, shifts, side: sideOf(leaves[from]!.before) });
    from = to;
  }
  return { pages, tooTall };
}

interface Filled {
  /** The first leaf that has no room. */
  readonly reach: number;
  readonly shifts: ReadonlyMap<number, Pt>;
  /** Whether the page ends there because a style says so. */
  readonly forced: boolean;
}

function fill(leaves: readonly Leaf[], from: number, { height, rhythm }: PageRoom): Filled {
  const origin = leaves[from]!.top;
  const shifts = new Map<number, Pt>();
  let shift: Pt = 0;
  for (let index = from; index < leaves.length; index++) {
    const leaf = leaves[index]!;
    if (index > from && isForced(leaves, index)) return { reach: index, shifts, forced: true };
    if (!shifts.has(leaf.block)) {
      const text = textUnder(leaves, index);
      if (text && standsOnGrid(text, rhythm)) shift += toGrid(text.top - origin + shift, rhythm as Pt);
      shifts.set(leaf.block, shift);
    }
    if (leaf.bottom - origin + shift > height + TOLERANCE) return { reach: index, shifts, forced: false };
  }
  return { reach: leaves.length, shifts, forced: false };
}

/**
 * What brings a block to the grid: its own first line; for a heading, the line that follows. So the heading moves with its
 * text: the space between them is always the same, and what the grid adds stands above.
 */
function textUnder(leaves: readonly Leaf[], index: number): Leaf | undefined {
  let under = index;
  while (leaves[under]?.isHeading) under++;
  return leaves[under];
}

/** Lines as high as one or several steps of the grid; what is of another height stands where it falls. */
function standsOnGrid({ line, top, bottom }: Leaf, rhythm: PageRoom["rhythm"]): boolean {
  if (rhythm === "none" || line === undefined) return false;
  const steps = (bottom - top) / rhythm;
  return Math.round(steps) > 0 && Math.abs(steps - Math.round(steps)) * rhythm < TOLERANCE;
}

/** How far it is to the next line of the grid. */
function toGrid(y: Pt, rhythm: Pt): Pt {
  const rest = y % rhythm;
  return rest < TOLERANCE || rhythm - rest < TOLERANCE ? 0 : rhythm - rest;
}

const isForced = (leaves: readonly Leaf[], index: number): boolean =>
  isPageWish(leaves[index]!.before) || leaves[index - 1]!.after === "page";

const isPageWish = (wish: BreakWish): boolean => wish === "page" || wish === "left" || wish === "right";

const sideOf = (wish: BreakWish): "left" | "right" | undefined =>
  wish === "left" || wish === "right" ? wish : undefined;

/** The last place at or before `most` where the page may end; undefined when there is none. */
function lastAllowed(leaves: readonly Leaf[], from: number, most: number): number | undefined {
  for (let index = most; index > from; index--) if (mayBreakBefore(leaves, index)) return index;
  return undefined;
}

/** Lines that a heading takes along. */
const LINES_AFTER_HEADING = 2;

function mayBreakBefore(leaves: readonly Leaf[], index: number): boolean {
  const before = leaves[index - 1]!;
  const after = leaves[index]!;
  if (before.after === "avoid" || after.before === "avoid" || before.isHeading) return false;
  if (before.line && before.line.paragraph === after.line?.paragraph) {
    const { orphans, widows, count } = before.line;
    if (after.line.index < orphans || count - after.line.index < widows) return false;
  }
  if (before.line?.hyphenated) return false;
  if (index === leaves.length - 1 && after.line) return false;
  return !followsHeading(leaves, index);
}

/** Whether fewer than two lines stand between the break and the heading before it. */
function followsHeading(leaves: readonly Leaf[], index: number): boolean {
  for (let back = 1; back <= LINES_AFTER_HEADING && index - back >= 0; back++) {
    const leaf = leaves[index - back]!;
    if (leaf.isHeading) return true;
    if (!leaf.line) return false;
  }
  return false;
}
