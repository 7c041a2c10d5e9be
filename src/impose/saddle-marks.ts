/** A booklet's grid and words → the marks of its sheets: cuts, fold, staples, ruler, label. */
import { type Matrix, mm, outset, type Pt, type Size, transformPoint } from "../units.js";
import type { Place } from "./cells.js";
import { furnish } from "./furnish.js";
import { label, moveMark, standing, textHeight } from "./furniture.js";
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
/** Words along the fold: small, for the margin is narrow and only the binder reads them. */
const FOLD_LABEL_SIZES: readonly Pt[] = [6, 5.5];
/** From the fold to the words: far enough to be read in a folded sheet; nearer where thick booklets leave no room. */
const FOLD_LABEL_GAPS: readonly { readonly most: Pt; readonly least: Pt }[] = [
  { most: mm(4.5), least: mm(4) },
  { most: mm(4), least: mm(2) },
];

/** Heights of the staples, across the fold. */
const stapleLines = ({ bounds, cell, gutter, turned, columns, rows }: SpreadGrid): readonly Line[] => {
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
  return {
    ruler: furniture.ruler,
    wording: wording < 0 ? undefined : wording,
    on: (_, text) => [...furniture.marks, ...furniture.label(text)],
  };
};

/** A label along the fold, in the inner margin of the left page; undefined where words and label would meet. */
const alongFold = (job: SaddleMarksJob, labels: readonly string[]): Mark | undefined => {
  const { spread, safe, creep, rules } = job;
  const height = spread.height - 2 * Math.max(safe, rules.printerMargin);
  for (const { most, least } of FOLD_LABEL_GAPS) {
    for (const size of FOLD_LABEL_SIZES) {
      const words = label(labels, size);
      const gap = Math.min(most, safe - creep - CLEARANCE - textHeight(size));
      if (gap < least || words.size.width > height) continue;
      const x = spread.width / 2 - gap - words.size.height;
      const y = (spread.height - words.size.width) / 2;
      return moveMark(words.marks[0]!, standing(words.size, x, y, 90), 90);
    }
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
