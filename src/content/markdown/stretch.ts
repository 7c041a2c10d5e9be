/** Lines of a chapter → a text whose every character knows its place in the file, whatever marks stand between its lines. */
import type { Source, Span } from "../../diagnostics/diagnostic.js";
import { lineStarts, lineText } from "../../diagnostics/position.js";
import { lineWith } from "../validate/correction.js";

/** The file of a chapter, and the line (from 0) on which its Markdown begins: tokens count their lines from there. */
export interface Sheet {
  readonly source: Source;
  readonly firstLine: number;
}

/** A text over one or several lines. */
export interface Stretch {
  /** Lines joined with `\n`, without the marks of lists and quotes. */
  readonly value: string;
  readonly source: Source;
  /** Where each of its lines begins in the source. */
  readonly starts: readonly number[];
}

/** What stands on `line` of the sheet from `column` on. */
export function lineStretch({ source, firstLine }: Sheet, line: number, column: number): Stretch {
  const start = (lineStarts(source)[firstLine + line] ?? source.text.length) + column;
  return { value: lineText(source, firstLine + line).slice(column), source, starts: [start] };
}

/** Lines below one another. */
export function joined(stretches: readonly Stretch[], source: Source): Stretch {
  return {
    value: stretches.map(({ value }) => value).join("\n"),
    source,
    starts: stretches.flatMap(({ starts }) => starts),
  };
}

/** A part of a stretch that lies on one line, or reaches to its end. */
export function part(stretch: Stretch, start: number, end: number = stretch.value.length): Stretch {
  const above = stretch.value.slice(0, start).split("\n");
  const line = above.length - 1;
  const first = (stretch.starts[line] ?? 0) + (above[line]?.length ?? 0);
  const value = stretch.value.slice(start, end);
  return { ...stretch, value, starts: [first, ...stretch.starts.slice(line + 1)].slice(0, value.split("\n").length) };
}

/** White space that Markdown does not count. No-break spaces stay: whoever typed one wanted it. */
const isBlank = (sign: string | undefined): boolean => sign === " " || sign === "\t" || sign === "\n";

/** Without white space at both ends. */
export function trimmed(stretch: Stretch): Stretch {
  const { value } = stretch;
  let start = 0;
  while (isBlank(value[start])) start++;
  let end = value.length;
  while (end > start && isBlank(value[end - 1])) end--;
  return start === 0 && end === value.length ? stretch : part(stretch, start, end);
}

/** From the first character to the last. */
export function spanOf({ value, source, starts }: Stretch): Span {
  const last = value.length - (value.lastIndexOf("\n") + 1);
  return { source, start: starts[0] ?? 0, end: (starts.at(-1) ?? 0) + last };
}

/** The line of a one-line stretch with `text` in its place. */
export const rewritten = (stretch: Stretch, text: string): string | undefined => lineWith(spanOf(stretch), text);
