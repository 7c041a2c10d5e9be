/** Segment and widths → line ends of about equal length: the narrowest measure that needs no more lines. */
import type { Pt } from "../units.js";
import { isEmergency, NO_BREAK } from "./breaks.js";
import { breakGreedily, type Measure } from "./greedy.js";
import type { LineEnd, Segment } from "./segment.js";

/** Finer than this nobody sees. */
const PRECISION: Pt = 0.5;

/** Line ends for a title: as many lines as `breakGreedily` makes, no line much longer than the others. */
export function breakBalanced(segment: Segment, measure: Measure): readonly LineEnd[] {
  const full = breakGreedily(segment, measure);
  if (full.length < 2) return full;
  const cuts = countCuts(full, segment);
  let narrowest = full;
  let low: Pt = measure.width / 2;
  let high: Pt = measure.width;
  while (high - low > PRECISION) {
    const width = (low + high) / 2;
    const ends = breakGreedily(segment, { ...measure, width });
    if (ends.length > full.length || countCuts(ends, segment) > cuts) low = width;
    else {
      high = width;
      narrowest = ends;
    }
  }
  return narrowest;
}

/** A narrower measure must not cut words or addresses that the full width leaves whole. */
const countCuts = (ends: readonly LineEnd[], { atoms }: Segment): number =>
  ends.filter((end) => end.hyphen || isEmergency(atoms[end.atom - 1]?.after ?? NO_BREAK)).length;
