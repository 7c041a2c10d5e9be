/** A string that a page shows → where it stands, how large it is printed, what it says. */
import { compose, type Matrix, type Pt, type Rect, transformRect } from "../../units.js";
import type { Font } from "./fonts.js";
import { type State, stretchOf } from "./state.js";

export interface ShownText {
  readonly box: Rect;
  readonly size: Pt;
  readonly text: string;
}

/** Of the type size: what letters need above and below their baseline, capitals and descenders at most. */
const ASCENT = 0.72;
const DESCENT = 0.2;

/** A finding shows a few words. */
const LONGEST_TEXT = 60;

const SPACE = 32;

/** Shows the parts of one operator (strings, and numbers that move) and moves on; undefined when nothing can be seen. */
export function showText(parts: readonly (Uint8Array | number)[], state: State): ShownText | undefined {
  const { font, place } = state;
  if (font === undefined) return undefined;
  const start = place.matrix;
  let text = "";
  let advance = 0;
  let first: number | undefined;
  let last = 0;
  for (const part of parts) {
    if (typeof part === "number") {
      advance -= (part / 1000) * state.fontSize * state.stretch;
      continue;
    }
    for (const code of codesOf(part, font)) {
      const said = font.textOf(code);
      const isBlank = said === undefined ? font.step === 1 && code === SPACE : said.trim() === "";
      if (!isBlank) first ??= advance;
      if (text.length < LONGEST_TEXT) text += said ?? "";
      const word = font.step === 1 && code === SPACE ? state.wordSpace : 0;
      const glyph = (font.widthOf(code) / 1000) * state.fontSize;
      if (!isBlank) last = advance + glyph * state.stretch;
      advance += (glyph + state.charSpace + word) * state.stretch;
    }
  }
  place.matrix = compose([1, 0, 0, 1, advance, 0], start);
  if (first === undefined) return undefined;
  const map = compose(start, state.ctm);
  const bottom = state.rise - DESCENT * state.fontSize;
  const height = (ASCENT + DESCENT) * state.fontSize;
  const box = transformRect(map, upright(first, bottom, last - first, height));
  return { box, size: Math.abs(state.fontSize) * leastStretch(map, state.stretch), text: text.trim() };
}

/** Text that is only squeezed to the side is as small as it looks from there. */
const leastStretch = (map: Matrix, stretch: number): number =>
  stretchOf(compose([Math.abs(stretch), 0, 0, 1, 0, 0], map)).least;

const upright = (x: number, y: number, width: number, height: number): Rect => ({
  x: Math.min(x, x + width),
  y: Math.min(y, y + height),
  width: Math.abs(width),
  height: Math.abs(height),
});

function codesOf(bytes: Uint8Array, { step }: Font): readonly number[] {
  if (step === 1) return [...bytes];
  return Array.from({ length: bytes.length >> 1 }, (_, index) => (bytes[2 * index]! << 8) | bytes[2 * index + 1]!);
}
