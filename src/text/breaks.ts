/** Text of one paragraph → where its lines may end: UAX #14, words of Thai, Lao and Khmer, French habits, web addresses. */
import LineBreaker from "linebreak";

/** What may happen at an offset. `EMERGENCY`: only where nothing else fits (inside a web address). */
export const NO_BREAK = 0;
export const ALLOWED = 1;
export const EMERGENCY = 2;
export type Opportunity = typeof NO_BREAK | typeof ALLOWED | typeof EMERGENCY;

/** One opportunity per UTF-16 offset of the text, from 0 to its length. */
export type Opportunities = Uint8Array;

/** More paragraphs than this are a book, and looking again costs less than keeping them all. */
const MOST_REMEMBERED = 2000;

const cache = new Map<string, Opportunities>();

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
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) result[next.position] = ALLOWED;
  allowBetweenWords(text, lang, result);
  forbid(text, result, THIN_SPACE);
  if (lang === "fr" || lang.startsWith("fr-")) for (const rule of FRENCH_NO_BREAK) forbid(text, result, rule);
  restrictAddresses(text, result);
  return result;
}

/** Thin spaces stand inside numbers and before units; UAX #14 would end lines after them. */
const THIN_SPACE = /[\u2009\u200a]/g;

/** No line may end after a match. */
const FRENCH_NO_BREAK: readonly RegExp[] = [
  // No line begins with a closing guillemet, double punctuation or a unit, even after a plain space.
  / (?=[»?!:;%€])/g,
  // No line ends with an opening guillemet.
  /« /g,
  // « a-t-il » may be cut before the t, not after it.
  /-t-(?=il|elle|on)/g,
];

function forbid(text: string, result: Opportunities, rule: RegExp): void {
  for (const match of text.matchAll(rule)) result[match.index + match[0].length] = NO_BREAK;
}

/** Scripts that put no spaces between words. */
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
const segmenters = new Map<string, Intl.Segmenter>();

function allowBetweenWords(text: string, lang: string, result: Opportunities): void {
  for (const match of text.matchAll(UNSPACED)) {
    let segmenter = segmenters.get(lang);
    if (!segmenter) {
      segmenter = new Intl.Segmenter(lang || "und", { granularity: "word" });
      segmenters.set(lang, segmenter);
    }
    for (const { index } of segmenter.segment(match[0])) if (index > 0) result[match.index + index] = ALLOWED;
  }
}

/** Web and mail addresses, with or without `https://`. */
const ADDRESS = /(?:[a-z][a-z0-9+.-]*:\/\/|www\.)\S+|[^\s@]+@[^\s@]+\.[^\s@]+|(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/\S*)?/gi;
/** After `/`, `-` or `.`, but not inside `://`. */
const ADDRESS_JOINT = /(?<=[^/:][/.-])(?=[\p{L}\p{N}_~?#%])/gu;

/** An address stays whole wherever it can: a reader types it. */
function restrictAddresses(text: string, result: Opportunities): void {
  if (!text.includes(".") && !text.includes("://")) return;
  for (const { 0: address, index: start } of text.matchAll(ADDRESS)) {
    result.fill(NO_BREAK, start + 1, start + address.length);
    for (const joint of address.matchAll(ADDRESS_JOINT)) result[start + joint.index] = EMERGENCY;
  }
}
