/** A word and its language → where it may be hyphenated, by TeX patterns and the rules of careful printers. */
import createHyphenator from "hyphen/hyphen.js";
import { letterPattern } from "../letters.js";
import { hasPatterns, readPatterns } from "./patterns.js";

/** A word → the same with soft hyphens. */
type Hyphenate = (word: string) => string;

/** English without a country is hyphenated as Americans do, after sound. */
const SAME_AS: Readonly<Record<string, string>> = { en: "en-us" };

const loaded = new Map<string, Hyphenate>();
/** By pattern set: words, in small letters, → their offsets. */
const exceptions = new Map<string, ReadonlyMap<string, readonly number[]>>();
const points = new Map<string, readonly number[]>();

/** The pattern set of a BCP 47 language: its own, else that of the language without region. */
function patternSet(lang: string): string | undefined {
  const exact = lang.toLowerCase();
  const base = exact.split("-")[0]!;
  return [exact, base].map((name) => SAME_AS[name] ?? name).find(hasPatterns);
}

/** Whether there are patterns for a language. */
export const hasHyphenation = (lang: string): boolean => patternSet(lang) !== undefined;

/**
 * Loads the patterns of `lang` alone; afterwards its words hyphenate. A language without patterns stays whole. `words`
 * are cut where they have hyphens, and nowhere else (`ana-ly-sis`).
 */
export function loadHyphenation(lang: string, words: readonly string[] = []): void {
  const set = patternSet(lang);
  if (set === undefined) return;
  if (!loaded.has(set)) loaded.set(set, createHyphenator(readPatterns(set)));
  if (words.length === 0 && !exceptions.has(set)) return;
  exceptions.set(set, new Map(words.map(exception)));
  for (const key of points.keys()) if (key.startsWith(`${set}|`)) points.delete(key);
}

function exception(word: string): readonly [string, readonly number[]] {
  const parts = word.toLowerCase().split("-");
  const offsets = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join("").length);
  return [parts.join(""), offsets];
}

/** A shorter word gains too little to be worth a broken reading. */
export const LEAST_LETTERS = 7;
const LEAST_BEFORE = 2;
/** French `-té`, `-ce`: two letters alone on a line; LibreOffice's dictionary forbids them too. */
const LEAST_AFTER = 3;

/** The letters of a token: after opening marks and elided articles (l’, d’, qu’), before closing marks. */
const LETTERS = letterPattern(
  "^(?:[^\\p{L}\\p{N}]*(?:\\p{L}+[’'])*[^\\p{L}\\p{N}]*)(?<letters>\\p{L}[\\p{Ll}\\p{M}]*)[^\\p{L}\\p{M}\\p{N}]*$",
  "u",
);
/** Marks that show a token to be an address, a compound or a code and not one plain word. */
const NOT_A_WORD = /[-/@_.\d\u2010\u2011](?=.)/u;

/**
 * Offsets in `token` where it may be hyphenated; none before `loadHyphenation(lang)`. Words with capitals inside,
 * digits or hyphens stay whole, and no hyphen is put at an apostrophe.
 */
export function hyphenPoints(token: string, lang: string): readonly number[] {
  if (token.length < LEAST_LETTERS) return [];
  const set = patternSet(lang);
  const hyphenate = set === undefined ? undefined : loaded.get(set);
  if (!hyphenate) return [];
  const key = `${set}|${token}`;
  const known = points.get(key);
  if (known) return known;
  const found = findPoints(token, hyphenate, exceptions.get(set!));
  points.set(key, found);
  return found;
}

const SOFT_HYPHEN = "\u00ad";

function findPoints(
  token: string,
  hyphenate: Hyphenate,
  known: ReadonlyMap<string, readonly number[]> | undefined,
): readonly number[] {
  const letters = NOT_A_WORD.test(token) ? undefined : LETTERS.of(token).exec(token)?.groups?.letters;
  if (letters === undefined || letters.length < LEAST_LETTERS) return [];
  const start = token.lastIndexOf(letters);
  const own = known?.get(letters.toLowerCase());
  if (own !== undefined) return own.map((offset) => start + offset);
  const found: number[] = [];
  let offset = 0;
  for (const syllable of hyphenate(letters).split(SOFT_HYPHEN)) {
    offset += syllable.length;
    if (offset >= LEAST_BEFORE && letters.length - offset >= LEAST_AFTER) found.push(start + offset);
  }
  return found;
}

/** A capital after opening marks and elided articles: « d’Inria ». */
const CAPITAL = letterPattern("^[^\\p{L}\\p{N}]*(?:\\p{L}+[’'])*\\p{Lu}", "u");
/** What stands before the first word of a sentence: the end of another, or nothing; and marks that open or close. */
const SENTENCE_START = letterPattern("(?:^|[.!?…:])[^\\p{L}\\p{N}.!?…:]*$", "u");
/** As far back as the end of a sentence is looked for. */
const FAR_ENOUGH = 8;
/** Languages that write every noun with a capital. */
const CAPITAL_NOUNS = /^(?:de|lb|nds)\b/;

/** Whether `token`, at `start` in `text`, has its capital in mid-sentence: a name, which readers want whole. */
export function isName(text: string, start: number, token: string, lang: string): boolean {
  if (!CAPITAL.of(token).test(token) || CAPITAL_NOUNS.test(lang)) return false;
  const from = Math.max(0, start - FAR_ENOUGH);
  // Where the text goes on to the left, a letter stands for it.
  const before = `${from === 0 ? "" : "a"}${text.slice(from, start)}`;
  return !SENTENCE_START.of(before).test(before);
}
