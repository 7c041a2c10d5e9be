/** The state in which something is drawn → the colour that it is drawn with, and how. */
import type { Ink } from "./ink.js";
import type { Coat } from "./marks.js";
import type { State } from "./state.js";

export function coatOf(state: State, isStroke: boolean): Coat {
  const pattern = isStroke ? state.strokePattern : state.fillPattern;
  return {
    ink: pattern ? undefined : isStroke ? state.stroke : state.fill,
    isOverprinted: isStroke ? state.strokeOverprint : state.fillOverprint,
    overprintMode: state.overprintMode,
  };
}

/** The colour that an uncoloured tile is drawn with. */
export const baseInk = ({ space, values }: Ink): Ink =>
  space.kind === "pattern" && space.base ? { space: space.base, values } : { space, values };
