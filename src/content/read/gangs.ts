/** Gangs as written → gangs of components that exist and whose pieces may lie beside others. */
import { suggest } from "../../diagnostics/suggest.js";
import type { Component, Gang } from "../kit.js";
import * as sayValues from "../validate/messages.js";
import { complain, type Desk } from "./desk.js";
import type { GangPlan } from "./kit-file.js";
import * as sayBooklet from "./messages.js";

export function checkGangs(plans: readonly GangPlan[], components: readonly Component[], desk: Desk): readonly Gang[] {
  const known = components.map((component) => component.id);
  return plans.map(({ members, ...gang }) => {
    for (const { value, at } of members) {
      const component = components.find((each) => each.id === value);
      if (component === undefined) {
        complain(desk, sayValues.unknownName("component", value, { suggestion: suggest(value, known), known }), at);
      }
      if (component?.kind === "booklet") complain(desk, sayBooklet.gangedBooklet(), at);
      if (component?.kind === "board" || component?.kind === "matrix") complain(desk, sayBooklet.gangedBoard(), at);
    }
    return gang;
  });
}
