/** A panel's length and a paper's → where it is parted, clear of text and codes. */
import { EPSILON, mm, type Pt, type Rect } from "../units.js";

/** Less does not hold glue; and it must be more than the printer's margin. */
export const OVERLAP_LEAST: Pt = mm(8);
/** Comfortable for a glue stick. */
export const OVERLAP_WANTED: Pt = mm(10);
/** How far a seam may leave its balanced place. */
const SHIFT_MOST: Pt = mm(3);
/** A seam beside a letter still looks like a cut letter. */
const SEAM_CLEARANCE: Pt = mm(1);
/** Beyond this the panel does not belong on this paper. */
const TILES_MOST = 20;

/** What one direction asks and has. */
export interface Axis {
  readonly length: Pt;
  readonly paper: Pt;
  /** From the panel's own edge to the paper's. */
  readonly outer: Pt;
  /** The panel need not be parted. */
  readonly whole: boolean;
  /** From an edge that is glued to the paper's. */
  readonly inner: Pt;
  /** What no seam should cross. */
  readonly avoid: readonly { readonly from: Pt; readonly to: Pt }[];
}

/** A stretch of the panel on one tile: `from` is where it is cut, the last `overlap` is glued under its neighbour. */
export interface Stretch {
  readonly from: Pt;
  readonly to: Pt;
  readonly overlap: Pt;
}

/** The longest stretch that any of several tiles can carry. */
const longest = ({ paper, outer, inner }: Axis, tiles: number): Pt =>
  paper - inner - (tiles === 2 ? outer : Math.max(outer, inner));

/** How many tiles a direction needs, or undefined if there would be no end of them. */
export const tilesAlong = (axis: Axis): number | undefined => {
  if (axis.whole) return 1;
  for (let tiles = 2; tiles <= TILES_MOST; tiles++) {
    if ((axis.length + (tiles - 1) * OVERLAP_LEAST) / tiles <= longest(axis, tiles) + EPSILON) return tiles;
  }
  return undefined;
};

const crossings = (axis: Axis, at: Pt): number =>
  axis.avoid.filter(({ from, to }) => at > from - SEAM_CLEARANCE + EPSILON && at < to + SEAM_CLEARANCE - EPSILON)
    .length;

/** The place nearest to `balanced` that crosses least, among those that leave no tile too long. */
const clearOf = (axis: Axis, balanced: Pt, low: Pt, high: Pt): Pt => {
  const edges = axis.avoid.flatMap(({ from, to }) => [from - SEAM_CLEARANCE, to + SEAM_CLEARANCE]);
  const near = edges.filter(
    (at) => Math.abs(at - balanced) <= SHIFT_MOST + EPSILON && at >= low - EPSILON && at <= high + EPSILON,
  );
  return near.reduce((best, at) => {
    const fewer = crossings(axis, at) - crossings(axis, best);
    const nearer = Math.abs(at - balanced) < Math.abs(best - balanced) - EPSILON;
    return fewer < 0 || (fewer === 0 && nearer) ? at : best;
  }, balanced);
};

/** Equal stretches with the widest overlap up to 10 mm; then each seam steps aside, by 3 mm at most, for what it crosses. */
export const stretches = (axis: Axis, tiles: number): readonly Stretch[] => {
  if (tiles === 1) return [{ from: 0, to: axis.length, overlap: 0 }];
  const most = longest(axis, tiles);
  const overlap = Math.min(OVERLAP_WANTED, (tiles * most - axis.length) / (tiles - 1));
  const advance = (axis.length - overlap) / tiles;
  const seams: Pt[] = [0];
  for (let i = 1; i < tiles; i++) {
    const next = i === tiles - 1 ? axis.length : (i + 1) * advance + OVERLAP_LEAST;
    seams.push(clearOf(axis, i * advance, next - most, seams[i - 1]! + most - OVERLAP_LEAST));
  }
  return seams.map((from, i) => {
    const seam = seams[i + 1];
    if (seam === undefined) return { from, to: axis.length, overlap: 0 };
    const glued = Math.min(OVERLAP_WANTED, most - (seam - from));
    return { from, to: seam + glued, overlap: glued };
  });
};

/** The stretches of `avoid` along one axis. */
export const along = (rects: readonly Rect[], axis: "x" | "y"): Axis["avoid"] =>
  rects.map((rect) =>
    axis === "x" ? { from: rect.x, to: rect.x + rect.width } : { from: rect.y, to: rect.y + rect.height },
  );

/** What a seam at `at` cuts through. */
export const crossed = (rects: readonly Rect[], axis: "x" | "y", at: Pt): readonly Rect[] =>
  rects.filter((rect) => {
    const from = rect[axis];
    return at > from + EPSILON && at < from + (axis === "x" ? rect.width : rect.height) - EPSILON;
  });
