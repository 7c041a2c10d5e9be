/** A sheet ↔ the cells of a spreadsheet: which column holds what. */
import type { TextState } from "../catalog/index.js";
import type { Diagnostic, Source, Span } from "../diagnostics/index.js";
import { lineStarts, lineText } from "../diagnostics/position.js";
import type { Cells } from "./csv.js";
import { isLanguage } from "./languages.js";
import * as say from "./messages.js";
import { type Received, type ReceivedRow, remarksIn, wholeFile } from "./received.js";
import type { Row, Sheet, SheetLanguage } from "./rows.js";

export type Column = "id" | "where" | "french" | "translation" | "max" | "state" | "remark";

export const COLUMNS: readonly Column[] = ["id", "where", "french", "translation", "max", "state", "remark"];

export const titlesOf = ({ source, target }: Pick<Sheet, "source" | "target">): readonly string[] => [
  say.COLUMN_TITLES.id,
  say.COLUMN_TITLES.where,
  source.name,
  // With the tag, the file itself says which language it is.
  `${target.name} (${target.tag})`,
  say.COLUMN_TITLES.max,
  say.COLUMN_TITLES.state,
  say.COLUMN_TITLES.remark,
];

/** In the order of the columns. */
export const cellsOf = ({ id, where, notes, french, translation, max, remarks, ...row }: Row): readonly string[] => [
  id,
  [where, ...notes].join("\n"),
  french,
  translation,
  max === undefined ? "" : String(max),
  say.STATE_WORDS[row.reviewed ? "reviewed" : row.state],
  remarks.join("\n"),
];

export const tableOf = (sheet: Sheet): Cells => [titlesOf(sheet), ...sheet.rows.map(cellsOf)];

/** What a reader of files has to know. */
export interface Expected {
  /** Name of the file, as problems tell it. */
  readonly name: string;
  readonly source: SheetLanguage;
  readonly target: SheetLanguage;
}

const FIRST_ROWS = 20;

/** Rows of cells, found by the titles of their columns; or the one sentence that says why not. */
export function readTable(cells: Cells, expected: Expected): Received | Diagnostic {
  const source = sourceOf(cells, expected.name);
  // Somebody may have put a title above.
  const head = cells.slice(0, FIRST_ROWS).findIndex((row) => row.some((title) => meaningOf(title, expected) === "id"));
  const titles = cells[head] ?? [];
  const meanings = titles.map((title) => meaningOf(title, expected));
  const foreign = titles.map(tagIn).find((tag) => tag !== undefined && !isLanguage(tag, expected.target.tag));
  const lacking = (["id", "french", "translation"] as const).filter((column) => !meanings.includes(column));
  if (lacking.includes("translation") && foreign !== undefined && head >= 0)
    return say.otherLanguage(wholeFile(source), foreign, expected.target.tag);
  if (lacking.length > 0) {
    const names = { ...say.COLUMN_TITLES, french: expected.source.name, translation: expected.target.name };
    return say.missingColumns(
      wholeFile(source),
      lacking.map((column) => names[column]),
    );
  }
  const rows = cells.slice(head + 1).flatMap((row, index): readonly ReceivedRow[] => {
    const cell = (column: Column): string => row[meanings.indexOf(column)] ?? "";
    if (row.every((text) => text.trim() === "")) return [];
    return [
      {
        id: cell("id").trim(),
        french: cell("french"),
        translation: cell("translation"),
        ...stateNamed(cell("state")),
        approved: plain(cell("state")) === plain(say.STATE_WORDS.reviewed),
        remarks: remarksIn(cell("remark")),
        at: lineOf(source, head + 1 + index),
      },
    ];
  });
  return { rows, keepsStates: false, credits: new Map() };
}

/** The rows as lines of a text, so that problems name the row that the spreadsheet shows. */
const sourceOf = (cells: Cells, name: string): Source => ({
  name,
  text: cells.map((row) => row.map((text) => text.replace(/\s+/g, " ")).join(" | ")).join("\n"),
});

function lineOf(source: Source, row: number): Span {
  const start = lineStarts(source)[row] ?? 0;
  return { source, start, end: start + lineText(source, row).length };
}

/** Titles as people change them: without accents, capitals, signs. */
const plain = (title: string): string =>
  title
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const OTHER_TITLES: Readonly<Record<string, Column>> = {
  id: "id",
  identifier: "id",
  cle: "id",
  key: "id",
  msgctxt: "id",
  source: "french",
  original: "french",
  msgid: "french",
  traduction: "translation",
  translation: "translation",
  target: "translation",
  cible: "translation",
  msgstr: "translation",
  statut: "state",
  state: "state",
  status: "state",
  remarques: "remark",
  commentaire: "remark",
  commentaires: "remark",
  remark: "remark",
  remarks: "remark",
  comment: "remark",
  comments: "remark",
};

function meaningOf(title: string, { source, target }: Expected): Column | undefined {
  const word = plain(title);
  if (word === "") return undefined;
  if ([source.name, source.tag].some((name) => plain(name) === word)) return "french";
  const tag = tagIn(title);
  if (tag !== undefined ? isLanguage(tag, target.tag) : [target.name, target.tag].some((name) => plain(name) === word))
    return "translation";
  return COLUMNS.find((column) => isOwnTitle(column, word)) ?? OTHER_TITLES[word];
}

const isOwnTitle = (column: Column, word: string): boolean =>
  column !== "french" && column !== "translation" && plain(say.COLUMN_TITLES[column]) === word;

/** « English (en-GB) » names its language. */
const tagIn = (title: string): string | undefined => /\(([a-z]{2,3}(?:[-_][a-z0-9]+)*)\)\s*$/i.exec(title)?.[1];

/** What each of our words for a state is read as. */
const STATES = { translated: "translated", reviewed: "translated", stale: "stale", missing: "missing" } as const;

function stateNamed(cell: string): { readonly state?: TextState } {
  const word = plain(cell);
  const name = (Object.keys(STATES) as (keyof typeof STATES)[]).find((key) => plain(say.STATE_WORDS[key]) === word);
  return name === undefined ? {} : { state: STATES[name] };
}
