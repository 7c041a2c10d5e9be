/** What tiling is asked. */
import type { Pt, Rect } from "../units.js";
import type { ImposePiece, SheetWords } from "./job.js";
import type { ReadingDirection } from "./page-order.js";
import type { Paper } from "./sheet.js";
import type { TargetRules } from "./targets.js";

/** A panel of a board, or a matrix: one side, printed at true size. */
export interface TilePanel extends Omit<ImposePiece, "hasBack"> {
  /** What people call it; the first word of its tiles' labels. */
  readonly name: string;
  /** Text and codes that no seam should cross, from the corner of the trim. */
  readonly avoid?: readonly Rect[] | undefined;
}

/** What the assembly page has to explain. */
export interface AssemblyFacts {
  readonly panels: number;
  /** Sheets of one board, this page not included. */
  readonly sheets: number;
  /** The widest glue strip; 0 if no panel is parted. */
  readonly overlap: Pt;
  /** The tiles that are laid over a neighbour. */
  readonly over: readonly string[];
  /** And their edges that are. */
  readonly edges: readonly ("left" | "top")[];
}

/** What a figure shows: the edge that is cut first, the glue strip that it is laid over, the cuts all round. */
export type AssemblyFigure = "edge" | "glue" | "around";

/** Something to do, and the figure that shows it. */
export interface AssemblyStep {
  readonly words: string;
  readonly figure?: AssemblyFigure | undefined;
}

export interface TileWords extends Pick<SheetWords, "ruler"> {
  /** A tile's name as it stands alone. */
  name(tile: string): string;
  /** The number of a step of assembly, before it: `1.` */
  step(number: number): string;
  /** A sheet's name in its margin, panel first. `place` is the tile's (`2-B1`: panel, row, column), none for a whole panel. */
  tile(panel: string, place: string | undefined, number: number, total: number): string;
  /** The assembly page: its title, and what to do, in order. */
  assembly(facts: AssemblyFacts): { readonly title: string; readonly steps: readonly AssemblyStep[] };
  /** Its name in its margin: it is the first of `total` sheets. */
  assemblyLabel(total: number): string;
}

export interface TileJob {
  /** In reading order; they stand side by side on the table. */
  readonly panels: readonly TilePanel[];
  readonly direction: ReadingDirection;
  readonly paper: Paper;
  readonly target: TargetRules;
  readonly copies: number;
  readonly label: TileWords;
}
