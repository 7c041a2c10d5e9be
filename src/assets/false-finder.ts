/** The modules of a QR code → whether its data looks like a finder pattern, which sends scanners astray. */

/** A square of modules, row by row; dark ones are 1. */
export interface Modules {
  readonly size: number;
  readonly data: Uint8Array;
}

/** Dark and light runs through the middle of a finder pattern, in modules: 1, 1, 3, 1, 1. */
const FINDER_SIDE = 7;
const FINDER_CORE = 3;
/**
 * Scanners take runs that are off by half a module (ISO/IEC 18004, reference decoding algorithm), and a little more where
 * a picture of seven dots a module rounds them up: how many modules off, the most careful first.
 */
export const FINDER_TOLERANCES = [0.7, 0.62, 0.56, 0.5] as const;
/**
 * The same for a code that lies on its side, as on a sheet where its card is turned: what a scanner takes, and what
 * rounding adds where a line of the picture cuts runs of two modules and more.
 */
const TURNED_TOLERANCE = 0.56;
/** How much the sizes seen across and down may differ: more, and scanners see two things. */
const SIZE_TOLERANCE = 0.35;

/** A sequence of runs that looks like a finder pattern: where its middle is, how large its modules seem. */
interface LikeFinder {
  readonly middle: number;
  readonly module: number;
}

/** Whether the code holds a finder pattern besides its own three, to a scanner that takes runs so much off. */
export function hasFalseFinder({ size, data }: Modules, tolerance: number = FINDER_TOLERANCES[0]): boolean {
  return (
    isSeen(data, { size, along: 1, across: size, tolerance }) ||
    isSeen(data, { size, along: size, across: 1, tolerance: Math.min(tolerance, TURNED_TOLERANCE) })
  );
}

/** How a scanner goes over the code: line by line, modules `along` apart, lines `across`. */
interface Scan {
  readonly size: number;
  readonly along: number;
  readonly across: number;
  readonly tolerance: number;
}

/** Scanners look along the lines of their picture first, and across only where something was found. */
function isSeen(data: Uint8Array, { size, along, across, tolerance }: Scan): boolean {
  const crossing: (readonly LikeFinder[] | undefined)[] = new Array(size);
  const down = (x: number): readonly LikeFinder[] => {
    crossing[x] ??= likeFinders(data, { first: x * along, stride: across, size, tolerance });
    return crossing[x];
  };
  for (let y = 0; y < size; y++) {
    for (const found of likeFinders(data, { first: y * across, stride: along, size, tolerance })) {
      if (isOwn(found.middle, y, size)) continue;
      // A middle between two modules is either of them, by the way the code lies under the camera.
      const left = Math.ceil(found.middle) - 1;
      const right = Math.floor(found.middle);
      if (crosses(found, y, down(right)) || (left !== right && crosses(found, y, down(left)))) return true;
    }
  }
  return false;
}

/** The same whichever way the code lies: its three patterns change places. */
function isOwn(x: number, y: number, size: number): boolean {
  const isAtSide = x < FINDER_SIDE || x > size - FINDER_SIDE;
  return (y < FINDER_SIDE && isAtSide) || (y >= size - FINDER_SIDE && x < FINDER_SIDE);
}

const crosses = ({ module }: LikeFinder, y: number, downwards: readonly LikeFinder[]): boolean =>
  downwards.some(
    (down) => Math.abs(down.middle - y - 0.5) <= module && Math.abs(down.module - module) <= SIZE_TOLERANCE * module,
  );

/** A row or column: `size` modules from `first` on, `stride` apart. */
interface Course {
  readonly first: number;
  readonly stride: number;
  readonly size: number;
  readonly tolerance: number;
}

const NONE: readonly LikeFinder[] = [];

/** The dark-light-dark-light-dark sequences along a course that are as long as a finder pattern's. */
function likeFinders(data: Uint8Array, { first, stride, size, tolerance }: Course): readonly LikeFinder[] {
  let found: LikeFinder[] | undefined;
  // The lengths of the last five runs, the newest being `e`.
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  let isDark = data[first] === 1;
  let start = 0;
  for (let index = 1; index <= size; index++) {
    const ends = index === size || (data[first + index * stride] === 1) !== isDark;
    if (!ends) continue;
    a = b;
    b = c;
    c = d;
    d = e;
    e = index - start;
    // Five runs begin with a dark one where they end with one; the first four may be missing still.
    if (isDark && a > 0) {
      const module = (a + b + c + d + e) / FINDER_SIDE;
      const slack = tolerance * module;
      const isAlike =
        Math.abs(c - FINDER_CORE * module) <= slack &&
        Math.abs(a - module) <= slack &&
        Math.abs(b - module) <= slack &&
        Math.abs(d - module) <= slack &&
        Math.abs(e - module) <= slack;
      if (isAlike) {
        found ??= [];
        found.push({ middle: index - e - d - c / 2, module });
      }
    }
    isDark = !isDark;
    start = index;
  }
  return found ?? NONE;
}
