/** A template's source → a compiled template whose tags carry their place; shared parts (`{{> name}}`) come along. */
import Handlebars from "handlebars";
import type { Field, Template } from "../content/kit.js";
import type { Source, Span } from "../diagnostics/diagnostic.js";
import type { Reporter } from "../diagnostics/limit.js";
import type { LocalKit } from "../localise/index.js";
import { checkCall, checkExpressions } from "./check.js";
import { ATTRIBUTE, BUILT_IN_HELPERS, countedEach, createHelpers, HELPER_NAMES, PRINTED } from "./helpers.js";
import { createBudget } from "./limits.js";
import * as say from "./messages.js";
import { fieldNames, type Known } from "./names.js";
import { type Place, placer, syntaxProblem } from "./places.js";
import { firstWords, OPENING_TAG, outsideTags, readableText, type TagState } from "./tags.js";

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
  /** The shared part that an error of `run` comes from; undefined for the template itself. */
  readonly partOf: (error: unknown) => Source | undefined;
}

/** Reads `templates/NAME.hbs` of a shared part. */
export type PartReader = (name: string) => Source | undefined;

export interface TemplateTools {
  readonly readPart: PartReader;
  /** Names that every template of the kit may use. */
  readonly names: ReadonlyMap<string, Known>;
  readonly local: Pick<LocalKit, "intl" | "number" | "quotes">;
  readonly diagnostics: Reporter;
}

/** What is gathered while a template and its parts are read. */
interface Compilation extends TemplateTools {
  readonly handlebars: typeof Handlebars;
  readonly spans: Span[];
  readonly styles: StyleText[];
  /** Parts by name, and the chain of parts being read: a part that comes round to itself would never end. */
  readonly parts: Set<string>;
  readonly chain: readonly string[];
  /** A problem that keeps the template from running. */
  readonly fail: () => void;
  readonly registerPart: (name: string, source: Source, program: hbs.AST.Program) => void;
}

/** How one source of a compilation is read. */
interface Reading {
  readonly place: Place;
  readonly tag: TagState;
  /** What names stand for where the walk is; nothing is known inside a shared part. */
  readonly scope: Known;
  readonly isPart: boolean;
}

const STYLE_ELEMENT = /<style>([\s\S]*?)<\/style>/g;
const COMMENT = /<!--[\s\S]*?-->/g;

const COMPILE_OPTIONS = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(HELPER_NAMES.map((name) => [name, true])),
  preventIndent: true,
} as CompileOptions;

/** Compiles a template; undefined (and reported) when it cannot be filled in. */
export function compileTemplate(template: Template, tools: TemplateTools): CompiledTemplate | undefined {
  const handlebars = Handlebars.create();
  const budget = createBudget(say.TOO_MANY_TURNS);
  handlebars.registerHelper(createHelpers(tools.local));
  handlebars.registerHelper("each", countedEach(handlebars.helpers.each!, budget));
  const partOfError = new WeakMap<object, Source>();
  let failed = false;
  const work: Compilation = {
    ...tools,
    handlebars,
    spans: [],
    styles: [],
    parts: new Set(),
    chain: [],
    fail: () => {
      failed = true;
    },
    registerPart(name, source, program) {
      const fill = handlebars.compile(program, COMPILE_OPTIONS);
      handlebars.registerPartial(name, (context, options) => {
        try {
          budget.spend(undefined);
          return fill(context, options);
        } catch (error) {
          if (error instanceof Error && !partOfError.has(error)) partOfError.set(error, source);
          throw error;
        }
      });
    },
  };
  const names = new Map([...tools.names, ...fieldNames(template.fields)]);
  checkFieldNames(template.fields, tools.names, work);
  const program = readSource(template.source, template.bodyStart, { names }, work);
  if (!program || failed) return undefined;
  const fill = handlebars.compile(program, COMPILE_OPTIONS);
  return {
    run(context) {
      budget.reset();
      return fill(context);
    },
    spans: work.spans,
    styles: work.styles,
    partOf: (error) => (error instanceof Error ? partOfError.get(error) : undefined),
  };
}

const HELPERS: ReadonlySet<string> = new Set([...HELPER_NAMES, ...BUILT_IN_HELPERS]);

/** `{{date}}` cannot be a field and a helper: the helper would win, silently. Nor may a field hide the kit's own names. */
function checkFieldNames(fields: readonly Field[], taken: ReadonlyMap<string, unknown>, work: Compilation): void {
  for (const field of fields) {
    if (HELPERS.has(field.name) || taken.has(field.name)) {
      work.diagnostics.report(say.reservedName(field.at, field.name));
      work.fail();
    }
    checkFieldNames(field.fields ?? field.item?.fields ?? [], new Map(), work);
  }
}

/** Parses a source, gives its tags their places, reads its parts, refuses what templates may not hold. */
function readSource(source: Source, bodyStart: number, scope: Known, work: Compilation): hbs.AST.Program | undefined {
  const body = withoutStyles(source, bodyStart, work);
  let program: hbs.AST.Program;
  try {
    program = work.handlebars.parse(body);
  } catch (error) {
    work.diagnostics.report(syntaxProblem(error, source, bodyStart));
    work.fail();
    return undefined;
  }
  const place = placer(source, bodyStart, body);
  readStatements(program, { place, tag: outsideTags(), scope, isPart: work.chain.length > 0 }, work);
  return program;
}

/** The body with its `<style>` elements and comments blanked out, so that every offset stays true. */
function withoutStyles(source: Source, bodyStart: number, work: Compilation): string {
  const blank = (text: string): string => text.replace(/[^\r\n]/g, " ");
  return source.text
    .slice(bodyStart)
    .replace(COMMENT, blank)
    .replace(STYLE_ELEMENT, (whole, css: string, offset: number) => {
      work.styles.push({ source, text: css, start: bodyStart + offset + "<style>".length });
      return blank(whole);
    });
}

/** Walks every statement of a program, blocks included, in the order of the text. */
function readStatements(program: hbs.AST.Program, reading: Reading, work: Compilation): void {
  for (const [index, statement] of program.body.entries()) {
    switch (statement.type) {
      case "ContentStatement":
        readContent(statement as hbs.AST.ContentStatement, reading, work);
        break;
      case "MustacheStatement":
        program.body[index] = readValue(statement as hbs.AST.MustacheStatement, reading, work);
        break;
      case "BlockStatement":
        readBlock(statement as hbs.AST.BlockStatement, reading, work);
        break;
      case "PartialStatement":
        readPart(statement as hbs.AST.PartialStatement, reading, work);
        break;
      case "CommentStatement":
        break;
      default:
        work.diagnostics.report(say.unsupportedStatement(reading.place(statement.loc)));
        work.fail();
    }
  }
}

/** Gives each tag of a text its place, and refuses words: words live in `ui.yaml`. */
function readContent(node: hbs.AST.ContentStatement, { place, tag }: Reading, work: Compilation): void {
  // `value` has lost the white space around standalone blocks, `original` has not: tags stand in the same order in both.
  const original = String(node.original);
  const places = [...original.matchAll(OPENING_TAG)].map((found) => place(node.loc, found.index, found[0].length));
  let next = 0;
  node.value = node.value.replace(OPENING_TAG, (whole) => {
    work.spans.push(places[next++]!);
    return `${whole} data-at="${work.spans.length - 1}"`;
  });
  const found = firstWords(readableText(original, tag));
  if (found) work.diagnostics.report(say.templateWords(place(node.loc, found.index, found.words.length), found.words));
}

/** A value; inside a tag it prints as plain words, outside of one as the language writes it. */
function readValue(node: hbs.AST.MustacheStatement, reading: Reading, work: Compilation): hbs.AST.MustacheStatement {
  if (!node.escaped) {
    work.diagnostics.report(say.rawValue(reading.place(node.loc)));
    work.fail();
  }
  checkCall(node, reading, work);
  if (node.path.type !== "PathExpression") return node;
  const path = node.path as hbs.AST.PathExpression;
  const value =
    node.params.length > 0 || node.hash
      ? ({ type: "SubExpression", path, params: node.params, hash: node.hash, loc: node.loc } as hbs.AST.SubExpression)
      : Object.assign(path, { strict: true });
  const name = reading.tag.inside ? ATTRIBUTE : PRINTED;
  const helper = { type: "PathExpression", data: false, depth: 0, parts: [name], original: name, loc: node.loc };
  return {
    ...node,
    path: helper as hbs.AST.PathExpression,
    params: [value],
    hash: undefined as unknown as hbs.AST.Hash,
  };
}

function readBlock(node: hbs.AST.BlockStatement, reading: Reading, work: Compilation): void {
  const inner = checkCall(node, reading, work);
  if (node.program) readStatements(node.program, { ...reading, scope: inner }, work);
  if (node.inverse) readStatements(node.inverse, reading, work);
}

function readPart(node: hbs.AST.PartialStatement, reading: Reading, work: Compilation): void {
  checkExpressions(node, reading, work);
  const name = node.name.type === "PathExpression" ? (node.name as hbs.AST.PathExpression).original : "";
  const at = reading.place(node.loc);
  if (work.chain.includes(name)) {
    work.diagnostics.report(say.endlessPartial(at, name));
    work.fail();
  }
  if (work.parts.has(name)) return;
  work.parts.add(name);
  const source = name ? work.readPart(name) : undefined;
  const program = source && readSource(source, 0, {}, { ...work, chain: [...work.chain, name] });
  if (program) {
    work.registerPart(name, source, program);
  } else {
    if (!source) work.diagnostics.report(name ? say.unknownPartial(at, name) : say.unsupportedStatement(at));
    work.fail();
  }
}
