/** A template's own text → its tags and the words that people would read in it. */

import { letterPattern } from "../letters.js";

/** An opening tag: `<name`. */
export const OPENING_TAG = /<([a-zA-Z][a-zA-Z0-9-]*)/g;

/** Where the scan of a template stands: a tag may run over several texts, with values in between. */
export interface TagState {
  inside: boolean;
  /** The quote that ends the attribute being read, "" between attributes. */
  quote: string;
  /** The name of that attribute, as far as it was read. */
  attribute: string;
}

export const outsideTags = (): TagState => ({ inside: false, quote: "", attribute: "" });

/** Attributes whose value is read by people. */
const READ_ATTRIBUTES = new Set(["alt"]);

/** Signs that XML has names for are no words. */
const ENTITY = /&(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);/gi;

/** The text with everything blanked out that nobody reads; every offset stays true. Moves `state` on. */
export function readableText(text: string, state: TagState): string {
  let readable = "";
  for (const sign of text) readable += step(sign, state) ? sign : " ".repeat(sign.length);
  return readable.replace(ENTITY, (entity) => " ".repeat(entity.length));
}

/** Takes one sign; true when people read it. */
function step(sign: string, state: TagState): boolean {
  if (!state.inside) {
    state.inside = sign === "<";
    state.attribute = "";
    return !state.inside;
  }
  if (state.quote) {
    if (sign !== state.quote) return READ_ATTRIBUTES.has(state.attribute);
    state.quote = "";
    state.attribute = "";
  } else if (sign === '"' || sign === "'") {
    state.quote = sign;
  } else if (sign === ">") {
    state.inside = false;
  } else if (/\s/.test(sign)) {
    state.attribute = "";
  } else if (sign !== "=") {
    state.attribute += sign;
  }
  return false;
}

/** A single letter is no word. */
const WORDS = letterPattern("\\p{L}{2}[\\p{L} ’']*", "u");

/** The first words in a stretch of readable text. */
export function firstWords(readable: string): { readonly index: number; readonly words: string } | undefined {
  const found = WORDS.of(readable).exec(readable);
  return found ? { index: found.index, words: found[0].trim() } : undefined;
}
