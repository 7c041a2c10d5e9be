/** A group's grid, and the cells that a side leaves empty → the marks of that side: in the margins, else in those cells. */
import { mm, outset, type Pt, type Rect } from "../units.js";
import { type CellFace, cellsOf } from "./cells.js";
import { type Furnished, furnish } from "./furnish.js";
import type { Grid } from "./grid.js";
import type { ImposeJob } from "./job.js";
import { quietAreas } from "./machine-marks.js";
import { type Border, type Line, SIDES } from "./marks.js";
import { intersection } from "./rects.js";
import type { Strip } from "./room.js";
import { cutStrips, safeStrips } from "./strips.js";

/** Cells of one kind, and the lines that part or fold them. */
export interface FurnishedGrid {
  readonly grid: Grid;
  readonly folded: boolean;
  readonly face: CellFace & { readonly safe: Pt };
  readonly lines: readonly Line[];
  /** Cut by a machine: its marks alone say where, any other line would lead it astray. */
  readonly machine?: "marks" | "no-room" | undefined;
}

const NOTHING: Furnished = { marks: [], ruler: 0, label: () => [] };

const borderOf = ({ grid, face }: FurnishedGrid, { target }: Pick<ImposeJob, "target">): Border => ({
  page: grid.page,
  art: outset(grid.bounds, grid.kept),
  gap: face.bleed > 0 ? 0 : target.markGap,
  inside: face.bleed > 0 ? [] : SIDES,
  rules: target,
});

/** So that words in an empty cell are not taken for those of a piece. */
const EMPTY_MARGIN: Pt = mm(10);

/** An empty cell is waste like a margin: words stand in it, along it or, if it is narrow, down it. */
const emptyStrips = (trim: Rect, { page, rules }: Border): readonly Strip[] => {
  const printed = intersection(trim, outset({ x: 0, y: 0, ...page }, -rules.printerMargin));
  const area = printed && outset(printed, -EMPTY_MARGIN);
  if (!area || area.width <= 0 || area.height <= 0) return [];
  return [
    { area, angle: 0, outerEdge: "low" },
    { area, angle: 90, outerEdge: "high" },
  ];
};

/**
 * Marks, ruler and label for every side of a run of sheets, given the cells that are empty there. Cut lines are the
 * same on all, for the grid is centred. Where pieces without bleed fill the paper, all of it is kept by somebody: only
 * an empty cell has a ruler then, and the label of a full sheet stands beside a cut, as small as can be.
 */
export const cellFurniture = (
  group: FurnishedGrid,
  job: Pick<ImposeJob, "target" | "label">,
  labels: readonly string[],
): ((empty: readonly Rect[]) => Furnished) => {
  const { grid, folded, face, lines } = group;
  // A sheet that is neither cut nor folded is a piece itself: nothing foreign stands on it.
  if (lines.length === 0) return () => NOTHING;
  const border = borderOf(group, job);
  const byMachine = group.machine === "marks";
  const quiet = byMachine ? quietAreas(grid.page) : [];
  const common = {
    border,
    lines: byMachine ? [] : lines,
    quiet,
    standing: [],
    ruler: (length: number) => job.label.ruler(length),
    labels,
  };
  if (face.bleed > 0) {
    const margins = furnish({ ...common, spare: [] });
    return () => margins;
  }
  const trims = cellsOf(grid, face, folded).flatMap(({ front, beside }) => [
    front.trim,
    ...(beside ? [beside.trim] : []),
  ]);
  const tight = [...cutStrips(border, lines, trims, face.safe), ...safeStrips(border, face.safe, SIDES)];
  const known = new Map<string, Furnished>();
  return (empty) => {
    const key = JSON.stringify(empty);
    const made =
      known.get(key) ?? furnish({ ...common, spare: empty.flatMap((trim) => emptyStrips(trim, border)), tight });
    known.set(key, made);
    return made;
  };
};
