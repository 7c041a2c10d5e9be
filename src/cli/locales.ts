/** What `--locale` says → the languages of a run. */
import { loadKit, localesOf, openKitFiles } from "../content/index.js";
import { Diagnostics } from "../diagnostics/index.js";
import type { CommandLine } from "./command-line.js";

/** The languages asked for; `all` are those that the kit has. Undefined is the kit's own. */
export function localesIn(line: CommandLine, root: string): readonly (string | undefined)[] {
  const asked = line.all("locale") ?? [undefined];
  if (!asked.some((one) => one === "all")) return asked;
  const diagnostics = new Diagnostics();
  const files = openKitFiles(root, diagnostics);
  const kit = loadKit(files, diagnostics);
  // A kit that cannot be read is told of once.
  return kit === undefined ? [undefined] : localesOf(kit, files);
}
