/** A tag → the edition that it was: its kit built once more, in memory, with the mallette of today. */
import { openWorkshop } from "../../build.js";
import { type Edition, type Tag, withKitAtTag } from "../../changes/index.js";
import * as sayChanges from "../../changes/messages.js";
import type { Diagnostics } from "../../diagnostics/index.js";
import { DEFAULT_REQUEST } from "../../plan/request.js";

interface Question {
  readonly root: string;
  readonly locale: string;
}

/** Undefined, and reported in one sentence, when it cannot be built any more. */
export async function editionAtTag(
  tag: Tag,
  { root, locale }: Question,
  diagnostics: Diagnostics,
): Promise<Edition | undefined> {
  const built = await withKitAtTag(root, tag, async (folder) => {
    const workshop = await openWorkshop(folder);
    // Looks are the same for all targets: the papers of one are enough.
    return workshop.build({ request: { ...DEFAULT_REQUEST, papers: undefined, targets: ["home"] }, locale });
  });
  if (built === undefined) {
    diagnostics.report(sayChanges.noKitAtTag(tag.name));
    return undefined;
  }
  if (built.manifest !== undefined) return { manifest: built.manifest, knowsTexts: true };
  const first = built.problems.find(({ severity }) => severity === "error");
  if (first) diagnostics.report(sayChanges.tagNotBuilt(tag.name, first));
  return undefined;
}
