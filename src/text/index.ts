/**
 * The text stage: inlines in their styles → lines of shaped glyphs.
 *
 *     font files ── openFace ── FontStore
 *                                   │
 *     ParagraphSpec ── buildAtoms ── Segment ── greedy, balance or optimal line ends ── Line
 *                      (words.ts)   (segment.ts)                                      (line.ts)
 *
 * `atoms.ts` cuts a paragraph into words and spaces (`breaks.ts`: where lines may end; `bidi.ts`: which way they run;
 * `fallback.ts`: which face draws what) and has each word shaped once per process (`words.ts`, `shaper.ts`).
 * Shaping is in font units, so a paragraph in another size or at another width costs line breaking only.
 */
import { prepareParagraph } from "./paragraph.js";
import type { Shaper } from "./shaper.js";
import type { Paragraph, ParagraphSpec } from "./spec.js";
import type { FontStore } from "./store.js";
import { type WordShaper, wordShaper } from "./words.js";

export { FontError } from "./font-file.js";
export {
  type FontFace,
  type Glyph,
  type GlyphRun,
  type GlyphWord,
  glyphsOf,
  isWordSpace,
  penAdvances,
  runWidth,
} from "./glyphs.js";
export { hasHyphenation, loadHyphenation } from "./hyphenate.js";
export { type FontFile, loadShaper, type Shaper } from "./shaper.js";
export type {
  Direction,
  Inline,
  Isolate,
  Line,
  LineHeight,
  LinePiece,
  Lines,
  MissingCharacter,
  Paragraph,
  ParagraphSpec,
  TextStyle,
} from "./spec.js";
export { type FontStore, fontStore } from "./store.js";

export interface Paragraphs {
  /** Shapes a paragraph. Hyphens need `loadHyphenation(lang)` before. Never throws for what a user wrote. */
  prepare<T>(spec: ParagraphSpec<T>): Paragraph<T>;
}

/** Shaped words outlive the paragraphs: the next build of a warm process finds them again. */
const wordsOf = new WeakMap<Shaper, WordShaper>();

/** Paragraphs set in `fonts`, whose faces `shaper` opened. One for all pieces of a kit: they share shaped words. */
export function paragraphs(fonts: FontStore, shaper: Shaper): Paragraphs {
  const words = wordsOf.get(shaper) ?? wordShaper(shaper);
  wordsOf.set(shaper, words);
  const tools = { fonts, words };
  return { prepare: (spec) => prepareParagraph(spec, tools) };
}
