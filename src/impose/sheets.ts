/** A group of pieces and its grid → its sheets, faces in their cells and marks around them. */
import { outset, type Rect } from "../units.js";
import { cellFurniture } from "./cell-furniture.js";
import { type Cell, cellsOf, place, placeBehind } from "./cells.js";
import { backRect, flipOf } from "./flip.js";
import { cutCount, type Grid, perSheet } from "./grid.js";
import type { ImposeJob, ImposePiece, SheetGroup } from "./job.js";
import { machineMarks } from "./machine-marks.js";
import type { Line } from "./marks.js";
import type { GroupPlan } from "./plan.js";
import { boundsOf, clampTo } from "./rects.js";
import type { FaceSlot, Placement, Sheet, SheetSide } from "./sheet.js";

/** Where the sheets of a group stand in the whole job. */
export interface Run {
  readonly first: number;
  readonly total: number;
}

/** One side's worth of faces; `answers` are backs that get sheets of their own. */
export type RunKind = "cards" | "answers";

const slotOf = (piece: ImposePiece, side: FaceSlot["side"], copy: number): FaceSlot => ({
  piece: piece.piece,
  side,
  trim: piece.trim,
  bleed: piece.bleed,
  safe: piece.safe,
  radius: piece.radius,
  copy,
});

interface Copy {
  readonly piece: ImposePiece;
  /** Counts from 1 over all copies of the kit. */
  readonly number: number;
}

/** A whole kit after the other; within a kit the copies of a piece follow one another. */
const copiesOf = (pieces: readonly ImposePiece[], kits: number): readonly Copy[] =>
  Array.from({ length: kits }, (_, kit) =>
    pieces.flatMap((piece) =>
      Array.from({ length: piece.copies }, (_, i) => ({ piece, number: kit * piece.copies + i + 1 })),
    ),
  ).flat();

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

/** Faces of one sheet: on its front, and behind them. */
interface Faces {
  readonly front: readonly Placement[];
  readonly back: readonly Placement[];
}

/** How one copy fills a cell. */
type Fill = (copy: Copy, cell: number) => Faces;

const fillOf = (plan: GroupPlan, job: ImposeJob, kind: RunKind): Fill => {
  const { grid, folded, pieces } = plan;
  const cells: readonly Cell[] = cellsOf(grid, pieces[0]!, folded);
  const side = kind === "answers" ? "back" : "front";
  const twoSided = job.duplex === "long-edge" || job.duplex === "short-edge";
  const flip = twoSided ? flipOf(grid.page, job.duplex) : undefined;
  const behind = flip ? cells.map((cell) => placeBehind(cell.front, pieces[0]!, flip)) : [];
  return ({ piece, number }, at) => {
    const cell = cells[at]!;
    const own = place(slotOf(piece, side, number), cell.front);
    if (cell.beside) return { front: [own, place(slotOf(piece, "back", number), cell.beside)], back: [] };
    const back = piece.hasBack ? behind[at] : undefined;
    return { front: [own], back: back ? [place(slotOf(piece, "back", number), back)] : [] };
  };
};

/** Around all trims of both sides. */
const boxesOf = (faces: Faces, grid: Grid): { readonly trimBox: Rect; readonly bleedBox: Rect } => {
  const trimBox = boundsOf([...faces.front, ...faces.back].map(({ trim }) => trim));
  return { trimBox, bleedBox: clampTo(outset(trimBox, grid.kept), grid.page) };
};

/** The sheets of one run. `backs`: some sheet of the job has a back, so all have one and the printer's pages pair up. */
export const sheetsOf = (
  plan: GroupPlan,
  job: ImposeJob,
  run: Run,
  { kind, backs }: { readonly kind: RunKind; readonly backs: boolean },
): { readonly sheets: readonly Sheet[]; readonly group: SheetGroup } => {
  const { grid, folded, pieces } = plan;
  const flip = backs && (job.duplex === "long-edge" || job.duplex === "short-edge") ? job.duplex : undefined;
  const named = (number: number, side: "front" | "back"): string =>
    side === "back"
      ? job.label.label(number, run.total, "back")
      : job.label.label(number, run.total, kind === "answers" ? "answers" : "front", flip);
  const sides = backs ? (["front", "back"] as const) : (["front"] as const);
  const furniture = cellFurniture(
    { ...plan, face: pieces[0]!, lines: linesOf(grid, folded) },
    job,
    sides.flatMap((side) => [named(run.total, side), named(run.first, side)]),
  );
  const fill = fillOf(plan, job, kind);
  const printed = kind === "answers" ? pieces.filter((piece) => piece.hasBack) : pieces;
  const deals = dealt(copiesOf(printed, job.copies), perSheet(grid), job.target.order);
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
