/** Text with right-to-left letters → embedding levels (UAX #9), and levels of one line → the order they are seen in. */
import { createRequire } from "node:module";
import type { Bidi } from "bidi-js";
import { addressesIn } from "./breaks.js";
import type { Direction, Isolate } from "./spec.js";

/** Letters and marks that can turn a line: Hebrew, Arabic, Syriac, Thaana, N’Ko, direction marks, later planes. */
const TURNING =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

let bidi: Bidi | undefined;

/** Loaded when the first right-to-left text comes by; synchronous because paragraphs are prepared synchronously. */
function loadBidi(): Bidi {
  bidi ??= (createRequire(import.meta.url)("bidi-js") as () => Bidi)();
  return bidi;
}

/** A stretch of a paragraph, and what it stands in, from the outermost. */
export interface BidiStretch {
  readonly text: string;
  readonly isolates: readonly Isolate[];
}

/**
 * One level per UTF-16 unit of the stretches together (odd: right to left), or undefined when all of it simply runs
 * left to right. What stands in an isolate orders itself, and to what is around it is a word without direction.
 */
export function bidiLevels(stretches: readonly BidiStretch[], direction: Direction): Uint8Array | undefined {
  const turns = ({ text, isolates }: BidiStretch): boolean =>
    TURNING.test(text) || isolates.some((isolate) => isolate.direction === "rtl");
  if (direction === "ltr" && !stretches.some(turns)) return undefined;
  // « voir ici » in a paragraph that begins on the right stays together.
  const isTurned = stretches.some(({ text }) => TURNING.test(text));
  const { text, kept } = marked(isTurned ? stretches.flatMap(isolateAddresses) : stretches.map(asAsked));
  const { levels } = loadBidi().getEmbeddingLevels(text, direction);
  return levels.filter((_, index) => kept[index]);
}

const asAsked = ({ text, isolates }: BidiStretch): BidiStretch => ({
  text,
  isolates: isolates.filter(({ automatic }) => !automatic),
});

const ADDRESS: Isolate = { direction: "ltr" };

/** An address is read from left to right wherever it stands: « 3939.fr » would be seen as « fr.3939 » in Arabic. */
function isolateAddresses({ text, isolates }: BidiStretch): readonly BidiStretch[] {
  const found = addressesIn(text);
  if (found.length === 0) return [{ text, isolates }];
  let from = 0;
  const parts = found.flatMap(({ start, end }): BidiStretch[] => {
    const before = { text: text.slice(from, start), isolates };
    from = end;
    // Each is an isolate of its own, even where two touch.
    return [before, { text: text.slice(start, end), isolates: [...isolates, { ...ADDRESS }] }];
  });
  return [...parts, { text: text.slice(from), isolates }];
}

const OPENING: Readonly<Record<Isolate["direction"], string>> = { ltr: "\u2066", rtl: "\u2067", auto: "\u2068" };
const CLOSING = "\u2069";

/** The stretches as one text, isolates written as the signs that UAX #9 has for them; and which units are its own. */
function marked(stretches: readonly BidiStretch[]): { readonly text: string; readonly kept: readonly boolean[] } {
  let text = "";
  const kept: boolean[] = [];
  let open: readonly Isolate[] = [];
  const add = (more: string, isKept: boolean): void => {
    text += more;
    for (let index = 0; index < more.length; index++) kept.push(isKept);
  };
  const goInto = (isolates: readonly Isolate[]): void => {
    const firstOther = open.findIndex((isolate, index) => isolate !== isolates[index]);
    const common = firstOther < 0 ? open.length : firstOther;
    add(CLOSING.repeat(open.length - common), false);
    for (const { direction } of isolates.slice(common)) add(OPENING[direction], false);
    open = isolates;
  };
  for (const stretch of stretches) {
    if (stretch.text === "") continue;
    goInto(stretch.isolates);
    add(stretch.text, true);
  }
  return { text, kept };
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
