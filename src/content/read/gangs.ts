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
    warnOfPapers(members, components, desk);
    return gang;
  });
}

/** Decks on one sheet are printed on one paper, the heaviest: whoever asked for two should know. */
function warnOfPapers(members: GangPlan["members"], components: readonly Component[], desk: Desk): void {
  const asked = members.flatMap(({ value, at }) => {
    const weight = components.find(({ id }) => id === value)?.stock?.weight;
    return weight ? [{ id: value, weight, at }] : [];
  });
  const [first, ...others] = asked;
  const other = others.find(({ weight }) => weight.least !== first?.weight.least || weight.most !== first.weight.most);
  if (first && other) complain(desk, sayBooklet.gangedPapers(first, other), other.at);
}
