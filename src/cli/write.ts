/** A text file of the kit, written whole or not at all. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { OutputError } from "../deliver/index.js";

/** Written beside its place, then moved there: whoever reads it never sees half of it. */
export function writeText(path: string, text: string | Uint8Array): void {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, text);
    renameSync(draft, path);
  } catch (error) {
    removeDraft(draft);
    throw new OutputError(path, error);
  }
}

/** Where no draft could be made, there may be no such folder either. */
function removeDraft(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // What went wrong first is what is told.
  }
}
