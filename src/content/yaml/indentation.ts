/** A line that does not stand where its neighbours put it → the line in its place. */
import { columnOf, isBlank, lastLineOfValue, looksLikeKey, partsOf } from "./line.js";
import * as say from "./messages.js";
import type { Mistake } from "./mistake.js";
import { quoteAll, safe } from "./quoting.js";

export function oddWhiteSpace(lines: readonly string[], line: number): Mistake | undefined {
  const { indent } = partsOf(lines[line] ?? "");
  if (!/[^ ]/.test(indent)) return undefined;
  const rest = (lines[line] ?? "").slice(indent.length);
  const column = siblingColumn(lines, line) ?? indent.replace(/[^ ]/g, "  ").length;
  return {
    finding: indent.includes("\t") ? say.tabIndent() : say.oddIndent(),
    line,
    column: 0,
    length: indent.length,
    repaired: [`${" ".repeat(column)}${rest}`],
  };
}

/** `id: a` and, below and deeper, `titre: x`: the second line was meant to stand under the first key. */
export function nestedUnderText(lines: readonly string[], line: number): Mistake | undefined {
  const above = partsOf(lines[line] ?? "");
  if (above.key === "" || above.value === "" || /^["'{[|>]/.test(above.value)) return undefined;
  const last = lastLineOfValue(lines, line);
  for (let below = line + 1; below <= last; below++) {
    const parts = partsOf(lines[below] ?? "");
    if (parts.key === "" || !looksLikeKey(parts.name) || / :/.test(parts.key)) continue;
    return realigned(lines, below, columnOf(above));
  }
  return undefined;
}

/** A line without key where one is needed: a forgotten colon, or the end of a text that lost its indentation. */
export function looseText(lines: readonly string[], line: number): Mistake | undefined {
  const text = lines[line] ?? "";
  const parts = partsOf(text);
  if (parts.key !== "" || parts.dashes !== "" || !/^[\p{L}\p{N}«"'(…]/u.test(parts.value)) return undefined;
  const first = /^([\p{L}_][\p{L}\p{N}_-]*)(\s+\S.*)?$/u.exec(parts.value);
  const word = first?.[1] ?? "";
  const isKeyElsewhere = lines.some((other) => partsOf(other).name === word);
  if (first !== null && isKeyElsewhere) {
    const value = (first[2] ?? "").trim();
    const repaired = [`${parts.indent}${word}:${value === "" ? "" : ` ${safe(value)}`}`];
    return { finding: say.missingColon(word), line, column: parts.indent.length, length: word.length, repaired };
  }
  const above = previous(lines, line);
  if (above === undefined || above.parts.key === "") return undefined;
  const column = columnOf(above.parts) + 2;
  // Deeper than its key and still not part of the text: a line that begins with `#` came between.
  if (parts.indent.length >= column - 1) {
    const hash = lines.findIndex((other, index) => index > above.index && index < line && /^\s*#/.test(other));
    return hash < 0 ? undefined : quoteAll(say.cutByHash((lines[hash] ?? "").trim()), lines, above.index);
  }
  return {
    finding: say.textNotIndented(),
    line,
    column: parts.indent.length,
    length: parts.value.length,
    repaired: [`${" ".repeat(column)}${parts.value}`],
  };
}

export function misaligned(lines: readonly string[], line: number): Mistake | undefined {
  const parts = partsOf(lines[line] ?? "");
  if (parts.key === "" && parts.dashes === "") return undefined;
  const column = siblingColumn(lines, line);
  if (column === undefined || column === parts.indent.length) return undefined;
  const above = previous(lines, line);
  const underValue = parts.dashes !== "" && above !== undefined && above.parts.key !== "" && above.parts.value !== "";
  if (underValue && parts.indent.length >= columnOf(above.parts)) {
    const { length } = parts.value;
    return { finding: say.listAfterValue(above.parts.name), line, column: parts.indent.length, length: length + 2 };
  }
  return realigned(lines, line, column);
}

function realigned(lines: readonly string[], line: number, column: number): Mistake {
  const text = lines[line] ?? "";
  const { indent } = partsOf(text);
  return {
    finding: say.badIndent(),
    line,
    column: indent.length,
    length: Math.max(1, text.trimEnd().length - indent.length),
    repaired: [`${" ".repeat(column)}${text.slice(indent.length)}`],
  };
}

/** Where a line like this one begins in the lines above: a dash under a dash, a key under a key. */
function siblingColumn(lines: readonly string[], line: number): number | undefined {
  const parts = partsOf(lines[line] ?? "");
  for (let index = line - 1; index >= 0; index--) {
    const above = lines[index] ?? "";
    if (isBlank(above)) continue;
    const other = partsOf(above);
    if (/[^ ]/.test(other.indent)) continue;
    if (parts.dashes !== "") {
      if (other.dashes !== "") return other.indent.length;
      if (other.key !== "" && other.value === "") return other.indent.length + 2;
    } else if (other.key !== "") {
      return other.value === "" ? columnOf(other) + 2 : columnOf(other);
    }
  }
  return undefined;
}

function previous(lines: readonly string[], line: number) {
  for (let index = line - 1; index >= 0; index--) {
    if (!isBlank(lines[index] ?? "")) return { index, parts: partsOf(lines[index] ?? "") };
  }
  return undefined;
}
