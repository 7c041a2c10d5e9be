/** Segment and width → from which word on a last line would look forgotten: one word, or two tiny ones, all alone. */
import type { Pt } from "../units.js";
import { mayEndAfter, type Segment, stretchWidth } from "./segment.js";

/** A last line looks forgotten when it holds one word, or several, shorter than these parts of the width. */
const FORGOTTEN = { word: 1 / 3, words: 1 / 8 };

/** Index of the first atom with which a last line would look forgotten; the number of atoms when there is none. */
export function forgottenFrom(segment: Segment, width: Pt): number {
  const count = segment.atoms.length;
  let from = count;
  for (let atom = count - 1; atom > 0; atom--) {
    if (!mayEndAfter(segment, atom - 1, width)) continue;
    const least = from === count ? FORGOTTEN.word : FORGOTTEN.words;
    if (stretchWidth(segment, atom, count) >= least * width) break;
    from = atom;
  }
  return from;
}
