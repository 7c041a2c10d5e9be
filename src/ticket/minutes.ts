/** Runs of sheets and their paper → how long cutting takes, roughly: what a shop tells a customer, not what it bills. */
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
/** At home each sheet is laid in the cutter by itself, on its marks. */
const HOME_CUT_SECONDS = 10;

/** Minutes for one run. */
export function cuttingMinutes(
  { cuts, cutCount, count }: Pick<TicketRun, "cuts" | "cutCount" | "count">,
  weight: TicketWeight = USUAL,
  target: "home" | "shop",
): number {
  if (cutCount === 0) return 0;
  if (target === "home") return (count * cutCount * HOME_CUT_SECONDS) / 60;
  const piles = Math.ceil((count * weight.most * MM_PER_GRAM) / HIGHEST_PILE_MM);
  // Parts tell no distances: both ways, as a rule.
  const directions = cuts.length === 0 ? 2 : new Set(cuts.map(({ from }) => from)).size;
  return (piles * (directions * SQUARING_SECONDS + cutCount * CUT_SECONDS)) / 60;
}
