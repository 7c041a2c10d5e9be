/** The sheets of a booklet, folded in the mind and laid into one another → the pages that do not follow one another. */
import type { FlipEdge, Placement, ReadingDirection, Sheet } from "../impose/index.js";
import { type Miss, TOLERANCE } from "./miss.js";
import { distanceBehind, seenFromBehind } from "./turn-over.js";

export interface BookWanted {
  /** Of these sheets, in reading order. */
  readonly pages: readonly string[];
  readonly duplex: FlipEdge;
  readonly direction: ReadingDirection;
  /** Booklets to make, at least. */
  readonly copies: number;
}

/** Half a folded sheet: the page on the outer side, and that which is printed behind it. */
interface Leaf {
  readonly outer: Placement;
  readonly inner: Placement | undefined;
}

/** A sheet of one booklet, as one who looks at its outer side sees it. */
interface FoldedSheet {
  readonly left: Leaf;
  readonly right: Leaf;
}

export function missesOfBooklet(sheets: readonly Sheet[], wanted: BookWanted): readonly Miss[] {
  const booklets = new Map<number, FoldedSheet[]>();
  for (const sheet of sheets)
    for (const [copy, folded] of foldedOf(sheet, wanted.duplex)) {
      const known = booklets.get(copy);
      if (known) known.push(folded);
      else booklets.set(copy, [folded]);
    }
  const numbers = new Set([...booklets.keys(), ...Array.from({ length: wanted.copies }, (_, i) => i + 1)]);
  return [...numbers].flatMap((copy) => {
    const read = readThrough(booklets.get(copy) ?? [], wanted.direction);
    const place = Array.from({ length: Math.max(read.length, wanted.pages.length) }).findIndex(
      (_, i) => read[i] !== wanted.pages[i],
    );
    return place < 0
      ? []
      : [{ piece: wanted.pages[place] ?? read[place], fault: { kind: "order", copy, place: place + 1 } }];
  });
}

/** The sheet that each booklet has of these; none where there are not two pages side by side. */
function foldedOf(sheet: Sheet, duplex: FlipEdge): ReadonlyMap<number, FoldedSheet> {
  const seen = seenFromBehind(sheet.page, duplex);
  const copies = new Map<number, Placement[]>();
  for (const placement of sheet.front.placements) {
    const known = copies.get(placement.slot.copy);
    if (known) known.push(placement);
    else copies.set(placement.slot.copy, [placement]);
  }
  const leafOf = (outer: Placement): Leaf => ({
    outer,
    inner: sheet.back?.placements.find(
      (back) => back.slot.copy === outer.slot.copy && distanceBehind(outer, back, seen) <= TOLERANCE,
    ),
  });
  return new Map(
    [...copies].flatMap(([copy, pages]) => {
      const [left, right] = pages.toSorted((a, b) => alongLine(a) - alongLine(b));
      return left && right && pages.length === 2 ? [[copy, { left: leafOf(left), right: leafOf(right) }] as const] : [];
    }),
  );
}

/** How far a page stands along the lines of its text, however the spread is turned on the sheet. */
const alongLine = ({ transform, trim }: Placement): number =>
  (trim.x + trim.width / 2) * transform[0] + (trim.y + trim.height / 2) * transform[1];

/** Leaf after leaf: inwards through the halves that open first, outwards through the others. */
function readThrough(sheets: readonly FoldedSheet[], direction: ReadingDirection): readonly (string | undefined)[] {
  const first = sheets.map(({ left, right }) => (direction === "ltr" ? right : left));
  const last = sheets.map(({ left, right }) => (direction === "ltr" ? left : right)).toReversed();
  return [
    ...first.flatMap(({ outer, inner }) => [outer, inner]),
    ...last.flatMap(({ outer, inner }) => [inner, outer]),
  ].map((page) => page?.slot.piece);
}
