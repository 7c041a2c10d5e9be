/** Styles and objects → how far they reach above and below the baseline (CSS 2, §10.8). */
import type { Pt } from "../units.js";
import type { Inline, LineHeight, TextStyle } from "./spec.js";
import type { FontStore } from "./store.js";

export interface Extent {
  readonly above: Pt;
  readonly below: Pt;
}

/** What Latin fonts have on average; only for a kit without any font. */
const DEFAULT_METRICS = { ascent: 0.8, descent: -0.2, unitsPerEm: 1 };

/**
 * The inline box of a style: its first face's ascent and descent with half of the leading on each side. Fallback faces
 * do not count, so that one arrow does not push lines apart.
 */
export function styleExtent(style: TextStyle, lineHeight: LineHeight, fonts: FontStore): Extent {
  const face = fonts.chain(style.families, style.weight, style.italic)[0] ?? DEFAULT_METRICS;
  const scale = style.size / face.unitsPerEm;
  const ascent = face.ascent * scale;
  const descent = -face.descent * scale;
  const height = lineHeight.kind === "factor" ? lineHeight.value * style.size : lineHeight.value;
  const halfLeading = (height - ascent - descent) / 2;
  return { above: ascent + halfLeading + style.raise, below: descent + halfLeading - style.raise };
}

/** Extent of an inline that is not a break. */
export function inlineExtent<T>(
  inline: Exclude<Inline<T>, { kind: "break" }>,
  lineHeight: LineHeight,
  fonts: FontStore,
): Extent {
  if (inline.kind === "text") return styleExtent(inline.style, lineHeight, fonts);
  return { above: inline.height - inline.drop, below: inline.drop };
}

/** The larger of two extents in each direction. */
export const unite = (a: Extent, b: Extent): Extent => ({
  above: Math.max(a.above, b.above),
  below: Math.max(a.below, b.below),
});
