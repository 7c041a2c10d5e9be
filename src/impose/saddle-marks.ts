/** A booklet's grid and words → the marks of its sheets: cuts, fold, staples, ruler, label. */
import { type Matrix, mm, outset, type Pt, type Size, transformPoint } from "../units.js";
import type { Place } from "./cells.js";
import { furnish } from "./furnish.js";
import { label, moveMark, standing, textWidth } from "./furniture.js";
import { type Border, type Line, marksOf, reachesOf, SIDES } from "./marks.js";
import { CLEARANCE } from "./room.js";
import type { Mark } from "./sheet.js";
import { linesOf } from "./sheets.js";
import type { SpreadGrid } from "./spread-grid.js";
import type { TargetRules } from "./targets.js";

/** What marks must know of a booklet. */
export interface SaddleMarksJob {
  readonly grid: SpreadGrid;
  readonly spread: Size;
  readonly bleed: Pt;
  readonly safe: Pt;
  /** Of the innermost sheet: its pages are nearest to the fold. */
  readonly creep: Pt;
  readonly rules: TargetRules;
  readonly ruler: (length: number) => string;
  /** Beside the marks of staples. */
  readonly staple: string;
  /** The labels of all sheets, each as long as one would like, then shorter. */
  readonly labels: readonly (readonly string[])[];
  /** Where the spreads lie on back pages. */
  readonly backs: readonly Place[];
}

export interface SaddleMarks {
  readonly ruler: number;
  /** Which of the `labels` found room; none if none did. */
  readonly wording: number | undefined;
  /** The marks of one side, given its label. */
  readonly on: (side: "front" | "back", label: string) => readonly Mark[];
}

/** Where booklets are stapled, from the head: a quarter of the height from either end holds best. */
const STAPLES = [1 / 4, 3 / 4];
const STAPLE_SIZE: Pt = 6;
/** Between the word and its mark, so that the eye does not join them. */
const STAPLE_GAP: Pt = mm(1);
/** Words on the fold: small, for only the binder reads them, before it is folded. */
const FOLD_LABEL_SIZES: readonly Pt[] = [6, 5.5];

/** Heights of the staples, across the fold. */
export const stapleLines = ({ bounds, cell, gutter, turned, columns, rows }: SpreadGrid): readonly Line[] => {
  const [start, length, count] = turned ? [bounds.x, cell.width, columns] : [bounds.y, cell.height, rows];
  return Array.from({ length: count }, (_, i) => start + i * (length + gutter)).flatMap((from) =>
    STAPLES.map((share) => ({ axis: turned ? "x" : "y", at: from + share * length, use: "staple" }) as const),
  );
};

/** All marks stand around the spreads, the same on both sides: the grid is centred. */
const around = (job: SaddleMarksJob): SaddleMarks => {
  const { grid, bleed, rules, ruler } = job;
  const border: Border = {
    page: grid.page,
    art: outset(grid.bounds, grid.kept),
    gap: bleed > 0 ? 0 : rules.markGap,
    inside: [],
    rules,
  };
  const lines = [...linesOf(grid, true), ...stapleLines(grid)];
  const tries = job.labels.map((labels) => furnish({ border, lines, spare: [], standing: [], ruler, labels }));
  const wording = tries.findIndex((furniture) => furniture.label("").length > 0);
  const furniture = tries[Math.max(0, wording)]!;
  const marks = [...furniture.marks, ...furniture.marks.flatMap((mark) => stapleWord(mark, job))];
  return {
    ruler: furniture.ruler,
    wording: wording < 0 ? undefined : wording,
    on: (_, text) => [...marks, ...furniture.label(text)],
  };
};

/** What a mark at the left edge is for, so that nobody cuts there; nothing where the margin has no room for the word. */
function stapleWord(mark: Mark, { grid, staple, rules }: SaddleMarksJob): readonly Mark[] {
  if (mark.kind !== "line" || mark.use !== "staple" || mark.from.y !== mark.to.y) return [];
  const end = Math.min(mark.from.x, mark.to.x) - STAPLE_GAP;
  const isAtLeft = end < grid.page.width / 2;
  if (!isAtLeft || end - textWidth(staple, STAPLE_SIZE) < rules.printerMargin) return [];
  const at = { x: end, y: mark.from.y + STAPLE_SIZE / 3 };
  return [{ kind: "text", text: staple, at, size: STAPLE_SIZE, anchor: "end", angle: 0 }];
}

/** A label on the fold, where a folded sheet hides it best; undefined where it would meet the words of a page. */
const alongFold = (job: SaddleMarksJob, labels: readonly string[]): Mark | undefined => {
  const { spread, safe, creep, rules } = job;
  const length = spread.height - 2 * Math.max(safe, rules.printerMargin);
  for (const size of FOLD_LABEL_SIZES) {
    const words = label(labels, size);
    const { width, height } = words.size;
    if (height / 2 > safe - creep - CLEARANCE || width > length) continue;
    const matrix = standing(words.size, (spread.width - height) / 2, (spread.height - width) / 2, 90);
    return moveMark(words.marks[0]!, matrix, 90);
  }
  return undefined;
};

const QUARTERS = [0, 90, 180, 270] as const;

/** A mark of a spread as it lies on the page, turned with it. */
const carried = (mark: Mark, by: Matrix): Mark => {
  if (mark.kind !== "text") return mark;
  const quarters = Math.round(Math.atan2(by[1], by[0]) / (Math.PI / 2)) + mark.angle / 90;
  return { ...mark, at: transformPoint(by, mark.at), angle: QUARTERS[((quarters % 4) + 4) % 4]! };
};

/**
 * Nothing stands around spreads that fill the paper. Where they meet, ticks on the cut itself show the knife its way,
 * as between handouts; each booklet's label stands along the fold on the inner side.
 */
const within = (job: SaddleMarksJob): SaddleMarks => {
  const { grid, rules, backs } = job;
  const border: Border = { page: grid.page, art: grid.bounds, gap: 0, inside: SIDES, rules };
  const ticks = marksOf(linesOf(grid, false), grid.page, reachesOf(border));
  const tries = job.labels.map((labels) => alongFold(job, labels));
  const wording = tries.findIndex((mark) => mark !== undefined);
  const mark = tries[wording];
  return {
    ruler: 0,
    wording: mark && wording,
    on: (side, text) =>
      mark?.kind === "text" && side === "back"
        ? [...ticks, ...backs.map(({ transform }) => carried({ ...mark, text }, transform))]
        : ticks,
  };
};

/** The marks that all sheets of a booklet share, and the place of their labels. */
export const saddleMarks = (job: SaddleMarksJob): SaddleMarks => (job.grid.bare ? within(job) : around(job));
