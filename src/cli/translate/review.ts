/** `translate review`: somebody read translations and found them right; it lapses when either side changes. */
import { join } from "node:path";
import { reviewsPath } from "../../content/index.js";
import { suggest } from "../../diagnostics/index.js";
import { addReviews, openLocale, reviewedIds, reviewsText } from "../../translation/index.js";
import { EXIT } from "../exit.js";
import { writeText } from "../write.js";
import type { Done, Job, Verb } from "./job.js";
import * as say from "./messages.js";
import { tagIn } from "./tags.js";

export const reviewVerb: Verb = {
  name: "review",
  usage: "review <langue> <textes…|all>",
  help: "note que des traductions sont relues ; toute retouche annule la relecture",
  run: review,
};

function review(job: Job): Done {
  const { diagnostics, units, root } = job;
  const tag = tagIn(job, reviewVerb.usage);
  if (tag === undefined) return { exit: EXIT.usage };
  const [, ...asked] = job.names;
  if (asked.length === 0) {
    diagnostics.report(say.whichTexts(tag));
    return { exit: EXIT.usage };
  }
  const known = units.map(({ id }) => id);
  // `debats/cameras` stands for all texts of that card.
  const named = asked.includes("all") ? known : known.filter((id) => asked.some((name) => covers(name, id)));
  const unknown = asked.filter((name) => name !== "all" && !known.some((id) => covers(name, id)));
  if (unknown.length > 0) {
    diagnostics.report(say.unknownIds(unknown, suggest(unknown[0]!, known)));
    return { exit: EXIT.usage };
  }
  const { catalog, reviews } = openLocale(tag, job, diagnostics);
  if (diagnostics.hasErrors || catalog === undefined) return {};
  const after = addReviews(catalog, reviews, new Set(named));
  writeText(join(root, reviewsPath(tag)), reviewsText(after));
  const count = reviewedIds(catalog, after).size;
  return { files: [reviewsPath(tag)], text: `✔ ${tag} : ${count} textes relus sur ${units.length}.\n` };
}

const covers = (name: string, id: string): boolean => id === name || id.startsWith(`${name}/`);
