/** Grey pixels → the finder patterns in them: squares in squares, whose middle line is 1 : 1 : 3 : 1 : 1 both ways. */
import type { Gray } from "./raster.js";

export interface Finder {
  /** Its middle, in pixels. */
  readonly x: number;
  readonly y: number;
  /** Pixels of one module. */
  readonly module: number;
  /** Light on dark. */
  readonly isInverted: boolean;
}

/** What is darker than one of these may be a dark module: codes of light inks and on dark grounds are looked for too. */
const THRESHOLDS = [40, 90, 128, 170, 210, 240];

/** A module of fewer pixels cannot be told from chance. */
const LEAST_MODULE = 1.6;

/** Rows that are looked at: a finder’s middle is three modules high. */
const ROW_STEP = 3;

/** Those of 150 codes; more are a pattern of circles. */
const MOST_FINDERS = 450;

export function findFinders(gray: Gray): readonly Finder[] {
  const found: Finder[] = [];
  const add = (finder: Finder): void => {
    if (found.length < MOST_FINDERS && !found.some((other) => isSame(other, finder))) found.push(finder);
  };
  for (let y = 0; y < gray.height; y += ROW_STEP) {
    const row = gray.data.subarray(y * gray.width, (y + 1) * gray.width);
    for (const threshold of usefulThresholds(row)) scanRow(gray, y, threshold, add);
  }
  return found;
}

/** Most rows are of few greys: between two thresholds without one of them, both tell the same. */
function usefulThresholds(row: Uint8Array): readonly number[] {
  let seen = 0;
  let before = -1;
  for (const light of row) {
    if (light !== before) seen |= BAND[light]!;
    before = light;
  }
  return THRESHOLDS.filter((_, index) => (seen & (1 << index)) !== 0 && seen >> (index + 1) !== 0);
}

/** For each grey, a bit for the thresholds between which it lies. */
const BAND = Uint8Array.from(
  { length: 256 },
  (_, light) => 1 << THRESHOLDS.filter((threshold) => threshold <= light).length,
);

const isSame = (a: Finder, b: Finder): boolean =>
  Math.abs(a.x - b.x) < 2 * a.module && Math.abs(a.y - b.y) < 2 * a.module && Math.abs(a.module - b.module) < a.module;

/** Runs of dark and light along a row: five that follow one another may be a finder. */
function scanRow(gray: Gray, y: number, threshold: number, found: (finder: Finder) => void): void {
  const { data, width } = gray;
  const start = y * width;
  let [a, b, c, d] = [0, 0, 0, 0];
  let from = 0;
  let isDark = data[start]! < threshold;
  for (let x = 1; x <= width; x++) {
    const next = x < width ? data[start + x]! < threshold : !isDark;
    if (next === isDark) continue;
    const e = x - from;
    // Before the fifth run, some are still 0, which no module is.
    const module = moduleOf(a, b, c, d, e);
    if (module > 0) check(gray, threshold, { x: from - d - c / 2, y, module, isInverted: !isDark }, found);
    a = b;
    b = c;
    c = d;
    d = e;
    from = x;
    isDark = next;
  }
}

/** Pixels of a module, when five runs are 1 : 1 : 3 : 1 : 1; else 0. */
function moduleOf(a: number, b: number, c: number, d: number, e: number): number {
  const module = (a + b + c + d + e) / 7;
  if (module < LEAST_MODULE || a === 0) return 0;
  const slack = Math.max(0.5 * module, 1.1);
  const fits =
    Math.abs(a - module) <= slack &&
    Math.abs(b - module) <= slack &&
    Math.abs(c - 3 * module) <= slack * 1.5 &&
    Math.abs(d - module) <= slack &&
    Math.abs(e - module) <= slack;
  return fits ? module : 0;
}

/** What a row shows must show down the column through its middle too. */
function check(
  { data, width, height }: Gray,
  threshold: number,
  finder: Finder,
  found: (finder: Finder) => void,
): void {
  const x = Math.floor(finder.x);
  const most = Math.ceil(finder.module * 4.5);
  /** The lengths of three runs, from the middle upwards or downwards. */
  const runsFrom = (step: 1 | -1): readonly number[] => {
    const runs = [0, 0, 0];
    let y = finder.y + (step === 1 ? 0 : -1);
    for (let run = 0; run < 3; run++) {
      const isDark = (run === 1) === finder.isInverted;
      while (y >= 0 && y < height && data[y * width + x]! < threshold === isDark && runs[run]! <= most) {
        runs[run]! += 1;
        y += step;
      }
    }
    return runs;
  };
  const up = runsFrom(-1);
  const down = runsFrom(1);
  const module = moduleOf(up[2]!, up[1]!, up[0]! + down[0]!, down[1]!, down[2]!);
  if (module === 0 || Math.abs(module - finder.module) > 0.35 * finder.module) return;
  found({ ...finder, y: finder.y + (down[0]! - up[0]!) / 2, module: (module + finder.module) / 2 });
}
