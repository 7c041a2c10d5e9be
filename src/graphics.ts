/** Colours, paints and outlines: the drawing words that drawings, styles, frames and PDF share. */
import type { Matrix } from "./units.js";

/** sRGB, each channel and alpha from 0 to 1. */
export interface Color {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly a: number;
}

export interface GradientStop {
  readonly offset: number;
  readonly color: Color;
}

/** A gradient in the coordinates of the path that it fills. */
export interface Gradient {
  readonly kind: "linear" | "radial";
  /** Linear: x0 y0 x1 y1. Radial: x0 y0 r0 x1 y1 r1. */
  readonly coords: readonly number[];
  readonly stops: readonly GradientStop[];
  /** Takes `coords` to the path's coordinates; only a radial gradient squeezed to an ellipse has it. */
  readonly transform?: Matrix | undefined;
}

export type Paint =
  | { readonly kind: "color"; readonly color: Color }
  | { readonly kind: "gradient"; readonly gradient: Gradient };

/** One step of an outline; curves are cubic, quadratic ones and arcs are converted when read. */
export type PathStep =
  | readonly ["M", number, number]
  | readonly ["L", number, number]
  | readonly ["C", number, number, number, number, number, number]
  | readonly ["Z"];

export type Path = readonly PathStep[];

export interface Stroke {
  readonly paint: Paint;
  readonly width: number;
  readonly cap: "butt" | "round" | "square";
  readonly join: "miter" | "round" | "bevel";
  readonly miterLimit: number;
  readonly dash: readonly number[];
}

/** A gradient that has no room to change, or nothing to change to, is its last colour. */
export function simplify(paint: Paint): Paint {
  if (paint.kind === "color") return paint;
  const { kind, coords, stops } = paint.gradient;
  const last = stops.at(-1);
  if (last === undefined) return { kind: "color", color: { r: 0, g: 0, b: 0, a: 0 } };
  const isPoint = kind === "linear" ? coords[0] === coords[2] && coords[1] === coords[3] : coords[5] === 0;
  return stops.length === 1 || isPoint ? { kind: "color", color: last.color } : paint;
}
