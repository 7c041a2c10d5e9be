/** `translate check`: what translations lost on the way, then everything a build would find, without writing. */
import { openWorkshop } from "../../build.js";
import { DEFAULT_REQUEST } from "../../plan/request.js";
import { EXIT } from "../exit.js";
import { plural } from "../wording.js";
import type { Done, Job, Verb } from "./job.js";
import { tagsIn } from "./tags.js";

export const checkVerb: Verb = {
  name: "check",
  usage: "check [langues…]",
  help: "cherche ce qui s’est perdu en traduisant : marques, nombres, liens, longueurs, signes, textes qui débordent",
  run: check,
};

/** What does not fit on A4 fits nowhere: pieces are as large on every paper. */
const SOME_PAPER = ["A4"] as const;

async function check(job: Job): Promise<Done> {
  const tags = tagsIn(job);
  if (tags === undefined) return { exit: EXIT.usage };
  const workshop = await openWorkshop(job.root);
  const request = { ...DEFAULT_REQUEST, targets: ["home", "screen"], papers: SOME_PAPER } as const;
  for (const locale of tags) {
    const { problems } = await workshop.build({ request, locale });
    for (const problem of problems) job.diagnostics.report({ locale, ...problem });
  }
  const errors = job.diagnostics.all.filter(({ severity }) => severity === "error").length;
  return {
    text: errors === 0 ? `✔ ${plural(tags.length, "langue vérifiée", "langues vérifiées")}, rien à corriger.\n` : "",
  };
}
