/** Computed styles → text styles at a given shrink, each made once. */
import type { Style } from "../style/style.js";
import type { LineHeight, TextStyle } from "../text/index.js";

/** Superscripts and subscripts move by these shares of the surrounding size (the common defaults of font tools). */
const SUPER_RAISE = 0.36;
const SUB_DROP = 0.16;

/** How much of its size a text keeps: 1 at shrink 0, the floor's ratio at shrink 1. */
export const shrinkFactor = (style: Style, shrink: number): number =>
  style.fit === "none" ? 1 : 1 - shrink * (1 - style.fit.ratio);

/** A text style in the language of the kit, or in the one that some words are in. */
export type TextStyles = (style: Style, shrink: number, lang?: string) => TextStyle;

/** Keeps text styles by computed style and shrink, so that equal styles are one object. */
export function createTextStyles(own: string): TextStyles {
  const known = new Map([[own, stylesIn(own)]]);
  return (style, shrink, lang = own) => {
    let styles = known.get(lang);
    if (!styles) {
      styles = stylesIn(lang);
      known.set(lang, styles);
    }
    return styles(style, shrink);
  };
}

function stylesIn(lang: string): (style: Style, shrink: number) => TextStyle {
  const known = new WeakMap<Style, Map<number, TextStyle>>();
  return (style, shrink) => {
    const step = style.fit === "none" ? 0 : shrink;
    let byShrink = known.get(style);
    if (!byShrink) {
      byShrink = new Map();
      known.set(style, byShrink);
    }
    const found = byShrink.get(step);
    if (found) return found;
    const made = textStyle(style, shrinkFactor(style, step), lang);
    byShrink.set(step, made);
    return made;
  };
}

function textStyle(style: Style, factor: number, lang: string): TextStyle {
  const size = style.fontSize * factor;
  return {
    families: style.fontFamily,
    weight: style.fontWeight,
    italic: style.fontStyle === "italic",
    size,
    color: style.color,
    letterSpacing: style.letterSpacing * factor,
    features: style.fontFeatures,
    lang,
    underline: style.textDecoration === "underline",
    strike: style.textDecoration === "line-through",
    raise: style.verticalAlign === "super" ? size * SUPER_RAISE : style.verticalAlign === "sub" ? -size * SUB_DROP : 0,
    hyphens: style.hyphens === "auto",
  };
}

export const lineHeightOf = (style: Style, shrink: number): LineHeight =>
  style.lineHeight.kind === "factor"
    ? style.lineHeight
    : { kind: "fixed", value: style.lineHeight.value * shrinkFactor(style, shrink) };
