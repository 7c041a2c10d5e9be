/** Localise: kit + language → the words as they are printed, with the typography of the language. */
import type { Kit, TextValue } from "../content/kit.js";
import { digitsOf } from "./digits.js";
import { createPrintWords, type PrintWords } from "./print-words.js";
import { createWriter } from "./writer.js";

export { durationText, longDate, shortDate } from "./durations.js";
export { isolated } from "./isolated.js";
export type { PrintWords } from "./print-words.js";
export { quotesOf } from "./typography/common.js";
export { escapeMarkup } from "./writer.js";

/** A language in which words are set and numbers are written. */
export interface Language {
  /** BCP 47. */
  readonly locale: string;
  /** The same for numbers and dates: with the digits that the kit uses in this language. */
  readonly intl: string;
  readonly direction: "ltr" | "rtl";
  /** A number that the program writes itself, in the digits of the language. */
  readonly number: (number: number | string) => string;
}

export interface LocalKit extends Language {
  readonly kit: Kit;
  readonly quotes: readonly [opening: string, closing: string];
  /** Words that are cut otherwise than by the patterns of the language. */
  readonly hyphens: readonly string[];
  /** What is said in the margin of a proof, which is not to be printed for good; undefined when it is none. */
  readonly proof?: string | undefined;
  /** The words of margins and assembly pages. */
  readonly print: PrintWords;
  /** The language of a text that stands there in another one: the original, where its translation is missing. */
  foreign(text: TextValue): Language | undefined;
  /** A text as safe markup: escaped, its marks turned into elements, the typography of its language applied. */
  html(text: TextValue): string;
  /** The same for the words of one paragraph, heading or cell: what looks like a list is none. */
  inline(text: TextValue): string;
  /** A text as plain words, for titles of files, outlines and labels. */
  plain(text: TextValue): string;
}

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

export function localise(kit: Kit, locale: string, options: LocaleOptions = {}): LocalKit {
  const language = languageOf(locale, options);
  const original = languageOf(kit.locale);
  const foreign = ({ state }: TextValue): Language | undefined =>
    state === "missing" && kit.locale !== locale ? original : undefined;
  const own = createWriter(locale, options.quotes);
  const first = kit.locale === locale ? own : createWriter(kit.locale);
  const writerOf = (text: TextValue) => (foreign(text) === undefined ? own : first);
  const print = createPrintWords(kit, { ...language, typography: own.words });
  const cache = new WeakMap<TextValue, string>();
  return {
    ...language,
    kit,
    quotes: own.quotes,
    hyphens: options.hyphens ?? [],
    proof: options.proof && proofLabel(print, locale, options.proof),
    print,
    foreign,
    plain: (text) => writerOf(text).plain(text),
    inline: (text) => writerOf(text).inline(text),
    html(text) {
      const known = cache.get(text);
      if (known !== undefined) return known;
      const result = writerOf(text).html(text);
      cache.set(text, result);
      return result;
    },
  };
}

function languageOf(locale: string, { direction, digits }: LocaleOptions = {}): Language {
  const intl = digits === undefined ? locale : `${locale}-u-nu-${digits}`;
  return { locale, intl, direction: direction ?? directionOf(locale), number: digitsOf(intl) };
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
