/** Steps to follow and a width → numbered lines with a hanging indent, at a size that fits. */
import type { Pt, Size } from "../units.js";
import { NO_WIDTH, textHeight } from "./furniture.js";
import type { Mark } from "./sheet.js";

/**
 * Imposition has no fonts. For whole sentences one width for all letters is far too much, and leaves a third of a line
 * empty; these widths, in em, are those of wide text faces.
 */
const LETTERS: readonly (readonly [RegExp, number])[] = [
  [NO_WIDTH, 0],
  [/[\s\u00A0\u202F]/u, 0.3],
  [/[iljtfr'’.,:;!|()[\]·-]/u, 0.37],
  [/[mwMW—%…]/u, 1],
  [/\p{Lu}/u, 0.72],
];
const OTHER_LETTERS = 0.59;

/** In em; a page of steps is tried at many sizes, and has few different letters. */
const widths = new Map<string, number>();

function letterWidth(letter: string): number {
  const known = widths.get(letter);
  if (known !== undefined) return known;
  const width = LETTERS.find(([kind]) => kind.test(letter))?.[1] ?? OTHER_LETTERS;
  widths.set(letter, width);
  return width;
}

/** How wide a sentence is at most. */
export const proseWidth = (text: string, size: Pt): Pt =>
  size * [...text].reduce((sum, letter) => sum + letterWidth(letter), 0);

/** A number and its unit look as lonely as a word; a name that is held together does not. */
const LONELY = 1 / 3;
const standsAlone = (line: string, width: Pt, size: Pt): boolean =>
  !line.includes(" ") && (!line.includes("\u00A0") || proseWidth(line, size) < LONELY * width);

/**
 * Lines no wider than `width`, none but the first of a single word where that can be helped. What no-break spaces hold
 * together is parted only where it would not fit on a line of its own; a word alone may be wider.
 */
export const wrap = (words: string, width: Pt, size: Pt): readonly string[] => {
  const fits = (line: string): boolean => proseWidth(line, size) <= width;
  const lines: string[] = [];
  for (const word of words.split(" ").flatMap((held) => (fits(held) ? [held] : held.split("\u00A0")))) {
    const last = lines.at(-1);
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const [end = "", before = ""] = lines.toReversed();
  const cut = before.lastIndexOf(" ");
  // Two words of the line before stay, and one joins the last.
  if (!standsAlone(end, width, size) || before.indexOf(" ") === cut || !fits(`${before.slice(cut + 1)} ${end}`))
    return lines;
  return [...lines.slice(0, -2), before.slice(0, cut), `${before.slice(cut + 1)} ${end}`];
};

/** A title as wide as the page is large, within what looks like a title. */
export const titleSize = ({ width }: Size): Pt => Math.min(36, Math.max(22, width / 22));

/** Between two steps, in lines. */
const STEP_GAP = 0.5;
/** Room for the number of a step, in em: two figures and a dot. */
const INDENT = 1.7;

/** Words, and the number before them. */
export interface NumberedStep {
  readonly number: string;
  readonly words: string;
}

/** Steps set at one size. */
export interface Steps {
  readonly size: Pt;
  readonly height: Pt;
  /** Their marks, the top left corner at (x, y). */
  marks(x: Pt, y: Pt): readonly Mark[];
}

export const stepsAt = (steps: readonly NumberedStep[], width: Pt, size: Pt): Steps => {
  const lineHeight = textHeight(size);
  const indent = INDENT * size;
  let below = 0;
  const lines = steps.flatMap(({ number, words: step }, i) => {
    if (i > 0) below += STEP_GAP * lineHeight;
    return wrap(step, width - indent, size).map((words, line) => {
      below += lineHeight;
      return { words, y: below, number: line === 0 ? number : undefined };
    });
  });
  // The last line's foot: letters like g reach below their baseline.
  const height = below + lineHeight / 4;
  const text = (words: string, x: Pt, y: Pt, face?: "title"): Mark => ({
    kind: "text",
    text: words,
    at: { x, y },
    size,
    anchor: "start",
    angle: 0,
    face,
  });
  return {
    size,
    height,
    marks: (x, top) =>
      lines.flatMap(({ words, y, number }) => [
        ...(number === undefined ? [] : [text(number, x, top + y, "title")]),
        text(words, x + indent, top + y),
      ]),
  };
};
