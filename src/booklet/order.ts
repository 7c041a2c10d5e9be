/** Chapters with their pages → all pages of the booklet in reading order, numbered, with blank ones where they must be. */
import type { Piece } from "../content/kit.js";
import type { ChapterPage, LaidChapter } from "./chapter.js";

export interface OrderedPage {
  readonly name: string;
  readonly label: string | undefined;
  /** `right` is the recto, the first page of a leaf: the left-hand one where a book is read from right to left. */
  readonly side: "left" | "right";
  readonly chapter: Piece | undefined;
  /** Undefined: a blank page. */
  readonly page: ChapterPage | undefined;
}

export interface OrderOptions {
  readonly component: string;
  readonly hasCover: boolean;
}

/** Sheets folded once have four pages. */
const PAGES_PER_SHEET = 4;

/** The two outer sheets' sides of a cover: pages 1 and 2, and the last two. */
const COVER_SIDE = 2;

type Slot = readonly [LaidChapter, ChapterPage] | undefined;

/**
 * A separate cover is the first and the last chapter; its pages bear no number, and the inside counts from 1. Blank
 * pages come before a chapter that asks for the other side, and fill the last sheet just before the back cover.
 */
export function orderPages(
  chapters: readonly LaidChapter[],
  { component, hasCover }: OrderOptions,
): readonly OrderedPage[] {
  const [first, last] = hasCover ? [chapters.at(0), chapters.at(-1)] : [undefined, undefined];
  const inside = hasCover ? chapters.slice(1, -1) : chapters;
  const slots: Slot[] = [];
  for (const chapter of inside) {
    for (const page of chapter.pages) {
      const side = slots.length % 2 === 0 ? "right" : "left";
      if (page.side !== undefined && page.side !== side) slots.push(undefined);
      slots.push([chapter, page]);
    }
  }
  const missing = (PAGES_PER_SHEET - (slots.length % PAGES_PER_SHEET)) % PAGES_PER_SHEET;
  // Without a cover of its own the last page is the back cover: it stays the last.
  const at = hasCover ? slots.length : Math.max(0, slots.length - 1);
  slots.splice(at, 0, ...Array.from({ length: missing }, () => undefined));
  const pages = slots.map((slot, index): OrderedPage => {
    const number = index + 1;
    return {
      name: `${component}/p-${number}`,
      label: String(number),
      side: number % 2 === 1 ? "right" : "left",
      chapter: slot?.[0].piece,
      page: slot?.[1],
    };
  });
  if (!first || !last) return pages;
  const cover = (chapter: LaidChapter, from: number, fromEnd: boolean): readonly OrderedPage[] =>
    Array.from({ length: COVER_SIDE }, (_, index): OrderedPage => {
      const offset = fromEnd ? COVER_SIDE - chapter.pages.length : 0;
      const page = chapter.pages[index - offset];
      const number = from + index;
      return {
        name: `${component}/c-${number}`,
        label: undefined,
        side: number % 2 === 1 ? "right" : "left",
        chapter: page && chapter.piece,
        page,
      };
    });
  return [...cover(first, 1, false), ...pages, ...cover(last, COVER_SIDE + 1, true)];
}

/** The printed page of every anchor. */
export function labelsOf(pages: readonly OrderedPage[]): ReadonlyMap<string, string> {
  return new Map(
    pages.flatMap(({ page, label }) => [...(page?.anchors.keys() ?? [])].map((id) => [id, label ?? ""] as const)),
  );
}
