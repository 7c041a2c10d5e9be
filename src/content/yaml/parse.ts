/**
 * A YAML source → its tree of nodes, every mistake explained on the way. The only file that knows the `yaml` library.
 *
 * What we understand is repaired in memory and read on, so that one missing quote does not hide the other mistakes of
 * the file nor cause false ones below it.
 */
import { parseDocument, type YAMLError } from "yaml";
import type { Source, Span } from "../../diagnostics/diagnostic.js";
import type { Reporter } from "../../diagnostics/limit.js";
import { lineIndex, lineStarts } from "../../diagnostics/position.js";
import { problemAt } from "../finding.js";
import { toNode } from "./convert.js";
import { findExcess } from "./limits.js";
import { withoutBlocks } from "./line.js";
import * as say from "./messages.js";
import type { Mistake } from "./mistake.js";
import { mistakeOn } from "./mistakes.js";
import type { Node } from "./node.js";
import { unclosedBrackets, unclosedQuotes } from "./quoting.js";
import { Draft } from "./repair.js";

export interface Parsed {
  /** Undefined when the file holds nothing. */
  readonly root: Node | undefined;
  /** Offsets, ascending, of what could neither be read nor repaired: the nodes around them are not judged. */
  readonly broken: readonly number[];
}

/** Each pass repairs all it can; mistakes that hide one another need a few. */
const MOST_PASSES = 12;
/** Large files are read again fewer times: this many characters in all. */
const MOST_CHARACTERS = 8_000_000;

/** Reads a source as YAML. `end` cuts off what is not YAML (the markup of a template). Never throws. */
export function parseYaml(source: Source, reporter: Reporter, end?: number): Parsed {
  return readLimited(source, source.text.slice(0, end), 0, reporter);
}

/** Reads whole lines of a source for themselves; places are those in the source. Never throws. */
export const parseLines = (source: Source, { start, end }: Pick<Span, "start" | "end">, reporter: Reporter): Parsed =>
  readLimited(source, source.text.slice(start, end), start, reporter);

/** Stands for what is left of a stretch, as a key of the same length; three signs at least. */
const keyInsteadOf = (length: number): string => `${"k".padEnd(length - 2)}: `;

/**
 * Reads a stretch of one line as the value of a key: the `{…}` after the name of a box. Three signs at least stand left
 * of it on its line. Never throws.
 */
export function parseStretch(at: Span, reporter: Reporter): Parsed {
  const { source, start, end } = at;
  const lineStart = lineStarts(source)[lineIndex(source, start)] ?? 0;
  const left = source.text.slice(lineStart, start);
  const key = keyInsteadOf(left.length);
  const report: Reporter["report"] = (problem) => {
    const { code, correction } = problem;
    // Detectors of whole lines take the braces themselves for the text.
    if (IN_BRACES.has(code)) return reporter.report({ ...problem, ...say.flowSyntax(), correction: undefined });
    const whole = correction?.startsWith(key) ? left + correction.slice(key.length) : undefined;
    reporter.report({ ...problem, correction: whole });
  };
  const { root, broken } = readLimited(source, key + source.text.slice(start, end), lineStart, { report });
  const value = root?.kind === "map" ? root.entries[0]?.value : undefined;
  return { root: value?.kind === "scalar" ? undefined : value, broken };
}

/** Explanations of lines that mean something else between braces. */
const IN_BRACES = new Set(["yaml-syntax", "braces-at-start"]);

/** `text` stands in the source from `start` on. */
function readLimited(source: Source, text: string, start: number, reporter: Reporter): Parsed {
  const excess = findExcess(text);
  if (excess === undefined) return readRepairing(source, new Draft(source, text, start), reporter);
  const offset = start + excess.offset;
  reporter.report(problemAt({ source, start: offset, end: offset + 1 }, excess.finding));
  return { root: undefined, broken: [offset] };
}

function readRepairing(source: Source, draft: Draft, reporter: Reporter): Parsed {
  const passes = Math.max(2, Math.min(MOST_PASSES, Math.floor(MOST_CHARACTERS / Math.max(1, draft.text.length))));
  const guessed: number[] = [];
  for (let pass = 1; ; pass++) {
    const text = draft.text;
    const document = read(text);
    if (document.errors.length > 0) {
      const repaired = repair(document.errors, draft, reporter);
      guessed.push(...repaired.guessed);
      if (repaired.some && pass < passes) continue;
    }
    const place = { source, parsed: { name: source.name, text }, original: draft.offsets() };
    const root = document.contents === null ? undefined : toNode(document.contents, place, reporter);
    const original = place.original ?? ((offset: number) => offset);
    const broken = [...guessed, ...document.errors.map((error) => original(error.pos[0]))];
    return { root, broken: broken.sort((a, b) => a - b) };
  }
}

/**
 * `failsafe`: every scalar stays the text that was written. Duplicate keys are ours to report (the library compares
 * each key with each other). Aliases are never followed, so none can explode.
 */
const read = (text: string) =>
  parseDocument(text, { schema: "failsafe", uniqueKeys: false, prettyErrors: false, merge: false, logLevel: "silent" });

interface Repairs {
  /** Something was repaired: reading again is worth it. */
  readonly some: boolean;
  /** Offsets in the source of repairs that only let us read on: what the writer meant there is not known. */
  readonly guessed: readonly number[];
}

/** Explains the errors and repairs the draft. */
function repair(errors: readonly YAMLError[], draft: Draft, reporter: Reporter): Repairs {
  const fresh = explain(errors, draft).filter((mistake) => !draft.isRepaired(mistake.line));
  const first = errors[0];
  if (fresh.length === 0 && first !== undefined) reportPlain(first, draft, reporter);
  // Places first: repairing one line moves nothing in the others, but changes its own columns.
  const places = fresh.map((mistake) => draft.spanOf(mistake.line, mistake.column, mistake.length));
  for (const [index, { finding, line, repaired }] of fresh.entries()) {
    reporter.report(problemAt(places[index], { ...finding, correction: repaired?.join("\n") }));
    if (repaired !== undefined) draft.replace(line, repaired);
  }
  const guessed = places.filter((_, index) => fresh[index]?.finding.code === "unclosed-bracket");
  return { some: fresh.some((mistake) => mistake.repaired !== undefined), guessed: guessed.map((at) => at.start) };
}

/** Quotes and brackets that stay open swallow what follows: while there are any, other errors mean nothing. */
function explain(errors: readonly YAMLError[], draft: Draft): readonly Mistake[] {
  const written = withoutBlocks(draft.lines);
  const open = [...unclosedQuotes(written), ...unclosedBrackets(written)];
  if (open.length > 0) return open;
  const read: Source = { name: "", text: draft.text };
  const lines = new Set(errors.map((error) => lineIndex(read, error.pos[0])));
  const byLine = new Map<number, Mistake>();
  for (const line of lines) {
    const mistake = mistakeOn(written, line);
    if (mistake !== undefined && !byLine.has(mistake.line)) byLine.set(mistake.line, mistake);
  }
  return [...byLine.values()];
}

/** An error that no detector recognises, in general words. */
function reportPlain(error: YAMLError, draft: Draft, reporter: Reporter): void {
  const read: Source = { name: "", text: draft.text };
  const line = lineIndex(read, error.pos[0]);
  const column = error.pos[0] - (lineStarts(read)[line] ?? 0);
  const at = draft.spanOf(line, column, Math.max(1, error.pos[1] - error.pos[0]));
  reporter.report(problemAt(at, plainFinding(error)));
}

function plainFinding(error: YAMLError) {
  if (error.code === "MULTIPLE_DOCS") return say.severalDocuments();
  if (/flow|Flow/.test(error.message)) return say.flowSyntax();
  return say.yamlSyntax();
}
