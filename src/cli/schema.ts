/** `mallette schema`: JSON Schemas of the kit's files, for the editor's completion and hints. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { kitSchemas, loadKit, openKitFiles } from "../content/index.js";
import { Diagnostics } from "../diagnostics/index.js";
import type { CommandLine } from "./command-line.js";
import { EXIT } from "./exit.js";
import { findKit } from "./kit-folder.js";
import { jsonDocument, tellFailure } from "./outcome.js";
import { createReporter, SILENT } from "./report.js";
import type { Terminal } from "./terminal.js";
import { writeText } from "./write.js";

/** Where schemas live in a kit; the settings of VS Code point there. */
const FOLDER = ".mallette/schema";
const SETTINGS = ".vscode/settings.json";

export async function runSchema(line: CommandLine, terminal: Terminal): Promise<number> {
  const found = findKit(terminal.cwd, line.one("kit"));
  if ("problem" in found) {
    tellFailure([found.problem], line, terminal);
    return EXIT.usage;
  }
  const { root } = found;
  const diagnostics = new Diagnostics();
  const reporter = line.has("json") ? SILENT : createReporter(terminal, line.has("quiet"));
  const kit = loadKit(openKitFiles(root, diagnostics), diagnostics);
  // A kit with mistakes has schemas too: they are what helps to correct them.
  await reporter.problems(diagnostics.all);
  const associations: Record<string, string> = {};
  for (const [file, schema] of kit ? kitSchemas(kit) : []) {
    const path = `${FOLDER}/${file.replace(/\.ya?ml$/, "")}.json`;
    write(join(root, path), schema);
    associations[path] = file;
  }
  const files = Object.keys(associations).map((path) => ({ path }));
  if (line.has("json"))
    terminal.print(jsonDocument("schema", { ok: kit !== undefined, files, problems: diagnostics.all }));
  else if (kit) connectEditor(root, associations, terminal);
  return kit ? EXIT.fine : EXIT.content;
}

/** Settings that people already have are theirs: they get the lines to copy instead. */
function connectEditor(root: string, associations: Readonly<Record<string, string>>, terminal: Terminal): void {
  const settings = { "yaml.schemas": associations };
  const place = join(root, SETTINGS);
  terminal.say(`✔ ${Object.keys(associations).length} schémas écrits dans ${FOLDER}.\n`);
  if (!existsSync(place)) {
    write(place, settings);
    terminal.say(`  VS Code : ${SETTINGS} est prêt (extension « YAML » de Red Hat).\n`);
  } else if (!isConnected(place, associations)) {
    terminal.print(`${JSON.stringify(settings, undefined, 2)}\n`);
    terminal.say(`  VS Code : copiez les lignes ci-dessus dans ${SETTINGS} (extension « YAML » de Red Hat).\n`);
  }
}

/** Whether the editor's settings already lead to every schema. Settings with remarks in them count as not. */
function isConnected(place: string, associations: Readonly<Record<string, string>>): boolean {
  try {
    const known = JSON.parse(readFileSync(place, "utf8"))["yaml.schemas"] as Record<string, unknown>;
    return Object.entries(associations).every(([path, file]) => known[path] === file);
  } catch {
    return false;
  }
}

const write = (path: string, content: unknown): void => writeText(path, `${JSON.stringify(content, undefined, 2)}\n`);
