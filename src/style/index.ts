/** Style: markup + stylesheets → a tree with a computed style on each element. */
import type { MarkupElement } from "../compose/markup.js";
import type { Reporter } from "../diagnostics/limit.js";
import type { Size } from "../units.js";
import { createCascade } from "./cascade.js";
import { DEFAULT_STYLESHEET } from "./defaults.js";
import { PRESS_RULE } from "./press-inks.js";
import type { StyledElement } from "./style.js";
import { type CssText, parseStylesheet, type Rule } from "./stylesheet.js";

export { type ChosenInk, type Inks, readPressInks } from "./press-inks.js";
export type { Style, StyledElement, StyledNode } from "./style.js";
export type { CssText } from "./stylesheet.js";

/** Styles faces of one template at one size; keep it, its caches serve every piece. */
export interface Styler {
  style(root: MarkupElement): StyledElement;
}

/** Our own defaults and the kit's theme, parsed once for all templates. */
export function parseTheme(theme: CssText | undefined, diagnostics: Reporter): readonly Rule[] {
  const defaults = parseStylesheet(DEFAULT_STYLESHEET, 0, diagnostics);
  return theme ? [...defaults, ...parseStylesheet(theme, defaults.length, diagnostics, [PRESS_RULE])] : defaults;
}

/** The styler of one template (with its own `<style>` texts) for faces of a given trim. */
export function createStyler(
  theme: readonly Rule[],
  own: readonly CssText[],
  face: Size,
  diagnostics: Reporter,
): Styler {
  let rules = theme;
  for (const css of own) rules = [...rules, ...parseStylesheet(css, rules.length, diagnostics)];
  return createCascade(rules, face, diagnostics);
}
