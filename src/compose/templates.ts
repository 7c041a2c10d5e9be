/** A template's source → a compiled template whose tags carry their place; shared parts (`{{> name}}`) come along. */
import Handlebars from "handlebars";
import type { Template } from "../content/kit.js";
import type { Diagnostics, Source, Span } from "../diagnostics/diagnostic.js";
import { suggest } from "../diagnostics/suggest.js";
import { HELPERS } from "./helpers.js";
import * as say from "./messages.js";

/** A piece of CSS inside a template. */
export interface StyleText {
  readonly source: Source;
  readonly text: string;
  readonly start: number;
}

export interface CompiledTemplate {
  /** Markup with `data-at="n"` on each tag; `n` is a place in `spans`. Throws Handlebars' own errors. */
  readonly run: (context: object) => string;
  readonly spans: readonly Span[];
  readonly styles: readonly StyleText[];
  readonly source: Source;
  /** Where Handlebars' line 1 is in the source. */
  readonly bodyStart: number;
}

/** Reads `templates/NAME.hbs` of a shared part. */
export type PartReader = (name: string) => Source | undefined;

const STYLE_ELEMENT = /<style>([\s\S]*?)<\/style>/g;
const TAG = /<([a-z][a-z0-9-]*)/g;

interface Compilation {
  readonly handlebars: typeof Handlebars;
  readonly spans: Span[];
  readonly styles: StyleText[];
  readonly parts: Set<string>;
  readonly readPart: PartReader;
  readonly tag: TagState;
  readonly diagnostics: Diagnostics;
}

/** Compiles a template; undefined (and reported) when it cannot be read. */
export function compileTemplate(
  template: Template,
  readPart: PartReader,
  diagnostics: Diagnostics,
): CompiledTemplate | undefined {
  const handlebars = Handlebars.create();
  handlebars.registerHelper(HELPERS);
  const work: Compilation = {
    handlebars,
    spans: [],
    styles: [],
    parts: new Set(),
    readPart,
    tag: { inside: false, quote: "" },
    diagnostics,
  };
  const program = parseBody(template.source, template.bodyStart, work);
  if (!program) return undefined;
  const options = { strict: true, knownHelpersOnly: true, knownHelpers: KNOWN_HELPERS, preventIndent: true };
  const run = handlebars.compile(program, options as CompileOptions);
  return {
    run: (context) => run(context),
    spans: work.spans,
    styles: work.styles,
    source: template.source,
    bodyStart: template.bodyStart,
  };
}

const KNOWN_HELPERS: Record<string, boolean> = Object.fromEntries(Object.keys(HELPERS).map((name) => [name, true]));
const BUILT_IN_HELPERS = ["if", "unless", "each", "with", "lookup"];

function parseBody(source: Source, bodyStart: number, work: Compilation): hbs.AST.Program | undefined {
  const body = withoutStyles(source, bodyStart, work);
  let program: hbs.AST.Program;
  try {
    program = work.handlebars.parse(body);
  } catch (error) {
    work.diagnostics.report(syntaxProblem(error, source, bodyStart));
    return undefined;
  }
  const place = placer(source, bodyStart, body);
  visit(program, (node) => {
    if (node.type === "ContentStatement") markContent(node as hbs.AST.ContentStatement, place, work);
    if (node.type === "PartialStatement") loadPart(node as hbs.AST.PartialStatement, place, work);
    if (node.type === "BlockStatement" || node.type === "MustacheStatement") checkHelper(node as Call, place, work);
  });
  return program;
}

type Call = hbs.AST.BlockStatement | hbs.AST.MustacheStatement;
type Place = (loc: hbs.AST.SourceLocation, shift?: number, length?: number) => Span;

/** The body with its `<style>` elements blanked out, so that every offset stays true. */
function withoutStyles(source: Source, bodyStart: number, work: Compilation): string {
  return source.text.slice(bodyStart).replace(STYLE_ELEMENT, (whole, css: string, offset: number) => {
    work.styles.push({ source, text: css, start: bodyStart + offset + "<style>".length });
    return whole.replace(/[^\n]/g, " ");
  });
}

/** Handlebars' line and column → a span of the source. */
function placer(source: Source, bodyStart: number, body: string): Place {
  const lineStarts = [0];
  for (let index = body.indexOf("\n"); index >= 0; index = body.indexOf("\n", index + 1)) lineStarts.push(index + 1);
  return (loc, shift = 0, length = 1) => {
    const start = bodyStart + lineStarts[loc.start.line - 1]! + loc.start.column + shift;
    return { source, start, end: start + length };
  };
}

/** Where the scan of a template stands: a tag may run over several texts, with values in between. */
interface TagState {
  inside: boolean;
  quote: string;
}

/** The text with its tags blanked out; every offset stays true. */
function outsideTags(text: string, state: TagState): string {
  let outside = "";
  for (const sign of text) {
    const wasInside = state.inside;
    if (!state.inside) state.inside = sign === "<";
    else if (state.quote) state.quote = sign === state.quote ? "" : state.quote;
    else if (sign === '"' || sign === "'") state.quote = sign;
    else if (sign === ">") state.inside = false;
    outside += wasInside || state.inside ? " ".repeat(sign.length) : sign;
  }
  return outside;
}

/** Gives each tag of a text its place, and refuses words: words live in `ui.yaml`. */
function markContent(node: hbs.AST.ContentStatement, place: Place, work: Compilation): void {
  // `value` has lost the white space around standalone blocks, `original` has not: tags stand in the same order in both.
  const original = String(node.original);
  const places = [...original.matchAll(TAG)].map((tag) => place(node.loc, tag.index, tag[0].length));
  let next = 0;
  node.value = node.value.replace(TAG, (whole) => {
    work.spans.push(places[next++]!);
    return `${whole} data-at="${work.spans.length - 1}"`;
  });
  const words = /\p{L}{2}[\p{L} ’']*/u.exec(outsideTags(original, work.tag));
  if (words) work.diagnostics.report(say.templateWords(place(node.loc, words.index, words[0].length), words[0].trim()));
}

function loadPart(node: hbs.AST.PartialStatement, place: Place, work: Compilation): void {
  const name = node.name.type === "PathExpression" ? (node.name as hbs.AST.PathExpression).original : "";
  if (work.parts.has(name)) return;
  work.parts.add(name);
  const source = name ? work.readPart(name) : undefined;
  const program = source && parseBody(source, 0, { ...work, tag: { inside: false, quote: "" } });
  if (!source) work.diagnostics.report(say.unknownPartial(place(node.loc), name));
  work.handlebars.registerPartial(
    name,
    work.handlebars.compile(program ?? "", { knownHelpers: KNOWN_HELPERS } as CompileOptions),
  );
}

/** With parameters, a name can only be a helper. */
function checkHelper(node: Call, place: Place, work: Compilation): void {
  if (node.path.type !== "PathExpression") return;
  const name = (node.path as hbs.AST.PathExpression).original;
  const isCall = node.type === "BlockStatement" || node.params.length > 0;
  if (!isCall || name in HELPERS || BUILT_IN_HELPERS.includes(name)) return;
  const near = suggest(name, [...Object.keys(HELPERS), ...BUILT_IN_HELPERS]);
  work.diagnostics.report(say.unknownHelper(place(node.loc), name, near));
}

/** Walks every statement of a program, blocks included. */
function visit(program: hbs.AST.Program, see: (node: hbs.AST.Statement) => void): void {
  for (const statement of program.body) {
    see(statement);
    if (statement.type !== "BlockStatement") continue;
    const block = statement as hbs.AST.BlockStatement;
    if (block.program) visit(block.program, see);
    if (block.inverse) visit(block.inverse, see);
  }
}

function syntaxProblem(error: unknown, source: Source, bodyStart: number) {
  const message = error instanceof Error ? error.message : String(error);
  const line = Number(/line (\d+)/.exec(message)?.[1] ?? 1);
  const lines = source.text.slice(bodyStart).split("\n");
  const start = bodyStart + lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
  const detail = message.split("\n").at(-1)!.slice(0, 120);
  return say.templateSyntax({ source, start, end: start + (lines[line - 1]?.length ?? 0) }, detail);
}
