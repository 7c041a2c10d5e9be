/** Handlebars' lines and columns → spans of a template's source. */
import type { Diagnostic, Source, Span } from "../diagnostics/diagnostic.js";
import * as say from "./messages.js";

export type Place = (loc: hbs.AST.SourceLocation, shift?: number, length?: number) => Span;

/** Where Handlebars' lines begin in a text: it counts them as editors do. */
function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n?|\n/g)].map((end) => end.index + end[0].length)];
}

/** The place of a node of `body`, which begins at `bodyStart` in the source. */
export function placer(source: Source, bodyStart: number, body: string): Place {
  const starts = lineStarts(body);
  return (loc, shift = 0, length = 1) => {
    const start = bodyStart + (starts[loc.start.line - 1] ?? 0) + loc.start.column + shift;
    return { source, start, end: start + length };
  };
}

/** The place of an error while a template runs. Handlebars counts lines from 1 and columns from 0. */
export function placeOf(source: Source, bodyStart: number, line = 1, column = 0): Span {
  const start = bodyStart + (lineStarts(source.text.slice(bodyStart))[line - 1] ?? 0) + column;
  return { source, start, end: Math.min(start + 1, source.text.length) };
}

/** What Handlebars' parser says, at the line that it names. */
export function syntaxProblem(error: unknown, source: Source, bodyStart: number): Diagnostic {
  const { message, lineNumber, column } = error as Error & { lineNumber?: number; column?: number };
  const line = lineNumber ?? Number(/line (\d+)/.exec(message)?.[1] ?? 1);
  const at = placeOf(source, bodyStart, line, column ?? 0);
  const end = source.text.indexOf("\n", at.start);
  const detail = message.split("\n").at(-1)!.slice(0, 120);
  return say.templateSyntax({ ...at, end: end < 0 ? source.text.length : end }, detail);
}
