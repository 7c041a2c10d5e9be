/** Rules + markup → styled tree. Elements that cannot differ share one computed style. */
import type { MarkupElement, MarkupNode } from "../compose/markup.js";
import type { Diagnostic, Span } from "../diagnostics/diagnostic.js";
import type { Reporter } from "../diagnostics/limit.js";
import type { Size } from "../units.js";
import * as say from "./messages.js";
import { mirrored } from "./mirror.js";
import { INHERITED, INITIAL_STYLE, PROPERTIES } from "./properties.js";
import type { Subject } from "./selectors.js";
import type { Style, StyledElement, StyledNode } from "./style.js";
import { type Declaration, expand, isGlobalKeyword, isProperty, parseInlineStyle, type Rule } from "./stylesheet.js";
import type { Units } from "./values.js";
import { declareVariables, NO_VARIABLES, substitute, type Variables } from "./variables.js";

/** A computed style with the variables in force and a number that stands for it in cache keys. */
interface Computed {
  readonly id: number;
  readonly style: Style;
  readonly variables: Variables;
}

export interface Cascade {
  /** Styles a whole face. */
  style(root: MarkupElement): StyledElement;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Properties that others are measured by: computed first. */
const FIRST = ["direction", "font-size"] as const;

export function createCascade(rules: readonly Rule[], face: Size, diagnostics: Reporter): Cascade {
  const byKey = indexRules(rules);
  const structural = rules.some(({ selector }) => selector.structural);
  const attributeNames = [...new Set([...ALWAYS_LOOKED_AT, ...rules.flatMap(({ selector }) => selector.attributes)])];
  const computed = new Map<string, Computed>();
  let lastId = 0;
  let rootFontSize: number = INITIAL_STYLE.fontSize;

  const compute = (subject: Subject, parent: Computed | undefined): Computed => {
    const { element, index, count } = subject;
    const own = attributeNames.map((name) => attribute(element, name)).join("\u0001");
    const place = structural ? `${index}/${count}` : "";
    const key = `${parent?.id ?? 0}\u0001${element.name}\u0001${own}\u0001${place}`;
    let entry = computed.get(key);
    if (!entry) {
      const declarations = matching(byKey, subject, diagnostics);
      const result = applyDeclarations(declarations, { parent, element, face, rootFontSize, diagnostics });
      entry = { id: ++lastId, ...result };
      computed.set(key, entry);
    }
    if (!parent) rootFontSize = entry.style.fontSize;
    return entry;
  };

  const visit = (element: MarkupElement, subject: Subject, parent: Computed | undefined): StyledElement => {
    const own = compute(subject, parent);
    return { kind: "element", element, style: own.style, children: styleChildren(element.children, subject, own) };
  };

  const styleChildren = (nodes: readonly MarkupNode[], parent: Subject, style: Computed): StyledNode[] => {
    const count = nodes.reduce((sum, node) => sum + (node.kind === "element" ? 1 : 0), 0);
    let index = 0;
    return nodes.map((node) => {
      if (node.kind === "text") return node;
      index += 1;
      return visit(node, { element: node, classes: classesOf(node), parent, index, count }, style);
    });
  };

  return {
    style(root) {
      rootFontSize = INITIAL_STYLE.fontSize;
      return visit(root, { element: root, classes: classesOf(root), parent: undefined, index: 1, count: 1 }, undefined);
    },
  };
}

/** Attributes that selectors of other kinds, or the cascade itself, look at. */
const ALWAYS_LOOKED_AT = ["id", "class", "style", "dir"];

/** An attribute for the cache's key: absent and empty are not the same. */
const attribute = ({ attributes }: MarkupElement, name: string): string =>
  Object.hasOwn(attributes, name) ? `=${attributes[name]}` : "";

const NO_CLASSES: ReadonlySet<string> = new Set();
const classesOf = (element: MarkupElement): ReadonlySet<string> =>
  element.attributes.class ? new Set(element.attributes.class.split(/\s+/).filter(Boolean)) : NO_CLASSES;

function indexRules(rules: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const byKey = new Map<string, Rule[]>();
  for (const rule of rules) {
    const list = byKey.get(rule.selector.key);
    if (list) list.push(rule);
    else byKey.set(rule.selector.key, [rule]);
  }
  return byKey;
}

/** The declarations for an element, weakest first. */
function matching(
  byKey: ReadonlyMap<string, readonly Rule[]>,
  subject: Subject,
  diagnostics: Reporter,
): readonly Declaration[] {
  const keys = ["*", subject.element.name, ...[...subject.classes].map((name) => `.${name}`)];
  const rules = keys
    .flatMap((key) => byKey.get(key) ?? [])
    .filter(({ selector }) => selector.matches(subject))
    .sort((a, b) => a.selector.specificity - b.selector.specificity || a.order - b.order);
  const declarations = rules.flatMap((rule) => rule.declarations);
  const inline = subject.element.attributes.style;
  const all = inline ? [...declarations, ...inlineDeclarations(subject.element, inline, diagnostics)] : declarations;
  return all.some(({ important }) => important)
    ? [...all.filter(({ important }) => !important), ...all.filter(({ important }) => important)]
    : all;
}

function inlineDeclarations(element: MarkupElement, text: string, diagnostics: Reporter): readonly Declaration[] {
  const at: Span = element.at ?? { source: { name: "style", text }, start: 0, end: text.length };
  // Offsets inside an attribute that a template filled in cannot be traced: problems point at the tag.
  const found: Diagnostic[] = [];
  const local: Reporter = { report: (problem) => void found.push(problem) };
  const declarations = parseInlineStyle({ source: { name: at.source.name, text }, text, start: 0 }, local);
  for (const problem of found) diagnostics.report({ ...problem, at });
  return declarations.map((declaration) => ({ ...declaration, at }));
}

interface Surroundings {
  readonly parent: Computed | undefined;
  readonly element: MarkupElement;
  readonly face: Size;
  readonly rootFontSize: number;
  readonly diagnostics: Reporter;
}

function applyDeclarations(
  declarations: readonly Declaration[],
  { parent, element, face, rootFontSize, diagnostics }: Surroundings,
): Omit<Computed, "id"> {
  const inherited = parent?.style ?? INITIAL_STYLE;
  const style: Mutable<Style> = { ...INITIAL_STYLE, ...MEDIUM_BORDERS };
  for (const key of INHERITED) Object.assign(style, { [key]: inherited[key] });
  if (element.attributes.dir === "rtl" || element.attributes.dir === "ltr") style.direction = element.attributes.dir;

  const variables = declareVariables(declarations, parent?.variables ?? NO_VARIABLES);
  const apply = (declaration: Declaration, units: Units): void => {
    const tokens = declaration.hasVariables ? substitute(declaration.tokens, variables) : declaration.tokens;
    if ("problem" in tokens) {
      const explain = tokens.problem === "unknown" ? say.unknownVariable : say.variableCycle;
      diagnostics.report(explain(declaration.at, tokens.name));
      return;
    }
    const keyword = isGlobalKeyword(declaration.property, tokens);
    if (keyword) {
      applyKeyword(style, declaration, keyword, inherited);
      return;
    }
    const values = expand(declaration, tokens, units, style.direction);
    if (!values) {
      diagnostics.report(explainValue(declaration));
      return;
    }
    for (const [name, value] of values) Object.assign(style, { [PROPERTIES[name]!.key]: value });
  };
  const isFirst = ({ property }: Declaration): boolean => (FIRST as readonly string[]).includes(property);
  const before: Units = { fontSize: inherited.fontSize, rootFontSize, face };
  for (const declaration of declarations) if (isFirst(declaration)) apply(declaration, before);
  const units: Units = { fontSize: style.fontSize, rootFontSize: parent ? rootFontSize : style.fontSize, face };
  for (const declaration of declarations) {
    if (isProperty(declaration.property) && !isFirst(declaration)) apply(declaration, units);
  }
  dropUndrawnBorders(style);
  style.mirror &&= style.direction === "rtl";
  if (style.mirror) Object.assign(style, mirrored(style));
  return { style, variables };
}

/** A value that could be right elsewhere: too large a `--fit`, or a variable that holds something else. */
const explainValue = ({ at, property, text, hasVariables }: Declaration): Diagnostic =>
  property === "--fit" && !hasVariables ? say.fitTooLarge(at, text) : say.badValue(at, property, text);

function applyKeyword(
  style: Mutable<Style>,
  { property }: Declaration,
  keyword: "inherit" | "initial",
  inherited: Style,
): void {
  const longhand = PROPERTIES[property];
  if (!longhand) return;
  Object.assign(style, { [longhand.key]: keyword === "inherit" ? inherited[longhand.key] : longhand.initial });
}

/** What a border measures that is given a line but no width: CSS's "medium", 2 px. */
const MEDIUM_BORDERS = { borderTopWidth: 1.5, borderRightWidth: 1.5, borderBottomWidth: 1.5, borderLeftWidth: 1.5 };

/** A border without a line takes no room. */
function dropUndrawnBorders(style: Mutable<Style>): void {
  if (style.borderTopStyle === "none") style.borderTopWidth = 0;
  if (style.borderRightStyle === "none") style.borderRightWidth = 0;
  if (style.borderBottomStyle === "none") style.borderBottomWidth = 0;
  if (style.borderLeftStyle === "none") style.borderLeftWidth = 0;
}
