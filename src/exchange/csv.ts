/** Cells ↔ the bytes of a CSV file as Excel in France reads and writes it. */
import { sayable } from "./plain.js";

export type Cells = readonly (readonly string[])[];

/** Excel takes the mark for UTF-8, and the semicolon for the end of a cell. */
export const writeCsv = (cells: Cells): Uint8Array =>
  Buffer.from(`\ufeff${cells.map((row) => `${row.map(quoted).join(";")}\r\n`).join("")}`);

const quoted = (text: string): string => `"${harmless(sayable(text)).replaceAll('"', '""')}"`;

/** Spreadsheets compute what begins with these signs, even a list (« - un »): an apostrophe says that it is text. */
const harmless = (text: string): string => (/^'*[=+\-@\t]/.test(text) ? `'${text}` : text);
const withoutApostrophe = (text: string): string => (/^'+[=+\-@\t]/.test(text) ? text.slice(1) : text);

export const SEPARATORS = [";", ",", "\t"] as const;
export type Separator = (typeof SEPARATORS)[number];

/** Undefined when a quote is not closed: the end of the file is missing, or a quote too many stands somewhere. */
export function readCsv(written: string, separator: Separator): Cells | undefined {
  const text = written.replace(/\r\n?/g, "\n");
  const rows: string[][] = [];
  // A cell between quotes, or up to the next separator; then what ends it.
  const bareText = `([^${separator}\\n]*)`;
  const cell = new RegExp(`(?:"([^"]*(?:""[^"]*)*)"${bareText}|${bareText})(${separator}|\\n|$)`, "y");
  let row: string[] = [];
  while (cell.lastIndex < text.length || row.length > 0) {
    const [, between, rest = "", bare = "", end = ""] = cell.exec(text) ?? [];
    if (between === undefined && bare.startsWith('"')) return undefined;
    row.push(withoutApostrophe(between === undefined ? bare : between.replaceAll('""', '"') + rest));
    if (end === separator) continue;
    rows.push(row);
    row = [];
  }
  // Excel’s own first line, which names the separator.
  return /^sep=.?$/.test(rows[0]?.[0] ?? "") ? [[], ...rows.slice(1)] : rows;
}
