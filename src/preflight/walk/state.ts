/** What a page remembers while it is drawn: the graphics state of ISO 32000-1, 8.4. */
import { IDENTITY, type Matrix, type Rect } from "../../units.js";
import type { PdfDict } from "../pdf/index.js";
import type { Font } from "./fonts.js";
import type { Ink } from "./ink.js";
import { GRAY } from "./spaces.js";

export interface State {
  /** Takes what is drawn to points from the page's top left corner, y downwards. */
  ctm: Matrix;
  /** What can be seen at all. */
  clip: Rect;
  fill: Ink;
  stroke: Ink;
  /** The pattern or gradient in its place. */
  fillPattern: PdfDict | undefined;
  strokePattern: PdfDict | undefined;
  fillAlpha: number;
  strokeAlpha: number;
  /** Of the groups around. */
  groupAlpha: number;
  blend: string;
  isMasked: boolean;
  fillOverprint: boolean;
  strokeOverprint: boolean;
  overprintMode: number;
  lineWidth: number;
  font: Font | undefined;
  fontSize: number;
  /** How text is drawn: 0 filled … 3 not at all, 7 only as a clip. */
  textMode: number;
  /** Text spacing, in the units of the text; stretch, 1 for none. */
  charSpace: number;
  wordSpace: number;
  stretch: number;
  leading: number;
  rise: number;
  /** Shared by all states of a page or form: text moves on, whatever is saved and restored. */
  place: TextPlace;
}

const BLACK: Ink = { space: GRAY, values: [0] };

export const startState = (ctm: Matrix, clip: Rect): State => ({
  ctm,
  clip,
  fill: BLACK,
  stroke: BLACK,
  fillPattern: undefined,
  strokePattern: undefined,
  fillAlpha: 1,
  strokeAlpha: 1,
  groupAlpha: 1,
  blend: "Normal",
  isMasked: false,
  fillOverprint: false,
  strokeOverprint: false,
  overprintMode: 0,
  lineWidth: 1,
  font: undefined,
  fontSize: 0,
  textMode: 0,
  charSpace: 0,
  wordSpace: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  place: startText(),
});

/** Where the next text goes. */
interface TextPlace {
  matrix: Matrix;
  line: Matrix;
}

export const startText = (): TextPlace => ({ matrix: IDENTITY, line: IDENTITY });

/** The part that two rectangles share; without width or height where they share none. */
export function shared(a: Rect, b: Rect): Rect {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x);
  const height = Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y);
  return { x, y, width, height };
}

/** By how much a map stretches at least and at most. */
export function stretchOf([a, b, c, d]: Matrix): { readonly least: number; readonly most: number } {
  const sum = a * a + b * b + c * c + d * d;
  const area = a * d - b * c;
  const root = Math.sqrt(Math.max(0, (sum * sum) / 4 - area * area));
  return { least: Math.sqrt(Math.max(0, sum / 2 - root)), most: Math.sqrt(sum / 2 + root) };
}

/** Whether they meet; a line without width or height meets what it crosses. */
export const touches = (clip: Rect, { x, y, width, height }: Rect): boolean =>
  clip.width > 0 &&
  clip.height > 0 &&
  x <= clip.x + clip.width &&
  x + width >= clip.x &&
  y <= clip.y + clip.height &&
  y + height >= clip.y;
