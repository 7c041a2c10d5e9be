/** Bands on a page → the sheet: faces in their cells, each band's marks around it, a dashed line where bands are parted. */
import { outset, type Pt, type Rect } from "../units.js";
import type { Band, BandSheet } from "./bands.js";
import { fillOf } from "./copies.js";
import { flipOf } from "./flip.js";
import { furnish } from "./furnish.js";
import { moveMark, standing, wording } from "./furniture.js";
import { cutCount } from "./grid.js";
import type { ImposeJob, SheetGroup } from "./job.js";
import { type Border, type Line, marksOf, type Reach, reachAt, SIDES } from "./marks.js";
import { boundsOf, clampTo } from "./rects.js";
import { spotIn } from "./room.js";
import { markBounds } from "./settle.js";
import type { Mark, Placement, Sheet, SheetSide } from "./sheet.js";
import { labelsOf, linesOf, type Run, type RunSides } from "./sheets.js";
import { FURNITURE, PARTING, type TargetRules } from "./targets.js";

const artOf = ({ plan: { grid } }: Band): Rect => outset(grid.bounds, grid.kept);

/** The marks of a band as if it were a page, then where it lies. */
const bandMarks = ({ plan, top, bottom }: Band, { page }: BandSheet, rules: TargetRules): readonly Mark[] => {
  const { grid, folded, pieces } = plan;
  const { bleed } = pieces[0]!;
  const area = { width: page.width, height: bottom - top };
  const art = artOf({ plan, top, bottom, copies: [] });
  const border = (margin: Pt): Border => ({
    page: area,
    art: { ...art, y: art.y - top },
    gap: bleed > 0 ? 0 : rules.markGap,
    inside: bleed > 0 ? [] : SIDES,
    rules: { ...rules, printerMargin: margin },
  });
  // Ruler and label stand at the ends of the page; between bands nothing does but the line that parts them.
  const end = (isPageEnd: boolean, side: "top" | "bottom"): Reach | undefined =>
    reachAt(border(isPageEnd ? rules.printerMargin + FURNITURE : PARTING), side);
  const reaches = {
    top: end(top === 0, "top"),
    bottom: end(bottom === page.height, "bottom"),
    left: reachAt(border(rules.printerMargin), "left"),
    right: reachAt(border(rules.printerMargin), "right"),
  };
  const lines = linesOf(grid, folded).map((line): Line => (line.axis === "y" ? { ...line, at: line.at - top } : line));
  return marksOf(lines, area, reaches).map((mark) => moveMark(mark, [1, 0, 0, 1, 0, top], 0));
};

/** From edge to edge, as far as the printer reaches: one cuts here first. */
const partings = ({ page, bands }: BandSheet, { printerMargin }: TargetRules): readonly Mark[] =>
  bands.slice(1).map(({ top }) => ({
    kind: "line",
    use: "overlap",
    from: { x: printerMargin, y: top },
    to: { x: page.width - printerMargin, y: top },
  }));

/** Of a word on a dashed line: the least that is read. */
const WORD_SIZE: Pt = 6;

/** Below each parting line, clear of marks, what it is for; not where there is no room. */
const partingWords = (words: string, lines: readonly Mark[], marks: readonly Mark[], { markLeast }: TargetRules) => {
  const obstacles = [...lines, ...marks].flatMap(markBounds);
  const word = wording([words], { size: WORD_SIZE, lines: 1 });
  return lines.flatMap((line): readonly Mark[] => {
    const [bounds] = markBounds(line);
    if (bounds === undefined) return [];
    const area = { ...bounds, height: PARTING + markLeast };
    const spot = spotIn({ area, angle: 0, outerEdge: "low" }, word.size, obstacles);
    return spot
      ? word.marks(words).map((mark) => moveMark(mark, standing(word.size, spot.box.x, spot.box.y, 0), 0))
      : [];
  });
};

/** One sheet of several bands. */
export const bandSheet = (
  plan: BandSheet,
  job: ImposeJob,
  run: Run,
  { kind, backs }: RunSides,
): { readonly sheets: readonly Sheet[]; readonly group: SheetGroup } => {
  const { page, bands } = plan;
  const { target, duplex, label } = job;
  const number = run.first;
  const named = labelsOf(job, run, { kind, backs });
  const filled = bands.flatMap((band) => band.copies.map(fillOf(band.plan, job, kind)));
  const placements = { front: filled.flatMap(({ front }) => front), back: filled.flatMap(({ back }) => back) };
  const bandsArt = boundsOf(bands.map(artOf));
  const lines = [...bands.flatMap((band) => bandMarks(band, plan, target)), ...partings(plan, target)];
  // The page is turned over with its marks; bands lie across it, so both kinds of turn only mirror lines.
  const flip = backs && (duplex === "long-edge" || duplex === "short-edge") ? flipOf(page, duplex) : undefined;
  const side = (own: readonly Placement[], as: "front" | "back"): SheetSide & { readonly ruler: number } => {
    const isTurned = as === "back" && flip !== undefined;
    const drawn = isTurned ? lines.map((mark) => moveMark(mark, flip, 0)) : lines;
    const isParting = (mark: Mark): boolean => mark.kind === "line" && mark.use === "overlap";
    const told = partingWords(label.part, drawn.filter(isParting), drawn, target);
    const isUpsideDown = isTurned && flip[3] < 0;
    const art = isUpsideDown ? { ...bandsArt, y: page.height - bandsArt.y - bandsArt.height } : bandsArt;
    const words = named(number, as);
    const furniture = furnish({
      border: { page, art, gap: 0, inside: [], rules: target },
      lines: [],
      spare: [],
      standing: [...drawn, ...told],
      ruler: (length) => label.ruler(length),
      labels: [words],
    });
    return { placements: own, marks: [...furniture.marks, ...furniture.label(words)], ruler: furniture.ruler };
  };
  const { ruler, ...front } = side(placements.front, "front");
  const { ruler: _, ...back } = side(placements.back, "back");
  const trimBox = boundsOf([...placements.front, ...placements.back].map(({ trim }) => trim));
  const kept = Math.max(...bands.map(({ plan: { grid } }) => grid.kept));
  const sheet: Sheet = {
    page,
    paper: job.paper,
    trimBox,
    bleedBox: clampTo(outset(trimBox, kept), page),
    front,
    ...(backs ? { back } : {}),
    number,
    total: run.total,
  };
  const first = bands[0]!.plan.grid;
  const group: SheetGroup = {
    kind: "bands",
    first: number,
    count: 1,
    page,
    columns: Math.max(...bands.map(({ plan: { grid } }) => grid.columns)),
    rows: bands.reduce((sum, { plan: { grid } }) => sum + grid.rows, 0),
    perSheet: filled.length,
    turned: first.turned,
    margin: { x: first.bounds.x, y: first.bounds.y },
    // Each band is cut on its own: no line but those between bands goes through the sheet, and words beside it say so.
    lines: [],
    cuts: bands.reduce((sum, { plan: { grid } }) => sum + cutCount(grid), bands.length - 1),
    folds: bands.reduce((sum, band) => sum + foldsOf(band), 0),
    ruler,
  };
  return { sheets: [sheet], group };
};

const foldsOf = ({ plan: { grid, folded } }: Band): number =>
  linesOf(grid, folded).filter(({ use }) => use === "fold").length;
