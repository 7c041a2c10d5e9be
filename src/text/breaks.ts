/** Text of one paragraph → where its lines may end: UAX #14, words without spaces, habits of languages, web addresses. */
import type { Inline } from "./spec.js";
import { lineEndsOf } from "./uax14.js";

/** What may happen at an offset. From `EMERGENCY` on: only where nothing lower fits. */
export const NO_BREAK = 0;
export const ALLOWED = 1;
/** Inside a Korean word; in an address after a slash, where it is made to be cut. */
export const EMERGENCY = 2;
/** Before a dot or another sign of an address, which tells on the next line that the address goes on. */
export const BEFORE_SIGN = 3;
/** A hyphen at the end of a line looks as if it did not belong to the address. */
export const AFTER_HYPHEN = 4;
export type Opportunity =
  | typeof NO_BREAK
  | typeof ALLOWED
  | typeof EMERGENCY
  | typeof BEFORE_SIGN
  | typeof AFTER_HYPHEN;

/** Where nothing else fits, the best place first. */
export const EMERGENCIES = [EMERGENCY, BEFORE_SIGN, AFTER_HYPHEN] as const;

export const isEmergency = (opportunity: Opportunity): boolean => opportunity >= EMERGENCY;

/** One opportunity per UTF-16 offset of the text, from 0 to its length. */
export type Opportunities = Uint8Array;

/** More paragraphs than this are a book, and looking again costs less than keeping them all. */
const MOST_REMEMBERED = 2000;

const cache = new Map<string, Opportunities>();

/** The language by whose habits a paragraph ends its lines: that in which its words begin. */
export function habitsOf<T>(inlines: readonly Inline<T>[]): string | undefined {
  for (const inline of inlines) if (inline.kind === "text" && inline.text.trim() !== "") return inline.style.lang;
  return undefined;
}

/** Line-end opportunities of `text`, remembered by text and language (a page set in another size asks again). */
export function breakOpportunities(text: string, lang: string): Opportunities {
  const key = `${lang}|${text}`;
  const known = cache.get(key);
  if (known) return known;
  const found = findOpportunities(text, lang);
  if (cache.size >= MOST_REMEMBERED) cache.clear();
  cache.set(key, found);
  return found;
}

function findOpportunities(text: string, lang: string): Opportunities {
  const result = new Uint8Array(text.length + 1);
  lineEndsOf(text, (offset) => {
    result[offset] = ALLOWED;
  });
  allowBetweenWords(text, lang, result);
  mark(text, result, THIN_SPACE, NO_BREAK);
  if (text.includes(MAQAF)) mark(text, result, AFTER_MAQAF(), ALLOWED);
  const habits = HABITS[lang.split("-")[0]!]?.();
  for (const rule of habits?.allowed ?? []) mark(text, result, rule, ALLOWED);
  for (const rule of habits?.emergency ?? []) mark(text, result, rule, EMERGENCY);
  for (const rule of habits?.forbidden ?? []) mark(text, result, rule, NO_BREAK);
  restrictAddresses(text, result);
  return result;
}

/** Thin spaces stand inside numbers and before units; UAX #14 would end lines after them. */
const THIN_SPACE = /[\u2009\u200a]/g;

/** Patterns with scripts in them take V8 a while to make: those of other languages are made when they are asked for. */
const MAQAF = "\u05be";
/** Since Unicode 15.1 a line may end between two Hebrew words joined by their hyphen. */
const AFTER_MAQAF = (): RegExp => /(?<=\p{Script=Hebrew}\u05be)(?=\p{Script=Hebrew})/gu;

/** No line may end after a match. */
const FRENCH_NO_BREAK: readonly RegExp[] = [
  // No line begins with a closing guillemet, double punctuation or a unit, even after a plain space.
  / (?=[»?!:;%€])/g,
  // No line ends with an opening guillemet.
  /« /g,
  // « a-t-il » may be cut before the t, not after it.
  /-t-(?=il|elle|on)/g,
];

/** Quotation marks that Chinese shares with Latin scripts: UAX #14 does not know which of them opens. */
const EAST_ASIAN_QUOTES = (): readonly RegExp[] => [
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u301f\uff01-\uff60])(?=[“‘])/gu,
  /(?<=[”’])(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu,
];
const AFTER_OPENING_QUOTE = /[“‘]/g;

/** Korean is read word by word, and written with spaces: a word is cut only where nothing else fits. */
const INSIDE_KOREAN_WORDS = (): RegExp =>
  /(?<=[\p{Script=Hangul}\p{L}\p{N}”’"')\]])(?=[\p{Script=Hangul}(])|(?<=\p{Script=Hangul})(?=[\p{L}\p{N}])/gu;

interface Habits {
  /** A line may, may not, or may if all else fails, end after a match. */
  readonly allowed?: readonly RegExp[];
  readonly forbidden?: readonly RegExp[];
  readonly emergency?: readonly RegExp[];
}

const eastAsian = (): Habits => ({ allowed: EAST_ASIAN_QUOTES(), forbidden: [AFTER_OPENING_QUOTE] });

/** By language, region left out. */
const HABITS: Readonly<Record<string, () => Habits>> = {
  fr: () => ({ forbidden: FRENCH_NO_BREAK }),
  zh: eastAsian,
  ja: eastAsian,
  ko: () => ({ emergency: [INSIDE_KOREAN_WORDS()] }),
};

function mark(text: string, result: Opportunities, rule: RegExp, opportunity: Opportunity): void {
  for (const match of text.matchAll(rule)) result[match.index + match[0].length] = opportunity;
}

/** Scripts that put no spaces between words. */
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
/** No other text needs the pattern above, which takes V8 long to compile. */
const MAYBE_UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\ua9e0-\ua9ff\uaa60-\uaa7f\ud800-\udfff]/;
/** Full stops, signs of repetition and abbreviation, which go with the word before: Thai, Lao, Burmese, Khmer. */
const NEVER_FIRST = /^[\u0e2f\u0e46\u0e5a\u0e5b\u0eaf\u0ec6\u104a\u104b\u17d4-\u17da]/;
const segmenters = new Map<string, Intl.Segmenter>();

function allowBetweenWords(text: string, lang: string, result: Opportunities): void {
  if (!MAYBE_UNSPACED.test(text)) return;
  for (const match of text.matchAll(UNSPACED)) {
    let segmenter = segmenters.get(lang);
    if (!segmenter) {
      segmenter = new Intl.Segmenter(lang || "und", { granularity: "word" });
      segmenters.set(lang, segmenter);
    }
    for (const { index, segment } of segmenter.segment(match[0])) {
      if (index > 0 && !NEVER_FIRST.test(segment)) result[match.index + index] = ALLOWED;
    }
  }
}

/** Web and mail addresses, with or without `https://`. */
const ADDRESS = /(?:[a-z][a-z0-9+.-]*:\/\/|www\.)\S+|[^\s@]+@[^\s@]+\.[^\s@]+|(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/\S*)?/gi;
/** What every address has, and few sentences do: to look for addresses themselves is slow. */
const MAYBE_ADDRESS = /\.\S|:\/\//;
/** The places of each kind; none inside `://`, and none before a sign that only ends the sentence. */
const ADDRESS_JOINTS: readonly (readonly [Opportunity, RegExp])[] = [
  [AFTER_HYPHEN, /(?<=[^/:]-)(?=[\p{L}\p{N}])/gu],
  [BEFORE_SIGN, /(?<=[^/:.])(?=[.?#&@][\p{L}\p{N}_~%])/gu],
  [EMERGENCY, /(?<=[^/:]\/)(?=[\p{L}\p{N}_~?#%])/gu],
];

/** Marks that end a sentence or a bracket after an address. */
const AFTER_ADDRESS = /[.,;:!?…»”"')\]\u060c\u061b\u061f\u06d4]+$/u;

/** Where addresses stand, the marks after them left out. */
export function addressesIn(text: string): readonly { readonly start: number; readonly end: number }[] {
  if (!MAYBE_ADDRESS.test(text)) return [];
  return Array.from(text.matchAll(ADDRESS), ({ 0: address, index: start }) => {
    return { start, end: start + address.replace(AFTER_ADDRESS, "").length };
  });
}

/** An address stays whole wherever it can: a reader types it. */
function restrictAddresses(text: string, result: Opportunities): void {
  if (!MAYBE_ADDRESS.test(text)) return;
  for (const { 0: address, index: start } of text.matchAll(ADDRESS)) {
    result.fill(NO_BREAK, start + 1, start + address.length);
    for (const [kind, joints] of ADDRESS_JOINTS) {
      for (const joint of address.matchAll(joints)) result[start + joint.index] = kind;
    }
  }
}
