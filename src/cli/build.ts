/** `mallette build` and `mallette check`: a command line → a build, its progress and its report. */
import { relative, resolve } from "node:path";
import { type BuildResult, openWorkshop } from "../build.js";
import type { CommandLine } from "./command-line.js";
import { EXIT } from "./exit.js";
import { findKit } from "./kit-folder.js";
import { localesIn } from "./locales.js";
import { EXIT_OF, jsonDocument, tellFailure } from "./outcome.js";
import { createReporter, SILENT } from "./report.js";
import { requestOf } from "./request.js";
import type { Terminal } from "./terminal.js";

export async function runBuild(line: CommandLine, terminal: Terminal): Promise<number> {
  const found = findKit(terminal.cwd, line.one("kit"));
  if ("problem" in found) {
    tellFailure([found.problem], line, terminal);
    return EXIT.usage;
  }
  const { root } = found;
  // The output folder belongs to the kit, not to the place where the command was typed.
  const out = line.command?.name === "build" ? resolve(root, line.one("out") ?? "dist") : undefined;
  const reporter = line.has("json") ? SILENT : createReporter(terminal, line.has("quiet"));

  const workshop = await openWorkshop(root);
  const results: BuildResult[] = [];
  for (const locale of localesIn(line, root)) {
    const started = process.hrtime.bigint();
    const result = await workshop.build({
      request: requestOf(line),
      locale,
      final: line.has("final"),
      ticket: ticketOf(line),
      zip: line.has("zip"),
      out,
      onFile: reporter.file,
    });
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    results.push(result);
    await reporter.problems(result.problems);
    if (result.manifest)
      reporter.success(result.manifest, result.folder && shown(result.folder, terminal.cwd), seconds);
  }
  if (line.has("json")) terminal.print(jsonDocument(line.command?.name, joined(results)));
  return Math.max(...results.map(({ outcome }) => EXIT_OF[outcome]));
}

/** A language, or none at all. */
const ticketOf = (line: CommandLine): string | false | undefined => {
  const named = line.one("ticket");
  return named === "none" ? false : named;
};

/** What a script reads of the builds of several languages. */
const joined = (results: readonly BuildResult[]) => ({
  ok: results.every(({ ok }) => ok),
  files: results.flatMap(filesOf),
  orders: results.flatMap(({ manifest }) => manifest?.orders ?? []),
  problems: results.flatMap(({ problems }) => problems),
});

/** Where every face and code lies is in manifest.json; here, what a script needs to find the files. */
const filesOf = ({ manifest }: BuildResult): readonly unknown[] =>
  (manifest?.files ?? []).map(({ faces, codes, ...file }) => file);

/** As people would type it from where they are. */
const shown = (folder: string, cwd: string): string => {
  const path = relative(cwd, folder);
  return path.startsWith("..") ? folder : path || ".";
};
