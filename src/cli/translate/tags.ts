/** Words of a command → the languages of the kit that they name. */
import { localesOf } from "../../content/index.js";
import { suggest } from "../../diagnostics/index.js";
import { sameLanguage } from "../../plan/resolve-request.js";
import type { Job } from "./job.js";
import * as say from "./messages.js";

/** The languages that a kit is translated into. */
export const translatedInto = ({ kit, files }: Job): readonly string[] =>
  localesOf(kit, files).filter((tag) => tag !== kit.locale);

/** Those that are named, all when none is. Undefined, and reported, when a name leads nowhere or there are none. */
export function tagsIn(job: Job, names: readonly string[] = job.names): readonly string[] | undefined {
  const { diagnostics } = job;
  const known = translatedInto(job);
  if (known.length === 0) {
    diagnostics.report(say.noLanguages());
    return undefined;
  }
  if (names.length === 0) return known;
  const found = names.map((name) => {
    const tag = sameLanguage(name, known);
    if (tag === undefined) diagnostics.report(say.unknownLanguage(name, suggest(name, known), known));
    return tag;
  });
  return found.includes(undefined) ? undefined : (found as readonly string[]);
}

/** The one language that a verb is about. Undefined, and reported, when it is missing or unknown. */
export function tagIn(job: Job, usage: string): string | undefined {
  const [name] = job.names;
  if (name !== undefined) return tagsIn(job, [name])?.[0];
  job.diagnostics.report(say.whichLanguage(usage, translatedInto(job)));
  return undefined;
}
