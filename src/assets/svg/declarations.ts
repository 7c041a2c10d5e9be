/** `style=""`, `<style>` and presentation attributes → the declarations of each element, strongest first. */
import { svgExternal, svgUnsupported } from "../messages.js";
import type { Place, Report, SvgElement } from "./document.js";
import { PRESENTATION_ATTRIBUTES } from "./properties.js";

export interface Declaration extends Place {
  readonly property: string;
  readonly value: string;
  readonly important: boolean;
}

/** What an element says about its own look, by property. */
export type Declared = ReadonlyMap<string, Declaration>;

export interface StyleRule {
  readonly tag: string | undefined;
  readonly id: string | undefined;
  readonly classes: readonly string[];
  readonly declarations: readonly Declaration[];
}

/** Values may hold strings and brackets; neither may end them. */
const DECLARATION = /([\w-]+)\s*:\s*((?:[^;"'()]|"[^"]*"|'[^']*'|\((?:[^()"']|"[^"]*"|'[^']*'|\([^()]*\))*\))*)/g;
const IMPORTANT = /\s*!\s*important\s*$/i;
const SELECTOR = /^(\*|[A-Za-z][\w-]*)?((?:[.#][\w\-\u00a0-\uffff]+)*)$/;
/** One rule or one at-rule; an at-rule's block may hold rules. */
const STATEMENT = /\s*(?:(@[\w-]+)([^;{}]*)(?:;|\{(?:[^{}]|\{[^{}]*\})*\})|([^{}]*)\{([^{}]*)\})/y;
const CSS_COMMENT = /\/\*[\s\S]*?(?:\*\/|$)|<!--|-->/g;

/** Reads `a: b; c: d`; `offset` is where `css` begins in the SVG. */
export function parseDeclarations(css: string, offset: number): readonly Declaration[] {
  return Array.from(css.matchAll(DECLARATION), (found) => ({
    property: found[1]!.toLowerCase(),
    value: found[2]!.replace(IMPORTANT, "").trim(),
    important: IMPORTANT.test(found[2]!),
    start: offset + found.index,
    end: offset + found.index + found[0].trimEnd().length,
  }));
}

/** Reads every `<style>` in the tree, weakest rule first; reports selectors and at-rules that are not understood. */
export function readStyleRules(root: SvgElement, report: Report): readonly StyleRule[] {
  const rules: StyleRule[] = [];
  const visit = (element: SvgElement): void => {
    if (element.name === "style") rules.push(...parseStyleSheet(element, report));
    for (const child of element.children) visit(child);
  };
  visit(root);
  return rules.sort((a, b) => specificity(a) - specificity(b));
}

function parseStyleSheet(style: SvgElement, report: Report): readonly StyleRule[] {
  const css = style.text.replace(CSS_COMMENT, (comment) => " ".repeat(comment.length));
  const rules: StyleRule[] = [];
  let at = 0;
  while (at < css.trimEnd().length) {
    STATEMENT.lastIndex = at;
    const found = STATEMENT.exec(css);
    const lead = css.slice(at).length - css.slice(at).trimStart().length;
    const start = style.textStart + at + lead;
    if (found === null) {
      report(svgUnsupported(css.slice(at + lead, at + lead + 30).trim()), { start, end: start + 1 });
      break;
    }
    at = STATEMENT.lastIndex;
    const [whole, atRule, , selectors, body] = found;
    if (atRule !== undefined) reportAtRule(atRule, { start, end: style.textStart + at }, report);
    if (selectors === undefined || body === undefined) continue;
    const declarations = parseDeclarations(body, style.textStart + at - 1 - body.length);
    const place = { start, end: start + whole.trim().length };
    for (const selector of selectors.split(",")) {
      const rule = parseSelector(selector.trim(), declarations);
      if (rule === undefined) report(svgUnsupported(selector.trim()), place);
      else rules.push(rule);
    }
  }
  return rules;
}

function reportAtRule(name: string, place: Place, report: Report): void {
  if (name === "@import") report(svgExternal(name), place);
  // A drawing has no text, so its fonts do nothing; charset is always UTF-8.
  else if (name !== "@charset" && name !== "@font-face" && name !== "@namespace") report(svgUnsupported(name), place);
}

function parseSelector(selector: string, declarations: readonly Declaration[]): StyleRule | undefined {
  const found = SELECTOR.exec(selector);
  if (found === null || selector === "") return undefined;
  const parts = found[2]!.match(/[.#][^.#]+/g) ?? [];
  return {
    tag: found[1] === "*" ? undefined : found[1],
    id: parts.find((part) => part.startsWith("#"))?.slice(1),
    classes: parts.filter((part) => part.startsWith(".")).map((part) => part.slice(1)),
    declarations,
  };
}

const specificity = (rule: StyleRule): number =>
  (rule.id === undefined ? 0 : 10_000) + rule.classes.length * 100 + (rule.tag === undefined ? 0 : 1);

/** The cascade for one element: attributes, then rules, then `style=""`, then what is important. */
export function declarationsOf(element: SvgElement, rules: readonly StyleRule[]): Declared {
  const declared = new Map<string, Declaration>();
  const put = (declaration: Declaration): void => {
    if (declaration.important || !declared.get(declaration.property)?.important)
      declared.set(declaration.property, declaration);
  };
  for (const attribute of element.attributes.values()) {
    if (!PRESENTATION_ATTRIBUTES.has(attribute.name)) continue;
    const { name: property, value, start, end } = attribute;
    declared.set(property, { property, value: value.trim(), important: false, start, end });
  }
  for (const rule of rules) if (matches(rule, element)) rule.declarations.forEach(put);
  const inline = element.attributes.get("style");
  if (inline !== undefined) parseDeclarations(inline.value, inline.start + "style='".length).forEach(put);
  return declared;
}

function matches(rule: StyleRule, element: SvgElement): boolean {
  if (rule.tag !== undefined && rule.tag !== element.name) return false;
  if (rule.id !== undefined && rule.id !== element.attributes.get("id")?.value) return false;
  if (rule.classes.length === 0) return true;
  const classes = element.attributes.get("class")?.value.split(/\s+/) ?? [];
  return rule.classes.every((name) => classes.includes(name));
}
