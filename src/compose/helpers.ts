/** The helpers that templates may call: comparisons and small computations, no words and no files. */
import type { HelperDelegate } from "handlebars";

/** Handlebars passes its options as the last argument. */
const given = (values: readonly unknown[]): readonly unknown[] => values.slice(0, -1);

/** `2026-11-24` → « 24 novembre 2026 », in the kit's language, whatever the machine's time zone. */
const longDate = (day: unknown, language: unknown): string =>
  new Intl.DateTimeFormat(typeof language === "string" ? language : "fr", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${String(day)}T00:00:00Z`));

const numbers = (list: unknown, field: unknown): readonly number[] =>
  Array.isArray(list) ? list.map((item: Record<string, unknown>) => Number(item[String(field)])) : [];

export const HELPERS: Readonly<Record<string, HelperDelegate>> = {
  eq: (a: unknown, b: unknown) => String(a) === String(b),
  ne: (a: unknown, b: unknown) => String(a) !== String(b),
  and: (...values: unknown[]) => given(values).every(Boolean),
  or: (...values: unknown[]) => given(values).some(Boolean),
  not: (value: unknown) => !value,
  add: (a: unknown, b: unknown) => Number(a) + Number(b),
  /** `{{share value list "field"}}`: the value in percent of the largest of the list, two decimals. */
  share: (value: unknown, list: unknown, field: unknown) =>
    Math.round((10_000 * Number(value)) / Math.max(...numbers(list, field))) / 100,
  /** `8.2` → « 8,2 », by the language of the kit. */
  decimal: (value: unknown) => new Intl.NumberFormat("fr", { maximumFractionDigits: 2 }).format(Number(value)),
  date: (day: unknown, language: unknown) => longDate(day, language),
  odd: (value: unknown) => Number(value) % 2 === 1,
  count: (list: unknown) => (Array.isArray(list) ? list.length : 0),
  /** `{{#each (slice list 0 5)}}` */
  slice: (list: unknown, from: unknown, to: unknown) =>
    Array.isArray(list) ? list.slice(Number(from), typeof to === "number" ? to : undefined) : [],
  /** `{{#each (range 4)}}`: 1, 2, 3, 4. */
  range: (length: unknown) => Array.from({ length: Number(length) }, (_, index) => index + 1),
};
