/** The numbers that a person reads off a side of the calibration sheet → how the printer misses on that side. */
import type { SideError } from "../content/index.js";
import { type Mm, mm, toMm } from "../units.js";
import { MIDDLE, type Places } from "./places.js";

/** Where the two folds cross the scales of a side. */
export interface Readings {
  readonly top: Mm;
  readonly right: Mm;
  readonly bottom: Mm;
  readonly left: Mm;
  /** From cross to cross, measured with a ruler; as they are drawn where nobody measured. */
  readonly width?: Mm | undefined;
  readonly height?: Mm | undefined;
}

export interface Read {
  readonly error: SideError;
  /** How far, at the nearest scale, the four numbers contradict one another: a slip of the eye, or a crooked fold. */
  readonly doubt: Mm;
}

const DEGREES = 180 / Math.PI;

/**
 * Paper folded edge to edge has its middle in the fold, wherever the printer put the ink: the fold along the page shows
 * it to the scales at the top and the bottom, the one across to those on the left and the right. What both scales of a
 * fold have in common is an offset, where they differ is a turn; both folds tell the same turn, the longer one better.
 *
 * A scale's mark s lies on the paper at turn(scale(s)) + offset. Where the fold crosses it, that is 0 across the fold.
 */
export function errorRead(readings: Readings, { scales, crosses }: Places): Read {
  const width = (readings.width ?? crosses.width) / crosses.width;
  const height = (readings.height ?? crosses.height) / crosses.height;
  const [top, right, bottom, left] = [readings.top, readings.right, readings.bottom, readings.left].map(
    (number) => number - MIDDLE,
  ) as [Mm, Mm, Mm, Mm];
  const [across, along] = [toMm(scales.x), toMm(scales.y)];
  // Tangents of the turn.
  const long = ((bottom - top) / (2 * along)) * (width / height);
  const short = ((left - right) / (2 * across)) * (height / width);
  const angle = Math.atan((along ** 2 * long + across ** 2 * short) / (along ** 2 + across ** 2));
  const cos = Math.cos(angle);
  return {
    error: {
      right: mm(0 - (width * cos * (top + bottom)) / 2),
      down: mm(0 - (height * cos * (left + right)) / 2),
      turn: angle * DEGREES,
      width,
      height,
    },
    doubt: Math.abs(long - short) * Math.min(across, along),
  };
}
