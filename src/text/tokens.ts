/** The text of a paragraph → its tokens: where each ends, what stands around it, and where it may be hyphenated. */
import { isEmergency, NO_BREAK, type Opportunities, type Opportunity } from "./breaks.js";
import { isName, LEAST_LETTERS } from "./hyphenate.js";
import type { Neighbours } from "./shaper.js";
import type { Inline } from "./spec.js";

const OBJECT = "\ufffc";
const SOFT_HYPHEN = "\u00ad";
/** Runs of spaces and line ends, but for a single space. */
const BREAKING_SPACES =
  /[\t\n\r\f\v\u0085\u2028\u2029][ \t\n\r\f\v\u0085\u2028\u2029]*| [ \t\n\r\f\v\u0085\u2028\u2029]+/g;
/** Spaces that are atoms of their own, so that words around them are found in the cache. */
export const isSpace = (code: number): boolean => code === 0x20 || code === 0xa0 || code === 0x202f || code === 0x2009;
/** Marks that have done their work once breaks and levels are known. */
export const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** As CSS does: any run of spaces and line ends is one space, and none stands at the beginning or end. */
export function collapseSpaces<T>(inlines: readonly Exclude<Inline<T>, { kind: "break" }>[]): string[] {
  let afterSpace = true;
  const texts = inlines.map((inline) => {
    if (inline.kind === "object") {
      afterSpace = false;
      return OBJECT;
    }
    let text = inline.text.replace(BREAKING_SPACES, " ");
    if (afterSpace && text.startsWith(" ")) text = text.slice(1);
    if (text !== "") afterSpace = text.endsWith(" ");
    return text;
  });
  const last = texts.findLastIndex((text) => text !== "");
  if (last >= 0) texts[last] = texts[last]!.replace(/ $/, "");
  return texts;
}

/** One text inline in the text of its paragraph. */
export interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly opportunities: Opportunities;
  readonly levels: Uint8Array | undefined;
  readonly inline: number;
}

/** Where the token that begins at `start` ends: at a space, a line-end opportunity or a change of direction. */
export function tokenEnd({ text, end, opportunities, levels }: Place, start: number): number {
  if (isSpace(text.charCodeAt(start))) return start + 1;
  for (let index = start + 1; index < end; index++) {
    if (isSpace(text.charCodeAt(index))) return index;
    if (opportunities[index] !== NO_BREAK && text[index - 1] !== SOFT_HYPHEN) return index;
    if (levels && levels[index] !== levels[start]) return index;
  }
  return end;
}

export const NO_OFFSETS: readonly number[] = [];

/** Where the soft hyphens of a token are in its drawn text. */
export function findSoftHyphens(token: string): readonly number[] {
  if (!token.includes(SOFT_HYPHEN)) return NO_OFFSETS;
  const length = token.replace(INVISIBLE, "").length;
  let offset = 0;
  const offsets = token.split(SOFT_HYPHEN).map((syllable) => {
    offset += syllable.replace(INVISIBLE, "").length;
    return offset;
  });
  return offsets.filter((place) => place > 0 && place < length);
}

/** Compounds end lines at their own hyphen only, addresses at no hyphen that is not theirs, names at none. */
export function mayHyphenate({ text, opportunities }: Place, start: number, token: string, lang: string): boolean {
  if (token.length < LEAST_LETTERS) return false;
  const end = start + token.length;
  const isInCompound = isHyphen(text.charCodeAt(start - 1)) || isHyphen(text.charCodeAt(end - 1));
  const isInAddress =
    isEmergency(opportunities[start] as Opportunity) || isEmergency(opportunities[end] as Opportunity);
  return !isInCompound && !isInAddress && !isName(text, start, token, lang);
}

const isHyphen = (code: number): boolean => code === 0x2d || code === 0x2010 || code === 0x2011;

/** Joining looks no farther than this, vowel signs between letters included. */
const JOINING_REACH = 5;
const JOINED_LETTER = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{M}\u200d]/u;

/** What stands in the elements around, where a word of joined letters goes on there: « <b>ال</b>كتاب ». */
export function neighboursOf({ text, start, end }: Place, from: number, to: number): Neighbours | undefined {
  const before = from === start && JOINED_LETTER.test(text.charAt(from - 1));
  const after = to === end && JOINED_LETTER.test(text.charAt(to));
  if (!before && !after) return undefined;
  return {
    before: before ? text.slice(Math.max(0, from - JOINING_REACH), from) : "",
    after: after ? text.slice(to, to + JOINING_REACH) : "",
  };
}
