/** A word and its language → where it may be hyphenated, by TeX patterns and the rules of careful printers. */

type Patterns = { readonly hyphenateSync: (text: string) => string };
type PatternModule = { readonly default: Patterns };

/** Languages with patterns. Each set is loaded only when a kit speaks the language. */
const PATTERNS: Readonly<Record<string, () => Promise<PatternModule>>> = {
  ca: () => import("hyphen/ca/index.js"),
  cs: () => import("hyphen/cs/index.js"),
  da: () => import("hyphen/da/index.js"),
  de: () => import("hyphen/de/index.js"),
  el: () => import("hyphen/el/index.js"),
  en: () => import("hyphen/en-us/index.js"),
  "en-gb": () => import("hyphen/en-gb/index.js"),
  es: () => import("hyphen/es/index.js"),
  eu: () => import("hyphen/eu/index.js"),
  fi: () => import("hyphen/fi/index.js"),
  fr: () => import("hyphen/fr/index.js"),
  hu: () => import("hyphen/hu/index.js"),
  it: () => import("hyphen/it/index.js"),
  nb: () => import("hyphen/nb/index.js"),
  nl: () => import("hyphen/nl/index.js"),
  oc: () => import("hyphen/oc/index.js"),
  pl: () => import("hyphen/pl/index.js"),
  pt: () => import("hyphen/pt/index.js"),
  ro: () => import("hyphen/ro/index.js"),
  ru: () => import("hyphen/ru/index.js"),
  sv: () => import("hyphen/sv/index.js"),
  tr: () => import("hyphen/tr/index.js"),
  uk: () => import("hyphen/uk/index.js"),
};

const loaded = new Map<string, Patterns>();
const points = new Map<string, readonly number[]>();

/** The pattern set of a BCP 47 language: its own, else that of the language without region. */
function patternSet(lang: string): string | undefined {
  const exact = lang.toLowerCase();
  const base = exact.split("-")[0]!;
  return [exact, base].find((name) => Object.hasOwn(PATTERNS, name));
}

/** Loads the patterns of `lang`; afterwards its words hyphenate. A language without patterns stays whole. */
export async function loadHyphenation(lang: string): Promise<void> {
  const set = patternSet(lang);
  if (set === undefined || loaded.has(set)) return;
  loaded.set(set, (await PATTERNS[set]!()).default);
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
