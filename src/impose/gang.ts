/** Several decks → how many sheets they take apart and on common sheets. */
import type { ImposeJob, ImposePiece } from "./job.js";
import { planJob, sheetCount } from "./plan.js";

export interface GangSavings {
  readonly apart: number;
  readonly together: number;
  /** Whether common sheets are fewer. */
  readonly saves: boolean;
}

/**
 * Compares printing decks each on its own sheets with printing them one after the other on common ones. Undefined if
 * some piece fits on no sheet. Nothing is placed: only grids are chosen and counted.
 */
export const gangSaves = (
  decks: readonly (readonly ImposePiece[])[],
  how: Pick<ImposeJob, "paper" | "target" | "duplex" | "copies">,
): GangSavings | undefined => {
  const count = (pieces: readonly ImposePiece[]): number | undefined => {
    const plan = planJob({ ...how, pieces });
    return plan.ok ? sheetCount(plan.groups, how) : undefined;
  };
  const together = count(decks.flat());
  const each = decks.map(count);
  if (together === undefined || each.some((sheets) => sheets === undefined)) return undefined;
  const apart = each.reduce<number>((sum, sheets) => sum + (sheets ?? 0), 0);
  return { apart, together, saves: together < apart };
};
