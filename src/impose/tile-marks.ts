/** A tile on its page → cut lines, glue strips, overlap lines and the crosses that meet the neighbour's. */
import { mm, outset, type Point, type Pt, type Rect } from "../units.js";
import type { Line } from "./marks.js";
import { CLEARANCE, type Strip } from "./room.js";
import type { Stretch } from "./seams.js";
import type { Mark } from "./sheet.js";
import type { TargetRules } from "./targets.js";
import type { Tiling } from "./tiling.js";

/** One direction of a tile: where its stretch of the panel lies on the page. */
export interface TileAxis {
  readonly stretch: Stretch;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Page coordinate of the panel's own zero. */
  readonly origin: Pt;
  /** What prints, in page coordinates. */
  readonly from: Pt;
  readonly to: Pt;
  /** Length of the page. */
  readonly paper: Pt;
}

/** A tile's place on its page, direction by direction. */
export interface Tile {
  readonly x: TileAxis;
  readonly y: TileAxis;
}

/** Art beyond a cut that will lie on its neighbour: a knife that misses by a little leaves no white line. */
const SEAM_BLEED: Pt = mm(2);

/** The stretch on the page: edges of the panel keep their room; what is left over is for the seam, then shared. */
const axisOf = (parts: readonly Stretch[], index: number, paper: Pt, tiling: Tiling, inner: Pt): TileAxis => {
  const stretch = parts[index]!;
  const isFirst = index === 0;
  const isLast = index === parts.length - 1;
  const before = isFirst ? tiling.outer : inner;
  const after = isLast ? tiling.outer : inner;
  const length = stretch.to - stretch.from;
  const spare = paper - before - after - length;
  const start = before + (isFirst ? spare / 2 : Math.max(spare / 2, Math.min(spare, SEAM_BLEED)));
  return {
    stretch,
    isFirst,
    isLast,
    origin: start - stretch.from,
    from: start - (isFirst ? tiling.kept : Math.min(SEAM_BLEED, start - inner)),
    to: start + length + (isLast ? tiling.kept : 0),
    paper,
  };
};

export const tileAt = (tiling: Tiling, row: number, column: number, rules: TargetRules): Tile => ({
  x: axisOf(tiling.columns, column, tiling.page.width, tiling, rules.printerMargin),
  y: axisOf(tiling.rows, row, tiling.page.height, tiling, rules.printerMargin),
});

export const trimOf = ({ x, y }: Tile): Rect => ({
  x: x.origin + x.stretch.from,
  y: y.origin + y.stretch.from,
  width: x.stretch.to - x.stretch.from,
  height: y.stretch.to - y.stretch.from,
});

export const artOf = ({ x, y }: Tile): Rect => ({ x: x.from, y: y.from, width: x.to - x.from, height: y.to - y.from });

/** The panel's own edges, and the left and top edge of a tile that lies over its neighbour. */
export const cutLines = (tile: Tile, rules: TargetRules): readonly Line[] =>
  (["x", "y"] as const).flatMap((axis) => {
    const { origin, stretch, isLast, paper } = tile[axis];
    return [origin + stretch.from, ...(isLast ? [origin + stretch.to] : [])]
      .filter((at) => at > rules.edgeTolerance && at < paper - rules.edgeTolerance)
      .map((at) => ({ axis, at, use: "crop" }) as const);
  });

/** Where the next tile begins, in page coordinates; undefined on the last. */
const seamAfter = ({ stretch, isLast, origin }: TileAxis): Pt | undefined =>
  isLast ? undefined : origin + stretch.to - stretch.overlap;

/** The strips that go under the neighbours: on the right and at the bottom only, so that every tile lies over the one before. */
export const glueStrips = (tile: Tile): readonly Strip[] => {
  const trim = trimOf(tile);
  const right = seamAfter(tile.x);
  const bottom = seamAfter(tile.y);
  const width = (right ?? trim.x + trim.width) - trim.x;
  return [
    ...(bottom === undefined
      ? []
      : [
          { area: { ...trim, y: bottom, width, height: tile.y.stretch.overlap }, angle: 0, outerEdge: "high" } as const,
        ]),
    ...(right === undefined
      ? []
      : [{ area: { ...trim, x: right, width: tile.x.stretch.overlap }, angle: 90, outerEdge: "high" } as const]),
  ];
};

/** Room for words on the glue strips, which the neighbours will cover. */
export const wordsOnGlue = (tile: Tile): readonly Strip[] =>
  glueStrips(tile).map((strip) => ({ ...strip, area: outset(strip.area, -CLEARANCE) }));

/** Where the neighbour's edge comes to lie. */
export const overlapLines = (tile: Tile): readonly Mark[] => {
  const { x, y } = artOf(tile);
  const right = seamAfter(tile.x);
  const bottom = seamAfter(tile.y);
  const line = (from: Point, to: Point): Mark => ({ kind: "line", use: "overlap", from, to });
  return [
    ...(right === undefined ? [] : [line({ x: right, y }, { x: right, y: tile.y.to })]),
    ...(bottom === undefined ? [] : [line({ x, y: bottom }, { x: tile.x.to, y: bottom })]),
  ];
};

/** Half a cross: short enough for the margin beside the bleed. */
const ARM: Pt = mm(2);
/** Shorter arms no longer make a cross. */
const ARM_LEAST: Pt = mm(1);

/**
 * The edge that is laid over the tile before, and the line on which the tile after is laid: one place of the panel, for
 * both tiles. A cross on it is halved by the cut, and the half that is left continues the one below it: in the middle
 * of the overlap, paper would hide the cross that it should meet.
 */
const meetings = (axis: TileAxis): readonly Pt[] => {
  const after = seamAfter(axis);
  return [...(axis.isFirst ? [] : [axis.origin + axis.stretch.from]), ...(after === undefined ? [] : [after])];
};

interface Stop {
  readonly at: Pt;
  readonly arm: Pt;
  /** In the panel's own margin, not on another seam. */
  readonly outside: boolean;
}

/** In the margin beside the bleed, which is cut off; on the art's edge only if there is no margin. */
const outerStop = (room: Pt, margin: Pt): Omit<Stop, "outside"> => {
  const arm = Math.min(ARM, (room - margin - 2 * CLEARANCE) / 2);
  return arm < ARM_LEAST ? { at: margin + ARM, arm: ARM } : { at: room - CLEARANCE - arm, arm };
};

/** Where the crosses of a seam stand along it: in both margins, and where it meets other seams. */
const stops = (axis: TileAxis, margin: Pt): readonly Stop[] => {
  const first = outerStop(axis.from, margin);
  const last = outerStop(axis.paper - axis.to, margin);
  return [
    ...(axis.isFirst ? [{ ...first, outside: true }] : []),
    ...meetings(axis).map((at) => ({ at, arm: ARM, outside: false })),
    ...(axis.isLast ? [{ ...last, at: axis.paper - last.at, outside: true }] : []),
  ];
};

/** An arm ends where the printer does: beside a cut, half a cross is left there anyway. */
const cross = ({ x, y }: Point, arm: Pt, { left, top, right, bottom }: Reached): readonly Mark[] => [
  {
    kind: "line",
    use: "register",
    from: { x: Math.max(left, x - arm), y },
    to: { x: Math.min(right, x + arm), y },
  },
  {
    kind: "line",
    use: "register",
    from: { x, y: Math.max(top, y - arm) },
    to: { x, y: Math.min(bottom, y + arm) },
  },
];

/** What the printer reaches of a page. */
interface Reached {
  readonly left: Pt;
  readonly top: Pt;
  readonly right: Pt;
  readonly bottom: Pt;
}

/** Crosses on all seams of the tile. Tiles of a row share their y, those of a column their x: neighbours' crosses coincide. */
export const crosses = (tile: Tile, rules: TargetRules): readonly Mark[] => {
  const margin = rules.printerMargin;
  const reached = { left: margin, top: margin, right: tile.x.paper - margin, bottom: tile.y.paper - margin };
  const onColumns = meetings(tile.x).flatMap((x) =>
    stops(tile.y, margin).flatMap(({ at, arm }) => cross({ x, y: at }, arm, reached)),
  );
  const onRows = meetings(tile.y).flatMap((y) =>
    stops(tile.x, margin)
      .filter(({ outside }) => outside)
      .flatMap(({ at, arm }) => cross({ x: at, y }, arm, reached)),
  );
  return [...onColumns, ...onRows];
};

/** The sides of a tile that are the panel's own edges. */
export const outerSides = ({ x, y }: Tile) => [
  ...(y.isFirst ? (["top"] as const) : []),
  ...(y.isLast ? (["bottom"] as const) : []),
  ...(x.isFirst ? (["left"] as const) : []),
  ...(x.isLast ? (["right"] as const) : []),
];
