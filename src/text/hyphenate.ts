/** A word and its language → where it may be hyphenated, by TeX patterns and the rules of careful printers. */
import { createRequire } from "node:module";

type Patterns = { readonly hyphenateSync: (text: string) => string };

/** Languages with patterns, by the name that the package gives them. */
const PATTERNS = new Set("ca cs da de el en-gb en-us es eu fi fr hu it nb nl oc pl pt ro ru sv tr uk".split(" "));
/** English without a country is hyphenated as Americans do, after sound. */
const SAME_AS: Readonly<Record<string, string>> = { en: "en-us" };

/** The package is CommonJS: asked by `require` it is there at once. */
const load = createRequire(import.meta.url);

const loaded = new Map<string, Patterns>();
const points = new Map<string, readonly number[]>();

/** The pattern set of a BCP 47 language: its own, else that of the language without region. */
function patternSet(lang: string): string | undefined {
  const exact = lang.toLowerCase();
  const base = exact.split("-")[0]!;
  return [exact, base].map((name) => SAME_AS[name] ?? name).find((name) => PATTERNS.has(name));
}

/** Loads the patterns of `lang` alone; afterwards its words hyphenate. A language without patterns stays whole. */
export function loadHyphenation(lang: string): void {
  const set = patternSet(lang);
  if (set === undefined || loaded.has(set)) return;
  loaded.set(set, load(`hyphen/${set}/index.js`));
}

/** A shorter word gains too little to be worth a broken reading. */
const LEAST_LETTERS = 7;
const LEAST_BEFORE = 2;
/** French `-té`, `-ce`: two letters alone on a line; LibreOffice's dictionary forbids them too. */
const LEAST_AFTER = 3;

/** The letters of a token: after opening marks and elided articles (l’, d’, qu’), before closing marks. */
const LETTERS = /^(?:[^\p{L}\p{N}]*(?:\p{L}+[’'])*[^\p{L}\p{N}]*)(?<letters>\p{L}[\p{Ll}\p{M}]*)[^\p{L}\p{M}\p{N}]*$/u;
/** Marks that show a token to be an address, a compound or a code and not one plain word. */
const NOT_A_WORD = /[-/@_.\d\u2010\u2011](?=.)/u;

/**
 * Offsets in `token` where it may be hyphenated; none before `loadHyphenation(lang)`. Words with capitals inside,
 * digits or hyphens stay whole, and no hyphen is put at an apostrophe.
 */
export function hyphenPoints(token: string, lang: string): readonly number[] {
  if (token.length < LEAST_LETTERS) return [];
  const set = patternSet(lang);
  const patterns = set === undefined ? undefined : loaded.get(set);
  if (!patterns) return [];
  const key = `${set}|${token}`;
  const known = points.get(key);
  if (known) return known;
  const found = findPoints(token, patterns);
  points.set(key, found);
  return found;
}

const SOFT_HYPHEN = "\u00ad";

function findPoints(token: string, patterns: Patterns): readonly number[] {
  const letters = NOT_A_WORD.test(token) ? undefined : LETTERS.exec(token)?.groups?.letters;
  if (letters === undefined || letters.length < LEAST_LETTERS) return [];
  const start = token.lastIndexOf(letters);
  const found: number[] = [];
  let offset = 0;
  for (const syllable of patterns.hyphenateSync(letters).split(SOFT_HYPHEN)) {
    offset += syllable.length;
    if (offset >= LEAST_BEFORE && letters.length - offset >= LEAST_AFTER) found.push(start + offset);
  }
  return found;
}
