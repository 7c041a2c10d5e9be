/** Links and, when they were asked, the answers of their addresses → a table, or blocks of lines on a screen too narrow for it. */
import { harmless } from "../../diagnostics/index.js";
import type { Answer, LinkRow } from "../../links/index.js";
import * as say from "./messages.js";

export interface TableOptions {
  /** Of the screen; undefined in a pipe or a log, where a link is one line however long. */
  readonly columns: number | undefined;
  /** Whether to say in which languages each address is printed. */
  readonly hasLocales: boolean;
  readonly answers?: ReadonlyMap<string, Answer> | undefined;
}

/** Ends with a line break. What the kit and sites wrote is shown, never obeyed. */
export function tableOf(rows: readonly LinkRow[], options: TableOptions): string {
  const { answers, columns } = options;
  const line = (row: LinkRow): readonly string[] => [
    ...(answers ? [answerOf(row, answers)] : []),
    row.checked === "" ? say.NEVER : row.checked,
    row.id,
    row.language,
    row.url,
    row.title.value,
    remarksOf(row, options).join(", "),
    printedIn(row),
  ];
  const head = answers ? ["", ...say.HEAD] : [...say.HEAD];
  const shown = answers ? rows.toSorted((a, b) => rankOf(a, answers) - rankOf(b, answers)) : rows;
  const cells = [head, ...shown.map((row) => line(row).map(oneLine))];
  const widths = head.map((_, column) => Math.max(...cells.map((each) => widthOf(each[column]!))));
  const lines = cells.map((each) =>
    each
      .map((cell, column) => padded(cell, widths[column]!))
      .join("  ")
      .trimEnd(),
  );
  const isNarrow = columns !== undefined && Math.max(...lines.map(widthOf)) >= columns;
  return isNarrow ? shown.map((row) => blockOf(row, options)).join("") : `${lines.join("\n")}\n`;
}

/** Three lines that may each be cut or wrapped by the screen, and stay readable. */
function blockOf(row: LinkRow, options: TableOptions): string {
  const { answers } = options;
  const facts = [say.checkedOn(row.checked), row.language, ...remarksOf(row, options), printedIn(row)].filter(Boolean);
  const lines = [
    `${answers ? `${answerOf(row, answers)} · ` : ""}${row.id} · ${row.title.value}`,
    `  ${row.url}`,
    `  ${facts.join(" · ")}`,
  ];
  return `${lines.map(oneLine).join("\n")}\n`;
}

function answerOf({ url }: LinkRow, answers: ReadonlyMap<string, Answer>): string {
  const answer = answers.get(url);
  if (answer === undefined) return "";
  const { verdict, status } = answer;
  const isSaid = status !== undefined && verdict !== "works" && verdict !== "moved";
  return `${SIGNS[verdict] ?? "✖"} ${say.ANSWERS[verdict]}${isSaid ? ` ${status}` : ""}`;
}

const SIGNS: Partial<Record<Answer["verdict"], string>> = { works: "✔", moved: "⚠", home: "⚠", guarded: "⚠" };

/** What leads nowhere, what is to be looked at, what works: otherwise the order of the list stays. */
const rankOf = ({ url }: LinkRow, answers: ReadonlyMap<string, Answer>): number => {
  const verdict = answers.get(url)?.verdict;
  return ["✖", "⚠", "✔"].indexOf((verdict && SIGNS[verdict]) ?? "✖");
};

function remarksOf(
  { url, printed, root, printedIn: pieces, locales }: LinkRow,
  options: TableOptions,
): readonly string[] {
  const end = options.answers?.get(url)?.end;
  return [
    ...(root ? [say.ROOT] : []),
    ...(pieces.length === 0 ? [say.UNUSED] : []),
    ...(options.hasLocales ? [say.printedFor(locales)] : []),
    ...(printed === url ? [] : [say.codeHolds(printed)]),
    ...(end === undefined ? [] : [say.leadsTo(end)]),
  ];
}

/** More are only counted: the document of `--json` has them all. */
const MOST_SHOWN = 3;

const printedIn = ({ printedIn: pieces }: LinkRow): string =>
  pieces.length <= MOST_SHOWN + 1
    ? pieces.join(", ")
    : `${pieces.slice(0, MOST_SHOWN).join(", ")} ${say.andMore(pieces.length - MOST_SHOWN)}`;

const oneLine = (text: string): string => harmless(text.replace(/[\n\t]+/g, " "));

const widthOf = (text: string): number => [...text].length;
const padded = (text: string, width: number): string => text + " ".repeat(width - widthOf(text));
