/** Two versions of a text → the same two, shortened to where they differ. */

/** Texts as short as this are shown whole. */
const SHORT = 60;

/** Words and spaces that are shown around the difference. */
const CONTEXT = 8;

/** Words and spaces of the difference itself, before its middle is left out. */
const MOST = 40;

const MORE = "…";

/** Cuts at words, so that nobody has to guess half of one. Signs that would move a terminal's cursor become spaces. */
export function difference(before: string, after: string): readonly [before: string, after: string] {
  const [old, now] = [visible(before), visible(after)];
  if (old.length <= SHORT && now.length <= SHORT) return [old, now];
  const a = wordsOf(old);
  const b = wordsOf(now);
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return [around(a, start, end), around(b, start, end)];
}

/** One text alone: its beginning. */
export function beginning(text: string): string {
  const words = wordsOf(visible(text));
  return words.length > MOST ? `${words.slice(0, MOST).join("").trimEnd()}${MORE}` : words.join("");
}

/** `start` words at the beginning and `end` at the end are the same in both versions. */
function around(words: readonly string[], start: number, end: number): string {
  const from = start <= CONTEXT ? 0 : start - CONTEXT;
  const to = end <= CONTEXT ? words.length : words.length - end + CONTEXT;
  const lead = from > 0 ? MORE : "";
  const tail = to < words.length ? MORE : "";
  return `${lead}${withoutMiddle(words.slice(from, to)).trim()}${tail}`;
}

function withoutMiddle(words: readonly string[]): string {
  if (words.length <= MOST + 2 * CONTEXT) return words.join("");
  const half = MOST / 2 + CONTEXT;
  return `${words.slice(0, half).join("").trimEnd()} ${MORE} ${words.slice(-half).join("").trimStart()}`;
}

/** Made when the first two texts are compared: it takes Node a while, and builds load this file as well. */
let segmenter: Intl.Segmenter | undefined;

/** Words, spaces and signs, which put together are the text again: also where a language writes no spaces. */
function wordsOf(text: string): readonly string[] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "word" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

const visible = (text: string): string => text.replace(/\p{Cc}+/gu, " ");
