/** `mallette preflight`: any PDFs → what they are made of, and whether they can be printed as they are. */
import { type Diagnostic, toJsonProblems } from "../../diagnostics/index.js";
import { PURPOSES, preflight, type Report } from "../../preflight/index.js";
import { breath } from "../../production/breath.js";
import type { CommandLine } from "../command-line.js";
import { EXIT } from "../exit.js";
import { tellFailure } from "../outcome.js";
import type { Terminal } from "../terminal.js";
import { filesNamed, type GivenFile, knownOf, readFile } from "./files.js";
import * as say from "./messages.js";
import { shortReport, wholeReport } from "./report.js";

interface Judged {
  readonly file: GivenFile;
  readonly report: Report;
  readonly source: say.PurposeSource;
}

export async function runPreflight(line: CommandLine, terminal: Terminal): Promise<number> {
  if (line.names.length === 0) {
    tellFailure([say.missingNames()], line, terminal);
    return EXIT.usage;
  }
  const { files, wrong } = filesNamed(line.names, terminal.cwd);
  const problems: Diagnostic[] = [...wrong];
  const judged: Judged[] = [];
  const manifests = new Map<string, unknown>();
  for (const file of files) {
    await breath();
    const one = await judge(file, line, manifests);
    if ("wrong" in one) {
      problems.push(one.wrong);
      continue;
    }
    judged.push(one);
    // A large file is told of while the next is read; whoever reads JSON waits for the end.
    if (!line.has("json")) tellOne(one, files.length, line, terminal);
  }
  const ok = problems.length === 0 && judged.every(({ report }) => report.ok);
  if (line.has("json")) terminal.print(jsonOf(ok, judged, problems));
  else {
    if (problems.length > 0) tellFailure(problems, line, terminal);
    if (judged.length > 0 && !line.has("quiet")) terminal.say(closingOf(judged));
  }
  return problems.length > 0 ? EXIT.usage : ok ? EXIT.fine : EXIT.content;
}

async function judge(
  file: GivenFile,
  line: CommandLine,
  manifests: Map<string, unknown>,
): Promise<Judged | { readonly wrong: Diagnostic }> {
  const read = readFile(file);
  if ("wrong" in read) return read;
  // Choices were checked as the line was read.
  const asked = PURPOSES.find((purpose) => purpose === line.one("for"));
  const known = knownOf(file.path, manifests);
  const report = await preflight(read.bytes, { purpose: asked ?? known?.purpose, codes: known?.codes });
  return {
    file,
    report,
    source: report.purpose === "calibration" ? "file" : asked ? "asked" : known?.purpose ? "manifest" : "file",
  };
}

function tellOne({ file, report, source }: Judged, files: number, line: CommandLine, terminal: Terminal): void {
  if (line.has("quiet") && report.findings.every(({ severity }) => severity === "info")) return;
  terminal.print(files === 1 ? wholeReport(file.name, report, source) : shortReport(file.name, report));
}

function closingOf(judged: readonly Judged[]): string {
  const bad = judged.filter(({ report }) => !report.ok).length;
  const doubtful = judged.filter(
    ({ report }) => report.ok && report.findings.some(({ severity }) => severity === "warning"),
  ).length;
  return say.closing(judged.length, bad, doubtful);
}

/** Its shape is `schema`'s business: it changes only together with the number. */
function jsonOf(ok: boolean, judged: readonly Judged[], problems: readonly Diagnostic[]): string {
  const files = judged.map(({ file, report, source }) => ({
    path: file.name,
    ok: report.ok,
    purpose: report.purpose,
    purposeFrom: source,
    summary: report.summary,
    findings: report.findings,
  }));
  const document = { schema: "mallette.preflight/1", ok, files, problems: toJsonProblems(problems) };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
