/** `mallette translate VERB …`: all that a translation needs, from the first profile to the review. */
import { loadKit, openKitFiles } from "../../content/index.js";
import { Diagnostics, suggest, toJsonProblems } from "../../diagnostics/index.js";
import { unitsOf } from "../../translation/index.js";
import type { CommandLine } from "../command-line.js";
import { EXIT } from "../exit.js";
import { findKit } from "../kit-folder.js";
import { tellFailure } from "../outcome.js";
import { createReporter, SILENT } from "../report.js";
import type { Terminal } from "../terminal.js";
import { checkVerb } from "./check.js";
import { exportVerb } from "./export.js";
import { importVerb } from "./import.js";
import type { Done, Job, Verb } from "./job.js";
import * as say from "./messages.js";
import { newVerb } from "./new.js";
import { pseudoVerb } from "./pseudo.js";
import { reviewVerb } from "./review.js";
import { statusVerb } from "./status.js";
import { updateVerb } from "./update.js";

export const VERBS: readonly Verb[] = [
  newVerb,
  updateVerb,
  statusVerb,
  exportVerb,
  importVerb,
  checkVerb,
  reviewVerb,
  pseudoVerb,
];

export async function runTranslate(line: CommandLine, terminal: Terminal): Promise<number> {
  const [name, ...names] = line.names;
  const verb = VERBS.find((one) => one.name === name);
  const known = VERBS.map((one) => one.name);
  const found = findKit(terminal.cwd, line.one("kit"));
  const wrong =
    name === undefined
      ? say.whichVerb(known)
      : verb === undefined
        ? say.unknownVerb(name, suggest(name, known), known)
        : "problem" in found
          ? found.problem
          : undefined;
  if (wrong !== undefined || verb === undefined || "problem" in found) {
    tellFailure(wrong === undefined ? [] : [wrong], line, terminal);
    return EXIT.usage;
  }
  const { root } = found;
  const diagnostics = new Diagnostics();
  const files = openKitFiles(root, diagnostics);
  const kit = loadKit(files, diagnostics);
  // Texts of a kit with mistakes would lack some: their translations would be thought obsolete.
  const done: Done =
    kit === undefined || diagnostics.hasErrors
      ? {}
      : await verb.run({ root, kit, files, units: unitsOf(kit), names, line, terminal, diagnostics } satisfies Job);
  const code = done.exit ?? (diagnostics.hasErrors ? EXIT.content : EXIT.fine);
  await tell(done, diagnostics, code, { line, terminal });
  return code;
}

interface Listener {
  readonly line: CommandLine;
  readonly terminal: Terminal;
}

async function tell(done: Done, { all }: Diagnostics, code: number, { line, terminal }: Listener): Promise<void> {
  if (line.has("json")) {
    const { files = [], facts } = done;
    const document = { schema: "mallette.translate/1", ok: code === EXIT.fine, files, ...facts };
    terminal.print(`${JSON.stringify({ ...document, problems: toJsonProblems(all) }, undefined, 2)}\n`);
    return;
  }
  const quiet = line.has("quiet");
  await (all.length > 0 ? createReporter(terminal, quiet) : SILENT).problems(all);
  if (done.text !== undefined && !quiet) terminal.say(done.text);
}
