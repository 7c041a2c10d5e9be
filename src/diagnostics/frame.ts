/** Span → the lines around it with a mark under the place, as text. */
import { createRequire } from "node:module";
import type { Span } from "./diagnostic.js";
import { lineIndex, lineText, positionAt } from "./position.js";

/** A line longer than this is cut around its mark: it would fill the screen without helping. */
const LONGEST_LINE = 160;
/** What is kept before the mark on a line that is cut. */
const KEPT_BEFORE = 60;

type CodeFrame = typeof import("@babel/code-frame");
let codeFrame: CodeFrame | undefined;

/** Loaded with the first frame: a run without problems does not pay for it. */
function library(): CodeFrame {
  codeFrame ??= createRequire(import.meta.url)("@babel/code-frame") as CodeFrame;
  return codeFrame;
}

/** One line before the place, its first line, and one after. Never coloured, never longer than a screen is wide. */
export function frameOf(span: Span): string {
  const { source } = span;
  const index = lineIndex(source, span.start);
  const start = positionAt(source, span.start);
  const stop = positionAt(source, Math.max(span.end, span.start + 1));
  const text = lineText(source, index);
  const last = stop.line === start.line ? stop.column : [...text].length + 1;
  const cutAt = [...text].length > LONGEST_LINE ? Math.max(0, start.column - 1 - KEPT_BEFORE) : 0;
  const first = Math.max(0, index - 1);
  const lines = [index - 1, index, index + 1]
    .filter((line) => line >= 0)
    .map((line) => window(lineText(source, line), line === index ? cutAt : 0));
  const column = start.column - cutAt;
  const end = Math.min(Math.max(last - cutAt, column + 1), LONGEST_LINE + 1);
  const place = { start: { line: index + 1, column }, end: { line: index + 1, column: end } };
  // A few lines instead of the whole file: large files stay cheap. (The types do not know `startLine` yet.)
  const options = { startLine: first + 1, linesAbove: 1, linesBelow: 1, highlightCode: false };
  return library().codeFrameColumns(lines.join("\n"), place, options);
}

/** At most `LONGEST_LINE` characters from `from`; Unicode line ends become spaces, for they are none in YAML. */
function window(line: string, from: number): string {
  const shown = line.replace(/[\u2028\u2029]/g, " ");
  const characters = [...shown];
  if (from === 0 && characters.length <= LONGEST_LINE) return shown;
  const cut = characters.slice(from, from + LONGEST_LINE);
  return `${cut.join("")}${from + LONGEST_LINE < characters.length ? "…" : ""}`;
}
