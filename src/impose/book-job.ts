/** What the imposition of books is asked: pages in reading order, to be bound, printed as they are read, or shown. */
import type { Pt, Size } from "../units.js";
import type { FlipEdge } from "./flip.js";
import type { SheetWords } from "./job.js";
import type { ReadingDirection } from "./page-order.js";
import type { Paper } from "./sheet.js";
import type { TargetRules } from "./targets.js";

/** A page of a book: a face that has no back of its own. Lengths in points. */
export interface BookPage {
  /** Unique in the build: component/page. */
  readonly piece: string;
  readonly trim: Size;
  readonly bleed: Pt;
  readonly safe: Pt;
  /** What labels call it: the number printed on it. Its place among the pages, from 1, if it has none. */
  readonly folio?: string | undefined;
}

/** The words on a booklet's sheets; imposition itself knows no language. */
export interface SaddleWords extends Pick<SheetWords, "ruler"> {
  /**
   * A sheet's name. `number` counts from 1, the outermost sheet, to `total`, the innermost of one booklet; `pages` are
   * those of this side, as they lie: `12 | 1`.
   */
  sheet(number: number, total: number, pages: string, side: "front" | "back"): string;
  /** How the printer turns the paper over. */
  flip(edge: FlipEdge): string;
  /** Beside the heights of staples. */
  readonly staple: string;
  /** What was done about creep: for a sheet so thick, the innermost pages are moved by `most`. */
  creep(thickness: Pt, most: Pt): string;
  /** How many booklets lie on each sheet; asked from two on. */
  booklets(count: number): string;
}

export interface SaddleJob {
  /** In reading order, all of one trim, their number a multiple of four. */
  readonly pages: readonly BookPage[];
  readonly paper: Paper;
  readonly target: TargetRules;
  readonly duplex: FlipEdge;
  /** Only these sheets of the booklet, by number, the outermost first: the others were printed earlier. */
  readonly only?: readonly number[] | undefined;
  /** Booklets to make, at least: a sheet that has room for several carries the same spread as often. */
  readonly copies: number;
  /** Of one sheet. */
  readonly thickness: Pt;
  /** Of what is wrapped around these sheets and not among them: a cover printed apart. */
  readonly wrapped?: Pt | undefined;
  readonly direction: ReadingDirection;
  /** Spreads lie on their side, for printers that do not turn over landscape pages well. */
  readonly turned?: boolean | undefined;
  readonly label: SaddleWords;
}

/** The words on sheets that are only read. */
export interface SpreadWords {
  /** A sheet's name in its margin; `pages` are those that it carries, as they lie: `2 | 3`. */
  sheet(number: number, total: number, pages: string): string;
}

export interface SpreadsJob {
  /** In reading order, all of one trim. */
  readonly pages: readonly BookPage[];
  readonly paper: Paper;
  readonly target: TargetRules;
  readonly direction: ReadingDirection;
  /** Stands in the margin where there is one. */
  readonly label?: SpreadWords | undefined;
}

export interface SinglesJob {
  /** In reading order. */
  readonly pages: readonly BookPage[];
  /** What the "paper" is called; its size if it has no name. */
  readonly name?: string | undefined;
}

/** Two pages side by side, the fold between them. Throws if the pages of a book differ: they could not be bound. */
export const spreadOf = (pages: readonly BookPage[]): Size => {
  const { width, height } = pages[0]!.trim;
  const odd = pages.find(({ trim }) => Math.hypot(trim.width - width, trim.height - height) > 0.01);
  if (odd) throw new Error(`${odd.piece}: the pages of a book are of one size`);
  return { width: 2 * width, height };
};

/** What labels call a page. */
export const folioOf = (pages: readonly BookPage[], number: number): string =>
  pages[number - 1]?.folio ?? String(number);
