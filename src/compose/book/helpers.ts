/** The helpers that a booklet's templates ask for facts of the kit: lists of pieces, pages, titles, durations. */
import type { HelperDelegate, HelperOptions } from "handlebars";

/** What answers them; carried by the context under a key that no template can write. */
export interface BookDesk {
  pieces(component: string, filters: ReadonlyMap<string, unknown>): readonly object[];
  count(component: string, filters: ReadonlyMap<string, unknown>): number;
  page(id: string): unknown;
  title(id: string): unknown;
  minutes(ids: readonly string[]): string;
}

export const BOOK_DESK = Symbol("book");

function deskOf(options: HelperOptions): BookDesk {
  const root = (options.data as { root?: Record<symbol, BookDesk> } | undefined)?.root;
  const desk = root?.[BOOK_DESK];
  if (!desk) throw new Error("cette aide ne sert que dans un livret");
  return desk;
}

const filtersOf = (options: HelperOptions): ReadonlyMap<string, unknown> => new Map(Object.entries(options.hash ?? {}));

export const BOOK_HELPERS: Readonly<Record<string, HelperDelegate>> = {
  /** `{{#each (pieces "donnees" template="prompt" answer="share")}}`; `shown` is a piece's rank among those in boxes. */
  pieces: (component: unknown, options: HelperOptions) => deskOf(options).pieces(String(component), filtersOf(options)),
  /** `(count-of "donnees" template="prompt")` */
  "count-of": (component: unknown, options: HelperOptions) =>
    deskOf(options).count(String(component), filtersOf(options)),
  /** `(sorted list "year")`: by a number where the field holds numbers, else by its letters. */
  sorted: (list: unknown, field: unknown) => sorted(list, String(field)),
  "page-of": (id: unknown, options: HelperOptions) => deskOf(options).page(String(id)),
  "title-of": (id: unknown, options: HelperOptions) => deskOf(options).title(String(id)),
  /** `(minutes-of "histoire" "donnees")`: « 35 min ». */
  "minutes-of": (...values: unknown[]) =>
    deskOf(values.at(-1) as HelperOptions).minutes(values.slice(0, -1).map(String)),
};

function sorted(list: unknown, field: string): readonly unknown[] {
  if (!Array.isArray(list)) return [];
  const by = (item: Record<string, unknown>): string => String(item[field] ?? "");
  const compare = (a: string, b: string): number => {
    const difference = Number(a) - Number(b);
    if (!Number.isNaN(difference)) return difference;
    return a < b ? -1 : a > b ? 1 : 0;
  };
  return [...list].sort((a, b) => compare(by(a), by(b)));
}
