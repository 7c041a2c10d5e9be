/** Pieces → groups that can share sheets, each with its grid; or the piece that fits on no sheet. */
import type { Size } from "../units.js";
import { type CellDemand, chooseGrid, type Grid, shortfall } from "./grid.js";
import type { ImposeJob, ImposePiece, TooLarge } from "./job.js";

/** Pieces of one size, in their order. */
export interface GroupPlan {
  readonly pieces: readonly ImposePiece[];
  readonly grid: Grid;
  /** Each cell holds a front and its back, to be folded. */
  readonly folded: boolean;
  /** Cut by a machine, with its marks; or by hand, for want of room for them. */
  readonly machine?: "marks" | "no-room" | undefined;
}

export type JobPlan = { readonly ok: true; readonly groups: readonly GroupPlan[] } | TooLarge;

export type PlanJob = Omit<ImposeJob, "label">;

/** A hundredth of a point apart is the same size. */
const key = (...lengths: readonly number[]): string => lengths.map((length) => length.toFixed(2)).join(" ");

/**
 * Pieces that may share a grid: same trim, so that cuts go straight through; same bleed and safe margin, so that the
 * same marks serve. Pieces to be folded stand apart from single ones: a cut goes where the others have a fold.
 */
const groupPieces = (pieces: readonly ImposePiece[], fold: boolean): readonly (readonly ImposePiece[])[] => {
  const groups = new Map<string, ImposePiece[]>();
  for (const piece of pieces) {
    const { trim, bleed, safe, hasBack } = piece;
    const name = `${key(trim.width, trim.height, bleed, safe)} ${fold && hasBack}`;
    const group = groups.get(name);
    if (group) group.push(piece);
    else groups.set(name, [piece]);
  }
  return [...groups.values()];
};

/** A piece, or a front and its back side by side. */
export const cellOf = (trim: Size, folded: boolean): Size =>
  folded ? { width: 2 * trim.width, height: trim.height } : trim;

/** What a group asks of a grid for `count` of its copies. */
export const demandOf = ({ pieces, folded }: Pick<GroupPlan, "pieces" | "folded">, count: number): CellDemand => {
  const { trim, bleed, safe } = pieces[0]!;
  return { cell: cellOf(trim, folded), bleed, safe, count };
};

/** Square pieces without bleed are parted by straight cuts from edge to edge: a machine would only cost paper. */
const isCutAllAround = ({ bleed, radius = 0 }: ImposePiece): boolean => bleed > 0 || radius > 0;

/** Chooses the grid of every group. Nothing is placed yet, so it is cheap enough to compare ways of printing. */
export const planJob = (job: PlanJob): JobPlan => {
  const fold = job.duplex === "fold";
  const plans: GroupPlan[] = [];
  for (const pieces of groupPieces(job.pieces, fold)) {
    const [first] = pieces;
    if (!first) continue;
    const folded = fold && first.hasBack;
    const cells = job.copies * pieces.reduce((sum, piece) => sum + piece.copies, 0);
    if (cells === 0) continue;
    const asked = job.machine && pieces.some(isCutAllAround);
    const demand = demandOf({ pieces, folded }, cells);
    const marked = asked ? chooseGrid({ ...demand, machine: true }, job.paper, job.target) : undefined;
    const grid = marked ?? chooseGrid(demand, job.paper, job.target);
    if (!grid) {
      const reason = {
        kind: "piece-too-large",
        piece: first.piece,
        ...shortfall(demand, job.paper, job.target),
      } as const;
      return { ok: false, reason };
    }
    const machine = asked ? (marked ? "marks" : "no-room") : undefined;
    plans.push({ pieces, grid, folded, machine });
  }
  return { ok: true, groups: plans };
};
