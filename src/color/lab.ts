/** sRGB ↔ CIE Lab under D50, the white that printers' profiles count from. */
import type { Color } from "../graphics.js";

export interface Lab {
  readonly l: number;
  readonly a: number;
  readonly b: number;
}

export interface Xyz {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** The white of the profile connection space (ICC.1). */
export const WHITE: Xyz = { x: 0.9642, y: 1, z: 0.8249 };

/** IEC 61966-2-1. */
const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

/** sRGB's primaries, adapted from D65 to D50 by Bradford's transform, as its ICC profile has them. */
export function xyzOf({ r, g, b }: Pick<Color, "r" | "g" | "b">): Xyz {
  const [red, green, blue] = [linear(r), linear(g), linear(b)];
  return {
    x: 0.43607 * red + 0.38515 * green + 0.14307 * blue,
    y: 0.22249 * red + 0.71687 * green + 0.06061 * blue,
    z: 0.01392 * red + 0.09708 * green + 0.7141 * blue,
  };
}

/** Below this Lab is a straight line (CIE 15). */
const KNEE = (6 / 29) ** 3;

const forward = (share: number): number => (share > KNEE ? Math.cbrt(share) : (share * (29 / 6) ** 2) / 3 + 4 / 29);

const back = (value: number): number => (value > 6 / 29 ? value ** 3 : 3 * (6 / 29) ** 2 * (value - 4 / 29));

export function labOf({ x, y, z }: Xyz): Lab {
  const [fx, fy, fz] = [forward(x / WHITE.x), forward(y / WHITE.y), forward(z / WHITE.z)];
  return { l: 116 * fy - 16, a: 500 * (fx - fy), b: 200 * (fy - fz) };
}

/** The luminance of a lightness, 0 to 1. */
export const luminance = (l: number): number => back((l + 16) / 116);
