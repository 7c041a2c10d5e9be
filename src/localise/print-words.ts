/** The kit's words of margins → whole phrases in its language, their placeholders filled in. */
import type { Kit } from "../content/kit.js";
import { parsePlaceholders } from "../content/placeholders.js";
import { PRINT_WORDS, type PrintHole, type PrintName } from "../content/print-words.js";
import { isolated } from "./isolated.js";

/** Words of the same language, which take part in the order of the phrase around them. */
export interface Phrase {
  readonly words: string;
}

/** Numbers are written as the language writes them; names keep their own direction. */
type Value = string | number | Phrase;
type Values<Name extends PrintName> =
  PrintHole<Name> extends never ? readonly [] : readonly [Readonly<Record<PrintHole<Name>, Value>>];

/** What is printed beside the pieces: labels, captions, the page that shows how sheets are put together. */
export interface PrintWords {
  /** A text of the kit, or ours where it says none. */
  say<Name extends PrintName>(name: Name, ...values: Values<Name>): string;
  number(value: number): string;
  /** An id, a title, a version: among words of the other direction its signs stay in their order. */
  name(name: string): string;
  /** « A1, A2 et B1 » */
  list(names: readonly string[]): string;
}

export interface PrintLanguage {
  readonly direction: "ltr" | "rtl";
  /** For numbers and lists, with the digits of the language. */
  readonly intl: string;
  /** A whole number in those digits. */
  readonly number: (value: number) => string;
  readonly typography: (text: string) => string;
}

export function createPrintWords(
  { print }: Pick<Kit, "print">,
  { direction, intl, number, typography }: PrintLanguage,
): PrintWords {
  // What languages know of themselves takes Node a while to load: whole numbers do without, most labels have no others.
  let decimals: Intl.NumberFormat | undefined;
  const numbers = (value: number): string => {
    if (Number.isInteger(value)) return number(value);
    decimals ??= new Intl.NumberFormat(intl, { maximumFractionDigits: 2, useGrouping: false });
    return decimals.format(value);
  };
  const name = (words: string): string => isolated(words, direction);
  const written = (value: Value | undefined): string => {
    if (typeof value === "object") return value.words;
    return typeof value === "number" ? numbers(value) : name(value ?? "");
  };
  // Every sheet has a label: its words are read once.
  const known = new Map<PrintName, ReturnType<typeof parsePlaceholders>>();
  const partsOf = (word: PrintName): ReturnType<typeof parsePlaceholders> => {
    const parts = known.get(word) ?? parsePlaceholders((print.get(word)?.value ?? PRINT_WORDS[word].text).trim());
    known.set(word, parts);
    return parts;
  };
  return {
    say: (word, ...[values]) => {
      const filled: Readonly<Record<string, Value>> = values ?? {};
      const parts = partsOf(word).map((part) => (typeof part === "string" ? part : written(filled[part.name])));
      return typography(parts.join(""));
    },
    number: numbers,
    name,
    list: (names) => new Intl.ListFormat(intl, { type: "conjunction" }).format(names.map(name)),
  };
}
