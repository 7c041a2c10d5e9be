/** A number of pages → which of them lie side by side on each sheet of a booklet: the bookbinder's table. */

/** The way a book is read: right-to-left books have their spine on the right. */
export type ReadingDirection = "ltr" | "rtl";

/** What is given in reading order, as it stands side by side: from left to right. */
export const asTheyStand = <T>(things: readonly T[], direction: ReadingDirection): readonly T[] =>
  direction === "ltr" ? things : things.toReversed();

/** Two pages side by side as the eye sees them, by their place in the book, from 1. */
export type PagePair = readonly [left: number, right: number];

/** A sheet of a booklet: what its outer side carries, and its inner one. */
export interface SheetPages {
  readonly front: PagePair;
  readonly back: PagePair;
}

/** Four pages a sheet: one cannot bind half a sheet. */
export const PAGES_PER_SHEET = 4;

const mirrored = ([left, right]: PagePair): PagePair => [right, left];

/**
 * The sheets of a booklet of `count` pages, the outermost first, folded once and laid into one another. The pages of
 * each pair add up to `count` + 1. Throws if `count` is no multiple of four: who calls pads the book with blank pages.
 */
export const pageOrder = (count: number, direction: ReadingDirection): readonly SheetPages[] => {
  if (!Number.isInteger(count / PAGES_PER_SHEET) || count < 0)
    throw new Error(`a booklet of ${count} pages: pad it to a multiple of ${PAGES_PER_SHEET}`);
  return Array.from({ length: count / PAGES_PER_SHEET }, (_, sheet) => {
    const front: PagePair = [count - 2 * sheet, 2 * sheet + 1];
    const back: PagePair = [2 * sheet + 2, count - 2 * sheet - 1];
    return direction === "ltr" ? { front, back } : { front: mirrored(front), back: mirrored(back) };
  });
};
