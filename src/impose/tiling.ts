/** Panels and a paper → the page and the tiles that take the fewest sheets. */
import type { Pt, Size } from "../units.js";
import { pagesOf, shortfall } from "./grid.js";
import type { Seam, TooLarge } from "./job.js";
import { asTheyStand, type ReadingDirection } from "./page-order.js";
import { type Axis, along, crossed, type Stretch, stretches, tilesAlong } from "./seams.js";
import { bleedRange, cutRoom, suits, type TargetRules } from "./targets.js";
import type { TileJob, TilePanel } from "./tile-job.js";

/** One panel, parted. One column and one row: it stays whole. */
export interface Tiling {
  readonly panel: TilePanel;
  /** From 1, on a board of several panels. */
  readonly number: number | undefined;
  readonly page: Size;
  /** From the panel's trim to the paper's edge, where the tile has the panel's own edge. */
  readonly outer: Pt;
  readonly kept: Pt;
  /** From left to right, and from top to bottom. */
  readonly columns: readonly Stretch[];
  readonly rows: readonly Stretch[];
  /** How its tiles are counted along a row. */
  readonly direction: ReadingDirection;
}

export type TilingPlan = { readonly ok: true; readonly tilings: readonly Tiling[] } | TooLarge;

/** `A`, `B` … `Z`, then `AA`. */
const rowName = (row: number): string =>
  (row >= 26 ? rowName(Math.floor(row / 26) - 1) : "") + String.fromCharCode(65 + (row % 26));

/** A tile of a panel: its place on paper, counted from the top left corner, and what it is called. */
export interface TilePlace {
  readonly row: number;
  readonly column: number;
  readonly name: string;
}

/** Rows are letters, columns numbers, as on a map; before them the panel's number, for each panel has its A1. */
const tileName = (panel: number | undefined, row: number, place: number): string =>
  `${panel === undefined ? "" : `${panel}-`}${rowName(row)}${place + 1}`;

/** The tiles in reading order: A1 is where the reader begins. */
export const tilesIn = ({ rows, columns, number, direction }: Tiling): readonly TilePlace[] =>
  rows.flatMap((_, row) =>
    asTheyStand([...columns.keys()], direction).map((column, place) => ({
      row,
      column,
      name: tileName(number, row, place),
    })),
  );

const axesOf = (panel: TilePanel, page: Size, kept: Pt, rules: TargetRules): { readonly x: Axis; readonly y: Axis } => {
  const avoid = panel.avoid ?? [];
  const axis = (length: Pt, paper: Pt, name: "x" | "y"): Axis => ({
    length,
    paper,
    outer: cutRoom(panel, kept, rules),
    inner: rules.printerMargin,
    whole: suits(panel, (paper - length) / 2, kept, rules),
    avoid: along(avoid, name),
  });
  return { x: axis(panel.trim.width, page.width, "x"), y: axis(panel.trim.height, page.height, "y") };
};

/** The panel on pages that lie this way; the widest bleed that costs no tile. */
const tilingOn = (
  panel: TilePanel,
  page: Size,
  rules: TargetRules,
): Omit<Tiling, "number" | "direction"> | undefined => {
  const { least, most } = bleedRange(panel.bleed, rules);
  const tries = [most, least].flatMap((kept) => {
    const { x, y } = axesOf(panel, page, kept, rules);
    const columns = tilesAlong(x);
    const rows = tilesAlong(y);
    return columns && rows ? [{ kept, x, y, columns, rows }] : [];
  });
  const [first, ...others] = tries;
  if (!first) return undefined;
  const best = others.reduce((a, b) => (b.columns * b.rows < a.columns * a.rows ? b : a), first);
  return {
    panel,
    page,
    outer: best.x.outer,
    kept: best.kept,
    columns: stretches(best.x, best.columns),
    rows: stretches(best.y, best.rows),
  };
};

export const tileCount = ({ columns, rows }: Pick<Tiling, "columns" | "rows">): number => columns.length * rows.length;

const sum = (tilings: readonly Tiling[]): number =>
  tilings.reduce((all, tiling) => all + tileCount(tiling) * tiling.panel.copies, 0);

/** All pages lie the same way: the way that takes fewer sheets, portrait if that is no matter. */
export const planTiles = (job: TileJob): TilingPlan => {
  const { panels, paper, target } = job;
  let best: readonly Tiling[] | undefined;
  for (const page of pagesOf(paper)) {
    const parted = panels.map((panel) => tilingOn(panel, page, target));
    if (!parted.every((tiling) => tiling !== undefined)) continue;
    const tilings = parted.map((tiling, i) => ({
      ...tiling,
      number: panels.length > 1 ? i + 1 : undefined,
      direction: job.direction,
    }));
    if (!best || sum(tilings) < sum(best)) best = tilings;
  }
  if (best) return { ok: true, tilings: best };
  const piece = panels.find((panel) => pagesOf(paper).every((page) => !tilingOn(panel, page, target))) ?? panels[0]!;
  const demand = { cell: piece.trim, bleed: piece.bleed, safe: piece.safe, count: 1 };
  return { ok: false, reason: { kind: "piece-too-large", piece: piece.piece, ...shortfall(demand, paper, target) } };
};

/** Every seam of a panel, with what it could not avoid. */
export const seamsOf = ({ panel, columns, rows }: Tiling): readonly Seam[] => {
  const seams = (axis: "x" | "y", parts: readonly Stretch[]): readonly Seam[] =>
    parts.slice(1).map(({ from }, i) => ({
      piece: panel.piece,
      axis,
      at: from,
      overlap: parts[i]!.overlap,
      crosses: crossed(panel.avoid ?? [], axis, from),
    }));
  return [...seams("x", columns), ...seams("y", rows)];
};
