/** Where it is printed → the rules of its sheets. */
import { EPSILON, type Mm, mm, type Pt } from "../units.js";

/** What a target asks of a sheet. */
export interface TargetRules {
  readonly name: string;
  /** Space between neighbours, as a multiple of their bleed: 0 makes them share one cut, 2 gives each its whole bleed. */
  readonly gutterPerBleed: 0 | 2;
  /** How much of a piece's bleed prints around the grid, at most. */
  readonly bleedMost: Pt;
  /** And at least, when more would cost sheets. */
  readonly bleedLeast: Pt;
  /** The printer's own margin: nothing that matters lies outside it. */
  readonly printerMargin: Pt;
  readonly markLength: Pt;
  readonly markLeast: Pt;
  /** Marks stay this far from a trim that has no bleed, where there is room. */
  readonly markGap: Pt;
  /** A trim this close to the paper's edge needs no cut: the paper's edge is its edge. */
  readonly edgeTolerance: Pt;
  readonly rulerLength: Mm;
  /** `reading`: cards follow one another on a sheet. `stack`: they follow one another down the pile. */
  readonly order: "reading" | "stack";
}

/** From the line that parts two bands to the nearest mark: a careful hand cuts within 1 mm, and marks must survive it. */
export const PARTING: Pt = mm(2);

/** What a ruler, or a label on two lines, takes at an end of a page that has nothing else to spare. */
export const FURNITURE: Pt = mm(5.5);

/** What every target has in common. */
const COMMON = {
  // Lasers leave 4.2 mm, inkjets up to 5: the widest edge that is common on office printers.
  printerMargin: mm(5),
  // Long enough to lay a ruler along, short enough for the margins that a full sheet leaves.
  markLength: mm(5),
  // Below 3 mm a mark no longer shows a direction.
  markLeast: mm(3),
  // So that a knife that misses by a little leaves no ink on the corner.
  markGap: mm(2),
  // Two A5 are 296 mm long on 297 mm: no one cuts half a millimetre.
  edgeTolerance: mm(1.5),
  // Half the width of the narrowest common paper, and a length that every school ruler checks.
  rulerLength: 100,
} as const;

export const TARGETS: Readonly<Record<"home" | "shop", TargetRules>> = {
  home: {
    ...COMMON,
    name: "home",
    // Scissors and office cutters: one cut between two cards instead of two, and nine cards on A4 instead of eight.
    gutterPerBleed: 0,
    // The drift of office printers is 2 mm at most; more bleed would only cost ink and room.
    bleedMost: mm(2),
    // A careful hand cuts within 1 mm. This is what lets four debate cards fit on Letter.
    bleedLeast: mm(1),
    // Sheets are cut one at a time, so the deck is in order as it is printed.
    order: "reading",
  },
  shop: {
    ...COMMON,
    name: "shop",
    // A pile moves under the guillotine: every card keeps its whole bleed on every side.
    gutterPerBleed: 2,
    bleedMost: Number.POSITIVE_INFINITY,
    bleedLeast: Number.POSITIVE_INFINITY,
    // The whole pile is cut at once: laid on one another, the small piles are the deck in its order.
    order: "stack",
  },
};

/** The bleed that a piece keeps around the grid: as much as the target wants, as little as it bears. */
export const bleedRange = (bleed: Pt, rules: TargetRules): { readonly least: Pt; readonly most: Pt } => ({
  least: Math.min(bleed, rules.bleedLeast),
  most: Math.min(bleed, rules.bleedMost),
});

/** What of a face decides how near to the paper's edge it may lie. */
export interface Edges {
  readonly bleed: Pt;
  readonly safe: Pt;
}

/**
 * The room that a cut needs to the paper's edge. With bleed: the printer's margin, the shortest mark, the bleed.
 * Without: the printer's margin, so that its marks print.
 */
export const cutRoom = (face: Edges, kept: Pt, rules: TargetRules): Pt =>
  face.bleed > 0 ? rules.printerMargin + rules.markLeast + kept : rules.printerMargin;

/**
 * Whether a trim may lie `room` from the paper's edge. A face without bleed may also lie on that edge, which then is
 * its own and not cut, if its safe margin keeps what must print away from it.
 */
export const suits = (face: Edges, room: Pt, kept: Pt, rules: TargetRules): boolean =>
  room >= cutRoom(face, kept, rules) - EPSILON / 2 ||
  (face.bleed === 0 &&
    room >= -EPSILON / 2 &&
    room <= rules.edgeTolerance + EPSILON / 2 &&
    room + face.safe >= rules.printerMargin - EPSILON / 2);

/** The least room that would do: what a message says of a piece that does not fit. */
export const leastRoom = (face: Edges, kept: Pt, rules: TargetRules): Pt =>
  suits(face, 0, kept, rules) ? 0 : cutRoom(face, kept, rules);
