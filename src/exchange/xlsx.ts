/**
 * A sheet → the bytes of an XLSX file, the same at every hour. Written by hand: the packages for it put the clock into the
 * archive, and would be six megabytes to install for what stands here.
 */
import { strToU8, zipSync } from "fflate";
import * as say from "./messages.js";
import type { Row, Sheet } from "./rows.js";
import { COLUMNS, type Column, cellsOf, titlesOf } from "./table.js";
import { ALERT, frameOf, LOOK, worksheet } from "./xlsx-parts.js";
import { xmlAttribute, xmlText } from "./xml.js";

/** In characters of the usual font. */
const WIDTHS: Readonly<Record<Column, number>> = {
  id: 30,
  where: 34,
  french: 60,
  translation: 60,
  max: 7,
  state: 13,
  remark: 36,
};

/** The first hour that an archive can tell; fflate reads it in the local time, so it is the same everywhere. */
const noDate = (): Date => new Date(1980, 0, 1);

export function writeXlsx(sheet: Sheet): Uint8Array {
  const parts = { ...frameOf(xmlAttribute(say.SHEET_TITLE)), "xl/worksheets/sheet1.xml": worksheet(contentOf(sheet)) };
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, text]) => [path, [strToU8(text), { mtime: noDate() }] as const]),
    ),
    { level: 9 },
  );
}

/** A, B, C … */
export const letterOf = (column: Column): string => String.fromCharCode(65 + COLUMNS.indexOf(column));

/** The order of these elements is part of the format. */
function contentOf(sheet: Sheet): string {
  const last = sheet.rows.length + 1;
  const lines = [
    rowOf(
      1,
      titlesOf(sheet).map((title, at) => textCell(COLUMNS[at]!, 1, title, LOOK.title)),
    ),
    ...sheet.rows.map((row, index) => rowOf(index + 2, cellsIn(row, index + 2, sheet))),
  ];
  const widths = COLUMNS.map(
    (column, at) => `<col min="${at + 1}" max="${at + 1}" width="${WIDTHS[column]}" customWidth="1"/>`,
  );
  return [
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    '<selection pane="bottomLeft" activeCell="D2" sqref="D2"/></sheetView></sheetViews>',
    `<cols>${widths.join("")}</cols>`,
    `<sheetData>${lines.join("")}</sheetData>`,
    `<autoFilter ref="A1:${letterOf("remark")}${last}"/>`,
    ...(sheet.rows.length === 0 ? [] : rulesFor(last)),
  ].join("");
}

const rowOf = (number: number, cells: readonly string[]): string => `<row r="${number}">${cells.join("")}</row>`;

function cellsIn(row: Row, number: number, { target }: Sheet): readonly string[] {
  const written = target.direction === "rtl" ? LOOK.rightToLeft : LOOK.text;
  const looks: Readonly<Record<Column, number>> = {
    id: LOOK.quiet,
    where: LOOK.quiet,
    french: LOOK.text,
    translation: written,
    max: LOOK.number,
    state: LOOK.text,
    remark: LOOK.text,
  };
  return cellsOf(row).map((text, at) => {
    const column = COLUMNS[at]!;
    // A number, so that the length can be compared with it.
    if (column === "max" && text !== "")
      return `<c r="${letterOf(column)}${number}" s="${looks.max}"><v>${text}</v></c>`;
    return textCell(column, number, text, looks[column]);
  });
}

function textCell(column: Column, number: number, text: string, look: number): string {
  const place = `r="${letterOf(column)}${number}" s="${look}"`;
  if (text === "") return `<c ${place}/>`;
  return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${xmlText(protectedText(text))}</t></is></c>`;
}

/** `_x000A_` stands for a sign by its number: where a text says it, its underline is written by number. */
const protectedText = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");

/** What is too long turns red as it is typed, stars of bold and italic not counted; what is to do is yellow. */
function rulesFor(last: number): readonly string[] {
  const [text, max, state] = [`${letterOf("translation")}2`, `${letterOf("max")}2`, letterOf("state")];
  const rule = (look: number, priority: number, formula: string): string =>
    `<cfRule type="expression" dxfId="${look}" priority="${priority}"><formula>${xmlText(formula)}</formula></cfRule>`;
  const over = `AND(${max}<>"",LEN(SUBSTITUTE(${text},"*",""))>${max})`;
  const { translated, reviewed, stale, missing } = say.STATE_WORDS;
  const toDo = `OR(${state}2="${stale}",${state}2="${missing}")`;
  const choices = [translated, reviewed, stale, missing].join(",");
  return [
    `<conditionalFormatting sqref="${text}:${letterOf("translation")}${last}">${rule(ALERT.tooLong, 1, over)}</conditionalFormatting>`,
    `<conditionalFormatting sqref="${state}2:${state}${last}">${rule(ALERT.toDo, 2, toDo)}</conditionalFormatting>`,
    // Offered, not imposed: what we do not know counts for nothing.
    `<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${state}2:${state}${last}"><formula1>${xmlText(`"${choices}"`)}</formula1></dataValidation></dataValidations>`,
  ];
}
