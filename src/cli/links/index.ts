/** `mallette links`: the addresses that a kit prints; with `--check`, whether each still leads somewhere. */
import { type Diagnostic, Diagnostics, toJsonProblems } from "../../diagnostics/index.js";
import { type Answer, type LinkRow, type RedirectFormat, redirectTable } from "../../links/index.js";
import type { NetworkOptions } from "../../links/network.js";
import type { CommandLine } from "../command-line.js";
import { EXIT } from "../exit.js";
import { findKit } from "../kit-folder.js";
import { tellFailure } from "../outcome.js";
import { createReporter } from "../report.js";
import type { Terminal } from "../terminal.js";
import { type Checked, checkLinks } from "./check.js";
import * as say from "./messages.js";
import { type ReadLinks, readLinks, rowsNow } from "./read.js";
import { tableOf } from "./table.js";
import { type Written, writeDay } from "./write.js";

/** What is outside of the kit: tests bring their own. */
export interface World {
  /** ISO day. A build never asks for it. */
  today(): string;
  readonly network?: NetworkOptions | undefined;
}

const OUR_WORLD: World = {
  today: () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((part) => String(part).padStart(2, "0"))
      .join("-");
  },
};

export async function runLinks(line: CommandLine, terminal: Terminal, world: World = OUR_WORLD): Promise<number> {
  const found = findKit(terminal.cwd, line.one("kit"));
  const wrong = wrongTogether(line);
  if (wrong !== undefined || "problem" in found) {
    tellFailure(["problem" in found ? found.problem : wrong!], line, terminal);
    return EXIT.usage;
  }
  const diagnostics = new Diagnostics();
  const isTable = line.has("redirects");
  // The site of redirects serves all languages, the list is for one print run.
  const asked = line.all("locale") ?? (isTable ? ["all"] : undefined);
  const read = readLinks(found.root, asked, diagnostics);
  if (read === undefined) {
    await tell({ rows: [], code: EXIT.content, problems: diagnostics.all }, line, terminal);
    return EXIT.content;
  }
  if ("wrong" in read) {
    tellFailure(read.wrong, line, terminal);
    return EXIT.usage;
  }
  if (isTable) return tellRedirects(read, line, terminal, diagnostics);
  const { kit, rows } = read;
  const checked = line.has("check") ? await checkLinks(kit.id, rows, { line, terminal }, world.network) : undefined;
  const written = checked && line.has("write") ? note(found.root, asked, checked, world.today()) : undefined;
  const problems = [...diagnostics.all, ...(checked?.problems ?? [])];
  const code = checked?.isOffline
    ? EXIT.environment
    : problems.some(({ severity }) => severity === "error")
      ? EXIT.content
      : EXIT.fine;
  await tell({ rows: written ? rowsNow(found.root, asked) : rows, code, problems, checked, written }, line, terminal);
  return code;
}

/** What was typed and cannot go together. */
function wrongTogether(line: CommandLine): Diagnostic | undefined {
  const others = ["check", "write", "json"] as const;
  if (line.has("redirects") && others.some((option) => line.has(option))) return say.redirectsAlone();
  return line.has("write") && !line.has("check") ? say.writeWithoutCheck() : undefined;
}

/** The table goes to the standard output, whole and right or not at all: a site will obey it. */
async function tellRedirects(
  { kit, rows }: ReadLinks,
  line: CommandLine,
  terminal: Terminal,
  diagnostics: Diagnostics,
): Promise<number> {
  if (kit.redirect === undefined) diagnostics.report(say.noRedirect());
  await createReporter(terminal, line.has("quiet")).problems(diagnostics.all);
  if (diagnostics.hasErrors) return EXIT.content;
  terminal.print(redirectTable(rows, line.one("redirects") as RedirectFormat));
  return EXIT.fine;
}

/** Somebody may have edited the files while sites were asked: only what still has the address that answered gets its day. */
const note = (root: string, asked: readonly string[] | undefined, { answered }: Checked, day: string): Written =>
  writeDay(
    root,
    rowsNow(root, asked).filter(({ url }) => answered.has(url)),
    day,
  );

interface Told {
  readonly rows: readonly LinkRow[];
  readonly code: number;
  readonly problems: readonly Diagnostic[];
  readonly checked?: Checked | undefined;
  readonly written?: Written | undefined;
}

async function tell({ rows, code, problems, checked, written }: Told, line: CommandLine, terminal: Terminal) {
  const answers = checked?.answers;
  if (line.has("json")) {
    const links = rows.map((row) => jsonOf(row, answers));
    const document = { schema: "mallette.links/1", ok: code === EXIT.fine, links };
    const files = written && { files: written.files };
    terminal.print(`${JSON.stringify({ ...document, ...files, problems: toJsonProblems(problems) }, undefined, 2)}\n`);
    return;
  }
  const quiet = line.has("quiet");
  if (!quiet && rows.length > 0 && !checked?.isOffline) {
    const hasLocales = new Set(rows.flatMap(({ locales }) => locales)).size > 1;
    terminal.print(tableOf(rows, { columns: terminal.columns, hasLocales, answers }));
  }
  await createReporter(terminal, quiet).problems(problems);
  if (quiet || checked?.isOffline) return;
  terminal.say(checked ? say.asked(checked.answers.size, checked.dead, checked.doubtful) : summary(rows));
  if (written) terminal.say(say.dated(written.count, written.files));
}

function summary(rows: readonly LinkRow[]): string {
  if (rows.length === 0) return say.noLinks;
  const days = rows.flatMap(({ checked }) => (checked === "" ? [] : [checked])).toSorted();
  const facts = {
    links: rows.length,
    roots: rows.filter(({ root }) => root).length,
    unused: rows.filter(({ printedIn }) => printedIn.length === 0).length,
    never: rows.length - days.length,
    oldest: days[0],
  };
  return say.listed(facts) + say.nextStep;
}

/** What a script reads of a link; `answer` when its address was asked. */
const jsonOf = (row: LinkRow, answers: ReadonlyMap<string, Answer> | undefined): object => ({
  id: row.id,
  url: row.url,
  code: row.printed,
  language: row.language,
  title: row.title.value,
  checked: row.checked === "" ? null : row.checked,
  root: row.root,
  locales: row.locales,
  file: row.urlAt.source.name,
  printedIn: row.printedIn,
  ...(answers && { answer: answers.get(row.url) }),
});
