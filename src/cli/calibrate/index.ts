/** `mallette calibrate`: a printer → the sheet that shows how it misses; what was read off → printers.yaml. */
import { join, relative, resolve } from "node:path";
import { NARROWEST, placesOn, printersText } from "../../calibration/index.js";
import {
  type KitFiles,
  loadKit,
  loadPrinters,
  openKitFiles,
  PRINTERS_FILE,
  type PrinterProfile,
  type Printers,
} from "../../content/index.js";
import type { Kit } from "../../content/kit.js";
import { Diagnostics, suggest } from "../../diagnostics/index.js";
import { PAPERS, type Paper } from "../../impose/index.js";
import { unknownName } from "../../plan/messages.js";
import { sameName } from "../../plan/resolve-request.js";
import { papersOf } from "../../plan/sizes.js";
import { toMm } from "../../units.js";
import type { CommandLine } from "../command-line.js";
import { EXIT } from "../exit.js";
import { findKit } from "../kit-folder.js";
import { jsonDocument, tellFailure } from "../outcome.js";
import { createReporter, SILENT } from "../report.js";
import type { Terminal } from "../terminal.js";
import { writeText } from "../write.js";
import { drawSheet } from "./draw.js";
import * as say from "./messages.js";
import { NUMBERS, profileFrom } from "./numbers.js";

/** What was done: paths that were written, what is said of it, or why nothing was. */
interface Done {
  readonly exit: number;
  readonly files?: readonly string[] | undefined;
  readonly text?: string | undefined;
}

interface Job {
  readonly line: CommandLine;
  readonly terminal: Terminal;
  readonly kit: Kit;
  readonly files: KitFiles;
  readonly printers: Printers;
  readonly name: string | undefined;
  readonly diagnostics: Diagnostics;
}

export async function runCalibrate(line: CommandLine, terminal: Terminal): Promise<number> {
  const found = findKit(terminal.cwd, line.one("kit"));
  if ("problem" in found) {
    tellFailure([found.problem], line, terminal);
    return EXIT.usage;
  }
  const diagnostics = new Diagnostics();
  const done = await calibrate(found.root, { line, terminal, diagnostics });
  const files = (done.files ?? []).map((path) => ({ path }));
  const outcome = { ok: !diagnostics.hasErrors, files, problems: diagnostics.all };
  if (line.has("json")) terminal.print(jsonDocument("calibrate", outcome));
  const reporter = line.has("json") ? SILENT : createReporter(terminal, line.has("quiet"));
  await reporter.problems(diagnostics.all);
  if (done.text !== undefined && !line.has("json") && !line.has("quiet")) terminal.say(done.text);
  return done.exit;
}

async function calibrate(root: string, how: Pick<Job, "line" | "terminal" | "diagnostics">): Promise<Done> {
  const { line, diagnostics } = how;
  const files = openKitFiles(root, diagnostics);
  // A kit whose cards have mistakes has printers all the same.
  const aside = new Diagnostics();
  const kit = loadKit(files, aside);
  if (!kit) {
    for (const problem of aside.all) diagnostics.report(problem);
    return { exit: EXIT.content };
  }
  const printers = loadPrinters(files, diagnostics);
  if (!printers) return { exit: EXIT.content };
  const isRead = NUMBERS.some((option) => line.has(option));
  const name = nameIn(line, isRead, diagnostics);
  const papers = papersIn(line, kit, diagnostics);
  if (isRead && papers.length > 1) diagnostics.report(say.onePaper(papers.map((paper) => paper.name)));
  if (diagnostics.hasErrors) return { exit: EXIT.usage };
  const job = { ...how, kit, files, printers, name };
  return isRead ? store(job, papers[0]!) : draw(job, papers);
}

const NAME = /^[a-z][a-z0-9-]*$/;

/** One name; where numbers were read, there must be one. */
function nameIn({ names }: CommandLine, isRead: boolean, diagnostics: Diagnostics): string | undefined {
  const [name, more] = names;
  if (more !== undefined) diagnostics.report(say.oneName(more));
  else if (name === undefined && isRead) diagnostics.report(say.missingName());
  if (name !== undefined && !NAME.test(name)) diagnostics.report(say.badName(name));
  return name;
}

const USUAL_PAPER = "A4";

function papersIn(line: CommandLine, kit: Kit, diagnostics: Diagnostics): readonly Paper[] {
  const papers = papersOf(kit, PAPERS);
  const names = [...papers.keys()];
  return (line.all("paper") ?? [USUAL_PAPER]).flatMap((typed) => {
    const paper = papers.get(sameName(typed, names) ?? "");
    if (!paper) diagnostics.report(unknownName("paper", typed, { names, near: suggest(typed, names) }));
    else if (toMm(Math.min(paper.width, paper.height)) < NARROWEST)
      diagnostics.report(say.smallPaper(paper.name, NARROWEST));
    return paper ?? [];
  });
}

/** The sheets to print; with --check, drawn as the printer needs them. */
async function draw(job: Job, papers: readonly Paper[]): Promise<Done> {
  const { line, terminal, kit, files, printers, name, diagnostics } = job;
  const out = resolve(files.root, line.one("out") ?? "dist");
  const wanted = papers.map((paper) => ({
    paper,
    printer: name,
    profile: line.has("check") ? printers.get(name ?? "")?.get(paper.name) : undefined,
  }));
  if (line.has("check")) {
    if (name === undefined) diagnostics.report(say.missingName());
    else for (const { paper, profile } of wanted) if (!profile) diagnostics.report(say.notCalibrated(name, paper.name));
    if (diagnostics.hasErrors) return { exit: EXIT.usage };
  }
  const written: string[] = [];
  for (const sheet of wanted) {
    const bytes = await drawSheet(sheet, { kit, files }, diagnostics);
    if (!bytes) return { exit: EXIT.content };
    const parts = ["calage", sheet.paper.name, ...(sheet.profile ? [name] : [])];
    const path = join(out, `${parts.join("-")}.pdf`);
    writeText(path, bytes);
    written.push(path);
  }
  const text = written.map((path) => say.sheetWritten(shown(path, terminal.cwd))).join("");
  return { exit: EXIT.fine, files: written, text };
}

/** What was read becomes the printer's profile on that paper, or, with --check, is added to it; all else in the file stays. */
function store({ line, files, printers, name, diagnostics }: Job, paper: Paper): Done {
  const known = line.has("check") ? printers.get(name ?? "")?.get(paper.name) : undefined;
  if (line.has("check") && name !== undefined && !known) diagnostics.report(say.notCalibrated(name, paper.name));
  const profile: PrinterProfile | undefined = profileFrom(line, placesOn(paper), known, diagnostics);
  if (!profile || name === undefined) return { exit: EXIT.usage };
  const bytes = files.has(PRINTERS_FILE) ? files.read(PRINTERS_FILE) : undefined;
  const before = bytes && Buffer.from(bytes).toString();
  const path = join(files.root, PRINTERS_FILE);
  writeText(path, printersText(before, { printer: name, paper: paper.name, profile }));
  return { exit: EXIT.fine, files: [path], text: say.stored(name, paper.name, profile) };
}

const shown = (path: string, cwd: string): string => {
  const near = relative(cwd, path);
  return near.startsWith("..") ? path : near;
};
