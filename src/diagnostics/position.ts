/** Span → line and column, as editors count them. */
import type { Source, Span } from "./diagnostic.js";

export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1, in characters: an accented letter or an emoji counts once. */
  readonly column: number;
}

/** Where each line of a source starts; computed once, forgotten with the source. */
const starts = new WeakMap<Source, readonly number[]>();

/** Offsets at which the lines of `source` begin (`\n`, `\r\n` and a lone `\r` all end a line). */
export function lineStarts(source: Source): readonly number[] {
  const known = starts.get(source);
  if (known !== undefined) return known;
  const found = [0];
  for (const end of source.text.matchAll(/\r\n|\n|\r/g)) found.push(end.index + end[0].length);
  starts.set(source, found);
  return found;
}

/** Index (from 0) of the line that holds `offset`. */
export function lineIndex(source: Source, offset: number): number {
  const lines = lineStarts(source);
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The line (from 0) without what ends it; empty beyond the last one. */
export function lineText(source: Source, index: number): string {
  const lines = lineStarts(source);
  const start = lines[index];
  if (start === undefined) return "";
  return source.text.slice(start, lines[index + 1] ?? source.text.length).replace(/[\r\n]+$/, "");
}

/** The place of an offset, both numbers from 1. */
export function positionAt(source: Source, offset: number): Position {
  const inside = Math.max(0, Math.min(offset, source.text.length));
  const index = lineIndex(source, inside);
  const before = source.text.slice(lineStarts(source)[index] ?? 0, inside);
  return { line: index + 1, column: [...before].length + 1 };
}

/** The place where a span begins, both numbers from 1. */
export const positionOf = (span: Span): Position => positionAt(span.source, span.start);
