/** A spread and the paper → how many spreads a sheet carries, and whether the paper's edges are theirs. */
import { EPSILON, mm, type Pt, type Size } from "../units.js";
import { before, closestPage, cutCount, type Grid, gridOf, pagesOf, perSheet, turn } from "./grid.js";
import type { TooLarge } from "./job.js";
import type { Paper } from "./sheet.js";
import { bleedRange, type TargetRules } from "./targets.js";

/** Two pages side by side, upright. */
export interface SpreadDemand {
  readonly spread: Size;
  readonly bleed: Pt;
  readonly safe: Pt;
  /** Spreads lie on their side. */
  readonly turned: boolean;
}

/** Spreads in rows and columns. `bare`: they fill the paper, whose edges are theirs, and nothing prints around them. */
export interface SpreadGrid extends Grid {
  readonly bare: boolean;
}

/** Two A5 are 296 mm on 297: spreads that are as large as the paper, more or less, are not cut out of it. */
export const PAPER_TOLERANCE: Pt = mm(1);

/** As spreads lie on a page: portrait or landscape, whatever the page. */
interface Lie {
  readonly page: Size;
  readonly turned: boolean;
  readonly cell: Size;
}

/** A shop, which folds and staples by machine: one spread a sheet, with its marks around it. */
const cutsPiles = ({ order }: TargetRules): boolean => order === "stack";

/** From a trim to the paper's edge: the bleed, the shortest mark, the printer's margin. */
const roomAround = ({ bleed }: SpreadDemand, rules: TargetRules): Pt =>
  bleedRange(bleed, rules).least + rules.markLeast + rules.printerMargin;

/** The number of spreads that are as long as the paper; undefined if they would leave a strip, or words at the edge. */
const filling = (spread: Pt, paper: Pt, safe: Pt, rules: TargetRules): number | undefined => {
  const count = Math.round(paper / spread);
  const spare = paper - count * spread;
  const isFull = count > 0 && Math.abs(spare) <= PAPER_TOLERANCE + EPSILON;
  return isFull && spare / 2 + safe >= rules.printerMargin - EPSILON ? count : undefined;
};

/** The most spreads that leave room for bleed and marks around them. */
const roomy = (spread: Pt, paper: Pt, demand: SpreadDemand, rules: TargetRules): number => {
  const gutter = rules.gutterPerBleed * demand.bleed;
  return Math.max(0, Math.floor((paper - 2 * roomAround(demand, rules) + gutter + EPSILON) / (spread + gutter)));
};

const bareGrid = (lie: Lie, { safe }: SpreadDemand, rules: TargetRules): SpreadGrid | undefined => {
  const columns = filling(lie.cell.width, lie.page.width, safe, rules);
  const rows = filling(lie.cell.height, lie.page.height, safe, rules);
  return columns && rows ? { ...gridOf({ bleed: 0 }, lie, [columns, rows], rules), bare: true } : undefined;
};

const roomyGrid = (lie: Lie, demand: SpreadDemand, rules: TargetRules): SpreadGrid | undefined => {
  const most = cutsPiles(rules) ? 1 : Number.POSITIVE_INFINITY;
  const columns = Math.min(most, roomy(lie.cell.width, lie.page.width, demand, rules));
  const rows = Math.min(most, roomy(lie.cell.height, lie.page.height, demand, rules));
  return columns && rows ? { ...gridOf(demand, lie, [columns, rows], rules), bare: false } : undefined;
};

const isLandscape = ({ width, height }: Size): boolean => width > height;

const rankOf = (grid: SpreadGrid, rules: TargetRules): readonly number[] => [
  cutsPiles(rules) ? Number(grid.bare) : 0,
  -perSheet(grid),
  Number(grid.bare),
  cutCount(grid),
  -grid.kept,
  Number(isLandscape(grid.page) !== isLandscape(grid.cell)),
];

const liesOf = ({ spread, turned }: SpreadDemand, paper: Paper): readonly Lie[] =>
  pagesOf(paper).map((page) => ({ page, turned, cell: turned ? turn(spread) : spread }));

/**
 * The best grid for a spread, or undefined if it fits on no lie of the paper. A shop gets a single spread with marks
 * around it wherever that fits; at home the most spreads go on a sheet, so that it takes the fewest.
 */
export const chooseSpreadGrid = (demand: SpreadDemand, paper: Paper, rules: TargetRules): SpreadGrid | undefined =>
  liesOf(demand, paper)
    .flatMap((lie) => [roomyGrid(lie, demand, rules) ?? [], bareGrid(lie, demand, rules) ?? []].flat())
    .reduce<SpreadGrid | undefined>(
      (best, grid) => (best && !before(rankOf(grid, rules), rankOf(best, rules)) ? best : grid),
      undefined,
    );

/** One spread in the middle of the paper, not to be cut; undefined if it is larger than the paper. */
export const centredSpread = (spread: Size, paper: Paper, rules: TargetRules): Grid | undefined => {
  const lies = pagesOf(paper).filter((page) => fitsOn(page, spread));
  const page = lies.find((lie) => isLandscape(lie) === isLandscape(spread)) ?? lies[0];
  return page && gridOf({ bleed: 0 }, { page, turned: false, cell: spread }, [1, 1], rules);
};

const fitsOn = (page: Size, cell: Size): boolean =>
  cell.width <= page.width + PAPER_TOLERANCE + EPSILON && cell.height <= page.height + PAPER_TOLERANCE + EPSILON;

/**
 * The least that would do for a spread: paper as large as itself; where the paper is larger, but not large enough for
 * marks, it is the room for them that lacks.
 */
export const leastFor = (demand: SpreadDemand, paper: Paper, rules: TargetRules): Size => {
  const { width, height } = demand.turned ? turn(demand.spread) : demand.spread;
  const isRoomLacking = pagesOf(paper).some((page) => fitsOn(page, { width, height }));
  const room = isRoomLacking ? 2 * roomAround(demand, rules) : 0;
  return { width: width + room, height: height + room };
};

/** The answer where a spread fits on no lie of the paper; a book is named by its first page. */
export const spreadTooLarge = (piece: string, needs: Size, paper: Paper): TooLarge => ({
  ok: false,
  reason: { kind: "piece-too-large", piece, needs, has: closestPage(needs, paper) },
});
