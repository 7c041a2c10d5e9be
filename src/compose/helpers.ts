/** The helpers that templates may call: comparisons and small computations, no words and no files. */
import type { HelperDelegate, HelperOptions } from "handlebars";
import { longDate } from "../localise/index.js";
import { BOOK_HELPERS } from "./book/helpers.js";
import { type Budget, type CallPlace, LONGEST_RANGE, TooMuch } from "./limits.js";
import { rangeTooLong } from "./messages.js";
import { PrintedText } from "./printed-text.js";

/** What Handlebars passes, `loc` included, which its types leave out. */
interface Options extends HelperOptions {
  readonly loc?: CallPlace | undefined;
}

/** Handlebars passes its options as the last argument. */
const given = (values: readonly unknown[]): readonly unknown[] => values.slice(0, -1);

const numbers = (list: unknown, field: unknown): readonly number[] =>
  Array.isArray(list) ? list.map((item: Record<string, unknown>) => Number(item[String(field)])) : [];

/** `{{#each (range 4)}}`: 1, 2, 3, 4. Refuses a length that no sheet can hold, before anything is made. */
function range(length: unknown, options: Options | undefined): readonly number[] {
  const count = Number(length);
  if (count > LONGEST_RANGE) throw new TooMuch(rangeTooLong(count, LONGEST_RANGE), options?.loc);
  return count >= 1 ? Array.from({ length: Math.floor(count) }, (_, index) => index + 1) : [];
}

/** Around each value inside a tag: there, words come without elements and without marks. */
export const ATTRIBUTE = "attribute";

/** The helpers of a kit in `locale`: numbers and dates are written as that language does. */
export const createHelpers = (locale: string): Readonly<Record<string, HelperDelegate>> => ({
  eq: (a: unknown, b: unknown) => String(a) === String(b),
  ne: (a: unknown, b: unknown) => String(a) !== String(b),
  and: (...values: unknown[]) => given(values).every(Boolean),
  or: (...values: unknown[]) => given(values).some(Boolean),
  not: (value: unknown) => !value,
  add: (a: unknown, b: unknown) => Number(a) + Number(b),
  /** `{{percent value list "field"}}`: the value in percent of the largest of the list, two decimals. */
  percent: (value: unknown, list: unknown, field: unknown) => {
    const largest = Math.max(...numbers(list, field));
    return largest > 0 ? Math.round((10_000 * Number(value)) / largest) / 100 : 0;
  },
  /** `8.2` → « 8,2 ». */
  decimal: (value: unknown) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(Number(value)),
  /** `{{longdate kit.date}}`, or in another language `{{longdate kit.date "en"}}`. */
  longdate: (day: unknown, language: unknown) =>
    longDate(String(day), typeof language === "string" ? language : locale),
  odd: (value: unknown) => Number(value) % 2 === 1,
  count: (list: unknown) => (Array.isArray(list) ? list.length : 0),
  /** `{{#each (slice list 0 5)}}` */
  slice: (list: unknown, from: unknown, to: unknown) =>
    Array.isArray(list) ? list.slice(Number(from), typeof to === "number" ? to : undefined) : [],
  range,
  ...BOOK_HELPERS,
  [ATTRIBUTE]: (value: unknown) => (value instanceof PrintedText ? value.toString() : value),
});

export const HELPER_NAMES: readonly string[] = Object.keys(createHelpers("fr"));

/** Handlebars' own helpers that templates may call; `log` is not one of them. */
export const BUILT_IN_HELPERS: readonly string[] = ["if", "unless", "each", "with", "lookup"];

/** `each`, counted: a loop that would never end is refused. */
export const countedEach = (each: HelperDelegate, budget: Budget): HelperDelegate =>
  function (this: unknown, list: unknown, options: Options | undefined) {
    if (!options) return each.call(this, list);
    const turn: HelperOptions["fn"] = (context, data) => {
      budget.spend(options.loc);
      return options.fn(context, data);
    };
    return each.call(this, list, { ...options, fn: turn });
  };
