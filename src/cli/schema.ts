/** `mallette schema`: JSON Schemas of the kit's files, for the editor's completion and hints. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { kitSchemas, loadKit, openKitFiles } from "../content/index.js";
import { Diagnostics } from "../diagnostics/diagnostic.js";
import { EXIT } from "./exit.js";
import { reportProblems } from "./report.js";

/** Where schemas live in a kit; `.vscode/settings.json` points there. */
const FOLDER = ".mallette/schema";

export async function runSchema({ kit: folder }: { readonly kit: string }): Promise<number> {
  const root = resolve(folder);
  const diagnostics = new Diagnostics();
  const kit = loadKit(openKitFiles(root, diagnostics), diagnostics);
  if (!kit) {
    await reportProblems(diagnostics.all);
    return EXIT.content;
  }
  const associations: Record<string, string> = {};
  for (const [file, schema] of kitSchemas(kit)) {
    const path = `${FOLDER}/${file.replace(/\.ya?ml$/, "")}.json`;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), `${JSON.stringify(schema, undefined, 2)}\n`);
    associations[path] = file;
  }
  process.stdout.write(`${JSON.stringify({ "yaml.schemas": associations }, undefined, 2)}\n`);
  process.stderr.write(`✔ ${Object.keys(associations).length} schémas écrits dans ${FOLDER}.\n`);
  process.stderr.write(
    "  VS Code : copiez les lignes ci-dessus dans .vscode/settings.json (extension « YAML » de Red Hat).\n",
  );
  return EXIT.fine;
}
