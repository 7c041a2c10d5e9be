/** The keys of a component → how its booklet is bound; keys that belong to booklets only are refused elsewhere. */
import { mm } from "../../units.js";
import type { Binding, Values } from "../kit.js";
import { BOOKLET_DUPLEX, BOOKLET_KEYS } from "../schema/kit.js";
import { numberIn, stringIn } from "../values.js";
import { complain, type Desk } from "./desk.js";
import * as say from "./messages.js";

/** Office paper of 80 g. */
const USUAL_THICKNESS = mm(0.1);
/** Card of a cover of 350 g measures half a millimetre; beyond this, somebody wrote the thickness of the booklet. */
const MOST_THICKNESS = mm(1);
const MOST_SAID = "1 mm";

/** Undefined when the component is no booklet. */
export function bindingOf(values: Values, desk: Desk): Omit<Binding, "page"> | undefined {
  const kind = stringIn(values, "kind");
  if (kind !== "booklet") {
    // A kind that is wrong was reported: then nobody knows what its keys are worth.
    const odd = kind === undefined ? [] : BOOKLET_KEYS;
    for (const key of odd) if (values[key] !== undefined) complain(desk, say.bookletOnly(key), values[key].at);
    return undefined;
  }
  const duplex = stringIn(values, "duplex");
  if (duplex !== undefined && !BOOKLET_DUPLEX.includes(duplex)) {
    complain(desk, say.bookletDuplex(), values.duplex?.at);
  }
  const thickness = numberIn(values, "thickness") ?? USUAL_THICKNESS;
  if (thickness > MOST_THICKNESS) complain(desk, say.thickPaper(MOST_SAID), values.thickness?.at);
  return { thickness, cover: (stringIn(values, "cover") ?? "self") as Binding["cover"] };
}
