/**
 * Imposition: faces, known by their size alone → sheets of paper with marks around them.
 *
 *     impose  cards, handouts, posters: grids of equal cells, backs behind (or beside) their fronts
 *     tile    boards and matrices: one sheet each, or tiles to glue, with a page that shows how
 *     whole   the same at true size on one page, for a plotter
 *     saddle  booklets: two pages side by side, printed behind one another so that folded sheets nest and read through
 *     spreads the pages of a booklet two by two, as they are read
 *     singles the pages of a booklet one by one, for the screen
 *     press   every face on a page of its own, with its bleed, for printers who impose themselves
 *     upright any of these, sheets that lie turned to stand
 *     checklist things to do with what is printed, to be ticked off
 *
 * All are pure geometry in points, origin at the top left corner, always at 100 %: faces are moved and turned by
 * quarters, never scaled (but for the small picture on an assembly page). Papers and targets are tables in
 * `papers.ts` and `targets.ts`; the one mirror function is in `flip.ts`; `grid.ts` chooses grids, `seams.ts` seams,
 * `furnish.ts` finds room for marks, ruler and label, in `strips.ts`, one after the other by `settle.ts`. Of booklets,
 * `page-order.ts` is the bookbinder's table, `spread-grid.ts` finds room for spreads, `spread.ts` moves pages towards
 * the fold.
 */
export type { BookPage, SaddleJob, SaddleWords, SinglesJob, SpreadsJob, SpreadWords } from "./book-job.js";
export { type ChecklistJob, checklist } from "./checklist.js";
export { backTransform, type FlipEdge, flipOf } from "./flip.js";
export { type GangSavings, gangSaves } from "./gang.js";
export { impose } from "./impose.js";
export type {
  Duplex,
  Imposed,
  ImposeJob,
  ImposePiece,
  Imposition,
  Seam,
  SheetGroup,
  SheetWords,
  SideKind,
  TooLarge,
} from "./job.js";
export type { Line } from "./marks.js";
export { type PagePair, pageOrder, type ReadingDirection, type SheetPages } from "./page-order.js";
export { PAPERS } from "./papers.js";
export { type PressJob, type PressPiece, pressPages } from "./press.js";
export { saddle } from "./saddle.js";
export type { FaceSlot, Mark, Paper, Placement, Sheet, SheetSide } from "./sheet.js";
export { singles } from "./singles.js";
export { spreads } from "./spreads.js";
export { TARGETS, type TargetRules } from "./targets.js";
export { tile } from "./tile.js";
export type { AssemblyFacts, AssemblyStep, TileJob, TilePanel, TileWords } from "./tile-job.js";
export { upright } from "./upright.js";
export { type WholeJob, type WholePanel, whole } from "./whole.js";
