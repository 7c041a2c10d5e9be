/** A page's border, its cut lines and its words → all marks of a sheet: cuts, folds, ruler, label. */
import { EPSILON, type Mm, mm, outset, type Pt, type Rect, type Size } from "../units.js";
import {
  type Angle,
  type Furniture,
  label,
  moveMark,
  rulerBare,
  rulerInline,
  rulerStacked,
  type Setting,
  standing,
  type Wording,
  wording,
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
import { intersection } from "./rects.js";
import { CLEARANCE, type Spot, type Strip, spotIn } from "./room.js";
import type { Mark } from "./sheet.js";

export interface FurnishJob {
  readonly border: Border;
  readonly lines: readonly Line[];
  /** Strips beside the margins that nobody keeps: an empty cell, a glue strip. */
  readonly spare: readonly Strip[];
  /** Strips on what people keep, along a cut or the paper's edge: for want of any other, and for the label alone. */
  readonly tight?: readonly Strip[] | undefined;
  /** Marks that stand already (crosses, overlap lines). */
  readonly standing: readonly Mark[];
  /** Places of marks that are not drawn here: nothing comes near. */
  readonly quiet?: readonly Rect[] | undefined;
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
  /** The label's marks, given its words; none if there is no room. */
  readonly label: (text: string) => readonly Mark[];
}

/** Sizes that a label may have, the best first; never under 6 pt. */
const LABEL_SIZES = [8, 7, 6] as const;
const LABEL_LEAST = 6;
/** Long words (a proof says what is missing) take several lines rather than no room at all. */
const LABEL_SETTINGS: readonly Setting[] = [
  ...LABEL_SIZES.map((size) => ({ size, lines: 1 })),
  ...[2, 3, 4].map((lines) => ({ size: LABEL_LEAST, lines })),
];
/** On what people keep, as small as can be. */
const TIGHT_SETTINGS: readonly Setting[] = LABEL_SETTINGS.filter(({ size }) => size === LABEL_LEAST);
const CAPTION_SIZES = [7, 6] as const;
/** The ruler goes to the top, the label to the bottom, so that each has a side. */
const RULER_SIDES: readonly Side[] = SIDES;
const LABEL_SIDES: readonly Side[] = ["bottom", "top", "right", "left"];
/** A mark that touches the ruler looks like one of its ticks; closer only on paper that has no other room. */
const RULER_CLEARANCES: readonly Pt[] = [mm(2), mm(1.5), CLEARANCE];

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

/** A careful hand cuts within 1 mm: words this far from a cut stay whole. */
const BESIDE_CUT: Pt = mm(1);

/** The safe margins of faces without bleed, inside their trims, beside those of their edges that are cut. */
export const cutStrips = (
  { page, rules: { printerMargin } }: Border,
  lines: readonly Line[],
  trims: readonly Rect[],
  safe: Pt,
): readonly Strip[] => {
  const depth = safe - BESIDE_CUT - CLEARANCE;
  const printed = outset({ x: 0, y: 0, ...page }, -printerMargin);
  const isCut = (axis: Line["axis"], at: Pt): boolean =>
    lines.some((line) => line.use === "crop" && line.axis === axis && Math.abs(line.at - at) < EPSILON);
  return trims.flatMap((trim) => {
    const { x, y, width, height } = intersection(trim, printed) ?? { x: 0, y: 0, width: 0, height: 0 };
    const [right, bottom] = [trim.x + trim.width, trim.y + trim.height];
    const strips: readonly (readonly [boolean, Strip])[] = [
      [
        isCut("x", right),
        { area: { x: right - BESIDE_CUT - depth, y, width: depth, height }, angle: 90, outerEdge: "high" },
      ],
      [isCut("x", trim.x), { area: { x: trim.x + BESIDE_CUT, y, width: depth, height }, angle: 270, outerEdge: "low" }],
      [
        isCut("y", bottom),
        { area: { x, y: bottom - BESIDE_CUT - depth, width, height: depth }, angle: 0, outerEdge: "high" },
      ],
      [isCut("y", trim.y), { area: { x, y: trim.y + BESIDE_CUT, width, height: depth }, angle: 0, outerEdge: "low" }],
    ];
    return strips.flatMap(([cut, strip]) => (cut ? [strip] : []));
  });
};

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
interface State {
  readonly reaches: Reaches;
  readonly taken: readonly Rect[];
}

interface Found {
  readonly spot: Spot;
  readonly side: Side | undefined;
  readonly state: State;
}

/** What something to stand on the page asks for. */
interface Wish {
  readonly sides: readonly Side[];
  readonly strips: readonly Strip[];
  /** How far it stays from marks. */
  readonly clearance: Pt;
}

const obstaclesOf = (job: FurnishJob, state: State, clearance: Pt): readonly Rect[] => [
  ...[...marksOf(job.lines, job.border.page, state.reaches), ...job.standing]
    .flatMap(markBounds)
    // `spotIn` keeps the least clearance from everything.
    .map((box) => outset(box, clearance - CLEARANCE)),
  ...state.taken,
  ...(job.quiet ?? []),
];

const freeStrip = (border: Border, side: Side): Strip =>
  stripAt(border, side, roomAt(border, side) - border.rules.printerMargin - CLEARANCE);

/** Makes way for a box `depth` deep beside the printer's margin; undefined if marks would become too short. */
const shortened = (reach: Reach | undefined, depth: number, { rules }: Border): Reach | undefined => {
  if (!reach || reach.inside) return undefined;
  const from = rules.printerMargin + depth;
  return reach.to - from >= rules.markLeast - EPSILON ? { ...reach, from: Math.max(from, reach.from) } : undefined;
};

/** Beside full marks if there is room, else beside shorter ones, else on another strip. */
const find = (job: FurnishJob, state: State, size: Size, { sides, strips, clearance }: Wish): Found | undefined => {
  const { border } = job;
  const take = (spot: Spot, reaches: Reaches, side?: Side): Found => ({
    spot,
    side,
    state: { reaches, taken: [...state.taken, spot.box] },
  });
  for (const side of sides) {
    const spot = spotIn(freeStrip(border, side), size, obstaclesOf(job, state, clearance));
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
    const spot = spotIn(strip, size, obstaclesOf(job, state, clearance));
    if (spot) return take(spot, state.reaches);
  }
  return undefined;
};

const stand = (marks: readonly Mark[], size: Size, { box, angle }: Spot): readonly Mark[] => {
  const matrix = standing(size, box.x, box.y, angle);
  return marks.map((mark) => moveMark(mark, matrix, angle));
};

/** Furniture that has found its place. */
interface Settled<Shape> extends Found {
  readonly shape: Shape;
}

/** The first of several shapes that finds room. */
const settle = <Shape extends { readonly size: Size }>(
  job: FurnishJob,
  state: State,
  shapes: readonly Shape[],
  wish: Wish,
): Settled<Shape> | undefined => {
  for (const shape of shapes) {
    const found = find(job, state, shape.size, wish);
    if (found) return { ...found, shape };
  }
  return undefined;
};

/** A ruler in its place. */
interface Ruler {
  readonly marks: readonly Mark[];
  readonly state: State;
  readonly length: Mm;
}

const standingRuler = ({ shape, spot }: Settled<Furniture>): readonly Mark[] => stand(shape.marks, shape.size, spot);

/** With its words beside or below it; or, where the margin is thin, alone, and its words between the marks. */
const settleRuler = (job: FurnishJob, state: State, length: Mm, clearance: Pt): Ruler | undefined => {
  const words = job.ruler?.(length);
  if (words === undefined) return undefined;
  const wish: Wish = { sides: RULER_SIDES, strips: job.spare, clearance };
  const shapes = CAPTION_SIZES.flatMap((size) => [rulerInline(length, words, size), rulerStacked(length, words, size)]);
  const together = settle(job, state, shapes, wish);
  if (together) return { marks: standingRuler(together), state: together.state, length };
  const bare = settle(job, state, [rulerBare(length)], wish);
  if (!bare) return undefined;
  const captions = CAPTION_SIZES.map((size) => label([words], size));
  const near = [...(bare.side ? [bare.side] : []), ...RULER_SIDES];
  const caption = settle(job, bare.state, captions, { ...wish, sides: near, clearance: CLEARANCE });
  return caption && { marks: [...standingRuler(bare), ...standingRuler(caption)], state: caption.state, length };
};

/** Half of 100 mm on paper too small for it: the promise is a length that one can check. */
const anyRuler = (job: FurnishJob, state: State): Ruler | undefined => {
  const { rulerLength } = job.border.rules;
  for (const length of [rulerLength, rulerLength / 2]) {
    for (const clearance of RULER_CLEARANCES) {
      const ruler = settleRuler(job, state, length, clearance);
      if (ruler) return ruler;
    }
  }
  return undefined;
};

/** In the waste, else, as small as can be, beside a cut. */
const settleLabel = (job: FurnishJob, state: State): Settled<Wording> | undefined => {
  const shapes = (settings: readonly Setting[]) => settings.map((setting) => wording(job.labels, setting));
  const wish: Wish = { sides: LABEL_SIDES, strips: job.spare, clearance: CLEARANCE };
  return (
    settle(job, state, shapes(LABEL_SETTINGS), wish) ??
    settle(job, state, shapes(TIGHT_SETTINGS), { ...wish, sides: [], strips: job.tight ?? [] })
  );
};

/** Puts ruler and label where they touch nothing, and the marks of all lines around them. */
export const furnish = (job: FurnishJob): Furnished => {
  const start: State = { reaches: reachesOf(job.border), taken: [] };
  const ruler = anyRuler(job, start);
  const words = settleLabel(job, ruler?.state ?? start);
  const { reaches } = (words ?? ruler)?.state ?? start;
  return {
    marks: [...marksOf(job.lines, job.border.page, reaches), ...job.standing, ...(ruler?.marks ?? [])],
    ruler: ruler?.length ?? 0,
    label: (text) => (words ? stand(words.shape.marks(text), words.shape.size, words.spot) : []),
  };
};
