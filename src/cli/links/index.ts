/** `mallette links`: the addresses that a kit prints; with `--check`, whether each still leads somewhere. */
import { type KitFiles, loadKit, loadLocale, localesOf, openKitFiles } from "../../content/index.js";
import type { Kit } from "../../content/kit.js";
import { type Diagnostic, Diagnostics, suggest, toJsonProblems } from "../../diagnostics/index.js";
import { type Answer, type LinkRow, type LocaleLinks, listLinks, usesOf } from "../../links/index.js";
import type { NetworkOptions } from "../../links/network.js";
import { sameLanguage } from "../../plan/resolve-request.js";
import type { CommandLine } from "../command-line.js";
import { EXIT } from "../exit.js";
import { findKit } from "../kit-folder.js";
import { tellFailure } from "../outcome.js";
import { createReporter } from "../report.js";
import type { Terminal } from "../terminal.js";
import { type Checked, checkLinks } from "./check.js";
import * as say from "./messages.js";
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
  const wrong = line.has("write") && !line.has("check") ? say.writeWithoutCheck() : undefined;
  if (wrong !== undefined || "problem" in found) {
    tellFailure(["problem" in found ? found.problem : wrong!], line, terminal);
    return EXIT.usage;
  }
  const diagnostics = new Diagnostics();
  const read = readLinks(found.root, line, diagnostics);
  if (read === undefined) {
    await tell({ rows: [], code: EXIT.content, problems: diagnostics.all }, line, terminal);
    return EXIT.content;
  }
  if ("wrong" in read) {
    tellFailure(read.wrong, line, terminal);
    return EXIT.usage;
  }
  const { kit, rows } = read;
  const checked = line.has("check") ? await checkLinks(kit.id, rows, { line, terminal }, world.network) : undefined;
  const written = checked && line.has("write") ? note(found.root, line, checked, world.today()) : undefined;
  const problems = [...diagnostics.all, ...(checked?.problems ?? [])];
  const code = checked?.isOffline
    ? EXIT.environment
    : problems.some(({ severity }) => severity === "error")
      ? EXIT.content
      : EXIT.fine;
  await tell({ rows: written ? rowsNow(found.root, line) : rows, code, problems, checked, written }, line, terminal);
  return code;
}

interface ReadLinks {
  readonly kit: Kit;
  readonly rows: readonly LinkRow[];
}

/** Undefined, and reported, when there is no readable kit; `wrong`: languages that it does not have. */
function readLinks(
  root: string,
  line: CommandLine,
  diagnostics: Diagnostics,
): ReadLinks | { readonly wrong: readonly Diagnostic[] } | undefined {
  const files = openKitFiles(root, diagnostics);
  const kit = loadKit(files, diagnostics);
  if (kit === undefined) return undefined;
  const known = localesOf(kit, files);
  const asked = line.all("locale") ?? [kit.locale];
  const names = asked.includes("all") ? known : asked;
  const wrong = names.filter((name) => sameLanguage(name, known) === undefined);
  if (wrong.length > 0) return { wrong: wrong.map((name) => say.unknownLanguage(name, suggest(name, known), known)) };
  const tags = [...new Set(names.map((name) => sameLanguage(name, known)!))];
  const languages = tags.map((tag) => linksIn(tag, kit, files, diagnostics));
  return { kit, rows: listLinks(languages, usesOf(kit, partText(files))) };
}

function linksIn(locale: string, kit: Kit, files: KitFiles, diagnostics: Diagnostics): LocaleLinks {
  if (locale === kit.locale) return { locale, links: kit.links };
  const own = loadLocale(locale, kit, files, diagnostics).links;
  return { locale, links: new Map([...kit.links].map(([id, link]) => [id, { ...link, ...own.get(id) }])) };
}

const partText =
  (files: KitFiles) =>
  (name: string): string | undefined => {
    const path = `templates/${name}.hbs`;
    return files.has(path) ? new TextDecoder().decode(files.read(path)) : undefined;
  };

/** The links as their files have them now, read anew; what is wrong with them was told. */
function rowsNow(root: string, line: CommandLine): readonly LinkRow[] {
  const read = readLinks(root, line, new Diagnostics());
  return read === undefined || "wrong" in read ? [] : read.rows;
}

/** Somebody may have edited the files while sites were asked: only what still has the address that answered gets its day. */
const note = (root: string, line: CommandLine, { answered }: Checked, day: string): Written =>
  writeDay(
    root,
    rowsNow(root, line).filter(({ url }) => answered.has(url)),
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
  language: row.language,
  title: row.title.value,
  checked: row.checked === "" ? null : row.checked,
  root: row.root,
  locales: row.locales,
  file: row.urlAt.source.name,
  printedIn: row.printedIn,
  ...(answers && { answer: answers.get(row.url) }),
});
