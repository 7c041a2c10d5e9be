/** A line of a PO file → what it is: a comment of some kind, statements, or nothing. */
import { readStatements, type Statements } from "./po-statement.js";

export type PoLine =
  | { readonly kind: "remark" | "note" | "reference" | "flag"; readonly text: string }
  /** `obsolete`: after `#~`. `previous`: after `#|` or `#~|`. */
  | (Statements & { readonly kind: "statements"; readonly obsolete: boolean; readonly previous: boolean })
  /** What Git leaves where two versions contradict each other. */
  | { readonly kind: "conflict"; readonly opens: boolean }
  | { readonly kind: "blank" };

/** Sign after `#` → what the comment holds. `#=` is how gettext 0.23 and later writes flags that stay. */
const COMMENTS = { ".": "note", ":": "reference", ",": "flag", "=": "flag" } as const;

const isCommentSign = (sign: string): sign is keyof typeof COMMENTS => sign in COMMENTS;

const CONFLICT = /^(?:<{7}(?= )|={7}$|>{7}(?= )|\|{7}(?= |$))/;

/** `line` without what ends it. */
export function readLine(line: string): PoLine {
  const conflict = CONFLICT.exec(line);
  if (conflict !== null) return { kind: "conflict", opens: line.startsWith("<") };
  // A byte order mark is a space too.
  const [marks = ""] = /^\s*(?:#~\s*)?/.exec(line) ?? [];
  const obsolete = marks.includes("#");
  const from = marks.length;
  if (from === line.length) return { kind: "blank" };
  if (line.startsWith("#|", from) || (obsolete && line[from] === "|")) {
    const start = line.indexOf("|", from) + 1;
    return { kind: "statements", obsolete, previous: true, ...readStatements(line, start) };
  }
  if (line[from] === "#") return readComment(line.slice(from + 1));
  return { kind: "statements", obsolete, previous: false, ...readStatements(line, from) };
}

/** What follows `#`; one space after the mark belongs to it. */
function readComment(written: string): PoLine {
  const sign = written.charAt(0);
  if (!isCommentSign(sign)) return { kind: "remark", text: written.replace(/^ /, "") };
  return { kind: COMMENTS[sign], text: written.slice(1).replace(/^ /, "") };
}

/** Flags stand between commas; those of Weblate may hold commas between quotes. */
export const readFlags = (text: string): readonly string[] =>
  (text.match(/(?:"(?:[^"\\]|\\.)*"?|[^",])+/g) ?? []).map((flag) => flag.trim()).filter((flag) => flag !== "");

const OPEN = "\u2068";
const CLOSE = "\u2069";

/** Places stand between spaces; the name of a file that holds some stands between isolating marks. */
export const readReferences = (text: string): readonly string[] =>
  Array.from(text.matchAll(/\u2068([^\u2069]*)\u2069(\S*)|\S+/g), ([whole, name, line = ""]) =>
    name === undefined ? whole : name + line,
  );

export function writeReference(reference: string): string {
  const [, name = "", line = ""] = /^([\s\S]*?)(:\d+)?$/.exec(reference) ?? [];
  return /\s/.test(name) ? `${OPEN}${name}${CLOSE}${line}` : reference;
}
