/** A tag → the kit as it was, in a folder for as long as it is needed, to be built once more. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve, sep } from "node:path";
import { unzipSync } from "fflate";
import { LOCAL_FILE } from "../content/read/local.js";
import { archiveOfTag, type Tag } from "./git.js";

/** What no build of a kit reads. */
const UNUSED = /^(editions|dist|node_modules|\.[^/]+)\//;

/**
 * Calls `work` with the folder, and takes the folder away whatever happens. Undefined when the tag holds no kit there.
 * Font packages are those that are installed today, and what one place fills in (`kit.local.yaml`) is that of today:
 * Git keeps neither.
 */
export async function withKitAtTag<T>(root: string, tag: Tag, work: (folder: string) => Promise<T>) {
  const archive = archiveOfTag(root, tag);
  if (archive === undefined) return undefined;
  const files = unzipSync(archive, { filter: ({ name }) => !name.endsWith("/") && !UNUSED.test(name) });
  if (files["kit.yaml"] === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "mallette-edition-"));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  // Ctrl-C ends the process wherever it is.
  process.once("exit", remove);
  try {
    for (const [name, bytes] of Object.entries(files)) writeInside(folder, name, bytes);
    const local = join(root, LOCAL_FILE);
    if (existsSync(local)) cpSync(local, join(folder, LOCAL_FILE));
    const packages = packagesOf(root);
    if (packages !== undefined) symlinkSync(packages, join(folder, "node_modules"), "junction");
    return await work(folder);
  } finally {
    process.off("exit", remove);
    remove();
  }
}

/** Git lets no path lead out of its tree; an archive might. */
function writeInside(folder: string, name: string, bytes: Uint8Array): void {
  const place = resolve(folder, name);
  if (!place.startsWith(folder + sep)) return;
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, bytes);
}

/** The nearest folder of packages from the kit upwards. */
function packagesOf(folder: string): string | undefined {
  const place = join(folder, "node_modules");
  if (existsSync(place)) return resolve(place);
  const above = dirname(folder);
  return above === folder ? undefined : packagesOf(above);
}
