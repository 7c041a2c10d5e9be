/** A page with its marks and something to stand on it → a place that touches nothing; marks make way where they must. */
import { EPSILON, outset, type Pt, type Rect, type Size } from "../units.js";
import { moveMark, standing } from "./furniture.js";
import { type Border, type Line, marksOf, type Reach, type Reaches, type Side } from "./marks.js";
import { CLEARANCE, type Spot, type Strip, spotIn } from "./room.js";
import type { Mark } from "./sheet.js";
import { freeStrip } from "./strips.js";

/** A page before anything is put on it. */
export interface Bare {
  readonly border: Border;
  readonly lines: readonly Line[];
  /** Marks that stand already (crosses, overlap lines). */
  readonly standing: readonly Mark[];
  /** Places of marks that are not drawn here: nothing comes near. */
  readonly quiet?: readonly Rect[] | undefined;
}

/** What a line takes up; words have no bounds here. */
export const markBounds = (mark: Mark): readonly Rect[] => {
  if (mark.kind !== "line") return [];
  const { from, to } = mark;
  return [
    {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.abs(to.x - from.x),
      height: Math.abs(to.y - from.y),
    },
  ];
};

/** The page as furnishing goes on: marks may have become shorter, and room has been taken. */
export interface State {
  readonly reaches: Reaches;
  readonly taken: readonly Rect[];
}

interface Found {
  readonly spot: Spot;
  readonly side: Side | undefined;
  readonly state: State;
}

/** What something to stand on the page asks for. */
export interface Wish {
  readonly sides: readonly Side[];
  readonly strips: readonly Strip[];
  /** How far it stays from marks. */
  readonly clearance: Pt;
}

const obstaclesOf = (job: Bare, state: State, clearance: Pt): readonly Rect[] => [
  ...[...marksOf(job.lines, job.border.page, state.reaches), ...job.standing]
    .flatMap(markBounds)
    // `spotIn` keeps the least clearance from everything.
    .map((box) => outset(box, clearance - CLEARANCE)),
  ...state.taken,
  ...(job.quiet ?? []),
];

/** Makes way for a box `depth` deep beside the printer's margin; undefined if marks would become too short. */
const shortened = (reach: Reach | undefined, depth: number, { rules }: Border): Reach | undefined => {
  if (!reach || reach.inside) return undefined;
  const from = rules.printerMargin + depth;
  return reach.to - from >= rules.markLeast - EPSILON ? { ...reach, from: Math.max(from, reach.from) } : undefined;
};

/** What stands in the way of several shapes, as long as none of them has found its place. */
interface Crowd {
  readonly state: State;
  readonly obstacles: readonly Rect[];
}

/** Beside full marks if there is room, else beside shorter ones, else on another strip. */
const find = (
  job: Bare,
  { state, obstacles }: Crowd,
  size: Size,
  { sides, strips, clearance }: Wish,
): Found | undefined => {
  const { border } = job;
  const take = (spot: Spot, reaches: Reaches, side?: Side): Found => ({
    spot,
    side,
    state: { reaches, taken: [...state.taken, spot.box] },
  });
  for (const side of sides) {
    const spot = spotIn(freeStrip(border, side), size, obstacles);
    if (spot) return take(spot, state.reaches, side);
  }
  for (const side of sides) {
    const reach = shortened(state.reaches[side], size.height + clearance, border);
    if (!reach) continue;
    const reaches = { ...state.reaches, [side]: reach };
    const spot = spotIn(freeStrip(border, side), size, obstaclesOf(job, { ...state, reaches }, clearance));
    if (spot) return take(spot, reaches, side);
  }
  for (const strip of strips) {
    const spot = spotIn(strip, size, obstacles);
    if (spot) return take(spot, state.reaches);
  }
  return undefined;
};

/** Marks of furniture, moved to where it stands. */
export const stand = (marks: readonly Mark[], size: Size, { box, angle }: Spot): readonly Mark[] => {
  const matrix = standing(size, box.x, box.y, angle);
  return marks.map((mark) => moveMark(mark, matrix, angle));
};

/** Furniture that has found its place. */
export interface Settled<Shape> extends Found {
  readonly shape: Shape;
}

/** The first of several shapes that finds room. */
export const settle = <Shape extends { readonly size: Size }>(
  job: Bare,
  state: State,
  shapes: readonly Shape[],
  wish: Wish,
): Settled<Shape> | undefined => {
  const crowd = { state, obstacles: obstaclesOf(job, state, wish.clearance) };
  for (const shape of shapes) {
    const found = find(job, crowd, shape.size, wish);
    if (found) return { ...found, shape };
  }
  return undefined;
};
