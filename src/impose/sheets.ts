/** A group of pieces and its grid → its sheets, faces in their cells and marks around them. */
import { outset, type Rect } from "../units.js";
import { cellFurniture } from "./cell-furniture.js";
import { cellsOf } from "./cells.js";
import { type Copy, type Faces, fillOf, type OwnSheets, type RunKind } from "./copies.js";
import { backRect, flipOf } from "./flip.js";
import { cutCount, type Grid, perSheet } from "./grid.js";
import type { ImposeJob, SheetGroup } from "./job.js";
import { machineMarks } from "./machine-marks.js";
import type { Line } from "./marks.js";
import type { GroupPlan } from "./plan.js";
import { boundsOf, clampTo } from "./rects.js";
import type { Placement, Sheet, SheetSide } from "./sheet.js";

/** Where the sheets of a group stand in the whole job. */
export interface Run {
  readonly first: number;
  readonly total: number;
}

/** The copies of each sheet, cell by cell; the last cells may stay empty, and none moves because of it. */
const dealt = (copies: readonly Copy[], cells: number, order: "reading" | "stack"): readonly (readonly Copy[])[] => {
  const sheets = Math.ceil(copies.length / cells);
  return Array.from({ length: sheets }, (_, sheet) =>
    order === "reading"
      ? copies.slice(sheet * cells, (sheet + 1) * cells)
      : Array.from({ length: cells }, (_, cell) => copies[cell * sheets + sheet]).filter((copy) => copy !== undefined),
  );
};

/** Cut lines of the grid and fold lines of its cells. */
export const linesOf = (grid: Grid, folded: boolean): readonly Line[] => {
  const { bounds, cell, gutter, turned } = grid;
  const cuts = (["x", "y"] as const).flatMap((axis) =>
    grid.cuts[axis].map((at) => ({ axis, at, use: "crop" }) as const),
  );
  if (!folded) return cuts;
  const folds = turned
    ? Array.from({ length: grid.rows }, (_, i) => bounds.y + i * (cell.height + gutter) + cell.height / 2)
    : Array.from({ length: grid.columns }, (_, i) => bounds.x + i * (cell.width + gutter) + cell.width / 2);
  return [...cuts, ...folds.map((at) => ({ axis: turned ? "y" : "x", at, use: "fold" }) as const)];
};

/** The cells that the first `filled` copies leave empty, as they lie on the front or on the back. */
const emptyCells = (
  plan: GroupPlan,
  { duplex }: ImposeJob,
  filled: number,
  side: "front" | "back",
): readonly Rect[] => {
  const { grid, folded, pieces } = plan;
  const empty = cellsOf(grid, pieces[0]!, folded)
    .slice(filled)
    .map(({ front, beside }) => boundsOf([front.trim, ...(beside ? [beside.trim] : [])]));
  return side === "back" && (duplex === "long-edge" || duplex === "short-edge")
    ? empty.map((trim) => backRect(trim, flipOf(grid.page, duplex)))
    : empty;
};

/** Around all trims of both sides. */
const boxesOf = (faces: Faces, grid: Grid): { readonly trimBox: Rect; readonly bleedBox: Rect } => {
  const trimBox = boundsOf([...faces.front, ...faces.back].map(({ trim }) => trim));
  return { trimBox, bleedBox: clampTo(outset(trimBox, grid.kept), grid.page) };
};

/** What sides a run has: `backs`: some sheet of the job has one, so all have, and the printer's pages pair up. */
export interface RunSides {
  readonly kind: RunKind;
  readonly backs: boolean;
}

/** The words at the margin of a sheet. */
export const labelsOf = ({ duplex, label }: ImposeJob, { total }: Run, { kind, backs }: RunSides) => {
  const flip = backs && (duplex === "long-edge" || duplex === "short-edge") ? duplex : undefined;
  return (number: number, side: "front" | "back"): string =>
    side === "back"
      ? label.label(number, total, "back")
      : label.label(number, total, kind === "answers" ? "answers" : "front", flip);
};

/** The sheets of a group that has them to itself. */
export const sheetsOf = (
  { plan, copies: all }: OwnSheets,
  job: ImposeJob,
  run: Run,
  { kind, backs }: RunSides,
): { readonly sheets: readonly Sheet[]; readonly group: SheetGroup } => {
  const { grid, folded, pieces } = plan;
  const named = labelsOf(job, run, { kind, backs });
  const sides = backs ? (["front", "back"] as const) : (["front"] as const);
  const furniture = cellFurniture(
    { ...plan, face: pieces[0]!, lines: linesOf(grid, folded) },
    job,
    sides.flatMap((side) => [named(run.total, side), named(run.first, side)]),
  );
  const fill = fillOf(plan, job, kind);
  const deals = dealt(all, perSheet(grid), job.target.order);
  const sheets = deals.map((copies, i): Sheet => {
    const number = run.first + i;
    const filled = copies.map(fill);
    const faces = { front: filled.flatMap((cell) => cell.front), back: filled.flatMap((cell) => cell.back) };
    const side = (placements: readonly Placement[], as: "front" | "back"): SheetSide => {
      const { marks, label } = furniture(emptyCells(plan, job, copies.length, as));
      // The machine looks at the front, which lies up when it cuts.
      const machine = plan.machine === "marks" && as === "front" ? machineMarks(grid.page) : [];
      return { placements, marks: [...machine, ...marks, ...label(named(number, as))] };
    };
    return {
      page: grid.page,
      paper: job.paper,
      ...boxesOf(faces, grid),
      front: side(faces.front, "front"),
      ...(backs ? { back: side(faces.back, "back") } : {}),
      number,
      total: run.total,
    };
  });
  const group: SheetGroup = {
    kind,
    first: run.first,
    count: sheets.length,
    page: grid.page,
    columns: grid.columns,
    rows: grid.rows,
    perSheet: perSheet(grid),
    turned: grid.turned,
    margin: { x: grid.bounds.x, y: grid.bounds.y },
    cuts: cutCount(grid),
    lines: linesOf(grid, folded),
    folds: linesOf(grid, folded).filter(({ use }) => use === "fold").length,
    // The last sheet is the one that may have an empty cell.
    ...(plan.machine && { machine: plan.machine }),
    ruler: furniture(emptyCells(plan, job, deals.at(-1)?.length ?? 0, "front")).ruler,
  };
  return { sheets, group };
};
