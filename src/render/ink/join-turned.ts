/**
 * Words that run from right to left, each a run of its own → one run for all that follow each other on a line.
 *
 * Spaces are of the kit's Latin fonts. Readers of a PDF turn what one font shows at one go, and take two fonts that
 * follow each other leftwards for words without a space: a space draws nothing, so it may be that of the words' font.
 */
import type { FrameItem, GlyphsItem } from "../../layout/frame.js";
import { type GlyphRun, type GlyphWord, isWordSpace, runWidth, wordAdvances } from "../../text/glyphs.js";
import { openProgram } from "../font/program.js";

/** The items, with neighbours joined that are read from right to left. Nothing that is seen changes its place. */
export function joinTurned(items: readonly FrameItem[]): readonly FrameItem[] {
  if (!items.some(isTurned)) return items;
  const joined: FrameItem[] = [];
  for (const item of items) {
    const last = joined.at(-1);
    const both = last && isTurned(last) && isTurned(item) ? join(last, item) : undefined;
    if (both) joined[joined.length - 1] = both;
    else joined.push(item);
  }
  return joined;
}

const isTurned = (item: FrameItem): item is GlyphsItem =>
  item.kind === "glyphs" && item.run.rtl && item.run.words.length > 0;

/** Points: what rounding does to places. */
const NEAR = 0.01;

/** One item for two, of which `second` is read after `first` and so stands on its left. */
function join(first: GlyphsItem, second: GlyphsItem): GlyphsItem | undefined {
  const [one, other] = [first.run, second.run];
  const width = runWidth(other);
  const isNext = Math.abs(second.at.x + width - first.at.x) < NEAR && Math.abs(second.at.y - first.at.y) < NEAR;
  if (!isNext || one.size !== other.size || !sameColor(first, second)) return undefined;
  const run = isBlank(one) ? other : one;
  const words = [other, one].map((part) => wordsIn(part, run));
  if (words.includes(undefined)) return undefined;
  return { ...second, run: { ...run, words: words.flatMap((part) => part!) } };
}

const sameColor = ({ color: a }: GlyphsItem, { color: b }: GlyphsItem): boolean =>
  a === b || (a.r === b.r && a.g === b.g && a.b === b.b && a.a === b.a);

const isBlank = ({ words }: GlyphRun): boolean => words.every((word) => word.every(isWordSpace));

/** The words of `part` as `run` would show them; undefined when it cannot. */
function wordsIn(part: GlyphRun, run: GlyphRun): readonly GlyphWord[] | undefined {
  const isAlike = part.letterSpacing === run.letterSpacing && part.wordSpacing === run.wordSpacing;
  if (part.face === run.face && isAlike) return part.words;
  const { space } = openProgram(run.face);
  if (space === undefined || !isBlank(part)) return undefined;
  const perPoint = run.face.unitsPerEm / run.size;
  return part.words.map((word) => {
    const advances = wordAdvances(word, part);
    return word.map((glyph, index) => {
      const advance = (advances[index]! - run.letterSpacing - run.wordSpacing) * perPoint;
      return { ...glyph, id: space, advance };
    });
  });
}
