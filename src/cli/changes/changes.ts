/** `mallette changes --since EDITION`: the kit, built in memory as a build would make it → what is to be printed again. */
import { type BuildOptions, openWorkshop } from "../../build.js";
import {
  type Comparison,
  compareManifests,
  editionsOf,
  exchangesOf,
  type Found,
  findManifest,
  type PieceChange,
  readEdition,
} from "../../changes/index.js";
import * as sayChanges from "../../changes/messages.js";
import type { Manifest } from "../../deliver/index.js";
import { Diagnostics, toJsonProblems } from "../../diagnostics/index.js";
import { PAPERS } from "../../impose/index.js";
import { type Exchange, isPrinted } from "../../plan/reprint.js";
import { DEFAULT_REQUEST, type TargetName } from "../../plan/request.js";
import { papersOf } from "../../plan/sizes.js";
import type { CommandLine } from "../command-line.js";
import { EXIT } from "../exit.js";
import { findKit } from "../kit-folder.js";
import { EXIT_OF, tellFailure } from "../outcome.js";
import { createReporter, SILENT } from "../report.js";
import type { Terminal } from "../terminal.js";
import { localeNamed, type OpenKit, openKit } from "./kit.js";
import * as say from "./messages.js";
import { changesText } from "./report.js";
import { makeSheets, type Sheets, sheetsJson, sheetsProblem, sheetsText } from "./sheets.js";
import { editionAtTag } from "./tag.js";

export async function runChanges(line: CommandLine, terminal: Terminal): Promise<number> {
  const found = findKit(terminal.cwd, line.one("kit"));
  const since = line.one("since");
  const locales = line.all("locale") ?? [];
  const wrong =
    "problem" in found
      ? found.problem
      : since === undefined
        ? say.whichEdition(editionsOf(found.root))
        : locales.length > 1 || locales[0] === "all"
          ? say.oneLocale()
          : sheetsProblem(line);
  if (wrong !== undefined || since === undefined || "problem" in found) {
    tellFailure(wrong === undefined ? [] : [wrong], line, terminal);
    return EXIT.usage;
  }
  const diagnostics = new Diagnostics();
  const done = await compare(
    { since, root: found.root, cwd: terminal.cwd, asked: locales[0], components: line.names, line },
    diagnostics,
  );
  await tell(done, { line, terminal, diagnostics });
  return done.exit;
}

export interface Question {
  readonly since: string;
  readonly root: string;
  readonly cwd: string;
  readonly asked: string | undefined;
  readonly components: readonly string[];
  readonly line: CommandLine;
}

export interface Answer {
  readonly exit: number;
  readonly told?: { readonly since: string; readonly before: Manifest; readonly open: OpenKit };
  readonly comparison?: Comparison;
  readonly exchanges?: readonly Exchange[];
  /** Absent when none were asked for, or there is nothing to exchange. */
  readonly sheets?: Sheets;
}

/** Reports why nothing can be compared; `sheets` on the command line makes them too. */
export async function compare(question: Question, diagnostics: Diagnostics): Promise<Answer> {
  const { since, root, cwd, asked, components } = question;
  // What is wrong with the kit is told by the build below.
  const loading = new Diagnostics();
  const open = openKit(root, loading);
  if (open === undefined) {
    for (const problem of loading.all) diagnostics.report(problem);
    return { exit: EXIT.content };
  }
  const locale = localeNamed(asked ?? open.kit.locale, open, diagnostics);
  const found = locale === undefined ? undefined : findManifest({ since, locale }, { root, cwd }, diagnostics);
  if (found === undefined) return { exit: EXIT.usage };
  const edition =
    "tag" in found
      ? await editionAtTag(found.tag, { root, locale: locale! }, diagnostics)
      : readEdition(found.source, diagnostics);
  if (edition === undefined) return { exit: EXIT.content };
  const before = partOf(edition.manifest, components);
  const tag = localeNamed(before.locale, open, diagnostics);
  if (tag === undefined) return { exit: EXIT.usage };
  if (before.kit !== open.kit.id) diagnostics.report(sayChanges.otherKit(before.kit, open.kit.id));
  else if (asked !== undefined && tag !== locale) diagnostics.report(sayChanges.otherLocale(tag, asked));
  if (diagnostics.hasErrors) return { exit: EXIT.usage };

  const workshop = await openWorkshop(root);
  const { version, date } = before;
  const request = requestLike(edition.manifest, open, components);
  const { manifest, outcome, problems } = await workshop.build({
    request,
    locale: tag,
    edition: { version, date },
    ticket: false,
  });
  if (manifest === undefined) {
    for (const problem of problems) diagnostics.report(problem);
    return { exit: EXIT_OF[outcome] };
  }
  if (!edition.knowsTexts) diagnostics.report(sayChanges.oldManifest());
  const comparison = compareManifests(before, manifest);
  const answer = { told: { since, before, open }, comparison };
  if (!question.line.has("sheets")) return { exit: EXIT.fine, ...answer };
  const exchanges = exchangesOf(comparison, before, manifest);
  if (exchanges.length === 0) return { exit: EXIT.fine, ...answer, exchanges };
  const { line } = question;
  const reprint = { since: nameOf(found) ?? version, exchanges, printed: before.pieces.map(({ id }) => id) };
  if (exchanges.some(isPrinted) && isSameVersion(before, open)) diagnostics.report(sayChanges.sameVersion(version));
  const sheets = await makeSheets({ line, root, cwd, locale: tag, reprint }, workshop);
  for (const problem of sheets.result.problems) diagnostics.report(problem);
  return { exit: EXIT_OF[sheets.result.outcome], ...answer, exchanges, ...(sheets.result.ok && { sheets }) };
}

const nameOf = (found: Found): string | undefined => ("tag" in found ? found.tag.name : found.edition);

const isSameVersion = ({ version, date }: Manifest, { kit }: OpenKit): boolean =>
  version === kit.version && date === kit.date;

/** The pieces of some components; no name is all of them. */
const partOf = (manifest: Manifest, components: readonly string[]): Manifest =>
  components.length === 0
    ? manifest
    : { ...manifest, pieces: manifest.pieces.filter(({ id }) => components.includes(id.split("/")[0]!)) };

/** For whom and on what it was printed then, as far as the kit still knows it: looks are compared paper by paper. */
function requestLike({ files }: Manifest, { kit }: OpenKit, components: readonly string[]): BuildOptions["request"] {
  const known = papersOf(kit, PAPERS);
  const printed = files.filter(({ target }) => target !== "screen");
  const papers = [...new Set(printed.map(({ paper }) => paper))].filter((paper) => known.has(paper));
  const targets = DEFAULT_REQUEST.targets.filter((name: TargetName) => files.some(({ target }) => target === name));
  return {
    ...DEFAULT_REQUEST,
    components,
    papers: papers.length > 0 ? papers : undefined,
    targets: targets.some((name) => name !== "screen") ? targets : DEFAULT_REQUEST.targets,
  };
}

interface Listener {
  readonly line: CommandLine;
  readonly terminal: Terminal;
  readonly diagnostics: Diagnostics;
}

async function tell(
  { exit, told, comparison, exchanges, sheets }: Answer,
  { line, terminal, diagnostics }: Listener,
): Promise<void> {
  const { all } = diagnostics;
  if (line.has("json")) {
    const document = {
      schema: "mallette.changes/1",
      ok: exit === EXIT.fine,
      since: told && sinceOf(told.before, told.since),
      pieces: (comparison?.pieces ?? []).map(withoutComponent),
      unchanged: comparison?.unchanged,
      reprint: comparison?.reprint,
      sheets: sheets && sheetsJson(sheets, exchanges ?? []),
      problems: toJsonProblems(all),
    };
    terminal.print(`${JSON.stringify(document, undefined, 2)}\n`);
    return;
  }
  const quiet = line.has("quiet");
  await (all.length > 0 ? createReporter(terminal, quiet) : SILENT).problems(all);
  if (quiet || told === undefined || comparison === undefined) return;
  const { since, before, open } = told;
  terminal.print(changesText(comparison, { since, before, after: open.kit }));
  if (sheets) terminal.print(sheetsText(sheets));
  else if (exchanges?.length === 0) terminal.print(say.NO_SHEETS);
}

const sinceOf = ({ kit, locale, version, date }: Manifest, name: string) => ({ name, kit, locale, version, date });

/** Its name tells its component. */
const withoutComponent = ({ component, ...change }: PieceChange) => change;
