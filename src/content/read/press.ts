/** `press:` in kit.yaml → the printers that the kit knows: their profile, their products. */
import type { PressProductSpec, PressSpec, Values } from "../kit.js";
import { groupsIn, numberIn, stringIn } from "../values.js";
import { complain, type Desk } from "./desk.js";
import * as say from "./messages.js";

export function pressOf(values: Values, desk: Desk): PressSpec {
  const path = stringIn(values, "profile");
  const at = values.profile?.at;
  return {
    profile: path !== undefined && at ? { path, at } : undefined,
    condition: stringIn(values, "condition"),
    products: new Map(
      groupsIn(values, "products").map(([name, each]): [string, PressProductSpec] => {
        const [width, height] = [numberIn(each.values, "width"), numberIn(each.values, "height")];
        if ((width === undefined) !== (height === undefined)) complain(desk, say.halfASize(), each.at);
        return [
          name,
          {
            width,
            height,
            bleed: numberIn(each.values, "bleed"),
            order: stringIn(each.values, "order") as PressProductSpec["order"],
            marks: stringIn(each.values, "marks") as PressProductSpec["marks"],
            ink: numberIn(each.values, "ink"),
            at: each.at,
          },
        ];
      }),
    ),
  };
}
