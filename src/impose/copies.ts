/** Pieces → every copy of them in its order, and how one fills a cell: its front, its back behind or beside it. */
import { type Cell, cellsOf, place, placeBehind } from "./cells.js";
import { flipOf } from "./flip.js";
import { perSheet } from "./grid.js";
import type { ImposeJob, ImposePiece } from "./job.js";
import type { GroupPlan } from "./plan.js";
import type { FaceSlot, Placement } from "./sheet.js";

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

export interface Copy {
  readonly piece: ImposePiece;
  /** Counts from 1 over all copies of the kit. */
  readonly number: number;
}

/** A whole kit after the other; within a kit the copies of a piece follow one another. */
export const copiesOf = (pieces: readonly ImposePiece[], kits: number): readonly Copy[] =>
  Array.from({ length: kits }, (_, kit) =>
    pieces.flatMap((piece) =>
      Array.from({ length: piece.copies }, (_, i) => ({ piece, number: kit * piece.copies + i + 1 })),
    ),
  ).flat();

/** Copies of a group on sheets that it has to itself. */
export interface OwnSheets {
  readonly plan: GroupPlan;
  readonly copies: readonly Copy[];
}

export const ownCount = ({ plan, copies }: OwnSheets): number => Math.ceil(copies.length / perSheet(plan.grid));

/** Faces of one sheet: on its front, and behind them. */
export interface Faces {
  readonly front: readonly Placement[];
  readonly back: readonly Placement[];
}

/** Equal cells and the pieces that lie in them. */
export type CellPlan = Pick<GroupPlan, "grid" | "folded" | "pieces">;

/** How one copy fills a cell. */
export type Fill = (copy: Copy, cell: number) => Faces;

export const fillOf = (plan: CellPlan, job: Pick<ImposeJob, "duplex">, kind: RunKind): Fill => {
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
