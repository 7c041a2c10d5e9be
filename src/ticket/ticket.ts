/** What a job ticket says of one order: every number that a shop, or who prints at home, needs. It is the JSON as it is. */
import type { RectMm } from "../deliver/index.js";
import type { Mm } from "../units.js";

/** The number changes when what is told changes so that programs must know. */
export const TICKET_SCHEMA = "mallette.ticket/1";

/** An order: one folder of files, all printed at one place. */
export interface Ticket {
  readonly schema: typeof TICKET_SCHEMA;
  readonly kit: { readonly id: string; readonly title: string; readonly version: string; readonly date: string };
  /** The language of the kit that is printed. */
  readonly locale: string;
  /** A proof is read, not handed out. */
  readonly proof: boolean;
  /** `shop-A4` */
  readonly folder: string;
  readonly target: "home" | "shop";
  readonly paper: string;
  /** In percent: never anything else. */
  readonly scale: 100;
  readonly files: readonly TicketFile[];
  readonly sheets: number;
  /** Printed sides of sheets, as shops bill them: those of files in colour, and of those in grey. */
  readonly faces: { readonly color: number; readonly gray: number };
  readonly cuts: number;
  /** An estimate: squaring and cutting, nothing else. */
  readonly minutes: number;
  /** Sheets of each paper, in the order of the files. */
  readonly stock: readonly { readonly paper: string; readonly weight?: TicketWeight; readonly sheets: number }[];
  /** What goes into the boxes, in the order of the files. */
  readonly contents: readonly TicketContent[];
  /** Boxes to fill: copies of the whole order. */
  readonly boxes: number;
  /** Files of the folder that this ticket knows nothing of. */
  readonly others: readonly string[];
  /** The file of the boxes' labels; absent for a single box, whose label is on the ticket. */
  readonly labels?: { readonly name: string; readonly sheets: number } | undefined;
}

export interface FinishedSize {
  readonly width: Mm;
  readonly height: Mm;
  /** The radius of its corners. */
  readonly corners?: Mm;
}

/** Grams per square metre. */
export interface TicketWeight {
  readonly least: number;
  readonly most: number;
}

export interface TicketFile {
  /** In its folder: `cartes.pdf`. */
  readonly name: string;
  readonly title: string;
  readonly pages: number;
  /** Sheets of paper that leave the printer: a front and its back are one. */
  readonly sheets: number;
  /** Sides of them on which anything is printed. */
  readonly faces: number;
  /** The ruler that tells whether it was printed at 100 %, on the first sheet that has one. */
  readonly ruler?: { readonly sheet: number; readonly length: Mm } | undefined;
  readonly paper: string;
  readonly weight?: TicketWeight | undefined;
  readonly color: boolean;
  readonly sides: 1 | 2;
  /** How the printer turns the paper over; only with two sides. */
  readonly flip?: "long-edge" | "short-edge" | undefined;
  /** They are all in the file: it is printed once. */
  readonly copies: number;
  readonly cuts: number;
  readonly minutes: number;
  readonly runs: readonly TicketRun[];
  /** A piece once it is cut; the page of a booklet. */
  readonly finished: FinishedSize;
  /** Pieces of other sizes that share its sheets; absent where all have one. */
  readonly finishedToo?: readonly FinishedSize[] | undefined;
  readonly binding?: TicketBinding | undefined;
  readonly contents: readonly TicketContent[];
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * What is done with sheets once they are printed. `parts`: first cut along dashed lines, then each part at its own marks;
 * `guide`: they show how others are put together;
 * `machine`: a machine cuts them, along the files beside theirs.
 */
export type Handling = "cut" | "parts" | "glue" | "guide" | "machine" | "keep";

/** Sheets that are worked alike. */
export interface TicketRun {
  readonly kind: string;
  readonly handling: Handling;
  /** First and last of each stretch of them, from 1. */
  readonly sheets: readonly (readonly [first: number, last: number])[];
  readonly count: number;
  readonly page: { readonly width: Mm; readonly height: Mm };
  /** What is kept of the first sheet: trims, from the top left corner. */
  readonly trims: readonly RectMm[];
  /** How often a sheet, or the pile of them, is cut. */
  readonly cutCount: number;
  /** None for `parts`. In the order in which they are best made, each measured from a paper's edge that is still there. */
  readonly cuts: readonly TicketLine[];
  readonly folds: readonly TicketLine[];
  /** Places along the fold. */
  readonly staples: readonly TicketLine[];
}

/** A line from edge to edge of the paper, by its distance from the left or from the top. */
export interface TicketLine {
  readonly from: "left" | "top";
  readonly at: Mm;
}

export interface TicketBinding {
  /** The sheets of the inside, or the cover that is laid around them. */
  readonly part: "inside" | "cover";
  /** The other file, where the cover is printed apart. */
  readonly other?: string | undefined;
  /** Sheets that make one booklet. */
  readonly sheets: number;
  /** Booklets that are printed side by side. */
  readonly perSheet: number;
  /** From the head, once it is folded. */
  readonly staples: readonly Mm[];
  /** What is done at the edge across from the fold; absent on the ticket of a cover that is printed apart. */
  readonly foreEdge?: TicketForeEdge | undefined;
  /** All booklets that come out: where several share a sheet, sometimes more than were asked for. */
  readonly made: number;
}

/** The edge of a booklet that opens. It is cut once it is stapled: sheets inside others stand out. */
export interface TicketForeEdge {
  /** From the fold. */
  readonly at: Mm;
  /** Otherwise it is cut only by those who want it even. */
  readonly needed: boolean;
  /** How far the innermost sheet stands out beyond the outermost. */
  readonly over: Mm;
}

export interface TicketContent {
  readonly component: string;
  readonly title: string;
  readonly kind: "deck" | "board" | "matrix" | "sheets" | "poster" | "booklet";
  /** In each box. */
  readonly each: number;
  /** Sheets for each box that are still to be glued into these, where a shop leaves that to others. */
  readonly loose?: number | undefined;
}
