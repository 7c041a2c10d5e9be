/** A cell's size and how many are needed → the grid that takes the fewest sheets, then the fewest cuts. */
import { EPSILON, outset, type Pt, type Rect, type Size } from "../units.js";
import { leavesMarks, MACHINE_BLEED_ROOM, MACHINE_ROOM } from "./machine-marks.js";
import type { Paper } from "./sheet.js";
import { bleedRange, leastRoom, suits, type TargetRules } from "./targets.js";

/** Equal cells for one group of pieces. */
export interface CellDemand {
  /** The cell's trim, upright: one piece, or a front and its back side by side. */
  readonly cell: Size;
  readonly bleed: Pt;
  readonly safe: Pt;
  /** Whether the sheet bears the marks of a cutting machine. */
  readonly machine?: boolean | undefined;
  readonly count: number;
}

/** Cells in rows and columns, centred on a page. */
export interface Grid {
  readonly page: Size;
  /** Cells lie on their side, turned clockwise. */
  readonly turned: boolean;
  readonly columns: number;
  readonly rows: number;
  /** A cell as it lies. */
  readonly cell: Size;
  readonly gutter: Pt;
  /** Bleed that prints around the grid. */
  readonly kept: Pt;
  /** Around all trims, centred on the page. */
  readonly bounds: Rect;
  /** Where the knife goes, edge to edge: x of the vertical cuts, y of the horizontal ones. */
  readonly cuts: { readonly x: readonly Pt[]; readonly y: readonly Pt[] };
}

export const perSheet = (grid: Grid): number => grid.columns * grid.rows;
export const cutCount = (grid: Grid): number => grid.cuts.x.length + grid.cuts.y.length;

export const turn = (size: Size): Size => ({ width: size.height, height: size.width });
const portraitOf = (paper: Size): Size => (paper.width <= paper.height ? paper : turn(paper));

/** The two ways that a paper can lie; a square one lies only one way. */
export const pagesOf = (paper: Paper): readonly Size[] => {
  const { width, height } = portraitOf(paper);
  return width === height
    ? [{ width, height }]
    : [
        { width, height },
        { width: height, height: width },
      ];
};

/** How many cells may stand along a line of the paper, fewest first: those that leave both ends the room they need. */
export const countsAlong = (
  demand: Pick<CellDemand, "bleed" | "safe" | "machine">,
  cell: Pt,
  paper: Pt,
  rules: TargetRules,
): readonly number[] => {
  const gutter = rules.gutterPerBleed * demand.bleed;
  const { least } = bleedRange(demand.bleed, rules);
  const most = Math.max(0, Math.floor((paper + gutter + EPSILON) / (cell + gutter)));
  const leastRoom = demand.machine ? MACHINE_ROOM : 0;
  return Array.from({ length: most }, (_, i) => i + 1).filter((count) => {
    const room = (paper - count * (cell + gutter) + gutter) / 2;
    return suits(demand, room, least, rules) && room >= leastRoom - EPSILON;
  });
};

/** Both edges of each cell, shared edges once, without those that the paper's own edge makes. */
export const cutsAlong = (start: Pt, cell: Pt, count: number, gutter: Pt, paper: Pt, tolerance: Pt): readonly Pt[] => {
  const lines: Pt[] = [];
  for (let i = 0; i < count; i++) {
    const from = start + i * (cell + gutter);
    if (i === 0 || gutter > EPSILON) lines.push(from);
    lines.push(from + cell);
  }
  return lines.filter((at) => at > tolerance + EPSILON && at < paper - tolerance - EPSILON);
};

/** A way for paper and piece to lie, with the columns and rows that it allows. */
interface Lie {
  readonly page: Size;
  readonly turned: boolean;
  readonly cell: Size;
  readonly columns: readonly number[];
  readonly rows: readonly number[];
}

/** The grid of `columns` × `rows`, centred. */
export const gridOf = (
  demand: Pick<CellDemand, "bleed" | "machine">,
  { page, cell, turned }: Pick<Lie, "page" | "cell" | "turned">,
  [columns, rows]: readonly [number, number],
  rules: TargetRules,
): Grid => {
  const gutter = rules.gutterPerBleed * demand.bleed;
  const width = columns * cell.width + (columns - 1) * gutter;
  const height = rows * cell.height + (rows - 1) * gutter;
  const bounds = { x: (page.width - width) / 2, y: (page.height - height) / 2, width, height };
  const { least, most } = bleedRange(demand.bleed, rules);
  const outside = demand.machine ? MACHINE_BLEED_ROOM : rules.printerMargin + rules.markLeast;
  const free = Math.min(bounds.x, bounds.y) - outside;
  const kept = Math.max(least, Math.min(most, free));
  const tolerance = rules.edgeTolerance;
  const cuts = {
    x: cutsAlong(bounds.x, cell.width, columns, gutter, page.width, tolerance),
    y: cutsAlong(bounds.y, cell.height, rows, gutter, page.height, tolerance),
  };
  return { page, turned, columns, rows, cell, gutter, kept, bounds, cuts };
};

/** Every lie of paper and piece. */
const liesOf = (demand: CellDemand, paper: Paper, rules: TargetRules): readonly Lie[] => {
  const square = Math.abs(demand.cell.width - demand.cell.height) < EPSILON;
  return [false, ...(square ? [] : [true])].flatMap((turned) =>
    pagesOf(paper).map((page) => {
      const cell = turned ? turn(demand.cell) : demand.cell;
      const columns = countsAlong(demand, cell.width, page.width, rules);
      const rows = countsAlong(demand, cell.height, page.height, rules);
      return { page, turned, cell, columns, rows };
    }),
  );
};

/** Whether the marks of a machine, if it has any, stand clear of the grid. */
const fits = (demand: CellDemand, lie: Lie, count: readonly [number, number], rules: TargetRules): boolean => {
  if (!demand.machine) return true;
  const { page, bounds, kept } = gridOf(demand, lie, count, rules);
  return leavesMarks(page, outset(bounds, kept));
};

const usable = (demand: CellDemand, paper: Paper, rules: TargetRules): readonly Lie[] =>
  liesOf(demand, paper, rules).filter((lie) => lie.columns.length > 0 && lie.rows.length > 0);

/** The most cells of a lie: all of its columns and rows, fewer where marks are in their way. */
const capacity = (demand: CellDemand, lie: Lie, rules: TargetRules): number =>
  Math.max(
    ...lie.columns.flatMap((columns) =>
      lie.rows.map((rows) => (fits(demand, lie, [columns, rows], rules) ? columns * rows : 0)),
    ),
  );

/** The most cells that a sheet can have; none where nothing fits. */
export const mostCells = (demand: CellDemand, paper: Paper, rules: TargetRules): number =>
  Math.max(0, ...usable(demand, paper, rules).map((lie) => capacity(demand, lie, rules)));

/** Smaller comes first, from the first number that differs. */
export const before = (a: readonly number[], b: readonly number[]): boolean => {
  const at = a.findIndex((value, i) => Math.abs(value - b[i]!) > EPSILON);
  return at >= 0 && a[at]! < b[at]!;
};

/**
 * The best grid, or undefined if not even one cell fits. Fewest sheets; then fewest cuts (an A5 alone on A4 lies where
 * one cut frees it); then the most bleed; then pieces upright, as they are read on screen; then portrait paper; then
 * the fewest cells.
 */
export const chooseGrid = (demand: CellDemand, paper: Paper, rules: TargetRules): Grid | undefined => {
  const lies = usable(demand, paper, rules);
  const count = Math.max(1, demand.count);
  const most = mostCells(demand, paper, rules);
  if (most === 0) return undefined;
  const sheets = Math.ceil(count / most);
  const needed = Math.ceil(count / sheets);
  let best: { grid: Grid; rank: readonly number[] } | undefined;
  for (const lie of lies) {
    for (const columns of lie.columns) {
      // More rows than needed only help when the last one ends on the paper's edge.
      const possible = lie.rows.filter((rows) => fits(demand, lie, [columns, rows], rules));
      const enough = possible.find((rows) => rows * columns >= needed);
      if (enough === undefined) continue;
      for (const rows of new Set([enough, possible.at(-1)!])) {
        const grid = gridOf(demand, lie, [columns, rows], rules);
        const landscape = grid.page.width > grid.page.height;
        const rank = [cutCount(grid), -grid.kept, Number(grid.turned), Number(landscape), columns * rows, -columns];
        if (!best || before(rank, best.rank)) best = { grid, rank };
      }
    }
  }
  return best?.grid;
};

/** The paper, lying the way in which it lacks least of what is needed. */
export const closestPage = (needs: Size, paper: Paper): Size => {
  const missing = (page: Size): number =>
    Math.max(0, needs.width - page.width) + Math.max(0, needs.height - page.height);
  const has = pagesOf(paper).reduce((best, page) => (missing(page) < missing(best) - EPSILON ? page : best));
  return { width: has.width, height: has.height };
};

/** A cell with the room around it and the paper, both lying the way that comes closest: for the message. */
export const shortfall = (
  demand: CellDemand,
  paper: Paper,
  rules: TargetRules,
): { readonly needs: Size; readonly has: Size } => {
  const room = leastRoom(demand, bleedRange(demand.bleed, rules).least, rules);
  const needs = { width: demand.cell.width + 2 * room, height: demand.cell.height + 2 * room };
  return { needs, has: closestPage(needs, paper) };
};
