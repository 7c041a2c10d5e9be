/** Runs of sheets and their paper → how long cutting takes, roughly: what a shop tells a customer, not what it bills. */
import { PLOTTER } from "../plan/plotter.js";
import type { TicketRun, TicketWeight } from "./ticket.js";

/** Paper of 100 g/m² is a tenth of a millimetre and a bit: coated papers are thinner, boards thicker. */
const MM_PER_GRAM = 0.0012;
/** Nobody said which: office paper. */
const USUAL: TicketWeight = { least: 80, most: 80 };
/** What desktop guillotines of copy shops clamp; large ones take twice as much. */
const HIGHEST_PILE_MM = 40;
/** To jog a pile square and to lay it against the stop, once for each direction of cuts. */
const SQUARING_SECONDS = 45;
/** To set the stop, clamp, cut, take the waste away. */
const CUT_SECONDS = 20;
/** A sheet by itself is laid in a cutter on its marks. */
const SINGLE_CUT_SECONDS = 10;

/** How many piles a guillotine makes of so many sheets. */
export const pilesOf = (sheets: number, { most }: TicketWeight = USUAL): number =>
  Math.ceil((sheets * most * MM_PER_GRAM) / HIGHEST_PILE_MM);

/** Piles go under a guillotine; at home, and off a roll, each sheet is laid in a cutter by itself. */
export type Cutting = "pile" | "each";

export const cuttingOf = ({ target, paper }: { readonly target: string; readonly paper: string }): Cutting =>
  target === "home" || paper === PLOTTER ? "each" : "pile";

/** Minutes for one run. */
export function cuttingMinutes(
  { cuts, cutCount, count }: Pick<TicketRun, "cuts" | "cutCount" | "count">,
  weight: TicketWeight = USUAL,
  cutting: Cutting,
): number {
  if (cutCount === 0) return 0;
  if (cutting === "each") return (count * cutCount * SINGLE_CUT_SECONDS) / 60;
  const piles = pilesOf(count, weight);
  // Parts tell no distances: both ways, as a rule.
  const directions = cuts.length === 0 ? 2 : new Set(cuts.map(({ from }) => from)).size;
  return (piles * (directions * SQUARING_SECONDS + cutCount * CUT_SECONDS)) / 60;
}
