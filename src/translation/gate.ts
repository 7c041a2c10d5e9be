/** How far a language is → whether it may be printed for good; what lacks is reported, with where to begin. */
import type { Profile } from "../content/index.js";
import type { Diagnostics } from "../diagnostics/index.js";
import * as say from "./messages.js";
import type { Progress } from "./translate.js";

export interface Standing {
  readonly profile: Profile;
  readonly progress: Progress;
  /** Ids of the texts that somebody reviewed as they are now. */
  readonly reviewed: ReadonlySet<string>;
}

/** Stale texts are never printed for good; missing and unreviewed ones as far as the profile of the language allows. */
export function checkGate({ profile, progress, reviewed }: Standing, diagnostics: Diagnostics): void {
  const { tag, gate } = profile;
  const { units, missing, stale } = progress;
  const texts = units.length;
  const share = (count: number): number => (texts === 0 ? 100 : (100 * count) / texts);
  const [firstMissing] = missing;
  if (firstMissing !== undefined && share(texts - missing.length) < gate.translated)
    diagnostics.report(
      say.notTranslated(tag, { id: firstMissing.id, at: firstMissing.text.at }, missing.length, texts),
    );
  const [firstStale] = stale;
  if (firstStale !== undefined)
    diagnostics.report(say.outOfDate(tag, { id: firstStale.id, at: firstStale.text.at }, stale.length));
  const read = share(units.filter(({ id }) => reviewed.has(id)).length);
  if (read < gate.reviewed) diagnostics.report(say.belowGate(tag, Math.floor(read), gate.reviewed));
}
