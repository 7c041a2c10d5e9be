/** Groups of pieces → what is printed one after the other: their own sheets, those that several share, answers last. */
import { type BandSheet, shareSheets } from "./bands.js";
import { copiesOf, type OwnSheets, ownCount, type RunKind } from "./copies.js";
import type { GroupPlan, PlanJob } from "./plan.js";

export interface RunPlan {
  readonly kind: RunKind;
  readonly own: readonly OwnSheets[];
  /** Sheets on which groups of several sizes lie, only where they save some; those of machines bear one size. */
  readonly shared: readonly BandSheet[];
}

export const runsOf = (groups: readonly GroupPlan[], job: PlanJob): readonly RunPlan[] => {
  const run = (kind: RunKind): RunPlan => {
    const own = groups.flatMap((plan): readonly OwnSheets[] => {
      const printed = kind === "answers" ? plan.pieces.filter((piece) => piece.hasBack) : plan.pieces;
      const copies = copiesOf(printed, job.copies);
      return copies.length > 0 ? [{ plan, copies }] : [];
    });
    return { kind, ...(job.mixed && !job.machine ? shareSheets(own, job) : { own, shared: [] }) };
  };
  return job.duplex === "none" ? [run("cards"), run("answers")] : [run("cards")];
};

/** Sheets that leave the printer. */
export const sheetCount = (runs: readonly RunPlan[]): number =>
  runs.reduce((sum, { own, shared }) => own.reduce((all, one) => all + ownCount(one), sum) + shared.length, 0);
