/** What is painted, and the state in which it is → its mark. */
import type { Pt, Rect } from "../../units.js";
import type { PdfDict, PdfStream } from "../pdf/index.js";
import { coatOf } from "./coat.js";
import type { Desk } from "./desk.js";
import type { Font } from "./fonts.js";
import { inksAlong } from "./gradient.js";
import type { ImageMark, PathMark, ShadingMark, TextMark } from "./marks.js";
import type { State } from "./state.js";

/** What a soft mask lets through, somewhere between nothing and all. */
const HALF = 0.5;
export const throughMask = ({ isMasked }: State): number => (isMasked ? HALF : 1);

type Look = Pick<PathMark, "box" | "alpha" | "blend" | "isInPattern">;

/** What every mark says of itself. */
function lookOf(box: Rect, state: State, isInPattern: boolean, isStroke = false): Look {
  const alpha = (isStroke ? state.strokeAlpha : state.fillAlpha) * state.groupAlpha * throughMask(state);
  return { box, alpha, blend: state.blend, isInPattern };
}

/** Ways to show text that fill its letters, and those that draw their outlines. */
const FILLING: readonly number[] = [0, 2, 4, 6];
const STROKING: readonly number[] = [1, 2, 5, 6];

export const textMark = (
  { box, font, size, text }: { readonly box: Rect; readonly font: Font; readonly size: Pt; readonly text: string },
  state: State,
  isInPattern: boolean,
): TextMark => ({
  kind: "text",
  ...lookOf(box, state, isInPattern),
  font,
  size,
  text,
  fill: FILLING.includes(state.textMode) ? coatOf(state, false) : undefined,
  stroke: STROKING.includes(state.textMode) ? coatOf(state, true) : undefined,
});

interface Painted {
  readonly box: Rect;
  readonly outlines: readonly Float64Array[];
  readonly fills: boolean;
  readonly isEvenOdd: boolean;
  /** Of its line; undefined for none. */
  readonly width: Pt | undefined;
}

export const pathMark = (
  { box, outlines, fills, isEvenOdd, width }: Painted,
  state: State,
  isInPattern: boolean,
): PathMark => ({
  kind: "path",
  ...lookOf(box, state, isInPattern, !fills),
  outlines,
  isEvenOdd,
  fill: fills ? coatOf(state, false) : undefined,
  stroke: width === undefined ? undefined : { ...coatOf(state, true), width },
});

/** Undefined for a picture of which nothing is seen. */
export function imageMark(
  { stream, box, desk }: { readonly stream: PdfStream; readonly box: Rect; readonly desk: Desk },
  state: State,
  isInPattern: boolean,
): ImageMark | undefined {
  const { document } = desk;
  const { dict } = stream;
  const pixels = { width: document.number(dict.get("Width")) ?? 0, height: document.number(dict.get("Height")) ?? 0 };
  if (box.width === 0 || box.height === 0 || pixels.width < 1 || pixels.height < 1) return undefined;
  const isStencil = document.get(dict.get("ImageMask")) === true;
  const named = dict.get("ColorSpace");
  return {
    kind: "image",
    ...lookOf(box, state, isInPattern),
    stream,
    matrix: state.ctm,
    pixels,
    bits: isStencil ? 1 : (document.number(dict.get("BitsPerComponent")) ?? 8),
    stencil: isStencil ? coatOf(state, false) : undefined,
    space: isStencil || named === undefined ? undefined : desk.knownSpace(named),
  };
}

export function shadingMark(
  { dict, box, desk }: { readonly dict: PdfDict; readonly box: Rect; readonly desk: Desk },
  state: State,
  isInPattern: boolean,
): ShadingMark {
  const space = desk.knownSpace(dict.get("ColorSpace"));
  const inks = space ? inksAlong(desk.document, dict, space) : [];
  return { kind: "shading", ...lookOf(box, state, isInPattern), dict, space, inks };
}
