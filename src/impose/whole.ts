/** Panels → one page at true size, the panels joined side by side, for a plotter. */
import { mm, outset, type Pt, type Rect, toMm } from "../units.js";
import { faceTransform } from "./cells.js";
import { furnish } from "./furnish.js";
import type { Imposition, SheetWords } from "./job.js";
import type { Line } from "./marks.js";
import { asTheyStand, type ReadingDirection } from "./page-order.js";
import { boundsOf } from "./rects.js";
import type { Placement, Sheet } from "./sheet.js";
import { bleedRange, type TargetRules } from "./targets.js";
import type { TilePanel } from "./tile-job.js";

export interface WholePanel extends Omit<TilePanel, "copies" | "name" | "avoid"> {
  /** Which of its copies this is; the first where there is but one. */
  readonly copy?: number | undefined;
}

export interface WholeJob {
  /** In reading order; the whole board, or a single piece. */
  readonly panels: readonly WholePanel[];
  readonly direction: ReadingDirection;
  readonly target: TargetRules;
  readonly label: Pick<SheetWords, "label" | "ruler">;
}

/** Room for a ruler and its words beyond the marks. */
const WORDS: Pt = mm(5);

/** Each panel's trim, side by side, tops in line. */
const trimsOf = (panels: WholeJob["panels"], border: Pt): readonly Rect[] => {
  let x = border;
  return panels.map(({ trim }) => {
    const rect = { x, y: border, ...trim };
    x += trim.width;
    return rect;
  });
};

/** Bleed prints around the board, not where panels meet. */
const clipOf = (trim: Rect, board: Rect, kept: Pt): Rect => {
  const right = trim.x + trim.width >= board.x + board.width ? kept : 0;
  const left = trim.x <= board.x ? kept : 0;
  return {
    x: trim.x - left,
    y: trim.y - kept,
    width: trim.width + left + right,
    height: trim.height + 2 * kept,
  };
};

/**
 * One page as large as the panels together, with bleed, crop marks, ruler and label around them: a plotter's roll is
 * as long as one likes, so this always fits. Where panels meet, fold marks stand beyond the bleed. The page is its own paper, named by its size in millimetres.
 */
export const whole = ({ target, label, ...job }: WholeJob): Imposition => {
  const panels = asTheyStand(job.panels, job.direction);
  if (panels.length === 0) return { ok: true, sheets: [], groups: [], cuts: 0, seams: [] };
  const kept = Math.max(...panels.map(({ bleed }) => bleedRange(bleed, target).most));
  const gap = kept > 0 ? 0 : target.markGap;
  const border = target.printerMargin + WORDS + target.markLength + gap + kept;
  const trims = trimsOf(panels, border);
  const board = boundsOf(trims);
  const page = { width: board.width + 2 * border, height: board.height + 2 * border };
  const placements = panels.map(({ piece, trim, bleed, safe, copy = 1 }, i): Placement => {
    const at = trims[i]!;
    return {
      slot: { piece, side: "front", trim, bleed, safe, copy },
      transform: faceTransform({ trim, bleed }, at, false),
      clip: clipOf(at, board, Math.min(kept, bleed)),
      trim: at,
    };
  });
  const cuts: readonly Line[] = [
    { axis: "x", at: board.x, use: "crop" },
    { axis: "x", at: board.x + board.width, use: "crop" },
    { axis: "y", at: board.y, use: "crop" },
    { axis: "y", at: board.y + board.height, use: "crop" },
  ];
  const folds = trims.slice(1).map(({ x }): Line => ({ axis: "x", at: x, use: "fold" }));
  const words = label.label(1, 1, "front");
  const furniture = furnish({
    border: { page, art: outset(board, kept), gap, inside: [], rules: target },
    lines: [...cuts, ...folds],
    spare: [],
    standing: [],
    ruler: (length) => label.ruler(length),
    labels: [words],
  });
  const name = `${Math.round(toMm(page.width))} × ${Math.round(toMm(page.height))} mm`;
  const sheet: Sheet = {
    page,
    paper: { name, ...page },
    trimBox: board,
    bleedBox: outset(board, kept),
    front: { placements, marks: [...furniture.marks, ...furniture.label(words)] },
    number: 1,
    total: 1,
  };
  const group = {
    kind: "whole",
    first: 1,
    count: 1,
    page,
    columns: panels.length,
    rows: 1,
    perSheet: panels.length,
    turned: false,
    margin: { x: border, y: border },
    cuts: cuts.length,
    folds: folds.length,
    lines: [...cuts, ...folds],
    ruler: furniture.ruler,
  } as const;
  return { ok: true, sheets: [sheet], groups: [group], cuts: cuts.length, seams: [] };
};
