/** Entries and the kit's texts → how far a translation is. */
import { parsePlaceholders } from "../content/placeholders.js";
import type { PoEntry, PoFile } from "./po.js";
import { isSameText } from "./same-text.js";
import type { Unit } from "./unit.js";

export type TextState = "translated" | "stale" | "missing";

export interface Count {
  readonly texts: number;
  /** Words of the French. */
  readonly words: number;
}

export type StateCounts = Readonly<Record<TextState, Count>>;

/** How far the translation of one text is; a stale one was made from other words than those of the kit today. */
export function stateOf(entry: PoEntry | undefined, unit: Unit): TextState {
  if (entry === undefined || entry.obsolete || entry.text.trim() === "") return "missing";
  return entry.stale || !isSameText(entry.source, unit.text) ? "stale" : "translated";
}

/** The entries of the kit's texts, by id. */
export const entriesById = (file: PoFile | undefined): ReadonlyMap<string, PoEntry> =>
  new Map(file?.entries.flatMap((entry) => (entry.obsolete ? [] : [[entry.id, entry] as const])));

/** Texts and words in each state: three paragraphs that are missing are not three labels. */
export function countStates(units: readonly Unit[], file: PoFile | undefined): StateCounts {
  const entries = entriesById(file);
  const counted = units.map((unit) => ({ state: stateOf(entries.get(unit.id), unit), words: countWords(unit.text) }));
  const count = (state: TextState): Count => {
    const own = counted.filter((one) => one.state === state);
    return { texts: own.length, words: own.reduce((sum, { words }) => sum + words, 0) };
  };
  return { translated: count("translated"), stale: count("stale"), missing: count("missing") };
}

/** What a translator is paid for: stretches with a letter or a digit, without what is computed. */
export function countWords(text: string): number {
  const words = parsePlaceholders(text).filter((part) => typeof part === "string");
  return words
    .join(" ")
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
