/** Gradients → PDF shadings: the same colours along the same line or between the same circles. */
import type { Color, Gradient, GradientStop } from "../../graphics.js";
import type { PdfDictionary, PdfValue } from "../pdf/objects.js";
import type { ColorSpace } from "./color-space.js";
import { channel } from "./numbers.js";

/**
 * A shading dictionary for `sh`, in the gradient's own coordinates: its colours in `shown`, or how opaque it is (for
 * masks). The gradient has at least two stops.
 */
export function shadingOf(gradient: Gradient, shown: ColorSpace | "alpha"): PdfDictionary {
  const stops = ascending(gradient.stops);
  const colors = stops.map(({ color }) => color);
  const { space, values } = shown === "alpha" ? opacities(colors) : shown.ramp(colors);
  return {
    ShadingType: gradient.kind === "linear" ? 2 : 3,
    ColorSpace: space,
    Coords: gradient.coords,
    Extend: [true, true],
    Function: rampOf(stops.map((stop, index) => [stop.offset, values[index]!])),
  };
}

/** As a mask has them: what is light shows. */
const opacities = (colors: readonly Color[]): ReturnType<ColorSpace["ramp"]> => ({
  space: "DeviceGray",
  values: colors.map(({ a }) => [channel(a)]),
});

/** As SVG and CSS have it: an offset below the one before counts as that one. */
function ascending(stops: readonly GradientStop[]): readonly GradientStop[] {
  let least = 0;
  return stops.map((stop) => {
    least = Math.min(1, Math.max(least, stop.offset));
    return { offset: least, color: stop.color };
  });
}

type Knot = readonly [offset: number, values: readonly number[]];

const blend = (from: readonly number[], to: readonly number[]): PdfDictionary => ({
  FunctionType: 2,
  Domain: [0, 1],
  C0: from,
  C1: to,
  N: 1,
});

/** A function from 0…1 to colours. Two knots at one offset are a hard edge: no function lies between them. */
function rampOf(knots: readonly Knot[]): PdfDictionary {
  const first = knots[0]!;
  const last = knots.at(-1)!;
  const all: readonly Knot[] = [[0, first[1]], ...knots, [1, last[1]]];
  const spans: { readonly end: number; readonly ramp: PdfDictionary }[] = [];
  for (let index = 1; index < all.length; index++) {
    const [start, from] = all[index - 1]!;
    const [end, to] = all[index]!;
    if (end > start) spans.push({ end, ramp: blend(from, to) });
  }
  if (spans.length === 1) return spans[0]!.ramp;
  const encode: PdfValue[] = spans.flatMap(() => [0, 1]);
  return {
    FunctionType: 3,
    Domain: [0, 1],
    Functions: spans.map(({ ramp }) => ramp),
    Bounds: spans.slice(0, -1).map(({ end }) => end),
    Encode: encode,
  };
}
