/** The table of longhand properties: name → how its value is read, whether children inherit it, what it is at first. */

import { BLACK, TRANSPARENT } from "./colors.js";
import { readGradient } from "./gradients.js";
import {
  alignment,
  aspectRatio,
  borderLine,
  breakBefore,
  colorOrCurrent,
  fit,
  fontFamily,
  fontFeatures,
  fontWeight,
  gridLine,
  lengthAuto,
  lineCount,
  lineHeight,
  listStyle,
  maxSize,
  nonNegative,
  objectPosition,
  rhythm,
  room,
  single,
  size,
  width,
} from "./property-values.js";
import type { Style } from "./style.js";
import { readTracks } from "./tracks.js";
import { readTransforms } from "./transforms.js";
import type { Tokens, Units } from "./values.js";
import * as read from "./values.js";

export interface Longhand<K extends keyof Style = keyof Style> {
  readonly key: K;
  readonly inherited: boolean;
  readonly initial: Style[K];
  /** Undefined when the tokens make no sense for this property. */
  readonly parse: (tokens: Tokens, units: Units) => Style[K] | undefined;
}

function define<K extends keyof Style>(
  key: K,
  initial: Style[K],
  parse: (tokens: Tokens, units: Units) => Style[K] | undefined,
  inherited = false,
): Longhand {
  return { key, initial, parse, inherited } as unknown as Longhand;
}

const inherit = <K extends keyof Style>(
  key: K,
  initial: Style[K],
  parse: (tokens: Tokens, units: Units) => Style[K] | undefined,
): Longhand => define(key, initial, parse, true);

export const PROPERTIES: Readonly<Record<string, Longhand>> = {
  display: define("display", "inline", read.oneOf(["block", "flex", "grid", "inline", "none"] as const)),
  position: define("position", "relative", read.oneOf(["relative", "absolute"] as const)),
  top: define("top", "auto", lengthAuto),
  right: define("right", "auto", lengthAuto),
  bottom: define("bottom", "auto", lengthAuto),
  left: define("left", "auto", lengthAuto),
  width: define("width", "auto", size),
  height: define("height", "auto", size),
  "min-width": define("minWidth", "auto", size),
  "min-height": define("minHeight", "auto", size),
  "max-width": define("maxWidth", "auto", maxSize),
  "max-height": define("maxHeight", "auto", maxSize),
  "aspect-ratio": define("aspectRatio", "auto", aspectRatio),
  "box-sizing": define("boxSizing", "border-box", read.oneOf(["border-box", "content-box"] as const)),
  "margin-top": define("marginTop", 0, lengthAuto),
  "margin-right": define("marginRight", 0, lengthAuto),
  "margin-bottom": define("marginBottom", 0, lengthAuto),
  "margin-left": define("marginLeft", 0, lengthAuto),
  "padding-top": define("paddingTop", 0, room),
  "padding-right": define("paddingRight", 0, room),
  "padding-bottom": define("paddingBottom", 0, room),
  "padding-left": define("paddingLeft", 0, room),
  "border-top-width": define("borderTopWidth", 1.5, width),
  "border-right-width": define("borderRightWidth", 1.5, width),
  "border-bottom-width": define("borderBottomWidth", 1.5, width),
  "border-left-width": define("borderLeftWidth", 1.5, width),
  "border-top-style": define("borderTopStyle", "none", borderLine),
  "border-right-style": define("borderRightStyle", "none", borderLine),
  "border-bottom-style": define("borderBottomStyle", "none", borderLine),
  "border-left-style": define("borderLeftStyle", "none", borderLine),
  "border-top-color": define("borderTopColor", "currentcolor", colorOrCurrent),
  "border-right-color": define("borderRightColor", "currentcolor", colorOrCurrent),
  "border-bottom-color": define("borderBottomColor", "currentcolor", colorOrCurrent),
  "border-left-color": define("borderLeftColor", "currentcolor", colorOrCurrent),
  "border-top-left-radius": define("borderTopLeftRadius", 0, room),
  "border-top-right-radius": define("borderTopRightRadius", 0, room),
  "border-bottom-right-radius": define("borderBottomRightRadius", 0, room),
  "border-bottom-left-radius": define("borderBottomLeftRadius", 0, room),
  overflow: define("overflow", "visible", read.oneOf(["visible", "hidden"] as const)),
  "flex-direction": define(
    "flexDirection",
    "row",
    read.oneOf(["row", "column", "row-reverse", "column-reverse"] as const),
  ),
  "flex-wrap": define("flexWrap", "nowrap", read.oneOf(["nowrap", "wrap"] as const)),
  "flex-grow": define("flexGrow", 0, nonNegative),
  "flex-shrink": define("flexShrink", 1, nonNegative),
  "flex-basis": define("flexBasis", "auto", size),
  "row-gap": define("rowGap", 0, room),
  "column-gap": define("columnGap", 0, room),
  "grid-template-columns": define("gridTemplateColumns", [], readTracks),
  "grid-template-rows": define("gridTemplateRows", [], readTracks),
  "grid-auto-rows": define("gridAutoRows", [], readTracks),
  "grid-auto-flow": define("gridAutoFlow", "row", read.oneOf(["row", "column"] as const)),
  "grid-column-start": define("gridColumnStart", "auto", gridLine),
  "grid-column-end": define("gridColumnEnd", "auto", gridLine),
  "grid-row-start": define("gridRowStart", "auto", gridLine),
  "grid-row-end": define("gridRowEnd", "auto", gridLine),
  "align-items": define("alignItems", "normal", alignment),
  "align-self": define("alignSelf", "auto", alignment),
  "align-content": define("alignContent", "normal", alignment),
  "justify-items": define("justifyItems", "normal", alignment),
  "justify-self": define("justifySelf", "auto", alignment),
  "justify-content": define("justifyContent", "normal", alignment),
  "background-color": define(
    "backgroundColor",
    TRANSPARENT,
    single((token) => read.color(token)),
  ),
  "background-image": define(
    "backgroundImage",
    "none",
    single((token) => {
      if (read.ident(token) === "none") return "none" as const;
      const gradient = readGradient(token);
      return gradient && { kind: "gradient" as const, gradient };
    }),
  ),
  opacity: define("opacity", 1, (tokens) => {
    const value = nonNegative(tokens);
    return value !== undefined && value <= 1 ? value : undefined;
  }),
  transform: define("transform", [], readTransforms),
  "--mirror": define("mirror", false, (tokens) => {
    const word = tokens.length === 1 ? read.ident(tokens[0]) : undefined;
    return word === "auto" ? true : word === "none" ? false : undefined;
  }),
  "object-fit": define("objectFit", "contain", read.oneOf(["fill", "contain", "cover"] as const)),
  "object-position": define("objectPosition", ["50%", "50%"], objectPosition),
  "list-style-type": inherit("listStyleType", "none", listStyle),
  "vertical-align": define("verticalAlign", "baseline", read.oneOf(["baseline", "super", "sub", "middle"] as const)),
  "break-before": define("breakBefore", "auto", breakBefore),
  "break-after": define("breakAfter", "auto", read.oneOf(["auto", "avoid", "page"] as const)),
  "break-inside": define("breakInside", "auto", read.oneOf(["auto", "avoid"] as const)),
  orphans: inherit("orphans", 2, lineCount),
  widows: inherit("widows", 2, lineCount),
  "--rhythm": define("rhythm", "none", rhythm),
  "--safe": inherit("outside", false, (tokens) => {
    const word = tokens.length === 1 ? read.ident(tokens[0]) : undefined;
    return word === "none" ? true : word === "auto" ? false : undefined;
  }),
  color: inherit(
    "color",
    BLACK,
    single((token) => read.color(token)),
  ),
  direction: inherit("direction", "ltr", read.oneOf(["ltr", "rtl"] as const)),
  "font-family": inherit("fontFamily", [], fontFamily),
  "font-size": inherit("fontSize", 12, (tokens, units) => {
    const share = tokens.length === 1 ? read.percentage(tokens[0]) : undefined;
    if (share) return (units.fontSize * Number.parseFloat(share)) / 100;
    const size = tokens.length === 1 ? read.length(tokens[0], units) : undefined;
    return size !== undefined && size > 0 ? size : undefined;
  }),
  "font-weight": inherit("fontWeight", 400, fontWeight),
  "font-style": inherit("fontStyle", "normal", read.oneOf(["normal", "italic"] as const)),
  "line-height": inherit("lineHeight", { kind: "factor", value: 1.3 }, lineHeight),
  "letter-spacing": inherit(
    "letterSpacing",
    0,
    single((token, units) => (read.ident(token) === "normal" ? 0 : read.length(token, units))),
  ),
  "text-align": inherit(
    "textAlign",
    "start",
    read.oneOf(["start", "end", "left", "right", "center", "justify"] as const),
  ),
  "text-indent": inherit("textIndent", 0, single(read.length)),
  "text-transform": inherit("textTransform", "none", read.oneOf(["none", "uppercase", "lowercase"] as const)),
  "text-decoration-line": inherit("textDecoration", "none", read.oneOf(["none", "underline", "line-through"] as const)),
  "text-wrap": inherit("textWrap", "wrap", read.oneOf(["wrap", "balance", "pretty"] as const)),
  "white-space": inherit("whiteSpace", "normal", read.oneOf(["normal", "nowrap", "pre-line"] as const)),
  hyphens: inherit("hyphens", "none", read.oneOf(["none", "auto"] as const)),
  "font-feature-settings": inherit("fontFeatures", [], fontFeatures),
  "--fit": inherit("fit", "none", fit),
};

/** Every property at its initial value; a border without a line takes no room. */
export const INITIAL_STYLE: Style = {
  ...(Object.fromEntries(Object.values(PROPERTIES).map(({ key, initial }) => [key, initial])) as unknown as Style),
  borderTopWidth: 0,
  borderRightWidth: 0,
  borderBottomWidth: 0,
  borderLeftWidth: 0,
};

export const INHERITED: readonly (keyof Style)[] = Object.values(PROPERTIES)
  .filter(({ inherited }) => inherited)
  .map(({ key }) => key);
