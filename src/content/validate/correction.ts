/** A place and what should stand there → the whole line as it should be written. */
import type { Span } from "../../diagnostics/diagnostic.js";
import { lineIndex, lineStarts, lineText } from "../../diagnostics/position.js";
import { lastLineOfValue, partsOf, quoted, splitRemark } from "../yaml/line.js";

/** The line of `at` with `text` in its place; undefined when the place spans several lines. */
export function lineWith(at: Span, text: string): string | undefined {
  const index = lineIndex(at.source, at.start);
  const line = lineText(at.source, index);
  const start = at.start - (lineStarts(at.source)[index] ?? 0);
  const end = at.end - (lineStarts(at.source)[index] ?? 0);
  if (end > line.length) return undefined;
  return line.slice(0, start) + text + line.slice(end);
}

/** The line of `at` with everything after its key between quotes. */
export function lineQuoted(at: Span): string | undefined {
  const index = lineIndex(at.source, at.start);
  const line = lineText(at.source, index);
  const { value, key, dashes } = partsOf(line);
  if (value === "" || (key === "" && dashes === "")) return undefined;
  const around = [0, 1].map((offset) => lineText(at.source, index + offset));
  if (lastLineOfValue(around, 0) > 0) return undefined;
  const { body, remark } = splitRemark(value);
  return line.slice(0, line.length - value.length) + quoted(body) + remark;
}

/** A list item whose text was read as `key: value`: everything after the dash between quotes. */
export function itemQuoted(at: Span): string | undefined {
  const line = lineText(at.source, lineIndex(at.source, at.start));
  const { indent, dashes } = partsOf(line);
  if (dashes === "") return undefined;
  const { body, remark } = splitRemark(line.slice(indent.length + dashes.length));
  return indent + dashes + quoted(body) + remark;
}

/** What stands between a value and the end of its line. */
export function restOfLine(at: Span): string {
  const { text } = at.source;
  const end = text.slice(at.end, at.end + 1000).search(/[\r\n]/);
  return end < 0 ? text.slice(at.end) : text.slice(at.end, at.end + end);
}
