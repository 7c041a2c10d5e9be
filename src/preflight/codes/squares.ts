/** Finder patterns → the squares that three of them make the corners of: codes, whether or not they can be read. */
import type { Finder } from "./finders.js";
import type { Gray } from "./raster.js";

export interface Square {
  /** The finder at the right angle, and its two neighbours. */
  readonly corner: Finder;
  readonly ends: readonly [Finder, Finder];
  /** Pixels of one module, and modules of a side. */
  readonly module: number;
  readonly modules: number;
}

/** A code has 21 to 177 modules a side; finders have their middle 3.5 modules from its edges. */
const FINDER = 7;
const LEAST_SIDE = 21 - FINDER;
const MOST_SIDE = 177 - FINDER;

/** The smallest first: three finders of neighbouring codes make larger squares than those of one. */
export function findSquares(gray: Gray, finders: readonly Finder[]): readonly Square[] {
  const candidates: Square[] = [];
  for (const corner of finders) {
    const near = finders.filter((other) => isNear(corner, other));
    for (const [index, a] of near.entries()) {
      for (const b of near.slice(index + 1)) {
        const square = squareOf(corner, a, b);
        if (square) candidates.push(square);
      }
    }
  }
  const size = ({ module, modules }: Square): number => module * modules;
  candidates.sort((a, b) => size(a) - size(b));
  // Those that have all that a code has come first: they take their finders away from squares that only look like one.
  const weaves = new Map(candidates.map((square) => [square, weaveOf(gray, square)]));
  const used = new Set<Finder>();
  return [LIKE_A_CODE, LEAST_CHANGES].flatMap((least) =>
    candidates.filter((square) => {
      const parts = [square.corner, ...square.ends];
      if (parts.some((part) => used.has(part)) || weaves.get(square)! < least) return false;
      for (const part of parts) used.add(part);
      return true;
    }),
  );
}

function isNear(a: Finder, b: Finder): boolean {
  if (a === b || a.isInverted !== b.isInverted || Math.abs(a.module - b.module) > 0.3 * a.module) return false;
  const modules = Math.hypot(a.x - b.x, a.y - b.y) / Math.min(a.module, b.module);
  return modules > LEAST_SIDE * 0.8 && modules < MOST_SIDE * 1.5;
}

/** Legs that differ by more, or that stand further from a right angle, are no square: paper does not bend. */
const LEG_SLACK = 0.08;

function squareOf(corner: Finder, a: Finder, b: Finder): Square | undefined {
  const [ax, ay, bx, by] = [a.x - corner.x, a.y - corner.y, b.x - corner.x, b.y - corner.y];
  const [legA, legB] = [Math.hypot(ax, ay), Math.hypot(bx, by)];
  const leg = (legA + legB) / 2;
  if (Math.abs(legA - legB) > LEG_SLACK * leg || Math.abs(ax * bx + ay * by) > LEG_SLACK * leg * leg) return undefined;
  // Seen along rows, a turned module is longer than it is.
  const turn = Math.max(Math.abs(ax), Math.abs(ay)) / legA;
  const seen = ((corner.module + a.module + b.module) / 3) * turn;
  const modules = Math.round((leg / seen + FINDER - 17) / 4) * 4 + 17;
  return modules < 21 || modules > 177
    ? undefined
    : { corner, ends: [a, b], module: leg / (modules - FINDER), modules };
}

/** How often dark and light take turns along a line of a code, per module, at least; between two icons it is rare. */
const LEAST_CHANGES = 0.22;

/** Both of a code’s lines of alternating modules have a change for nearly every module between its finders. */
const LIKE_A_CODE = 1;

/** How much a square looks as if it held modules: 1 for both lines of alternating modules, else as many changes as it has. */
function weaveOf(gray: Gray, { corner, ends: [a, b], modules }: Square): number {
  const along = (from: readonly [number, number], to: readonly [number, number]): number =>
    changes(gray, from, to) / modules;
  /** The place `u` of the way from the corner to `a` and `v` of that to `b`. */
  const place = (u: number, v: number): readonly [number, number] => [
    corner.x + u * (a.x - corner.x) + v * (b.x - corner.x),
    corner.y + u * (a.y - corner.y) + v * (b.y - corner.y),
  ];
  const timing = 3 / (modules - FINDER);
  const end = 1 - timing;
  const timings = [place(end, timing), place(timing, end)].map((to) => along(place(timing, timing), to));
  if (timings.every((timing) => timing * modules > 0.7 * (modules - 2 * FINDER))) return LIKE_A_CODE;
  const across =
    along(place(0, 0.4), place(1, 0.4)) + along(place(0, 0.6), place(1, 0.6)) + along(place(0.5, 0), place(0.5, 1));
  return Math.max(...timings, across / 3);
}

function changes(gray: Gray, [x0, y0]: readonly [number, number], [x1, y1]: readonly [number, number]): number {
  const steps = Math.ceil(Math.hypot(x1 - x0, y1 - y0));
  let count = 0;
  let before: boolean | undefined;
  const values = Array.from({ length: steps + 1 }, (_, step) => {
    const x = Math.round(x0 + ((x1 - x0) * step) / steps - 0.5);
    const y = Math.round(y0 + ((y1 - y0) * step) / steps - 0.5);
    return gray.data[y * gray.width + x] ?? 255;
  });
  const middle = (Math.min(...values) + Math.max(...values)) / 2;
  for (const value of values) {
    const dark = value < middle;
    if (before !== undefined && dark !== before) count += 1;
    before = dark;
  }
  return count;
}
