/** A paper → where the calibration sheet has its scales and crosses: what is drawn and what is read off agree on it. */
import { type Mm, mm, type Pt, type Size, toMm } from "../units.js";

export interface Places {
  /** The page; it always stands upright. */
  readonly page: Size;
  /** From the middle of the page to the scales at its top and bottom, and to those on its left and right. */
  readonly scales: { readonly x: Pt; readonly y: Pt };
  /** From cross to cross. */
  readonly crosses: { readonly width: Mm; readonly height: Mm };
}

/** From the paper's edge to a scale: no printer's margin reaches so far, and the stairs of margins find room outside. */
const FROM_EDGE: Pt = mm(24);
/** A ruler is 300 mm long, and its ends are hard to read. */
const LONGEST: Mm = 280;

/** Down to whole tens; across to fives, for on A3 a cross further inwards would stand on the words. */
const STEPS = { across: 5, down: 10 } as const;

export function placesOn(paper: Size): Places {
  const page = {
    width: Math.min(paper.width, paper.height),
    height: Math.max(paper.width, paper.height),
  };
  const between = (length: Pt, step: Mm): Mm =>
    Math.min(LONGEST, Math.floor(toMm(length - 2 * FROM_EDGE) / step) * step);
  return {
    page,
    scales: { x: page.width / 2 - FROM_EDGE, y: page.height / 2 - FROM_EDGE },
    crosses: { width: between(page.width, STEPS.across), height: between(page.height, STEPS.down) },
  };
}

/** Scales count from 0, so that nobody has to write a sign; this is their middle, where a fold should cross them. */
export const MIDDLE: Mm = 10;

/** The narrowest paper on which scales, words and crosses have room beside one another: A5. */
export const NARROWEST: Mm = 140;
