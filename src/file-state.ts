/** A file → what tells it from its next version without reading it; "" when there is none. */
import { statSync } from "node:fs";

/** By its number on the disk too: a file that is put in the place of another may be as long and as old. */
export function fileState(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? `${found.ino} ${found.size} ${found.mtimeMs}` : "";
}
