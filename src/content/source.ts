/** Bytes of a file → its text, or a problem when they are no UTF-8. */
import { isUtf8 } from "node:buffer";
import type { Source, Span } from "../diagnostics/diagnostic.js";
import type { Reporter } from "../diagnostics/limit.js";
import type { KitFiles } from "./files.js";
import { problemAt } from "./finding.js";
import * as say from "./messages.js";

/** Reads a text file of the kit; a byte order mark is dropped. Undefined (and reported) when it cannot be used. */
export function readSource(files: KitFiles, path: string, reporter: Reporter, at?: Span): Source | undefined {
  const bytes = files.read(path, at);
  if (bytes === undefined) return undefined;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString("utf8")
    .replace(/^\ufeff/, "");
  const source = { name: path, text };
  if (isUtf8(bytes)) return source;
  // Signs of a picture or a program are nothing to show.
  if (bytes.subarray(0, ENOUGH).includes(0) && !isUtf16(bytes)) {
    reporter.report(problemAt({ source: { name: path, text: "" }, start: 0, end: 0 }, say.notText(path)));
    return undefined;
  }
  const start = Math.max(0, text.indexOf("\ufffd"));
  reporter.report(problemAt({ source, start, end: start + 1 }, say.notUtf8(path)));
  return undefined;
}

/** Bytes that tell text from anything else. */
const ENOUGH = 8192;

/** What Windows once called Unicode: a text, but none of ours. */
const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
