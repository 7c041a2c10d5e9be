/** Text with right-to-left letters → embedding levels (UAX #9), and levels of one line → the order they are seen in. */
import { createRequire } from "node:module";
import type { Bidi } from "bidi-js";
import type { Direction } from "./spec.js";

/** Letters and marks that can turn a line: Hebrew, Arabic, Syriac, Thaana, N’Ko, direction marks, later planes. */
const TURNING =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

let bidi: Bidi | undefined;

/** Loaded when the first right-to-left text comes by; synchronous because paragraphs are prepared synchronously. */
function loadBidi(): Bidi {
  bidi ??= (createRequire(import.meta.url)("bidi-js") as () => Bidi)();
  return bidi;
}

/** One level per UTF-16 unit (odd: right to left), or undefined when all the text simply runs left to right. */
export function bidiLevels(text: string, direction: Direction): Uint8Array | undefined {
  if (direction === "ltr" && !TURNING.test(text)) return undefined;
  return loadBidi().getEmbeddingLevels(text, direction).levels;
}

/** Indices of `levels` in visual order, left to right (UAX #9, rule L2). */
export function visualOrder(levels: readonly number[]): readonly number[] {
  const order = levels.map((_, index) => index);
  const lowestOdd = Math.min(...levels.filter((level) => level % 2 === 1));
  for (let level = Math.max(...levels); level >= lowestOdd; level--) {
    for (let start = 0; start < order.length; start++) {
      let end = start;
      while (end < order.length && levels[order[end]!]! >= level) end++;
      if (end - start > 1) order.splice(start, end - start, ...order.slice(start, end).reverse());
      if (end > start) start = end;
    }
  }
  return order;
}
