/** CSS text → rules with compiled selectors and declarations that know their place; everything wrong in it is reported. */
import type { CssNode, Declaration as DeclarationNode } from "css-tree";
import parse from "css-tree/parser";
import type { Diagnostics, Source, Span } from "../diagnostics/diagnostic.js";
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

/** The rules of a stylesheet, in order from `firstOrder` on. */
export function parseStylesheet(css: CssText, firstOrder: number, diagnostics: Diagnostics): Rule[] {
  const sheet = parseCss(css, "stylesheet", diagnostics);
  const rules: Rule[] = [];
  if (sheet.type !== "StyleSheet") return rules;
  let order = firstOrder;
  for (const node of sheet.children.toArray()) {
    if (node.type === "Comment" || node.type === "WhiteSpace") continue;
    if (node.type === "Atrule") diagnostics.report(say.unsupportedRule(spanOf(css, node), node.name));
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
export function parseInlineStyle(css: CssText, diagnostics: Diagnostics): readonly Declaration[] {
  const list = parseCss(css, "declarationList", diagnostics);
  return list.type === "DeclarationList" ? declarationsIn(css, list.children.toArray(), diagnostics) : [];
}

function parseCss(css: CssText, context: string, diagnostics: Diagnostics): CssNode {
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

function declarationsIn(css: CssText, nodes: readonly CssNode[], diagnostics: Diagnostics): Declaration[] {
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

function readDeclaration(css: CssText, node: DeclarationNode, diagnostics: Diagnostics): Declaration | undefined {
  const at = spanOf(css, node);
  const property = node.property.startsWith("--") ? node.property : node.property.toLowerCase();
  if (node.value.type !== "Value") return undefined;
  const tokens = node.value.children.toArray();
  const hasVariables = tokens.some(mentionsVariable);
  const declaration: Declaration = { property, tokens, hasVariables, important: Boolean(node.important), at };
  if (property.startsWith("--") && !(property in PROPERTIES)) return declaration;
  if (!(property in PROPERTIES) && !(property in SHORTHANDS)) {
    const known = [...Object.keys(PROPERTIES), ...Object.keys(SHORTHANDS)];
    diagnostics.report(say.unknownProperty(at, property, suggest(property, known)));
    return undefined;
  }
  if (!hasVariables && !isGlobalKeyword(tokens) && !expand(declaration, tokens, TRIAL)) {
    diagnostics.report(say.badValue(at, property, valueText(at)));
    return undefined;
  }
  return declaration;
}

/** A declaration's longhands with typed values; undefined when the value makes no sense. */
export function expand(
  declaration: Declaration,
  tokens: Tokens,
  units: Units,
  direction: "ltr" | "rtl" = "ltr",
): readonly (readonly [name: string, value: unknown])[] | undefined {
  const shorthand = SHORTHANDS[declaration.property];
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

/** `inherit` and `initial`, which any property takes. */
export const isGlobalKeyword = (tokens: Tokens): "inherit" | "initial" | undefined => {
  const [token] = tokens;
  if (tokens.length !== 1 || token?.type !== "Identifier") return undefined;
  return token.name === "inherit" || token.name === "initial" ? token.name : undefined;
};

const mentionsVariable = (token: CssNode): boolean =>
  token.type === "Function" && (token.name === "var" || functionTokens(token).some(mentionsVariable));

/** The value as it was written, for messages. */
const valueText = (at: Span): string =>
  at.source.text
    .slice(at.start, at.end)
    .replace(/^[^:]*:\s*/, "")
    .replace(/\s*;?\s*$/, "");

function spanOf(css: CssText, node: CssNode): Span {
  const start = css.start + (node.loc?.start.offset ?? 0);
  return { source: css.source, start, end: css.start + (node.loc?.end.offset ?? 0) };
}
