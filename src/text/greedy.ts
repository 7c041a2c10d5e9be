/** Segment and widths → line ends, first fit: each line takes as much as it holds. */
import { EPSILON, type Pt } from "../units.js";
import { ALLOWED, EMERGENCIES } from "./breaks.js";
import {
  type LineEnd,
  lineWidth,
  mayEndAfter,
  nextStart,
  type Position,
  type Segment,
  START,
  stretchWidth,
} from "./segment.js";

/** What the lines must fit into. */
export interface Measure {
  readonly width: Pt;
  /** Taken from the first line. */
  readonly indent: Pt;
  /** Ragged lines are hyphenated only when they would stay rather empty. */
  readonly ragged: boolean;
}

/** Readers lose the line when more hyphens than this stand below each other. */
export const HYPHENS_IN_A_ROW = 2;

/** A ragged line may stay this empty (as a part of the width) before a word is hyphenated to fill it. */
const RAGGED_ZONE = 0.2;

/** Line ends of the segment, the last one being its end. A word wider than the line stays whole and sticks out. */
export function breakGreedily(segment: Segment, measure: Measure): readonly LineEnd[] {
  const ends: LineEnd[] = [];
  let hyphens = 0;
  for (let start: Position = START; start.atom < segment.atoms.length; start = nextStart(segment, ends.at(-1)!)) {
    const width = measure.width - (ends.length === 0 ? measure.indent : 0);
    const mayHyphenate = segment.hyphenates && hyphens < HYPHENS_IN_A_ROW;
    const end = fillLine(segment, start, { width, zone: measure.ragged ? RAGGED_ZONE : 0, mayHyphenate });
    hyphens = end.hyphen ? hyphens + 1 : 0;
    ends.push(end);
  }
  return ends;
}

interface Room {
  readonly width: Pt;
  readonly zone: number;
  readonly mayHyphenate: boolean;
}

function fillLine(segment: Segment, start: Position, room: Room): LineEnd {
  const limit = room.width + EPSILON;
  // A line that begins inside a word has a first piece of its own width; all others are sums.
  const isWhole = start.offset === 0;
  let last = -1;
  const first = isWhole ? firstInDoubt(segment, start.atom, limit) : start.atom;
  for (let atom = first - 1; atom >= start.atom && last < 0; atom--) {
    if (mayEndAfter(segment, atom, room.width)) last = atom;
  }
  for (let atom = first; atom < segment.atoms.length; atom++) {
    const width = isWhole ? stretchWidth(segment, start.atom, atom + 1) : lineWidth(segment, start, endAfter(atom));
    if (width > limit) {
      const best = last < 0 ? undefined : endAfter(last);
      if (best && (!room.mayHyphenate || !leavesTooMuch(segment, start, best, room))) return best;
      const reach = { from: best?.atom ?? start.atom, to: atom, limit };
      const hyphenated = room.mayHyphenate ? hyphenate(segment, start, reach) : undefined;
      return hyphenated ?? best ?? breakAnyhow(segment, start, limit);
    }
    if (mayEndAfter(segment, atom, room.width)) last = atom;
  }
  return segment.end;
}

/** The first atom of a line from `start` on that may be too much for it: sums of widths rise, so halving finds it. */
function firstInDoubt({ atoms, before, overhang }: Segment, start: number, limit: Pt): number {
  const reach = before[start]! + limit - overhang;
  let [low, high] = [start, atoms.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before[middle + 1]! <= reach) low = middle + 1;
    else high = middle;
  }
  return low;
}

const endAfter = (atom: number): LineEnd => ({ atom: atom + 1, offset: 0, hyphen: false });

const leavesTooMuch = (segment: Segment, start: Position, end: LineEnd, room: Room): boolean =>
  room.width - lineWidth(segment, start, end) > room.zone * room.width;

/** The longest hyphenated line that fits, cut in one of the atoms `from` to `to`. */
function hyphenate(
  segment: Segment,
  start: Position,
  reach: { readonly from: number; readonly to: number; readonly limit: Pt },
): LineEnd | undefined {
  for (let atom = reach.to; atom >= reach.from; atom--) {
    for (const offset of segment.hyphenOffsets(atom).toReversed()) {
      if (atom === start.atom && offset <= start.offset) break;
      const end: LineEnd = { atom, offset, hyphen: true };
      if (lineWidth(segment, start, end) <= reach.limit) return end;
    }
  }
  return undefined;
}

/** Nothing fits: an address is cut at the last of its best places that do; a word sticks out up to its end. */
function breakAnyhow(segment: Segment, start: Position, limit: Pt): LineEnd {
  const { atoms, end: last } = segment;
  const next = atoms.findIndex(({ after }, atom) => atom >= start.atom && after === ALLOWED);
  const end = next < 0 ? last : endAfter(next);
  if (lineWidth(segment, start, end) <= limit) return end;
  let shortest: LineEnd | undefined;
  for (const kind of EMERGENCIES) {
    for (let atom = end.atom - 1; atom >= start.atom; atom--) {
      if (atoms[atom]!.after !== kind) continue;
      const cut = endAfter(atom);
      if (lineWidth(segment, start, cut) <= limit) return cut;
      if (!shortest || cut.atom < shortest.atom) shortest = cut;
    }
  }
  return shortest ?? end;
}
