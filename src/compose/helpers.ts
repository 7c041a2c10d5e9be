/** The helpers that templates may call: comparisons and small computations, no words and no files. */
import type { HelperDelegate, HelperOptions } from "handlebars";
import { escapeMarkup, type LocalKit, longDate, shortDate } from "../localise/index.js";
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

type Language = Pick<LocalKit, "intl" | "number" | "quotes">;

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === "";

function inQuotes(value: unknown, [opening, closing]: Language["quotes"]): PrintedText {
  const html = value instanceof PrintedText ? value.toHTML() : escapeMarkup(String(value));
  return new PrintedText(`${opening}${html}${closing}`, () => `${opening}${String(value)}${closing}`);
}

function listed(items: unknown, field: string, { intl, quotes }: Omit<Language, "number">): PrintedText | undefined {
  const named = Array.isArray(items) ? items.map((item: Record<string, unknown>) => item[field]) : [];
  const quoted = named.filter((value) => !isEmpty(value)).map((value) => inQuotes(value, quotes));
  if (quoted.length === 0) return undefined;
  // Placeholders take their places in the list: elements and marks are not for Intl to read.
  const parts = new Intl.ListFormat(intl, { type: "unit", style: "short" }).formatToParts(
    quoted.map((_, at) => `${at}`),
  );
  const join = (show: (text: PrintedText) => string): string =>
    parts.map(({ type, value }) => (type === "element" ? show(quoted[Number(value)]!) : value)).join("");
  return new PrintedText(
    join((text) => text.toHTML()),
    () => join(String),
  );
}

/** Around each value inside a tag: there, words come without elements and without marks. */
export const ATTRIBUTE = "attribute";
/** Around each value outside of tags: there, numbers are written in the digits of the language. */
export const PRINTED = "printed";

/** The helpers of a kit in a language: numbers, dates and quotes are written as it does. */
export const createHelpers = ({ intl, number, quotes }: Language): Readonly<Record<string, HelperDelegate>> => ({
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
  decimal: (value: unknown) => new Intl.NumberFormat(intl, { maximumFractionDigits: 2 }).format(Number(value)),
  /** `{{longdate kit.date}}`, or in another language `{{longdate kit.date "en"}}`. */
  longdate: (day: unknown, language: unknown) => longDate(String(day), typeof language === "string" ? language : intl),
  /** `{{listed (pieces "matrices") "title"}}`: the field of each, quoted, as the language lists things. */
  listed: (items: unknown, field: unknown) => listed(items, String(field), { intl, quotes }),
  /** `{{shortdate kit.date}}`: « 24/11/2026 ». */
  shortdate: (day: unknown) => shortDate(String(day), intl),
  /** `{{quoted title}}`: « title », or as the language quotes. */
  quoted: (value: unknown) => (isEmpty(value) ? undefined : inQuotes(value, quotes)),
  odd: (value: unknown) => Number(value) % 2 === 1,
  count: (list: unknown) => (Array.isArray(list) ? list.length : 0),
  /** `{{#each (slice list 0 5)}}` */
  slice: (list: unknown, from: unknown, to: unknown) =>
    Array.isArray(list) ? list.slice(Number(from), typeof to === "number" ? to : undefined) : [],
  range,
  ...BOOK_HELPERS,
  [ATTRIBUTE]: (value: unknown) => (value instanceof PrintedText ? value.toString() : value),
  [PRINTED]: (value: unknown) => (typeof value === "number" ? number(value) : value),
});

export const HELPER_NAMES: readonly string[] = Object.keys(
  createHelpers({ intl: "fr", number: String, quotes: ["", ""] }),
);

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
