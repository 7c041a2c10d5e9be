/** A ruler or a label → its marks around its own origin, and the room that they take. */
import { type Matrix, type Mm, mm, type Point, type Pt, type Size, transformPoint } from "../units.js";
import type { ReadingDirection } from "./page-order.js";
import type { Mark } from "./sheet.js";

/** Marks that travel together: top left corner at the origin, upright. */
export interface Furniture {
  readonly size: Size;
  readonly marks: readonly Mark[];
}

/** Imposition has no fonts: 0.6 em is wider than the mean letter of every text face, and so errs on the safe side. */
const EM_PER_LETTER = 0.6;
/** From the top of accented capitals to the foot of a g. */
const EM_PER_LINE = 1.2;
const EM_ABOVE_BASELINE = 0.95;

const TICK: Pt = mm(1.4);
const LONG_TICK: Pt = mm(2);
const CAPTION_GAP: Pt = 4;

/** Marks above and below letters, and signs that only order them. */
export const NO_WIDTH = /[\p{Mn}\p{Cf}]/u;
/** The first of them: most letters come before, and need not be looked up. */
const FIRST_NO_WIDTH = "\u00ad";

export const textWidth = (text: string, size: Pt): Pt =>
  [...text].filter((sign) => sign < FIRST_NO_WIDTH || !NO_WIDTH.test(sign)).length * EM_PER_LETTER * size;
export const textHeight = (size: Pt): Pt => EM_PER_LINE * size;

/** One line of words, centred in the room of the widest of `texts`; the mark carries the first. */
export const label = (texts: readonly string[], size: Pt): Furniture => {
  const width = Math.max(...texts.map((text) => textWidth(text, size)));
  const at = { x: width / 2, y: EM_ABOVE_BASELINE * size };
  return {
    size: { width, height: textHeight(size) },
    marks: [{ kind: "text", text: texts[0]!, at, size, anchor: "middle", angle: 0 }],
  };
};

/** What stands between the parts of a label. */
const DOT = " · ";

/** Words parted into at most `lines` lines at `separator`, as even as they come. */
const evenly = (text: string, lines: number, separator: string): readonly string[] => {
  const parts = text.split(separator);
  const widest = (broken: readonly string[]): number => Math.max(...broken.map((line) => line.length));
  const broken = (from: number, left: number): readonly string[] => {
    let best = [parts.slice(from).join(separator)];
    for (let to = from + 1; left > 1 && to < parts.length; to++) {
      const tried = [parts.slice(from, to).join(separator), ...broken(to, left - 1)];
      if (widest(tried) < widest(best)) best = tried;
    }
    return best;
  };
  return broken(0, lines);
};

/** How a label is set: its size, and the number of lines that it may take. */
export interface Setting {
  readonly size: Pt;
  readonly lines: number;
}

/** A label that several sheets have in the same place, each with its own words. */
export interface Wording {
  readonly size: Size;
  marks(text: string): readonly Mark[];
}

/** Room for any of `texts`: one below the other, centred, the lines of the words; they part at their dots. */
export const wording = (texts: readonly string[], { size, lines }: Setting): Wording => {
  const linesOf = (text: string): readonly string[] => evenly(text, lines, DOT);
  const width = Math.max(...texts.flatMap(linesOf).map((line) => textWidth(line, size)));
  const marks = (text: string): readonly Mark[] =>
    linesOf(text).map((line, i) => {
      const at = { x: width / 2, y: i * textHeight(size) + EM_ABOVE_BASELINE * size };
      return { kind: "text", text: line, at, size, anchor: "middle", angle: 0 };
    });
  return { size: { width, height: Math.max(...texts.map((text) => linesOf(text).length)) * textHeight(size) }, marks };
};

/** A line with a tick each 10 mm; the ends and the middle are longer. `y` is where its foot lies. */
const rulerLines = (length: Mm, y: Pt, longTick: Pt = LONG_TICK): readonly Mark[] => {
  const ticks = Array.from({ length: Math.floor(length / 10) + 1 }, (_, i) => i * 10);
  const line = (x1: Pt, y1: Pt, x2: Pt, y2: Pt): Mark => ({
    kind: "line",
    use: "ruler",
    from: { x: x1, y: y1 },
    to: { x: x2, y: y2 },
  });
  return [
    line(0, y, mm(length), y),
    ...ticks.map((tick) =>
      line(mm(tick), y, mm(tick), y - (tick === 0 || tick === length || tick * 2 === length ? longTick : TICK)),
    ),
  ];
};

/** The ruler alone, as thin as it can be: its words stand near. */
export const rulerBare = (length: Mm): Furniture => ({
  size: { width: mm(length), height: TICK },
  marks: rulerLines(length, TICK, TICK),
});

/** The ruler with its words to the right: flat. */
export const rulerInline = (length: Mm, caption: string, size: Pt): Furniture => {
  const height = Math.max(textHeight(size), LONG_TICK);
  const at = { x: mm(length) + CAPTION_GAP, y: (height - textHeight(size)) / 2 + EM_ABOVE_BASELINE * size };
  return {
    size: { width: at.x + textWidth(caption, size), height },
    marks: [
      ...rulerLines(length, (height + LONG_TICK) / 2),
      { kind: "text", text: caption, at, size, anchor: "start", angle: 0 },
    ],
  };
};

/** The ruler with its words below: short. */
export const rulerStacked = (length: Mm, caption: string, size: Pt): Furniture => {
  const width = Math.max(mm(length), textWidth(caption, size));
  const at = { x: 0, y: LONG_TICK + 1 + EM_ABOVE_BASELINE * size };
  return {
    size: { width, height: LONG_TICK + 1 + textHeight(size) },
    marks: [...rulerLines(length, LONG_TICK), { kind: "text", text: caption, at, size, anchor: "start", angle: 0 }],
  };
};

export type Angle = 0 | 90 | 270;

/** From a piece of furniture's own coordinates to the page, its box's top left corner at (x, y). */
export const standing = (size: Size, x: Pt, y: Pt, angle: Angle): Matrix => {
  if (angle === 90) return [0, 1, -1, 0, x + size.height, y];
  if (angle === 270) return [0, -1, 1, 0, x, y + size.width];
  return [1, 0, 0, 1, x, y];
};

export const moveMark = (mark: Mark, matrix: Matrix, angle: Angle): Mark => {
  if (mark.kind === "line")
    return { ...mark, from: transformPoint(matrix, mark.from), to: transformPoint(matrix, mark.to) };
  if (mark.kind === "text") return { ...mark, at: transformPoint(matrix, mark.at), angle };
  return mark;
};

const OTHER_END = { start: "end", middle: "middle", end: "start" } as const;

/** Words and a ruler laid for a reader who begins on the left → for one who begins on the right, on the same page. */
export const asTheyRead = (marks: readonly Mark[], { width }: Size, direction: ReadingDirection): readonly Mark[] => {
  if (direction === "ltr") return marks;
  const across = ({ x, y }: Point): Point => ({ x: width - x, y });
  return marks.map((mark) => {
    if (mark.kind === "line") return { ...mark, from: across(mark.from), to: across(mark.to) };
    return mark.kind === "text" ? { ...mark, at: across(mark.at), anchor: OTHER_END[mark.anchor] } : mark;
  });
};
