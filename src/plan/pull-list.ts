/** What to do in a box that was printed earlier → the page that says so, to be ticked off line by line. */
import { checklist, TARGETS } from "../impose/index.js";
import { labelWords } from "./labels.js";
import * as say from "./messages.js";
import type { Output } from "./outputs.js";
import { pullGroups } from "./pull-lines.js";
import type { Reprint } from "./reprint.js";
import type { Place, PlanInput } from "./sizes.js";

/** `made` are the files that are printed with it. */
export function pullList(
  reprint: Reprint,
  made: readonly Output[],
  input: PlanInput,
  { target, paper }: Place,
): Output {
  const { local, request } = input;
  const { print } = local;
  const title = print.say("pull-title");
  const sheets = made.reduce((sum, { imposed }) => sum + imposed.sheets.length, 0);
  return {
    path: `${target}-${paper.name}/${say.fileName(say.PULL_LIST, local)}.pdf`,
    title,
    target,
    paper: paper.name,
    components: [],
    duplex: "none",
    imposed: checklist({
      title,
      facts: print.say("pull-facts", { edition: reprint.since, boxes: request.copies, sheets }),
      groups: pullGroups(reprint, input).map((group) => ({
        title: group.title,
        items: group.lines.map(({ words }) => words),
      })),
      paper,
      target: TARGETS[target],
      direction: local.direction,
      label: (number, total) => labelWords(number, total, local),
    }),
  };
}
