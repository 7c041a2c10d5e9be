/** A job → its sheets: group by group, fronts and backs, answers last. */
import { bandSheet } from "./band-sheet.js";
import type { ImposeJob, Imposition, SheetGroup } from "./job.js";
import { planJob } from "./plan.js";
import { runsOf, sheetCount } from "./runs.js";
import type { Sheet } from "./sheet.js";
import { sheetsOf } from "./sheets.js";

/**
 * Places every copy of every piece on sheets at 100 %. Pieces of different trim share a sheet only where the job allows
 * it and fewer sheets come of it; else their groups follow one another. If any sheet of a two-sided job has a back, all
 * have one, so that pages 2n−1 and 2n of the PDF are always the two sides of a sheet. Returns a reason, and no sheets,
 * if a piece fits on no lie of the paper.
 */
export const impose = (job: ImposeJob): Imposition => {
  const plan = planJob(job);
  if (!plan.ok) return plan;
  const runs = runsOf(plan.groups, job);
  const total = sheetCount(runs);
  const twoSided = job.duplex === "long-edge" || job.duplex === "short-edge";
  const backs = twoSided && plan.groups.some(({ pieces }) => pieces.some((piece) => piece.hasBack && piece.copies > 0));
  const sheets: Sheet[] = [];
  const groups: SheetGroup[] = [];
  const add = (made: { readonly sheets: readonly Sheet[]; readonly group: SheetGroup }): void => {
    for (const sheet of made.sheets) sheets.push(sheet);
    groups.push(made.group);
  };
  for (const { kind, own, shared } of runs) {
    for (const one of own) add(sheetsOf(one, job, { first: sheets.length + 1, total }, { kind, backs }));
    for (const one of shared) add(bandSheet(one, job, { first: sheets.length + 1, total }, { kind, backs }));
  }
  return { ok: true, sheets, groups, cuts: groups.reduce((sum, { cuts }) => sum + cuts, 0), seams: [] };
};
