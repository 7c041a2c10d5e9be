/** Links whose addresses answered → their day in the files of the kit, and nothing else there. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Span } from "../../diagnostics/index.js";
import { type LinkRow, stamped } from "../../links/index.js";
import { writeText } from "../write.js";

export interface Written {
  /** How many days changed. */
  readonly count: number;
  /** Paths that were written, from the kit's folder. */
  readonly files: readonly string[];
}

/** `rows` are as the files are now: whoever asked for a minute reads them anew before. */
export function writeDay(root: string, rows: readonly LinkRow[], day: string): Written {
  const due = rows.filter(({ checked }) => checked !== "" && checked !== day);
  const files = new Map<string, readonly Span[]>();
  for (const { checkedAt } of due)
    files.set(checkedAt.source.name, [...(files.get(checkedAt.source.name) ?? []), checkedAt]);
  for (const [name, places] of files) {
    const path = join(root, name);
    // The text of a source has lost its byte order mark.
    const mark = readFileSync(path, "utf8").startsWith("\ufeff") ? "\ufeff" : "";
    writeText(path, mark + stamped(places[0]!.source.text, places, day));
  }
  return { count: due.length, files: [...files.keys()] };
}
