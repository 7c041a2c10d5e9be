/** Localise: kit + language → the words as they are printed, with the typography of the language. */
import type { Kit, TextValue } from "../content/kit.js";
import { digitsOf } from "./digits.js";
import { createMarkdownReader, type MarkdownReader } from "./markdown.js";
import { quotedBy, quotesOf } from "./typography/common.js";
import { french, NBSP, SEAM } from "./typography/french.js";

export { durationText, longDate, shortDate } from "./durations.js";
export { quotesOf } from "./typography/common.js";

export interface LocalKit {
  readonly kit: Kit;
  readonly locale: string;
  /** The same for numbers and dates: with the digits that the kit uses in this language. */
  readonly intl: string;
  readonly direction: "ltr" | "rtl";
  /** A number that the program writes itself, in the digits of the language. */
  readonly number: (number: number | string) => string;
  readonly quotes: readonly [opening: string, closing: string];
  /** Words that are cut otherwise than by the patterns of the language. */
  readonly hyphens: readonly string[];
  /** What is said in the margin of a proof, which is not to be printed for good; undefined when it is none. */
  readonly proof?: string | undefined;
  /** A text as safe markup: escaped, its marks turned into elements, typography applied. */
  html(text: TextValue): string;
  /** The same for the words of one paragraph, heading or cell: what looks like a list is none. */
  inline(text: TextValue): string;
  /** A text as plain words, for titles of files, outlines and labels. */
  plain(text: TextValue): string;
}

/** Private-use signs serve as marks further down the line: they never come from a text. */
const PRIVATE_USE = /[\uE000-\uF8FF]/g;

const TYPOGRAPHY: Readonly<Record<string, (text: string) => string>> = { fr: french };

/** What a language says of itself, where it is not what everybody knows of it. */
export interface LocaleOptions {
  readonly direction?: "ltr" | "rtl" | undefined;
  readonly quotes?: readonly [string, string] | undefined;
  readonly hyphens?: readonly string[] | undefined;
  /** A numbering system of CLDR: `latn`, `arab`, `deva` … */
  readonly digits?: string | undefined;
  readonly proof?: string | undefined;
}

/** As French printers space them. */
const FRENCH_QUOTES = [`«${NBSP}`, `${NBSP}»`] as const;

export function localise(kit: Kit, locale: string, options: LocaleOptions = {}): LocalKit {
  const { direction, digits, proof } = options;
  const own = TYPOGRAPHY[locale.split("-")[0]!];
  const quotes = options.quotes ?? (own === undefined ? quotesOf(locale) : FRENCH_QUOTES);
  const typography = own ?? quotedBy(quotes);
  let markdown: MarkdownReader | undefined;
  const cache = new WeakMap<TextValue, string>();
  const reader = (): MarkdownReader => {
    markdown ??= createMarkdownReader((stretches) => typography(stretches.join(SEAM)).split(SEAM));
    return markdown;
  };
  const isPlain = (text: TextValue): boolean => text.kind === "text" || !MARKS.test(text.value);
  const plain = (text: TextValue): string =>
    isPlain(text) ? typography(clean(text.value)) : reader().plain(clean(text.value));
  const html = (text: TextValue): string => {
    return isPlain(text) ? escapeMarkup(plain(text)) : reader().html(clean(text.value));
  };
  const intl = digits === undefined ? locale : `${locale}-u-nu-${digits}`;
  return {
    kit,
    locale,
    intl,
    direction: direction ?? directionOf(locale),
    number: digitsOf(intl),
    quotes,
    hyphens: options.hyphens ?? [],
    proof,
    plain,
    inline: (text) => (isPlain(text) ? escapeMarkup(plain(text)) : reader().inline(clean(text.value))),
    html(text) {
      const known = cache.get(text);
      if (known !== undefined) return known;
      const result = html(text);
      cache.set(text, result);
      return result;
    },
  };
}

/** The direction of a language's own script; a script that is named (`uz-Arab`) goes before it. */
export function directionOf(locale: string): "ltr" | "rtl" {
  if (/-(Arab|Hebr|Thaa|Syrc|Nkoo|Adlm)\b/.test(locale) || locale === "fr-XB") return "rtl";
  return /^(ar|he|fa|ur|ps|prs|dv|ckb|yi|sd|ug)\b(?!-Latn)/.test(locale) ? "rtl" : "ltr";
}

/** Without any of these signs Markdown is plain text, and its reader need not be woken. */
const MARKS = /[*_[\]\\\n]|^\s*(?:[-+]|\d+[.)])\s/;

const clean = (text: string): string => text.replace(PRIVATE_USE, "").trim();

export const escapeMarkup = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
