/** The bytes of an XLSX file, as any spreadsheet program saves it → the cells of each of its sheets. */
import { strFromU8, unzipSync } from "fflate";
import type { Cells } from "./csv.js";
import { childrenNamed, parseXml, textIn, type XmlElement } from "./xml.js";

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const STRINGS = "xl/sharedStrings.xml";
/** A kit of ten thousand texts stays below; beyond this, somebody tries to fill the memory. */
const MOST_BYTES = 50 * 1024 * 1024;
/** Excel’s own limit. */
const MOST_ROWS = 1_048_576;

/** In the order of their names. Undefined when it is a broken archive, or another kind of file. */
export function readXlsx(bytes: Uint8Array): readonly Cells[] | undefined {
  const parts = unzipped(bytes);
  if (parts === undefined) return undefined;
  const strings = parts.has(STRINGS) ? parsed(parts.get(STRINGS)) : undefined;
  const shared = childrenNamed(strings, "si").map(wordsOf);
  const names = [...parts.keys()].filter((name) => SHEET.test(name));
  const sheets = names
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .flatMap((name) => parsed(parts.get(name)) ?? []);
  return sheets.length === 0 ? undefined : sheets.map((sheet) => cellsOf(sheet, shared));
}

function unzipped(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | undefined {
  try {
    let room = MOST_BYTES;
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name !== STRINGS && !SHEET.test(name)) return false;
        room -= originalSize;
        return room >= 0;
      },
    });
    return new Map(Object.entries(parts));
  } catch {
    return undefined;
  }
}

const parsed = (bytes: Uint8Array | undefined): XmlElement | undefined =>
  bytes === undefined ? undefined : parseXml(strFromU8(bytes));

function cellsOf(sheet: XmlElement, shared: readonly string[]): Cells {
  const rows: string[][] = [];
  let number = 0;
  for (const row of childrenNamed(childrenNamed(sheet, "sheetData")[0], "row")) {
    number = Number(row.attributes.r ?? number + 1);
    const cells: string[] = [];
    for (const cell of childrenNamed(row, "c")) {
      const column = columnOf(cell.attributes.r) ?? cells.length;
      cells[column] = valueIn(cell, shared);
    }
    const filled = Array.from(cells, (text) => text ?? "");
    // Rows that only have a look may go down to the millionth.
    if (filled.some((text) => text !== "") && number >= 1 && number <= MOST_ROWS) rows[number - 1] = filled;
  }
  return Array.from(rows, (row) => row ?? []);
}

/** « AB12 » stands in column 27, counted from 0. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function valueIn(cell: XmlElement, shared: readonly string[]): string {
  const value = textIn(childrenNamed(cell, "v")[0]);
  switch (cell.attributes.t) {
    case "s":
      return shared[Number(value)] ?? "";
    case "inlineStr":
      return wordsOf(childrenNamed(cell, "is")[0]);
    // What could not be computed is no text.
    case "e":
      return "";
    default:
      return unescaped(value);
  }
}

/** A text in one look, or in stretches of several; what is only there to be pronounced is left out. */
function wordsOf(item: XmlElement | undefined): string {
  const stretches = item === undefined ? [] : [item, ...childrenNamed(item, "r")];
  return unescaped(stretches.flatMap((one) => childrenNamed(one, "t").map(textIn)).join(""));
}

const unescaped = (text: string): string =>
  text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, "\n");
