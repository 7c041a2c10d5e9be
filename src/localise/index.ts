/** Localise: kit + language → the words as they are printed, with the typography of the language. */
import type { Kit, TextValue } from "../content/kit.js";
import { createMarkdownReader, type MarkdownReader } from "./markdown.js";
import { createPrintWords, type PrintWords } from "./print-words.js";
import { quotedBy, quotesOf } from "./typography/common.js";
import { french, NBSP, SEAM } from "./typography/french.js";

export { durationText, longDate, shortDate } from "./durations.js";
export { isolated } from "./isolated.js";
export type { PrintWords } from "./print-words.js";
export { quotesOf } from "./typography/common.js";

export interface LocalKit {
  readonly kit: Kit;
  readonly locale: string;
  /** The same for numbers and dates: with the digits that the kit uses in this language. */
  readonly intl: string;
  readonly direction: "ltr" | "rtl";
  readonly quotes: readonly [opening: string, closing: string];
  /** Words that are cut otherwise than by the patterns of the language. */
  readonly hyphens: readonly string[];
  /** What is said in the margin of a proof, which is not to be printed for good; undefined when it is none. */
  readonly proof?: string | undefined;
  /** The words of margins and assembly pages. */
  readonly print: PrintWords;
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
  /** It is a proof: so many texts are not translated yet, so many translations out of date. */
  readonly proof?: { readonly missing: number; readonly stale: number } | undefined;
}

/** As French printers space them. */
const FRENCH_QUOTES = [`«${NBSP}`, `${NBSP}»`] as const;

export function localise(kit: Kit, locale: string, options: LocaleOptions = {}): LocalKit {
  const { digits, proof } = options;
  const direction = options.direction ?? directionOf(locale);
  const intl = digits === undefined ? locale : `${locale}-u-nu-${digits}`;
  const own = TYPOGRAPHY[locale.split("-")[0]!];
  const quotes = options.quotes ?? (own === undefined ? quotesOf(locale) : FRENCH_QUOTES);
  const typography = own ?? quotedBy(quotes);
  const print = createPrintWords(kit, { direction, intl, typography: (text) => typography(clean(text)) });
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
  return {
    kit,
    locale,
    intl,
    direction,
    quotes,
    hyphens: options.hyphens ?? [],
    proof: proof && proofLabel(print, locale, proof),
    print,
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

/** In the margin of every sheet of a proof, with what its hatchings mean. */
const proofLabel = (
  print: PrintWords,
  language: string,
  { missing, stale }: NonNullable<LocaleOptions["proof"]>,
): string =>
  [
    print.say("proof", { language }),
    ...(missing > 0 ? [print.say("proof-missing", { n: missing })] : []),
    ...(stale > 0 ? [print.say("proof-stale", { n: stale })] : []),
    print.say("proof-end"),
  ]
    .map(print.name)
    .join(" · ");

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
