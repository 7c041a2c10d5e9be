/** Folders that vanish after the tests of a file, and copies of small kits in them, with a few edits. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

export const REPOSITORY = fileURLToPath(new URL("../../", import.meta.url));

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "mallette-test-"));
  folders.push(folder);
  return folder;
}

/** A file's new content, or what becomes of its text; undefined takes it away. */
export type Edit = string | Uint8Array | ((text: string) => string) | undefined;
export type Edits = Readonly<Record<string, Edit>>;

/** Copies a kit of `test/kits` into `folder`, edited. */
export function copyKit(name: string, edits: Edits = {}, folder = join(temporaryFolder(), "kit")): string {
  cpSync(join(REPOSITORY, "test/kits", name), folder, { recursive: true });
  editKit(folder, edits);
  return folder;
}

export function editKit(folder: string, edits: Edits): void {
  for (const [path, edit] of Object.entries(edits)) {
    const place = join(folder, path);
    if (edit === undefined) {
      rmSync(place);
      continue;
    }
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, typeof edit === "function" ? changed(readFileSync(place, "utf8"), edit) : edit);
  }
}

/** An edit that changes nothing would let its test pass for the wrong reason. */
function changed(text: string, edit: (text: string) => string): string {
  const result = edit(text);
  if (result === text) throw new Error("this edit changes nothing");
  return result;
}

export const replacing =
  (from: string, to: string) =>
  (text: string): string =>
    text.replace(from, () => to);

/** Packages are found from a folder upwards: gives `folder` those of this repository. */
export const linkPackages = (folder: string): void =>
  symlinkSync(join(REPOSITORY, "node_modules"), join(folder, "node_modules"), "junction");
