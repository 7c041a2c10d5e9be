/** A text of a booklet → its words and, between them, what is computed: `{page sequence-1}`, `{count donnees answer=share}`. */
import { letterPattern } from "../letters.js";

/** A stretch between braces: `start` included, `end` excluded, both braces inside. */
export interface Placeholder {
  readonly name: string;
  readonly args: readonly string[];
  /** `key=value`, in the order in which they are written. */
  readonly filters: ReadonlyMap<string, string>;
  readonly start: number;
  readonly end: number;
}

/** A brace that opens nothing we understand. `anchor`: `{#name}`, which belongs at the end of a heading. */
export interface PlaceholderMistake {
  readonly kind: "unclosed" | "empty" | "syntax" | "anchor";
  readonly start: number;
  readonly end: number;
}

/** How many words may follow each name, and whether it counts by filters. */
export interface PlaceholderRule {
  readonly least: number;
  readonly most: number;
  readonly filters?: boolean;
  /** How it is written, for messages. */
  readonly example: string;
}

/** More chapters than a booklet has. */
const MANY = 999;

/** All that can be computed. */
export const PLACEHOLDERS: ReadonlyMap<string, PlaceholderRule> = new Map([
  ["count", { least: 1, most: 1, filters: true, example: "{count donnees answer=share}" }],
  ["page", { least: 1, most: 1, example: "{page sequence-1}" }],
  ["title", { least: 1, most: 1, example: "{title sequence-1}" }],
  ["minutes", { least: 1, most: MANY, example: "{minutes sequence-1 sequence-2}" }],
  ["text", { least: 2, most: 2, example: "{text donnees/definition definition}" }],
  ["address", { least: 1, most: 1, example: "{address cnil}" }],
  ["version", { least: 0, most: 0, example: "{version}" }],
  ["date", { least: 0, most: 0, example: "{date}" }],
]);

/** A sign after a backslash, or a brace up to the next brace. */
const STRETCH = /\\[\s\S]|\{([^{}]*)(\}?)/g;
/** `key=value`, `key="several words"`, or a word. */
const WORD = letterPattern('^(?:([\\p{L}_][\\p{L}\\p{N}_-]*)=(?:"([^"]*)"|([^\\s"=]+))|([^\\s"=]+))(?:\\s+|$)', "u");
const NAME = letterPattern("^\\p{L}[\\p{L}\\p{N}_-]*$", "u");

/**
 * The stretches of a text in order: words as they are printed (`\{` is a plain brace), and placeholders, those of unknown
 * names too. A brace that opens no placeholder is a word like any other.
 */
export const parsePlaceholders = (text: string): readonly (string | Placeholder)[] => scan(text).parts;

/** What is wrong with the braces of a text. */
export const placeholderMistakes = (text: string): readonly PlaceholderMistake[] => scan(text).mistakes;

interface Scanned {
  readonly parts: readonly (string | Placeholder)[];
  readonly mistakes: readonly PlaceholderMistake[];
}

function scan(text: string): Scanned {
  if (!/[{}]/.test(text)) return { parts: text === "" ? [] : [text], mistakes: [] };
  const parts: (string | Placeholder)[] = [];
  const mistakes: PlaceholderMistake[] = [];
  let words = "";
  let done = 0;
  for (const found of text.matchAll(STRETCH)) {
    const [whole, inner = "", close] = found;
    const start = found.index;
    words += text.slice(done, start);
    done = start + whole.length;
    if (whole.startsWith("\\")) {
      words += /[{}]/.test(whole) ? whole.slice(1) : whole;
      continue;
    }
    const placeholder = close === "" ? undefined : readInner(inner, start, done);
    if (placeholder === undefined) {
      words += whole;
      mistakes.push(mistakeOf(inner, close === "", start));
      continue;
    }
    if (words !== "") parts.push(words);
    words = "";
    parts.push(placeholder);
  }
  words += text.slice(done);
  if (words !== "") parts.push(words);
  return { parts, mistakes };
}

function readInner(inner: string, start: number, end: number): Placeholder | undefined {
  const [name = ""] = inner.trim().split(/\s/, 1);
  if (!NAME.of(name).test(name)) return undefined;
  const args: string[] = [];
  const filters = new Map<string, string>();
  let rest = inner.trim().slice(name.length).trimStart();
  while (rest !== "") {
    const found = WORD.of(rest).exec(rest);
    if (found === null) return undefined;
    const [whole, key, quoted, value, word] = found;
    if (key !== undefined) filters.set(key, quoted ?? value ?? "");
    else args.push(word ?? "");
    rest = rest.slice(whole.length);
  }
  return { name, args, filters, start, end };
}

/** An unclosed brace is shown with its first word: the rest of the text may be long. */
function mistakeOf(inner: string, unclosed: boolean, start: number): PlaceholderMistake {
  const shown = unclosed ? (/^\s*\S*/.exec(inner)?.[0] ?? "") : `${inner}}`;
  const end = start + 1 + shown.trimEnd().length;
  if (unclosed) return { kind: "unclosed", start, end };
  if (inner.trim() === "") return { kind: "empty", start, end };
  return { kind: inner.startsWith("#") ? "anchor" : "syntax", start, end };
}
