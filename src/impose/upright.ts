/** A sheet that lies → the same sheet, a quarter turn clockwise: every page of a file then goes through the printer alike. */
import { compose, type Matrix, transformPoint, transformRect } from "../units.js";
import type { Imposed, SheetGroup } from "./job.js";
import type { Mark, Sheet, SheetSide } from "./sheet.js";

/**
 * Both sides turn clockwise: paper that was turned over along its long edge still is, and along its short edge too.
 * Sheets that stand stay as they are.
 */
export const upright = (imposed: Imposed): Imposed => ({
  ...imposed,
  sheets: imposed.sheets.map(uprightSheet),
  groups: imposed.groups.map(uprightGroup),
});

const lies = ({ page }: Pick<Sheet, "page">): boolean => page.width > page.height;

function uprightSheet(sheet: Sheet): Sheet {
  if (!lies(sheet)) return sheet;
  const { width, height } = sheet.page;
  const quarter: Matrix = [0, 1, -1, 0, height, 0];
  return {
    ...sheet,
    page: { width: height, height: width },
    trimBox: transformRect(quarter, sheet.trimBox),
    bleedBox: transformRect(quarter, sheet.bleedBox),
    front: turned(sheet.front, quarter),
    back: sheet.back && turned(sheet.back, quarter),
  };
}

const turned = ({ placements, marks, ...side }: SheetSide, quarter: Matrix): SheetSide => ({
  ...side,
  placements: placements.map((placement) => ({
    ...placement,
    transform: compose(placement.transform, quarter),
    clip: transformRect(quarter, placement.clip),
    trim: transformRect(quarter, placement.trim),
  })),
  marks: marks.map((mark) => turnedMark(mark, quarter)),
});

const NEXT_ANGLE = { 0: 90, 90: 180, 180: 270, 270: 0 } as const;

function turnedMark(mark: Mark, quarter: Matrix): Mark {
  switch (mark.kind) {
    case "line":
      return { ...mark, from: transformPoint(quarter, mark.from), to: transformPoint(quarter, mark.to) };
    case "text":
      return { ...mark, at: transformPoint(quarter, mark.at), angle: NEXT_ANGLE[mark.angle] };
    case "glue":
    case "block":
      return { ...mark, area: transformRect(quarter, mark.area) };
  }
}

/** Sheets of a group are centred: the margins at both ends of a line are alike. */
const uprightGroup = (group: SheetGroup): SheetGroup => {
  if (!lies(group)) return group;
  const { page, columns, rows, margin } = group;
  return {
    ...group,
    page: { width: page.height, height: page.width },
    columns: rows,
    rows: columns,
    turned: !group.turned,
    margin: { x: margin.y, y: margin.x },
  };
};
