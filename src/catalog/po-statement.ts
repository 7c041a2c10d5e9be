/** A line of a PO file without its `#` marks → keywords and the texts between quotes that follow each. */

import type { Finding } from "../content/finding.js";
import { suggest } from "../diagnostics/suggest.js";
import * as say from "./messages.js";

/** What stands between two quotes, as written; offsets in the line, quotes included. */
export interface Literal {
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

export interface Keyword {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Without a keyword the texts belong to the line before. */
export interface Statement {
  readonly keyword?: Keyword | undefined;
  readonly literals: readonly Literal[];
}

export interface LineMistake {
  readonly finding: Finding;
  readonly start: number;
  readonly end: number;
}

export interface Statements {
  readonly statements: readonly Statement[];
  readonly mistake?: LineMistake | undefined;
}

const KEYWORDS = ["msgctxt", "msgid", "msgstr", "msgid_plural"];

export const isKeyword = (word: string): boolean => KEYWORDS.includes(word) || isPluralForm(word);

export const isPluralForm = (keyword: string): boolean => /^msgstr\[\d*\]$/.test(keyword);

/** A keyword, or a word where one may stand; a text between quotes; or anything else up to the end. */
const TOKEN =
  /\s*(?:(?<word>msg\w+(?:\[\d*\])?(?=[\s"]|$)|[a-z_]\w*(?=\s*(?:"|$)))|"(?<raw>[^"\\]*(?:\\[\s\S][^"\\]*)*)"|(?<rest>\S[\s\S]*))/iy;

/** Reads a line from offset `from`. What is wrong is mended as it was probably meant, so that reading goes on. */
export function readStatements(line: string, from: number): Statements {
  const statements: { keyword?: Keyword | undefined; literals: Literal[] }[] = [];
  const scan = new RegExp(TOKEN);
  scan.lastIndex = from;
  let tail = from;
  for (let found = scan.exec(line); found !== null; found = scan.exec(line)) {
    const { word, raw } = found.groups ?? {};
    const end = scan.lastIndex;
    if (word !== undefined && (statements.length === 0 || isKeyword(word))) {
      const keyword = { name: word, start: end - word.length, end };
      if (!isKeyword(word)) return readUnknown(line, keyword);
      statements.push({ keyword, literals: [] });
      tail = end;
    } else if (raw !== undefined) {
      if (statements.length === 0) statements.push({ literals: [] });
      statements.at(-1)?.literals.push({ raw, start: end - raw.length - 2, end });
    } else {
      const { literal, finding } = mend(line, tail);
      const { start, end: stop } = literal;
      const { keyword } = statements.at(-1) ?? {};
      const before = statements.slice(0, -1);
      return { statements: [...before, { keyword, literals: [literal] }], mistake: { finding, start, end: stop } };
    }
  }
  return { statements };
}

/** What follows an unknown keyword belongs to the one that was meant; a second mistake of the line is let go. */
function readUnknown(line: string, { name, start, end }: Keyword): Statements {
  const meant = suggest(name, KEYWORDS);
  const literals = readStatements(line, end).statements[0]?.literals ?? [];
  return {
    statements: [{ keyword: { name: meant ?? name, start, end }, literals }],
    mistake: { finding: say.unknownKeyword(name, meant), start, end },
  };
}

interface Mended {
  readonly literal: Literal;
  readonly finding: Finding;
}

/** What stands from `from` on is no row of texts between quotes: the text that was meant, and what is wrong. */
function mend(line: string, from: number): Mended {
  const start = from + /^\s*/.exec(line.slice(from))![0].length;
  const tail = line.slice(start).trimEnd();
  const literal = (raw: string): Literal => ({ raw, start, end: start + tail.length });
  const corrected = (raw: string): string => `${line.slice(0, from).trimEnd()} "${raw}"`.trimStart();
  if (!tail.startsWith('"')) {
    const raw = protectQuotes(tail.replace(/^[«“„”]\s*|\s*[»”“]$/gu, ""));
    return { literal: literal(raw), finding: say.missingQuotes(corrected(raw)) };
  }
  const quotes = protectQuotes(tail).length - tail.length;
  if (quotes % 2 === 1) {
    const raw = protectQuotes(tail.slice(1)).replace(/(?<!\\)((?:\\\\)*)\\$/, "$1");
    return { literal: literal(raw), finding: say.unclosedQuote(corrected(raw)) };
  }
  if (tail.endsWith('"')) {
    const raw = protectQuotes(tail.slice(1, -1));
    return { literal: literal(raw), finding: say.quoteInQuotes(corrected(raw)) };
  }
  const [, raw = "", rest = ""] = /^"([^"\\]*(?:\\[\s\S][^"\\]*)*)"\s*([\s\S]*)$/.exec(tail) ?? [];
  return { literal: literal(raw), finding: say.textAfterQuote(rest) };
}

/** A backslash before each quote that has none. */
const protectQuotes = (text: string): string => text.replace(/\\[\s\S]|"/g, (sign) => (sign === '"' ? '\\"' : sign));
