/** What imposition is asked, and what it answers. */
import type { Mm, Pt, Rect, Size } from "../units.js";
import type { FlipEdge } from "./flip.js";
import type { Line } from "./marks.js";
import type { Paper, Sheet } from "./sheet.js";
import type { TargetRules } from "./targets.js";

/** A piece as imposition sees it: what is on it does not matter, only its size. Lengths in points. */
export interface ImposePiece {
  /** Unique in the build: component/piece. */
  readonly piece: string;
  readonly trim: Size;
  readonly bleed: Pt;
  readonly safe: Pt;
  /** Of its corners. Knives cut them square, machines do not. */
  readonly radius?: Pt | undefined;
  readonly hasBack: boolean;
  readonly copies: number;
}

/**
 * How backs reach their fronts: printed behind, the paper flipped along its long or its short edge; printed beside,
 * to be folded and glued; or (`none`) printed on sheets of their own, as the facilitator's answers.
 */
export type Duplex = "long-edge" | "short-edge" | "fold" | "none";

/** What a side of a sheet is to the person who holds it. */
export type SideKind = "front" | "back" | "answers";

/** The words on sheets; imposition itself knows no language. */
export interface SheetWords {
  /** A sheet's name in its margin. `number` counts from 1; `flip` is how a front that has a back is turned over. */
  label(number: number, total: number, side: SideKind, flip?: FlipEdge): string;
  /** What stands beside the ruler, given its length in millimetres. */
  ruler(length: Mm): string;
  /** What stands on the line that parts pieces of several sizes: it is cut before all others. */
  readonly part: string;
}

export interface ImposeJob {
  readonly pieces: readonly ImposePiece[];
  readonly paper: Paper;
  readonly target: TargetRules;
  readonly duplex: Duplex;
  /** Copies of the whole kit, one after the other. */
  readonly copies: number;
  /** Whether a machine cuts what is cut all around: its sheets bear its marks instead of those for a knife. */
  readonly machine?: boolean | undefined;
  /** Whether pieces of different trim may share sheets, in bands that one cuts apart first, where that saves some. */
  readonly mixed?: boolean | undefined;
  readonly label: SheetWords;
}

/** Sheets that lie on one another and are cut together: they share page, grid and marks. */
export interface SheetGroup {
  readonly kind:
    | "cards"
    | "answers"
    | "tiles"
    | "assembly"
    | "whole"
    | "saddle"
    | "spreads"
    | "singles"
    | "press"
    | "list"
    | "bands";
  /** Number of the first sheet, from 1, and how many follow (it included). */
  readonly first: number;
  readonly count: number;
  readonly page: Size;
  /** Cells across and down; tiles across and down for `tiles`. */
  readonly columns: number;
  readonly rows: number;
  /** Pieces (a front and its back count once) that a full sheet carries; for `saddle`, booklets that share a sheet. */
  readonly perSheet: number;
  /** Whether pieces lie on their side. */
  readonly turned: boolean;
  /** From the paper's left and top edge to the first trim. */
  readonly margin: { readonly x: Pt; readonly y: Pt };
  /** Guillotine cuts from edge to edge that a sheet asks for. */
  readonly cuts: number;
  readonly folds: number;
  /**
   * Where its sheets are cut, folded and stapled, on a front. Not told, but on the sheets themselves: of tiles to be
   * glued, which differ from one another, and of bands, which are cut apart first.
   */
  readonly lines: readonly Line[];
  /** Length of the ruler on these sheets, or on the last: 0 where nothing is cut off. */
  readonly ruler: Mm;
  /** Where a machine is to cut: whether the sheets bear its marks, or have no room for them. */
  readonly machine?: "marks" | "no-room" | undefined;
}

/** Where a panel is parted, in the panel's trim coordinates, and the keep-outs that the seam could not avoid. */
export interface Seam {
  readonly piece: string;
  readonly axis: "x" | "y";
  readonly at: Pt;
  readonly overlap: Pt;
  readonly crosses: readonly Rect[];
}

export interface Imposed {
  readonly ok: true;
  readonly sheets: readonly Sheet[];
  readonly groups: readonly SheetGroup[];
  /** Cuts of all groups, each pile cut once. */
  readonly cuts: number;
  /** Only tiles have seams. */
  readonly seams: readonly Seam[];
}

/** `needs` and `has` lie alike: the piece with the room around it, and the paper turned to suit it best. */
export interface TooLarge {
  readonly ok: false;
  readonly reason: {
    readonly kind: "piece-too-large";
    readonly piece: string;
    readonly needs: Size;
    readonly has: Size;
  };
}

export type Imposition = Imposed | TooLarge;
