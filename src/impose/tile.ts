/** Panels → one sheet each where the paper is large enough, else tiles to glue; first of all the page that shows how. */
import { assemblySheet } from "./assembly.js";
import type { Imposition, SheetGroup } from "./job.js";
import type { Sheet } from "./sheet.js";
import type { AssemblyFacts, TileJob } from "./tile-job.js";
import { tileSheets } from "./tile-sheets.js";
import { planTiles, seamsOf, type Tiling, tileCount, tilesIn } from "./tiling.js";

/** What a board is made of; undefined if there is nothing to put together. */
const assemblyOf = (tilings: readonly Tiling[]): AssemblyFacts | undefined => {
  const sheets = tilings.reduce((sum, tiling) => sum + tileCount(tiling) * tiling.panel.copies, 0);
  if (sheets < 2) return undefined;
  const overlap = Math.max(0, ...tilings.flatMap(seamsOf).map((seam) => seam.overlap));
  const over = tilings.flatMap((tiling) =>
    tilesIn(tiling).flatMap(({ row, column, name }) => (row + column > 0 ? [name] : [])),
  );
  const edges = [
    ...(tilings.some(({ columns }) => columns.length > 1) ? (["left"] as const) : []),
    ...(tilings.some(({ rows }) => rows.length > 1) ? (["top"] as const) : []),
  ];
  return { panels: tilings.length, sheets, overlap, over, edges };
};

/**
 * Places panels at 100 % on as few sheets as the paper allows. Parted panels overlap by 8 to 10 mm, their glue strips
 * on the right and at the bottom; seams step aside, by 3 mm at most, for the panel's keep-outs, and `seams` tells what
 * they could not avoid. Several sheets get an assembly page before them: the only page with art in small. Returns a
 * reason, and no sheets, if a panel cannot be tiled on this paper.
 */
export const tile = (job: TileJob): Imposition => {
  const printed = job.panels.filter((panel) => panel.copies > 0);
  if (printed.length === 0 || job.copies < 1) return { ok: true, sheets: [], groups: [], cuts: 0, seams: [] };
  const plan = planTiles({ ...job, panels: printed });
  if (!plan.ok) return plan;
  const { tilings } = plan;
  const facts = assemblyOf(tilings);
  const perBoard = tilings.reduce((sum, tiling) => sum + tileCount(tiling) * tiling.panel.copies, 0);
  const total = job.copies * perBoard + (facts ? 1 : 0);
  const sheets: Sheet[] = [];
  const groups: SheetGroup[] = [];
  if (facts) {
    const sheet = assemblySheet(tilings, facts, job, total);
    sheets.push(sheet);
    groups.push(assemblyGroup(sheet, job));
  }
  for (let kit = 0; kit < job.copies; kit++) {
    for (const tiling of tilings) {
      const run = { first: sheets.length + 1, total, copy: kit * tiling.panel.copies + 1 };
      const made = tileSheets(tiling, job, run);
      for (const sheet of made.sheets) sheets.push(sheet);
      groups.push(made.group);
    }
  }
  const cuts = groups.reduce((sum, group) => sum + group.cuts * group.count, 0);
  return { ok: true, sheets, groups, cuts, seams: tilings.flatMap(seamsOf) };
};

const assemblyGroup = (sheet: Sheet, job: TileJob): SheetGroup => ({
  kind: "assembly",
  first: 1,
  count: 1,
  page: sheet.page,
  columns: 1,
  rows: 1,
  perSheet: 0,
  turned: false,
  margin: { x: 0, y: 0 },
  cuts: 0,
  folds: 0,
  lines: [],
  ruler: job.target.rulerLength,
});
