/** A job → its sheets: group by group, fronts and backs, answers last. */
import type { ImposeJob, Imposition, SheetGroup } from "./job.js";
import { type GroupPlan, planJob, sheetCount } from "./plan.js";
import type { Sheet } from "./sheet.js";
import { type RunKind, sheetsOf } from "./sheets.js";

interface RunPlan {
  readonly plan: GroupPlan;
  readonly kind: RunKind;
}

/**
 * Places every copy of every piece on sheets at 100 %. Pieces of different trim never share a sheet; their groups
 * follow one another. If any sheet of a two-sided job has a back, all have one, so that pages 2n−1 and 2n of the PDF
 * are always the two sides of a sheet. Returns a reason, and no sheets, if a piece fits on no lie of the paper.
 */
export const impose = (job: ImposeJob): Imposition => {
  const plan = planJob(job);
  if (!plan.ok) return plan;
  const total = sheetCount(plan.groups, job);
  const twoSided = job.duplex === "long-edge" || job.duplex === "short-edge";
  const backs = twoSided && plan.groups.some(({ pieces }) => pieces.some((piece) => piece.hasBack && piece.copies > 0));
  const cards: readonly RunPlan[] = plan.groups.map((group) => ({ plan: group, kind: "cards" }));
  const answers: readonly RunPlan[] =
    job.duplex === "none"
      ? plan.groups
          .filter(({ pieces }) => pieces.some((piece) => piece.hasBack && piece.copies > 0))
          .map((group) => ({ plan: group, kind: "answers" }))
      : [];
  const sheets: Sheet[] = [];
  const groups: SheetGroup[] = [];
  for (const run of [...cards, ...answers]) {
    const made = sheetsOf(run.plan, job, { first: sheets.length + 1, total }, { kind: run.kind, backs });
    for (const sheet of made.sheets) sheets.push(sheet);
    groups.push(made.group);
  }
  return { ok: true, sheets, groups, cuts: groups.reduce((sum, { cuts }) => sum + cuts, 0), seams: [] };
};
