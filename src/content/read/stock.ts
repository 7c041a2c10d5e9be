/** The key `paper` of a component → the paper on which it is best printed. */
import type { Stock, Values, Weight } from "../kit.js";
import { stringIn } from "../values.js";
import { complain, type Desk } from "./desk.js";
import * as say from "./messages.js";

/** Undefined when the component does not say. */
export function stockOf({ paper, kind, cover: binding }: Values, desk: Desk): Stock | undefined {
  if (paper?.kind !== "group") return undefined;
  const weight = weightIn(paper.values, "weight", desk);
  const cover = weightIn(paper.values, "cover", desk);
  const hasCover = stringIn({ kind, binding } as Values, "kind") === "booklet" && isSeparate(binding);
  if (cover !== undefined && !hasCover) complain(desk, say.coverWeight(), paper.values.cover!.at);
  return weight && { weight, cover: hasCover ? cover : undefined };
}

const isSeparate = (cover: Values[string] | undefined): boolean =>
  cover?.kind === "choice" && cover.value === "separate";

/** `250-300` or `80`; its signs were checked. */
function weightIn(values: Values, name: string, desk: Desk): Weight | undefined {
  const written = stringIn(values, name);
  if (written === undefined) return undefined;
  const [least = 0, most = least] = written.split("-").map(Number);
  if (least > most) complain(desk, say.weightUpsideDown(written), values[name]!.at);
  return { least, most };
}
