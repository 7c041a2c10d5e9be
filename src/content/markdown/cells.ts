/** A row of a table → its cells: what stands between bars, `\|` being a plain bar. */
import { part, type Stretch, trimmed } from "./stretch.js";

/** Cells of one line; bars at both ends are no cells of their own. */
export function cellsOf(row: Stretch): readonly Stretch[] {
  const line = trimmed(row);
  const cells: Stretch[] = [];
  let start = 0;
  for (let offset = 0; offset <= line.value.length; offset++) {
    const atBar = line.value[offset] === "|" && line.value[offset - 1] !== "\\";
    if (!atBar && offset < line.value.length) continue;
    cells.push(part(line, start, offset));
    start = offset + 1;
  }
  if (cells[0]?.value === "") cells.shift();
  if (cells.at(-1)?.value === "") cells.pop();
  return cells.map(trimmed);
}

/** Whether a line is the one under the head of a table: dashes between bars. */
export function isDelimiterRow(line: string): boolean {
  if (!line.includes("|") || !/^[-:| \t]+$/.test(line)) return false;
  const cells = line.split("|").map((cell) => cell.trim());
  const inner = cells.filter((cell, index) => cell !== "" || (index > 0 && index < cells.length - 1));
  return inner.length > 0 && inner.every((cell) => /^:?-+:?$/.test(cell));
}
