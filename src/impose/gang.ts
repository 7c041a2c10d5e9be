/** Several decks → how many sheets they take apart and on common sheets. */
import type { ImposeJob, ImposePiece } from "./job.js";
import { planJob } from "./plan.js";
import { runsOf, sheetCount } from "./runs.js";

export interface GangSavings {
  readonly apart: number;
  readonly together: number;
  /** Whether common sheets are fewer. */
  readonly saves: boolean;
}

/**
 * Compares printing decks each on its own sheets with printing them on common ones, pieces of several sizes in bands.
 * Undefined if some piece fits on no sheet. Nothing is placed: only grids are chosen and counted.
 */
export const gangSaves = (
  decks: readonly (readonly ImposePiece[])[],
  how: Pick<ImposeJob, "paper" | "target" | "duplex" | "copies">,
): GangSavings | undefined => {
  const count = (pieces: readonly ImposePiece[], mixed: boolean): number | undefined => {
    const job = { ...how, pieces, mixed };
    const plan = planJob(job);
    return plan.ok ? sheetCount(runsOf(plan.groups, job)) : undefined;
  };
  const together = count(decks.flat(), true);
  const each = decks.map((deck) => count(deck, false));
  if (together === undefined || each.some((sheets) => sheets === undefined)) return undefined;
  const apart = each.reduce<number>((sum, sheets) => sum + (sheets ?? 0), 0);
  return { apart, together, saves: together < apart };
};
