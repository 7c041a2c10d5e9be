/** `@press { --violet: device-cmyk(…) }` in theme.css → the colours of the theme whose inks somebody chose for the press. */
import type { CssNode } from "css-tree";
import type { Span } from "../diagnostics/diagnostic.js";
import type { Reporter } from "../diagnostics/limit.js";
import { suggest } from "../diagnostics/suggest.js";
import type { Color } from "../graphics.js";
import * as say from "./messages.js";
import { type CssText, parseCss, spanOf } from "./stylesheet.js";
import * as read from "./values.js";

/** The at-rule that only the press reads. */
export const PRESS_RULE = "press";

/** Cyan, magenta, yellow and black, 0 to 1 each. */
export type Inks = readonly [number, number, number, number];

/** A colour of the theme and what it is printed with. */
export interface ChosenInk {
  /** Of the variable: `--violet`. */
  readonly name: string;
  readonly color: Color;
  readonly inks: Inks;
  readonly at: Span;
}

/** All that the theme chooses; what makes no sense is reported and left out. A syntax error was reported by who reads the rest. */
export function readPressInks(theme: CssText, diagnostics: Reporter): readonly ChosenInk[] {
  if (!theme.text.includes(`@${PRESS_RULE}`)) return [];
  const sheet = parseCss(theme, "stylesheet", { report: () => {} });
  if (sheet.type !== "StyleSheet") return [];
  const nodes = sheet.children.toArray();
  const colors = rootColors(nodes);
  return nodes.flatMap((node) => (isPress(node) ? inksIn(theme, node, colors, diagnostics) : []));
}

type Press = Extract<CssNode, { type: "Atrule" }>;

const isPress = (node: CssNode): node is Press => node.type === "Atrule" && node.name === PRESS_RULE;

/** The variables of `:root`, the last one of a name; undefined for what is no plain colour. */
function rootColors(nodes: readonly CssNode[]): ReadonlyMap<string, Color | undefined> {
  const colors = new Map<string, Color | undefined>();
  for (const node of nodes) {
    if (node.type !== "Rule" || !isRoot(node.prelude)) continue;
    for (const part of node.block.children.toArray()) {
      if (part.type !== "Declaration" || !part.property.startsWith("--") || part.value.type !== "Value") continue;
      const tokens = part.value.children.toArray();
      colors.set(part.property, tokens.length === 1 ? read.color(tokens[0]!) : undefined);
    }
  }
  return colors;
}

/** `:root` and nothing else. */
function isRoot(prelude: CssNode): boolean {
  if (prelude.type !== "SelectorList" || prelude.children.size !== 1) return false;
  const selector = prelude.children.first;
  if (selector?.type !== "Selector" || selector.children.size !== 1) return false;
  const part = selector.children.first;
  return part?.type === "PseudoClassSelector" && part.name === "root";
}

function inksIn(
  theme: CssText,
  press: Press,
  colors: ReadonlyMap<string, Color | undefined>,
  diagnostics: Reporter,
): readonly ChosenInk[] {
  const { prelude, block } = press;
  // What is no words at all is a syntax error, which was reported.
  if (prelude?.type === "AtrulePrelude") diagnostics.report(say.pressWords(spanOf(theme, prelude)));
  else if (!block && !prelude) diagnostics.report(say.pressNoBlock(spanOf(theme, press)));
  const chosen: ChosenInk[] = [];
  for (const node of block?.children.toArray() ?? []) {
    const at = spanOf(theme, node);
    if (node.type !== "Declaration" || node.value.type !== "Value") {
      if (node.type !== "Comment") diagnostics.report(say.pressSyntax(at));
      continue;
    }
    const name = node.property;
    const color = colors.get(name);
    const inks = inksOf(node.value.children.toArray());
    if (!colors.has(name)) diagnostics.report(say.pressUnknown(at, name, suggest(name, [...colors.keys()])));
    else if (color === undefined) diagnostics.report(say.pressNoColor(at, name));
    if (inks === undefined) diagnostics.report(say.pressBadInks(at, name));
    if (color && inks) chosen.push({ name, color, inks, at });
  }
  return chosen;
}

/** `device-cmyk(0% 40% 95% 0%)`, or numbers from 0 to 1, as CSS Color 5 has it. */
function inksOf(tokens: read.Tokens): Inks | undefined {
  const [call] = tokens;
  if (tokens.length !== 1 || call?.type !== "Function" || call.name.toLowerCase() !== "device-cmyk") return undefined;
  const inks = read.functionTokens(call).map(share);
  return inks.length === 4 && inks.every((ink) => ink !== undefined) ? (inks as unknown as Inks) : undefined;
}

function share(token: read.Token): number | undefined {
  const percent = read.percentage(token);
  const value = percent === undefined ? read.number(token) : Number.parseFloat(percent) / 100;
  return value !== undefined && value >= 0 && value <= 1 ? value : undefined;
}
