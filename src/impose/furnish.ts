/** A page's border, its cut lines and its words → all marks of a sheet: cuts, folds, ruler, label. */
import { EPSILON, type Mm, type Pt, type Rect, type Size } from "../units.js";
import {
  type Angle,
  type Furniture,
  label,
  moveMark,
  rulerBare,
  rulerInline,
  rulerStacked,
  standing,
} from "./furniture.js";
import {
  type Border,
  type Line,
  marksOf,
  type Reach,
  type Reaches,
  reachesOf,
  roomAt,
  SIDES,
  type Side,
} from "./marks.js";
import { CLEARANCE, type Spot, type Strip, spotIn } from "./room.js";
import type { Mark } from "./sheet.js";

export interface FurnishJob {
  readonly border: Border;
  readonly lines: readonly Line[];
  /** Strips on the art itself, for want of any other: a safe margin, a glue strip. */
  readonly spare: readonly Strip[];
  /** Marks that stand already (crosses, overlap lines). */
  readonly standing: readonly Mark[];
  /** The ruler's words, given its length; none where nothing is measured. */
  readonly ruler: ((length: Mm) => string) | undefined;
  /** The labels that will stand in the same place: one for each sheet and side. */
  readonly labels: readonly string[];
}

export interface Furnished {
  /** Cut and fold marks, the ruler and its words. */
  readonly marks: readonly Mark[];
  /** Length of the ruler that found room; 0 if none did. */
  readonly ruler: Mm;
  /** The label's mark, given its words; none if there is no room. */
  readonly label: (text: string) => readonly Mark[];
}

/** Sizes that a label may have, the best first; never under 6 pt. */
const LABEL_SIZES = [8, 7, 6] as const;
const CAPTION_SIZES = [7, 6] as const;
/** The ruler goes to the top, the label to the bottom, so that each has a side. */
const RULER_SIDES: readonly Side[] = SIDES;
const LABEL_SIDES: readonly Side[] = ["bottom", "top", "right", "left"];

const ANGLES: Readonly<Record<Side, Angle>> = { top: 0, bottom: 0, left: 270, right: 90 };

/** What of a side the printer reaches and the art leaves, `depth` deep from the printer's margin. */
export const stripAt = ({ page, rules: { printerMargin } }: Border, side: Side, depth: number): Strip => {
  const across = { x: printerMargin, width: page.width - 2 * printerMargin };
  const down = { y: printerMargin, height: page.height - 2 * printerMargin };
  const area = {
    top: { ...across, y: printerMargin, height: depth },
    bottom: { ...across, y: page.height - printerMargin - depth, height: depth },
    left: { ...down, x: printerMargin, width: depth },
    right: { ...down, x: page.width - printerMargin - depth, width: depth },
  }[side];
  return { area, angle: ANGLES[side], outerEdge: side === "top" || side === "left" ? "low" : "high" };
};

/** The safe margins at the paper's edge: where faces without bleed leave no other room for words. */
export const safeStrips = (border: Border, safe: Pt, sides: readonly Side[]): readonly Strip[] =>
  LABEL_SIDES.filter((side) => sides.includes(side)).map((side) =>
    stripAt(border, side, roomAt(border, side) + safe - border.rules.printerMargin - CLEARANCE),
  );

const boundsOf = (mark: Mark): readonly Rect[] => {
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
interface State {
  readonly reaches: Reaches;
  readonly taken: readonly Rect[];
}

interface Found {
  readonly spot: Spot;
  readonly side: Side | undefined;
  readonly state: State;
}

const obstaclesOf = (job: FurnishJob, state: State): readonly Rect[] => [
  ...[...marksOf(job.lines, job.border.page, state.reaches), ...job.standing].flatMap(boundsOf),
  ...state.taken,
];

const freeStrip = (border: Border, side: Side): Strip =>
  stripAt(border, side, roomAt(border, side) - border.rules.printerMargin - CLEARANCE);

/** Makes way for a box `depth` deep beside the printer's margin; undefined if marks would become too short. */
const shortened = (reach: Reach | undefined, depth: number, { rules }: Border): Reach | undefined => {
  if (!reach || reach.inside) return undefined;
  const from = rules.printerMargin + depth + CLEARANCE;
  return reach.to - from >= rules.markLeast - EPSILON ? { ...reach, from: Math.max(from, reach.from) } : undefined;
};

/** Beside full marks if there is room, else beside shorter ones, else on a spare strip. */
const find = (job: FurnishJob, state: State, size: Size, sides: readonly Side[]): Found | undefined => {
  const { border } = job;
  const take = (spot: Spot, reaches: Reaches, side?: Side): Found => ({
    spot,
    side,
    state: { reaches, taken: [...state.taken, spot.box] },
  });
  for (const side of sides) {
    const spot = spotIn(freeStrip(border, side), size, obstaclesOf(job, state));
    if (spot) return take(spot, state.reaches, side);
  }
  for (const side of sides) {
    const reach = shortened(state.reaches[side], size.height, border);
    if (!reach) continue;
    const reaches = { ...state.reaches, [side]: reach };
    const spot = spotIn(freeStrip(border, side), size, obstaclesOf(job, { ...state, reaches }));
    if (spot) return take(spot, reaches, side);
  }
  for (const strip of job.spare) {
    const spot = spotIn(strip, size, obstaclesOf(job, state));
    if (spot) return take(spot, state.reaches);
  }
  return undefined;
};

const stand = (furniture: Furniture, { box, angle }: Spot): readonly Mark[] => {
  const matrix = standing(furniture.size, box.x, box.y, angle);
  return furniture.marks.map((mark) => moveMark(mark, matrix, angle));
};

/** Furniture that has found its place. */
interface Settled {
  readonly marks: readonly Mark[];
  readonly state: State;
  readonly side: Side | undefined;
}

/** The first of several shapes that finds room. */
const settle = (
  job: FurnishJob,
  state: State,
  shapes: readonly Furniture[],
  sides: readonly Side[],
): Settled | undefined => {
  for (const shape of shapes) {
    const found = find(job, state, shape.size, sides);
    if (found) return { marks: stand(shape, found.spot), state: found.state, side: found.side };
  }
  return undefined;
};

/** With its words beside or below it; or, where the margin is thin, alone, and its words between the marks. */
const settleRuler = (job: FurnishJob, state: State, length: Mm): Settled | undefined => {
  const words = job.ruler?.(length);
  if (words === undefined) return undefined;
  const shapes = CAPTION_SIZES.flatMap((size) => [rulerInline(length, words, size), rulerStacked(length, words, size)]);
  const together = settle(job, state, shapes, RULER_SIDES);
  if (together) return together;
  const bare = settle(job, state, [rulerBare(length)], RULER_SIDES);
  if (!bare) return undefined;
  const captions = CAPTION_SIZES.map((size) => label([words], size));
  const near = [...(bare.side ? [bare.side] : []), ...RULER_SIDES];
  const caption = settle(job, bare.state, captions, near);
  return caption && { ...caption, marks: [...bare.marks, ...caption.marks] };
};

/** Puts ruler and label where they touch nothing, and the marks of all lines around them. */
export const furnish = (job: FurnishJob): Furnished => {
  const { rulerLength } = job.border.rules;
  const start: State = { reaches: reachesOf(job.border), taken: [] };
  // Half of 100 mm on paper too small for it: the promise is a length that one can check.
  const full = settleRuler(job, start, rulerLength);
  const ruler = full ?? settleRuler(job, start, rulerLength / 2);
  const length = full ? rulerLength : ruler ? rulerLength / 2 : 0;
  const labels = LABEL_SIZES.map((size) => label(job.labels, size));
  const words = settle(job, ruler?.state ?? start, labels, LABEL_SIDES);
  const { reaches } = (words ?? ruler)?.state ?? start;
  return {
    marks: [...marksOf(job.lines, job.border.page, reaches), ...job.standing, ...(ruler?.marks ?? [])],
    ruler: length,
    label: (text) => (words?.marks ?? []).map((mark) => (mark.kind === "text" ? { ...mark, text } : mark)),
  };
};
