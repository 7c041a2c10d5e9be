/** One line of YAML → its parts: indentation, dashes, key, value. Works on wrong lines too. */

export interface LineParts {
  /** White space at the start, whatever it is made of. */
  readonly indent: string;
  /** `- ` as often as written. */
  readonly dashes: string;
  /** The key with its colon and the white space after it; empty on a line without key. */
  readonly key: string;
  /** The word before the colon. */
  readonly name: string;
  readonly value: string;
}

const PARTS =
  /^([\s\u00a0\u202f]*)((?:-[ \t]+)*)((?:([^\s:#"'{}[\],&*!|>%@`-][^:#"'{}[\],]*?)[ \t]*:(?:[ \t]+|$))?)(.*)$/u;

export function partsOf(line: string): LineParts {
  const [, indent = "", dashes = "", key = "", name = "", value = ""] = PARTS.exec(line.replace(/\r$/, "")) ?? [];
  return { indent, dashes, key, name, value };
}

/** Column (from 0) where the key or, without one, the text begins. */
export const columnOf = (parts: LineParts): number => parts.indent.length + parts.dashes.length;

/** A word as keys are: letters, digits, `-`, `_`, and no space. */
export const looksLikeKey = (name: string): boolean => /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name);

export const isBlank = (line: string): boolean => /^\s*(#.*)?$/.test(line);

/** `text` between quotes that change nothing in it. */
export function quoted(text: string): string {
  if (!/["\\]/.test(text)) return `"${text}"`;
  if (!text.includes("'")) return `'${text}'`;
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

const indentOf = (line: string): number => /^ */.exec(line)?.[0].length ?? 0;

/**
 * Last line (from 0) of the value that begins on `first`: lines that follow and are indented deeper belong to it.
 */
export function lastLineOfValue(lines: readonly string[], first: number): number {
  const column = columnOf(partsOf(lines[first] ?? ""));
  let last = first;
  for (let index = first + 1; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (line.trim() === "") continue;
    if (indentOf(line) <= column) break;
    last = index;
  }
  return last;
}

/** The lines with the texts after `>-` and `|` blanked: what stands in them is never structure. */
export function withoutBlocks(lines: readonly string[]): readonly string[] {
  const seen = [...lines];
  for (let line = 0; line < lines.length; line++) {
    if (!/(^|[\s:-])[|>][-+\d]{0,2}[ \t]*(#.*)?\r?$/.test(lines[line] ?? "")) continue;
    if (!/^[|>]/.test(partsOf(lines[line] ?? "").value)) continue;
    const last = lastLineOfValue(lines, line);
    seen.fill("", line + 1, last + 1);
    line = last;
  }
  return seen;
}

/** A remark after a text: `# ` with white space on both sides. A `#` that touches a word belongs to the text. */
export function splitRemark(value: string): { readonly body: string; readonly remark: string } {
  const found = /[ \t]+#(?:[ \t].*)?$/.exec(value);
  if (found === null) return { body: value.trimEnd(), remark: "" };
  return { body: value.slice(0, found.index), remark: found[0] };
}

/** `titre:Bonjour`, or a no-break space after the colon: a key whose colon does not work. */
export function gluedKey(text: string): { readonly key: string; readonly value: string } | undefined {
  const found = /^([\p{L}_][\p{L}\p{N}_-]*):(?!\/\/)[\u00a0\u202f\u2007\u2009]*(\S[\s\S]*)$/u.exec(text);
  return found === null ? undefined : { key: found[1] ?? "", value: found[2] ?? "" };
}
