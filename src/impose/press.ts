/** Pieces → one page a face, with the bleed and the marks that a printer asks for. */
import { mm, outset, type Pt, type Size } from "../units.js";
import { faceTransform } from "./cells.js";
import type { Imposed } from "./job.js";
import { type Line, marksOf } from "./marks.js";
import type { FaceSlot, Mark, Placement, Sheet, SheetSide } from "./sheet.js";

/** A piece of which a page shows a side; what is wrong with its bleed was told before. */
export interface PressPiece {
  readonly piece: string;
  readonly trim: Size;
  /** As the face is drawn: 0 where nothing reaches its edge. */
  readonly bleed: Pt;
  readonly safe: Pt;
  /** How often it is there: equal cards of a deck are so many pages. */
  readonly copies: number;
}

export interface PressJob {
  readonly pieces: readonly PressPiece[];
  /** Pages of fronts, of backs, or each front followed by its back. */
  readonly sides: "fronts" | "backs" | "both";
  /** Around the trim, on every page. */
  readonly bleed: Pt;
  readonly marks: "none" | "offset";
  /** What the "paper" is called. */
  readonly name: string;
}

/** Long enough to lay a ruler along. */
const MARK_LENGTH: Pt = mm(5);
/** Marks begin beyond the bleed, and never so near to the cut that a knife that misses shows them. */
const MARK_OFFSET_LEAST: Pt = mm(3);
/** So that the marks' ends are seen to be their ends. */
const BEYOND_MARKS: Pt = mm(1);

/** Every page ends at its bleed or around its marks. Nothing is turned, nothing is scaled. */
export function pressPages({ pieces, sides, bleed, marks, name }: PressJob): Imposed {
  const offset = Math.max(bleed, MARK_OFFSET_LEAST);
  const border = marks === "none" ? bleed : offset + MARK_LENGTH + BEYOND_MARKS;
  const copies = pieces.flatMap((piece) => Array.from({ length: piece.copies }, (_, i) => ({ piece, copy: i + 1 })));
  const sheets = copies.map(({ piece, copy }, index): Sheet => {
    const { trim, safe } = piece;
    const page = { width: trim.width + 2 * border, height: trim.height + 2 * border };
    const trimBox = { x: border, y: border, ...trim };
    const crops = marks === "none" ? [] : cropMarks(trimBox, page, offset);
    const side = (which: FaceSlot["side"]): SheetSide => {
      const placement: Placement = {
        slot: { piece: piece.piece, side: which, trim, bleed: piece.bleed, safe, copy },
        transform: faceTransform(piece, trimBox, false),
        clip: outset(trimBox, Math.min(bleed, piece.bleed)),
        trim: trimBox,
      };
      return { placements: [placement], marks: crops };
    };
    return {
      page,
      paper: { name, ...page },
      trimBox,
      bleedBox: outset(trimBox, bleed),
      front: side(sides === "backs" ? "back" : "front"),
      back: sides === "both" ? side("back") : undefined,
      number: index + 1,
      total: copies.length,
    };
  });
  const [first] = sheets;
  const group = first && {
    kind: "press" as const,
    first: 1,
    count: sheets.length,
    page: first.page,
    columns: 1,
    rows: 1,
    perSheet: 1,
    turned: false,
    margin: { x: border, y: border },
    cuts: 4,
    lines: [],
    folds: 0,
    ruler: 0,
  };
  // Whoever prints it cuts it, on sheets of their own.
  return { ok: true, sheets, groups: group ? [group] : [], cuts: 0, seams: [] };
}

function cropMarks(trim: Sheet["trimBox"], page: Size, offset: Pt): readonly Mark[] {
  const lines: readonly Line[] = [
    { axis: "x", at: trim.x, use: "crop" },
    { axis: "x", at: trim.x + trim.width, use: "crop" },
    { axis: "y", at: trim.y, use: "crop" },
    { axis: "y", at: trim.y + trim.height, use: "crop" },
  ];
  const reach = { from: trim.x - offset - MARK_LENGTH, to: trim.x - offset, inside: false };
  return marksOf(lines, page, { top: reach, bottom: reach, left: reach, right: reach });
}
