/** The bytes of a file that came back → its rows. What it is, is seen from what it holds: names are changed on the way. */
import type { Diagnostic, Source } from "../diagnostics/index.js";
import type { Reporter } from "../diagnostics/limit.js";
import { type Cells, readCsv, SEPARATORS } from "./csv.js";
import { decode } from "./decode.js";
import * as say from "./messages.js";
import { readPoFile } from "./po.js";
import { type Received, wholeFile } from "./received.js";
import { type Expected, readTable } from "./table.js";
import { readXliff } from "./xliff-read.js";
import { readXlsx } from "./xlsx-read.js";

/** Undefined, and reported, when nothing of the file can be taken. */
export function readExchange(bytes: Uint8Array, expected: Expected, reporter: Reporter): Received | undefined {
  const found = readAny(bytes, expected, reporter);
  if (found === undefined) return undefined;
  const problem = isProblem(found) ? found : problemOf(found, expected);
  if (problem === undefined) return found as Received;
  reporter.report(problem);
  return undefined;
}

const isProblem = (found: Received | Diagnostic): found is Diagnostic => "code" in found;

/** What only the rows together tell. */
function problemOf({ rows }: Received, { name }: Expected): Diagnostic | undefined {
  if (rows.length === 0) return say.noRows(nowhereIn(name));
  const lost = rows.find(({ french, translation }) => isLost(translation) && /\p{L}/u.test(french));
  return lost && say.lostLetters(lost.at);
}

/** What programs write for letters that an encoding does not have. */
const isLost = (text: string): boolean =>
  text.includes("\ufffd") || (/(?:\?[^?]*){3}/.test(text) && !/[\p{L}\p{N}]/u.test(text));

const ARCHIVE = [0x50, 0x4b];
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

const nowhereIn = (name: string) => wholeFile({ name, text: "" } satisfies Source);

function readAny(bytes: Uint8Array, expected: Expected, reporter: Reporter): Received | Diagnostic | undefined {
  const nowhere = nowhereIn(expected.name);
  if (startsWith(bytes, ARCHIVE)) return readWorkbook(readXlsx(bytes), expected);
  if (startsWith(bytes, OLD_OFFICE)) return say.oldSpreadsheet(nowhere);
  const { text, encoding } = decode(bytes);
  if (text.trim() === "") return say.emptyFile(nowhere);
  // Pictures, PDFs and the like hold this sign; texts never do.
  if (text.includes("\0")) return say.otherKind(nowhere);
  const isXml = /^\s*</.test(text);
  const isPo = !isXml && /^[^\S\n]*(?:#~\s*)?msgid\s*"/m.test(text);
  if ((isXml || isPo) && encoding === "windows-1252") return say.wrongEncoding(nowhere);
  if (isXml) return readXliff(text, expected);
  return isPo ? readPoFile(text, expected, reporter) : readText(text, expected);
}

/** The first sheet that has our columns; people add sheets of their own. */
function readWorkbook(sheets: readonly Cells[] | undefined, expected: Expected): Received | Diagnostic {
  const read = (sheets ?? []).map((cells) => readTable(cells, expected));
  return read.find((one) => !isProblem(one)) ?? read[0] ?? say.brokenArchive(nowhereIn(expected.name));
}

function readText(text: string, expected: Expected): Received | Diagnostic {
  const [first = ""] = /\S.*/.exec(text) ?? [];
  const often = (sign: string): number => first.split(sign).length;
  const read = SEPARATORS.toSorted((a, b) => often(b) - often(a)).map((separator) => {
    const cells = readCsv(text, separator);
    return cells === undefined ? say.brokenCsv(nowhereIn(expected.name)) : readTable(cells, expected);
  });
  return read.find((one) => !isProblem(one)) ?? read[0]!;
}
