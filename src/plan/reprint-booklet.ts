/** A booklet of which some pages changed since an edition → the folded sheets to print again: pages share paper. */
import type { Booklet, BookletPage } from "../booklet/index.js";
import { pageOrder } from "../impose/index.js";
import { componentOf, type Reprint, toPrint } from "./reprint.js";

/** Pages of the inside; those of a separate cover are `c-1` to `c-4`. */
const INSIDE = /\/p-\d+$/;

/** What of a booklet is to be printed. */
export interface BookletReprint {
  /**
   * `all`: it had another number of pages, so every sheet carries others now; else the numbers of its sheets, the
   * outermost first, none if all stay as they are.
   */
  readonly inside: "all" | readonly number[];
  readonly cover: boolean;
}

/** The booklet's pages without those of a separate cover. */
export const insideOf = ({ pages, hasCover }: Booklet): readonly BookletPage[] =>
  hasCover ? pages.slice(2, -2) : pages;

export function bookletReprint(booklet: Booklet, reprint: Reprint): BookletReprint {
  const { id } = booklet.component;
  const names = toPrint(reprint);
  const inside = insideOf(booklet);
  const isChanged = (page: BookletPage | undefined): boolean => page !== undefined && names.has(page.name);
  const cover = booklet.hasCover && booklet.pages.filter((page) => !inside.includes(page)).some(isChanged);
  const had = reprint.printed.filter((name) => componentOf(name) === id && INSIDE.test(name)).length;
  if (had !== inside.length) return { inside: "all", cover };
  const sheets = pageOrder(inside.length, "ltr").flatMap(({ front, back }, index) =>
    [...front, ...back].some((number) => isChanged(inside[number - 1])) ? [index + 1] : [],
  );
  return { inside: sheets, cover };
}
