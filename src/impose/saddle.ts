/** Pages in reading order → sheets to fold once, lay into one another and staple. */
import { outset, type Pt } from "../units.js";
import { folioOf, type SaddleJob, spreadOf } from "./book-job.js";
import { cellsOf, type Place, placeBehind } from "./cells.js";
import { flipOf } from "./flip.js";
import { cutCount, perSheet } from "./grid.js";
import type { Imposition, SheetGroup } from "./job.js";
import { type PagePair, pageOrder, type SheetPages } from "./page-order.js";
import { clampTo } from "./rects.js";
import { type SaddleMarks, saddleMarks, stapleLines } from "./saddle-marks.js";
import type { Sheet, SheetSide } from "./sheet.js";
import { linesOf } from "./sheets.js";
import { placeSpread } from "./spread.js";
import { chooseSpreadGrid, leastFor, type SpreadDemand, type SpreadGrid, spreadTooLarge } from "./spread-grid.js";

/** How far the pages of a sheet move towards the fold: the sheets around it push it outwards, to be cut off there. */
const creepOf = ({ thickness, wrapped = 0 }: SaddleJob, sheet: number): Pt => wrapped + sheet * thickness;

/** A booklet ready to be made: its sheets from the outermost inwards, where spreads lie, and their marks. */
interface Binding {
  readonly job: SaddleJob;
  readonly order: readonly SheetPages[];
  readonly grid: SpreadGrid;
  readonly fronts: readonly Place[];
  readonly backs: readonly Place[];
  readonly marks: SaddleMarks;
}

/** A sheet's label, in the words that there is room for: creep is told where they are not too many. */
const labelOf = (
  { job, order, grid }: Pick<Binding, "job" | "order" | "grid">,
  sheet: number,
  side: "front" | "back",
  wording: number,
): string => {
  const { label, pages, thickness } = job;
  const booklets = perSheet(grid);
  const most = creepOf(job, order.length - 1);
  const names = order[sheet]![side].map((number) => folioOf(pages, number)).join(" | ");
  return [
    label.sheet(sheet + 1, order.length, names, side),
    label.flip(job.duplex),
    ...(booklets > 1 ? [label.booklets(booklets)] : []),
    ...(most > 0 && wording === 0 ? [label.creep(thickness, most)] : []),
  ].join(" · ");
};

/** All of a label, then without creep. */
const WORDINGS = [0, 1];

const marksFor = (binding: Omit<Binding, "marks">, demand: SpreadDemand): SaddleMarks => {
  const { job, order, grid, backs } = binding;
  const labels = WORDINGS.map((wording) =>
    order.flatMap((_, sheet) => (["front", "back"] as const).map((side) => labelOf(binding, sheet, side, wording))),
  );
  return saddleMarks({
    grid,
    ...demand,
    creep: creepOf(job, order.length - 1),
    rules: job.target,
    ruler: (length) => job.label.ruler(length),
    staple: job.label.staple,
    labels,
    backs,
  });
};

/** One side of a sheet: the same spread in every cell, one for each booklet. */
const sideOf = (binding: Binding, sheet: number, side: "front" | "back", set: number): SheetSide => {
  const { job, order, grid, marks } = binding;
  const places = side === "front" ? binding.fronts : binding.backs;
  const pair: PagePair = order[sheet]![side];
  const pages = [job.pages[pair[0] - 1], job.pages[pair[1] - 1]] as const;
  const creep = creepOf(job, sheet);
  return {
    placements: places.flatMap((place, cell) =>
      placeSpread(pages, { place, page: grid.page, creep, copy: set * places.length + cell + 1 }),
    ),
    marks: marks.on(side, labelOf(binding, sheet, side, marks.wording ?? 0)),
  };
};

const bind = (job: SaddleJob, order: readonly SheetPages[], demand: SpreadDemand, grid: SpreadGrid): Binding => {
  // To the flip, a spread is a card that is turned like the page of a book; its bleed is each page's own.
  const card = { trim: demand.spread, bleed: 0 };
  const flip = flipOf(grid.page, job.duplex);
  const fronts = cellsOf(grid, card, false).map(({ front }) => front);
  const backs = fronts.map((front) => placeBehind(front, card, flip));
  const places = { job, order, grid, fronts, backs };
  return { ...places, marks: marksFor(places, demand) };
};

const groupOf = ({ grid, marks }: Binding, count: number): SheetGroup => ({
  kind: "saddle",
  first: 1,
  count,
  page: grid.page,
  columns: grid.columns,
  rows: grid.rows,
  perSheet: perSheet(grid),
  turned: grid.turned,
  margin: { x: grid.bounds.x, y: grid.bounds.y },
  cuts: cutCount(grid),
  folds: 1,
  lines: [...linesOf(grid, true), ...stapleLines(grid)],
  ruler: marks.ruler,
});

/**
 * Places a booklet on sheets at 100 %, printed on both sides: folded once, nested in their order and stapled through
 * the fold, they read from the first page to the last.
 *
 * Where the paper leaves room, marks stand around the spread: cuts, fold, staples, ruler, label. Where the spread is as
 * large as the paper, or several together are, nothing is printed beyond it, and the label stands along the fold. A
 * sheet with room for n spreads carries the same one n times, for n booklets: `copies` are made ⌈copies / n⌉ sets at a
 * time, each set from its outermost sheet to its innermost, and no cell stays empty; one copy on A3 comes out twice.
 *
 * Pages of inner sheets move towards the fold by what the sheets around them take away, and are never scaled. Returns
 * a reason, and no sheets, if the spread fits on no lie of the paper. Throws if the pages cannot be bound: their number
 * is no multiple of four, or they differ in size.
 */
export const saddle = (job: SaddleJob): Imposition => {
  const { pages, paper, target } = job;
  const order = pageOrder(pages.length, job.direction);
  if (order.length === 0 || job.copies < 1) return { ok: true, sheets: [], groups: [], cuts: 0, seams: [] };
  const demand: SpreadDemand = {
    spread: spreadOf(pages),
    bleed: Math.max(...pages.map(({ bleed }) => bleed)),
    safe: Math.min(...pages.map(({ safe }) => safe)),
    turned: job.turned ?? false,
  };
  const grid = chooseSpreadGrid(demand, paper, target);
  if (!grid) return spreadTooLarge(pages[0]!.piece, leastFor(demand, paper, target), paper);
  const binding = bind(job, order, demand, grid);
  const sets = Math.ceil(job.copies / perSheet(grid));
  const printed = [...order.keys()].filter((sheet) => job.only?.includes(sheet + 1) ?? true);
  const total = sets * printed.length;
  const sheets = Array.from({ length: total }, (_, index): Sheet => {
    const [set, sheet] = [Math.floor(index / printed.length), printed[index % printed.length]!];
    return {
      page: grid.page,
      paper,
      trimBox: clampTo(grid.bounds, grid.page),
      bleedBox: clampTo(outset(grid.bounds, grid.kept), grid.page),
      front: sideOf(binding, sheet, "front", set),
      back: sideOf(binding, sheet, "back", set),
      number: index + 1,
      total,
    };
  });
  return { ok: true, sheets, groups: [groupOf(binding, total)], cuts: cutCount(grid), seams: [] };
};
