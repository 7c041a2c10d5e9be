/** CSS text → rules with compiled selectors and declarations that know their place; everything wrong in it is reported. */
import type { CssNode, Declaration as DeclarationNode } from "css-tree";
import parse from "css-tree/parser";
import type { Source, Span } from "../diagnostics/diagnostic.js";
import type { Reporter } from "../diagnostics/limit.js";
import { suggest } from "../diagnostics/suggest.js";
import * as say from "./messages.js";
import { PROPERTIES } from "./properties.js";
import { compileSelector, type Selector, UnsupportedSelector } from "./selectors.js";
import { SHORTHANDS } from "./shorthands.js";
import { functionTokens, type Tokens, type Units } from "./values.js";

export interface Declaration {
  readonly property: string;
  readonly tokens: Tokens;
  readonly important: boolean;
  readonly hasVariables: boolean;
  /** The value as it was written, for messages. */
  readonly text: string;
  readonly at: Span;
}

export interface Rule {
  readonly selector: Selector;
  readonly order: number;
  readonly declarations: readonly Declaration[];
}

/** A piece of CSS inside a source: a whole file, a `<style>` element or a `style` attribute. */
export interface CssText {
  readonly source: Source;
  readonly text: string;
  /** Where `text` begins in the source. */
  readonly start: number;
}

/** Sizes are only checked here, not used: any plausible ones do. */
const TRIAL: Units = { fontSize: 1000, rootFontSize: 1000, face: { width: 100, height: 100 } };

/** The rules of a stylesheet, in order from `firstOrder` on. `elsewhere` names the at-rules that are not for this reader. */
export function parseStylesheet(
  css: CssText,
  firstOrder: number,
  diagnostics: Reporter,
  elsewhere: readonly string[] = [],
): Rule[] {
  const sheet = parseCss(css, "stylesheet", diagnostics);
  const rules: Rule[] = [];
  if (sheet.type !== "StyleSheet") return rules;
  let order = firstOrder;
  for (const node of sheet.children.toArray()) {
    if (node.type === "Comment" || node.type === "WhiteSpace") continue;
    if (node.type === "Atrule" && !elsewhere.includes(node.name))
      diagnostics.report(say.unsupportedRule(spanOf(css, node), node.name));
    if (node.type !== "Rule") continue;
    const declarations = declarationsIn(css, node.block.children.toArray(), diagnostics);
    if (node.prelude.type !== "SelectorList") continue;
    for (const selectorNode of node.prelude.children.toArray()) {
      if (selectorNode.type !== "Selector") continue;
      try {
        rules.push({ selector: compileSelector(selectorNode), order: order++, declarations });
      } catch (error) {
        if (!(error instanceof UnsupportedSelector)) throw error;
        diagnostics.report(say.unsupportedSelector(spanOf(css, selectorNode), error.message));
      }
    }
  }
  return rules;
}

/** The declarations of a `style` attribute. */
export function parseInlineStyle(css: CssText, diagnostics: Reporter): readonly Declaration[] {
  const list = parseCss(css, "declarationList", diagnostics);
  return list.type === "DeclarationList" ? declarationsIn(css, list.children.toArray(), diagnostics) : [];
}

export function parseCss(css: CssText, context: string, diagnostics: Reporter): CssNode {
  return parse(css.text, {
    context,
    positions: true,
    parseCustomProperty: true,
    onParseError: (error) => {
      const start = css.start + Math.min(error.offset, Math.max(css.text.length - 1, 0));
      diagnostics.report(say.cssSyntax({ source: css.source, start, end: start + 1 }, error.message));
    },
  });
}

function declarationsIn(css: CssText, nodes: readonly CssNode[], diagnostics: Reporter): Declaration[] {
  const declarations: Declaration[] = [];
  for (const node of nodes) {
    if (node.type === "Declaration") {
      const declaration = readDeclaration(css, node, diagnostics);
      if (declaration) declarations.push(declaration);
    } else if (node.type === "Rule" || node.type === "Atrule") {
      diagnostics.report(say.unsupportedNode(spanOf(css, node), "règle dans une règle"));
    }
  }
  return declarations;
}

function readDeclaration(css: CssText, node: DeclarationNode, diagnostics: Reporter): Declaration | undefined {
  const at = spanOf(css, node);
  const property = node.property.startsWith("--") ? node.property : node.property.toLowerCase();
  if (node.value.type !== "Value") return undefined;
  const tokens = node.value.children.toArray();
  const hasVariables = tokens.some(mentionsVariable);
  const text = valueText(at);
  const declaration: Declaration = { property, tokens, hasVariables, important: Boolean(node.important), text, at };
  if (isVariable(property)) return declaration;
  if (!isProperty(property)) {
    const known = [...Object.keys(PROPERTIES), ...Object.keys(SHORTHANDS)];
    diagnostics.report(say.unknownProperty(at, property, suggest(property, known)));
    return undefined;
  }
  if (!hasVariables && !isGlobalKeyword(property, tokens) && !expand(declaration, tokens, TRIAL)) {
    diagnostics.report(say.badValue(at, property, text));
    return undefined;
  }
  return declaration;
}

/** Whether a style can have this property; `--fit` and `--safe` are properties, other `--names` are variables. */
export const isProperty = (name: string): boolean => Object.hasOwn(PROPERTIES, name) || Object.hasOwn(SHORTHANDS, name);

export const isVariable = (name: string): boolean => name.startsWith("--") && !Object.hasOwn(PROPERTIES, name);

/** A declaration's longhands with typed values; undefined when the value makes no sense. */
export function expand(
  declaration: Declaration,
  tokens: Tokens,
  units: Units,
  direction: "ltr" | "rtl" = "ltr",
): readonly (readonly [name: string, value: unknown])[] | undefined {
  const shorthand = Object.hasOwn(SHORTHANDS, declaration.property) ? SHORTHANDS[declaration.property] : undefined;
  const longhands = shorthand ? shorthand(tokens, units, direction) : { [declaration.property]: tokens };
  if (!longhands) return undefined;
  const values: [string, unknown][] = [];
  for (const [name, part] of Object.entries(longhands)) {
    const value = PROPERTIES[name]?.parse(part, units);
    if (value === undefined) return undefined;
    values.push([name, value]);
  }
  return values;
}

/** `inherit` and `initial`, which any property takes that is not a shorthand. */
export const isGlobalKeyword = (property: string, tokens: Tokens): "inherit" | "initial" | undefined => {
  const [token] = tokens;
  if (tokens.length !== 1 || token?.type !== "Identifier" || !Object.hasOwn(PROPERTIES, property)) return undefined;
  return token.name === "inherit" || token.name === "initial" ? token.name : undefined;
};

const mentionsVariable = (token: CssNode): boolean =>
  token.type === "Function" && (token.name === "var" || functionTokens(token).some(mentionsVariable));

/** A value longer than this is cut in messages. */
const LONGEST_SHOWN = 60;

/** What stands after the colon of a declaration. */
function valueText({ source, start, end }: Span): string {
  const declaration = source.text.slice(start, end);
  const value = declaration.slice(declaration.indexOf(":") + 1).trim();
  return value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}…` : value;
}

export function spanOf(css: CssText, node: CssNode): Span {
  const start = css.start + (node.loc?.start.offset ?? 0);
  return { source: css.source, start, end: css.start + (node.loc?.end.offset ?? 0) };
}
