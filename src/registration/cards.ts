/** Sheets of cards → backs that are not behind their fronts, copies that are missing or too many. */
import type { Duplex, Placement, Sheet } from "../impose/index.js";
import { toMm } from "../units.js";
import { type Miss, type OnSheet, type Side, TOLERANCE } from "./miss.js";
import { isPrinted, sidesOf } from "./paper.js";
import { distanceBehind, distanceFolded, seenFromBehind } from "./turn-over.js";

/** A piece as the kit has it. */
export interface WantedPiece {
  readonly piece: string;
  readonly copies: number;
  readonly hasBack: boolean;
}

/** Backs by their piece and copy; whoever takes one finds out in the end which were left. */
type Backs = Map<string, Placement>;
const nameOf = ({ slot }: Placement): string => `${slot.copy} ${slot.piece}`;
const backsAmong = (placements: readonly Placement[]): Backs =>
  new Map(placements.filter(({ slot }) => slot.side === "back").map((back) => [nameOf(back), back]));

/** Every front of every sheet against its back: the mixed backs of a deck and the last, half-filled sheet included. */
export function missesOfBacks(
  sheets: readonly Sheet[],
  duplex: Duplex,
  wanted: ReadonlyMap<string, WantedPiece>,
): readonly Miss[] {
  // Answers stand on sheets of their own: they have nothing to meet.
  if (duplex === "none") return sheets.flatMap(backsBehind);
  return sheets.flatMap((sheet) => {
    const [fronts, backs, distance] =
      duplex === "fold"
        ? ([sheet.front.placements, backsAmong(sheet.front.placements), distanceFolded] as const)
        : ([sheet.front.placements, backsAmong(sheet.back?.placements ?? []), behind(sheet, duplex)] as const);
    const at: OnSheet = { sheet: sheet.number, side: "front" };
    const found: Miss[] = [];
    for (const front of fronts) {
      const { piece, side } = front.slot;
      if (side !== "front") continue;
      const back = backs.get(nameOf(front));
      backs.delete(nameOf(front));
      if (back === undefined) {
        if (wanted.get(piece)?.hasBack) found.push({ piece, at, fault: { kind: "no-back" } });
        continue;
      }
      const by = distance(front, back);
      // A distance that is no number is a miss too.
      if (!(by <= TOLERANCE)) found.push({ piece, at, fault: { kind: "apart", by: toMm(by) } });
    }
    const backSide: OnSheet = { sheet: sheet.number, side: duplex === "fold" ? "front" : "back" };
    for (const { slot } of backs.values())
      found.push({ piece: slot.piece, at: backSide, fault: { kind: "stray-back" } });
    return duplex === "fold" ? [...found, ...backsBehind(sheet)] : found;
  });
}

const behind = ({ page }: Sheet, edge: "long-edge" | "short-edge") => {
  const seen = seenFromBehind(page, edge);
  return (front: Placement, back: Placement): number => distanceBehind(front, back, seen);
};

/** What is printed on the other side of paper that is printed on one side only. */
const backsBehind = ({ number, back }: Sheet): readonly Miss[] =>
  (back?.placements ?? []).map(({ slot }) => ({
    piece: slot.piece,
    at: { sheet: number, side: "back" },
    fault: { kind: "stray-back" },
  }));

/** Each wanted face once for each of its copies, and no other. */
export function missesOfCopies(sheets: readonly Sheet[], wanted: ReadonlyMap<string, WantedPiece>): readonly Miss[] {
  const printed = new Map<string, number>();
  for (const sheet of sheets)
    for (const [{ placements }] of sidesOf(sheet))
      for (const placement of placements.filter(isPrinted)) {
        const key = `${placement.slot.side} ${nameOf(placement)}`;
        printed.set(key, (printed.get(key) ?? 0) + 1);
      }
  const misses: Miss[] = [];
  const expect = (piece: string, side: Side, copy: number): void => {
    const key = `${side} ${copy} ${piece}`;
    const times = printed.get(key) ?? 0;
    printed.delete(key);
    if (times !== 1) misses.push({ piece, fault: { kind: "count", side, copy, times } });
  };
  for (const { piece, copies, hasBack } of wanted.values())
    for (let copy = 1; copy <= copies; copy++) {
      expect(piece, "front", copy);
      if (hasBack) expect(piece, "back", copy);
    }
  for (const [key, times] of printed) {
    const [side, copy, piece] = key.split(/ (\d+) /) as [Side, string, string];
    misses.push({ piece, fault: { kind: "count", side, copy: Number(copy), times } });
  }
  return misses;
}
