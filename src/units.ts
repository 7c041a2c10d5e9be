/**
 * Lengths carry their unit in the type: everything between content and PDF is in points, and millimetres
 * exist only at the edges (what people write, what they read).
 */

/** A length in PostScript points (1/72 inch). */
export type Pt = number & { readonly __unit?: "pt" };

/** A length in millimetres, as people write it and as messages and manifests say it. */
export type Mm = number & { readonly __unit?: "mm" };

export const PT_PER_INCH = 72;
export const MM_PER_INCH = 25.4;

/** Millimetres → points. */
export const mm = (value: Mm): Pt => (value * PT_PER_INCH) / MM_PER_INCH;

/** Points → millimetres. */
export const toMm = (value: Pt): Mm => (value * MM_PER_INCH) / PT_PER_INCH;

/** Layout works in 32-bit floats: two lengths closer than this are the same. */
export const EPSILON: Pt = 0.02;

export interface Size {
  readonly width: Pt;
  readonly height: Pt;
}

/** A place measured from the top left corner, y downwards, everywhere before the PDF. */
export interface Point {
  readonly x: Pt;
  readonly y: Pt;
}

export interface Rect extends Point, Size {}

/** A rectangle grown by `by` on each side (shrunk when negative). */
export const outset = (rect: Rect, by: Pt): Rect => ({
  x: rect.x - by,
  y: rect.y - by,
  width: rect.width + 2 * by,
  height: rect.height + 2 * by,
});

/** An affine map `[a b c d e f]`: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The map that applies `first`, then `then`. */
export const compose = (first: Matrix, then: Matrix): Matrix => [
  first[0] * then[0] + first[1] * then[2],
  first[0] * then[1] + first[1] * then[3],
  first[2] * then[0] + first[3] * then[2],
  first[2] * then[1] + first[3] * then[3],
  first[4] * then[0] + first[5] * then[2] + then[4],
  first[4] * then[1] + first[5] * then[3] + then[5],
];

/** The map that leads back. Throws for a map that flattens everything: there is no way back from it. */
export const inverse = ([a, b, c, d, e, f]: Matrix): Matrix => {
  const size = a * d - b * c;
  if (size === 0) throw new Error("a map that flattens has no inverse");
  return [d / size, -b / size, -c / size, a / size, (c * f - d * e) / size, (b * e - a * f) / size];
};

/** Where `map` takes a point. */
export const transformPoint = (map: Matrix, { x, y }: Point): Point => ({
  x: map[0] * x + map[2] * y + map[4],
  y: map[1] * x + map[3] * y + map[5],
});

/** The upright rectangle around the image of `rect`. */
export const transformRect = (map: Matrix, rect: Rect): Rect => {
  // Nearly all maps only move: a kit of cards asks a hundred thousand times.
  if (map[0] === 1 && map[1] === 0 && map[2] === 0 && map[3] === 1) {
    return { x: rect.x + map[4], y: rect.y + map[5], width: rect.width, height: rect.height };
  }
  const corners = [
    transformPoint(map, rect),
    transformPoint(map, { x: rect.x + rect.width, y: rect.y }),
    transformPoint(map, { x: rect.x, y: rect.y + rect.height }),
    transformPoint(map, { x: rect.x + rect.width, y: rect.y + rect.height }),
  ];
  const x = Math.min(...corners.map((corner) => corner.x));
  const y = Math.min(...corners.map((corner) => corner.y));
  return {
    x,
    y,
    width: Math.max(...corners.map((corner) => corner.x)) - x,
    height: Math.max(...corners.map((corner) => corner.y)) - y,
  };
};
