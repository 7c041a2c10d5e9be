/** `mallette build` and `mallette check`: a command line → a build, its progress and its report. */
import { relative, resolve } from "node:path";
import { type BuildOptions, type BuildResult, openWorkshop } from "../build.js";
import { loadKit, localesOf, openKitFiles } from "../content/index.js";
import { Diagnostics } from "../diagnostics/index.js";
import type { Duplex } from "../impose/index.js";
import { DEFAULT_REQUEST, type PressRequest, type TargetName } from "../plan/request.js";
import { mm, type Pt } from "../units.js";
import type { CommandLine } from "./command-line.js";
import { EXIT } from "./exit.js";
import { findKit } from "./kit-folder.js";
import { jsonDocument, tellFailure } from "./outcome.js";
import { createReporter, SILENT } from "./report.js";
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
  return Math.max(...results.map(({ outcome }) => EXITS[outcome]));
}

/** The languages asked for; `all` are those that the kit has. Undefined is the kit's own. */
function localesIn(line: CommandLine, root: string): readonly (string | undefined)[] {
  const asked = line.all("locale") ?? [undefined];
  if (!asked.some((one) => one === "all")) return asked;
  const diagnostics = new Diagnostics();
  const files = openKitFiles(root, diagnostics);
  const kit = loadKit(files, diagnostics);
  // A kit that cannot be read is told of once.
  return kit === undefined ? [undefined] : localesOf(kit, files);
}

/** What a script reads of the builds of several languages. */
const joined = (results: readonly BuildResult[]) => ({
  ok: results.every(({ ok }) => ok),
  files: results.flatMap(filesOf),
  problems: results.flatMap(({ problems }) => problems),
});

const EXITS: Readonly<Record<BuildResult["outcome"], number>> = {
  made: EXIT.fine,
  "bad-kit": EXIT.content,
  "bad-request": EXIT.usage,
};

/** Choices were checked as the line was read. */
const requestOf = (line: CommandLine): BuildOptions["request"] => ({
  components: line.names,
  targets: (line.all("target") as readonly TargetName[] | undefined) ?? DEFAULT_REQUEST.targets,
  papers: line.all("paper"),
  duplex: line.one("duplex") as Duplex | undefined,
  copies: Number(line.one("copies") ?? DEFAULT_REQUEST.copies),
  press: {
    product: line.one("product"),
    bleed: lengthOf(line.one("bleed")),
    order: line.one("order") as PressRequest["order"],
    marks: line.one("marks") as PressRequest["marks"],
  },
});

const lengthOf = (millimetres: string | undefined): Pt | undefined =>
  millimetres === undefined ? undefined : mm(Number(millimetres));

/** Where every face and code lies is in manifest.json; here, what a script needs to find the files. */
const filesOf = ({ manifest }: BuildResult): readonly unknown[] =>
  (manifest?.files ?? []).map(({ faces, codes, ...file }) => file);

/** As people would type it from where they are. */
const shown = (folder: string, cwd: string): string => {
  const path = relative(cwd, folder);
  return path.startsWith("..") ? folder : path || ".";
};
