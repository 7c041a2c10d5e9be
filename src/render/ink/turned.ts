/** A run that is read from right to left → what each glyph stands for, and in which order glyphs are best shown. */
import { type Glyph, type GlyphRun, glyphsOf, isWordSpace } from "../../text/glyphs.js";

export interface TurnedText {
  /** By glyph, characters from left to right; "" where others stand for its own. */
  readonly texts: readonly string[];
  /** Letters for which a space is shown where the pen is, as their own shape comes with the silent ones. */
  readonly stoodFor: ReadonlySet<number>;
  /** All glyphs, in the order in which they are shown. */
  readonly parts: readonly TurnedPart[];
}

/** Neighbours from left to right. */
export interface TurnedPart {
  readonly glyphs: readonly number[];
  /** `end`: that of a word, a part of its own to readers. `silent`: no text at all. */
  readonly kind: "letters" | "end" | "silent";
}

/** A letter that lies so far (in ems) on the left of the pen seems to begin another word. */
const FAR = 0.15;

const SIGN = /\p{M}/u;
const SIGNS = /^\p{M}+$/u;

/**
 * Readers of a PDF turn a line's characters one by one, wherever a glyph's characters begin and end: so those of a
 * ligature are told from left to right, the last one first. A sign over a letter would be a line of its own to them,
 * in the midst of the word: the letter stands for both, and the sign is shown when all letters are there. So is a
 * letter that leans far over the next one; an invisible space holds its place.
 *
 * pdf.js takes a letter with a sign for one without width, and loses its thread where a word ends with it: there a
 * part ends, and what is on its right is shown first.
 */
export function turnedText(run: GlyphRun): TurnedText {
  const { face } = run;
  const glyphs = glyphsOf(run);
  const texts = ownTexts(glyphs);
  const all = glyphs.map((_, index) => index);
  const isSign = (index: number): boolean => {
    const { dy, advance } = glyphs[index]!;
    return dy !== 0 || SIGNS.test(texts[index]!) || (texts[index] === "" && advance === 0);
  };
  const signs = all.filter(isSign);
  const letters = all.filter((index) => !isSign(index));
  const stoodFor = new Set(letters.filter((index) => glyphs[index]!.dx < -FAR * face.unitsPerEm));
  if (letters.length === 0) return { texts, stoodFor, parts: [{ glyphs: all, kind: "letters" }] };
  for (const index of signs) {
    // The letter of a sign is on its right.
    const right = letters.find((other) => other > index);
    if (right === undefined) texts[letters.at(-1)!] += texts[index]!;
    else texts[right] = texts[index]! + texts[right];
    texts[index] = "";
  }
  const parts = partsOf(
    letters,
    (index) => SIGN.test(texts[index]!),
    (index) => isWordSpace(glyphs[index]!),
  );
  const silent = [...signs, ...stoodFor];
  return { texts, stoodFor, parts: silent.length > 0 ? [...parts, { glyphs: silent, kind: "silent" }] : parts };
}

type Test = (index: number) => boolean;

/** From right to left: what stands on the right of each end of a word with a sign, then that end with its space. */
function partsOf(shown: readonly number[], hasSign: Test, isSpace: Test): TurnedPart[] {
  const parts: TurnedPart[] = [];
  let end = shown.length;
  for (let at = shown.length - 1; at >= 0; at--) {
    const isAfterSpace = at > 0 && isSpace(shown[at - 1]!);
    if (!hasSign(shown[at]!) || !(at === 0 || isAfterSpace)) continue;
    let rest = at + 1;
    while (rest < end && hasSign(shown[rest]!)) rest++;
    if (rest < end) parts.push({ glyphs: shown.slice(rest, end), kind: "letters" });
    end = isAfterSpace ? at - 1 : at;
    parts.push({ glyphs: shown.slice(end, rest), kind: "end" });
  }
  if (end > 0) parts.push({ glyphs: shown.slice(0, end), kind: "letters" });
  return parts;
}

/** The characters of each cluster, turned, shared out among its glyphs with a width; what is left goes to the last. */
function ownTexts(glyphs: readonly Glyph[]): string[] {
  const texts = glyphs.map(() => "");
  for (let start = 0; start < glyphs.length; ) {
    let end = start + 1;
    while (end < glyphs.length && glyphs[end]!.text === "") end += 1;
    const cluster = [...glyphs.keys()].slice(start, end);
    const wide = cluster.filter((index) => glyphs[index]!.advance !== 0);
    const bearers = wide.length > 0 ? wide : cluster;
    const signs = [...glyphs[start]!.text].toReversed();
    for (const index of bearers.slice(0, -1)) texts[index] = signs.shift() ?? "";
    texts[bearers.at(-1)!] = signs.join("");
    start = end;
  }
  return texts;
}
