/** `mallette build` and `mallette check`: a command line → a build, its progress and its report. */
import { relative, resolve } from "node:path";
import { type BuildResult, openWorkshop } from "../build.js";
import type { Duplex } from "../impose/index.js";
import { type BuildRequest, DEFAULT_REQUEST, type TargetName } from "../plan/request.js";
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

  const started = process.hrtime.bigint();
  const workshop = await openWorkshop(root);
  const result = await workshop.build({
    request: requestOf(line),
    locale: line.one("locale"),
    out,
    onFile: reporter.file,
  });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;

  await reporter.problems(result.problems);
  if (result.manifest) reporter.success(result.manifest, result.folder && shown(result.folder, terminal.cwd), seconds);
  if (line.has("json")) terminal.print(jsonDocument(line.command?.name, { ...result, files: filesOf(result) }));
  return EXITS[result.outcome];
}

const EXITS: Readonly<Record<BuildResult["outcome"], number>> = {
  made: EXIT.fine,
  "bad-kit": EXIT.content,
  "bad-request": EXIT.usage,
};

/** Choices were checked as the line was read. */
const requestOf = (line: CommandLine): BuildRequest => ({
  components: line.names,
  targets: (line.all("target") as readonly TargetName[] | undefined) ?? DEFAULT_REQUEST.targets,
  papers: line.all("paper") ?? DEFAULT_REQUEST.papers,
  duplex: line.one("duplex") as Duplex | undefined,
  copies: Number(line.one("copies") ?? DEFAULT_REQUEST.copies),
});

/** Where every face and code lies is in manifest.json; here, what a script needs to find the files. */
const filesOf = ({ manifest }: BuildResult): readonly unknown[] =>
  (manifest?.files ?? []).map(({ faces, codes, ...file }) => file);

/** As people would type it from where they are. */
const shown = (folder: string, cwd: string): string => {
  const path = relative(cwd, folder);
  return path.startsWith("..") ? folder : path || ".";
};
