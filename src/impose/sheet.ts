/** Sheets: faces placed on paper, with the marks around them. The output of imposition, the input of rendering. */
import type { Matrix, Point, Pt, Rect, Size } from "../units.js";

/** Paper as it lies in the printer's tray. */
export interface Paper extends Size {
  readonly name: string;
}

/** What imposition must know of a piece's face: not what is on it, only its size and identity. */
export interface FaceSlot {
  /** Unique in the build: component/piece. */
  readonly piece: string;
  readonly side: "front" | "back";
  readonly trim: Size;
  readonly bleed: Pt;
  readonly safe: Pt;
  /** Of its corners, where it is cut by a machine. */
  readonly radius?: Pt | undefined;
  /** 1-based copy of the piece on these sheets. */
  readonly copy: number;
  /** The scale at which the face only shows what it looks like: its words are too small to be read. */
  readonly sketch?: number | undefined;
}

/** A face on a sheet side. */
export interface Placement {
  readonly slot: FaceSlot;
  /** Frame coordinates (trim corner at bleed, bleed) → sheet coordinates. */
  readonly transform: Matrix;
  /** What of the face may print here, in sheet coordinates: trim plus the bleed that this place allows. */
  readonly clip: Rect;
  /** The trim on the sheet; where creep moves it over the fold of a booklet, `clip` says what of it prints. */
  readonly trim: Rect;
}

export type Mark =
  /** Cut, fold or overlap line, the height of a staple, part of a ruler; or, drawn for people to see, a figure's. */
  | {
      readonly kind: "line";
      readonly use: "crop" | "fold" | "staple" | "overlap" | "register" | "ruler" | "figure" | "knife";
      readonly from: Point;
      readonly to: Point;
    }
  /**
   * Small words in the sheet's margin. `at` is the left end of their baseline (`start`), its middle or its right end,
   * whichever way they are read; all of it turned by `angle` degrees clockwise.
   */
  | {
      readonly kind: "text";
      readonly text: string;
      readonly at: Point;
      readonly size: Pt;
      readonly anchor: "start" | "middle" | "end";
      readonly angle: 0 | 90 | 180 | 270;
      /** Set in the kit's display face; else in its text face. */
      readonly face?: "title" | undefined;
      /** The words stand on art: they need a light ground to be read. */
      readonly ground?: boolean | undefined;
    }
  /** A light hatch where glue goes. */
  | { readonly kind: "glue"; readonly area: Rect }
  /** A black area that a cutting machine looks for. */
  | { readonly kind: "block"; readonly area: Rect };

export interface SheetSide {
  readonly placements: readonly Placement[];
  readonly marks: readonly Mark[];
  /**
   * Undoes how a certain printer misses: faces and marks are drawn through it, and come out where the side has them.
   * Absent for a file that any printer may print.
   */
  readonly correction?: Matrix | undefined;
}

export interface Sheet {
  /** The page in the PDF; already turned to landscape where the grid wants it. */
  readonly page: Size;
  readonly paper: Paper;
  /** Around all trims; TrimBox and BleedBox of the page. */
  readonly trimBox: Rect;
  readonly bleedBox: Rect;
  readonly front: SheetSide;
  readonly back?: SheetSide | undefined;
  /** 1-based number and total in its component. */
  readonly number: number;
  readonly total: number;
}
