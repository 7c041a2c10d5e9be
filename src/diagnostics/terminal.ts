/** Problems → what a terminal shows: grouped by file, sorted by place, the worst last, then one line that counts. */
import { styleText } from "node:util";
import type { Diagnostic, Severity } from "./diagnostic.js";
import { frameOf } from "./frame.js";
import { pieceAndField, totals, WRITE } from "./messages.js";
import { groupByFile } from "./order.js";
import { positionOf } from "./position.js";

interface Look {
  readonly symbol: string;
  readonly color: "red" | "yellow" | "cyan";
}

const LOOKS: Readonly<Record<Severity, Look>> = {
  error: { symbol: "✖", color: "red" },
  warning: { symbol: "⚠", color: "yellow" },
  info: { symbol: "ℹ", color: "cyan" },
};

/** A whole book on one line is not copied back to the screen; the hint says what to do. */
const LONGEST_CORRECTION = 600;

type Paint = (style: "red" | "yellow" | "cyan" | "green" | "bold" | "dim", text: string) => string;

/** The whole report, ending with a line break; the caller knows whether its stream takes colours. */
export function printForTerminal(problems: readonly Diagnostic[], { color }: { readonly color: boolean }): string {
  const paint: Paint = color ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text;
  const blocks = groupByFile(problems).flatMap((group) => group.problems.map((problem) => printOne(problem, paint)));
  return `${[...blocks, closing(problems, paint)].join("\n")}\n`;
}

function printOne(problem: Diagnostic, paint: Paint): string {
  const look = LOOKS[problem.severity];
  const lines = [`${paint(look.color, look.symbol)} ${paint("bold", harmless(placed(problem)))}`];
  const where = pieceAndField(problem.piece, problem.field);
  if (where !== "") lines.push(indent(paint("dim", harmless(where))));
  // An empty place stands for a whole file: there is no line to show.
  if (problem.at !== undefined && problem.at.end > problem.at.start) lines.push(printFrame(problem.at, look, paint));
  if (problem.hint !== undefined) lines.push(indent(harmless(problem.hint)));
  if (problem.correction !== undefined && problem.correction.length <= LONGEST_CORRECTION) {
    lines.push(indent(WRITE), ...problem.correction.split("\n").map((line) => `    ${paint("green", harmless(line))}`));
  }
  return `${lines.join("\n")}\n`;
}

function placed(problem: Diagnostic): string {
  if (problem.at === undefined) return problem.message;
  const { line, column } = positionOf(problem.at);
  return `${problem.at.source.name}:${line}:${column} ${problem.message}`;
}

function printFrame(at: NonNullable<Diagnostic["at"]>, look: Look, paint: Paint): string {
  return frameOf(at)
    .split("\n")
    .map(
      (line) =>
        `  ${line.startsWith(">") || /^\s*\|\s*\^+$/.test(line) ? paint(look.color, harmless(line)) : harmless(line)}`,
    )
    .join("\n");
}

const indent = (text: string): string => `  ${text}`;

/** What people wrote is shown, never obeyed: no escape sequence of a kit reaches the terminal. */
export const harmless = (text: string): string =>
  text.replace(/(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");

function closing(problems: readonly Diagnostic[], paint: Paint): string {
  const number = (severity: Severity) => problems.filter((problem) => problem.severity === severity).length;
  const files = new Set(problems.flatMap((problem) => (problem.at === undefined ? [] : [problem.at.source.name]))).size;
  return paint("bold", totals({ errors: number("error"), warnings: number("warning"), infos: number("info"), files }));
}
