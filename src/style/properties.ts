/** The table of longhand properties: name → how its value is read, whether children inherit it, what it is at first. */
import { BLACK, TRANSPARENT } from "./colors.js";
import type { BoxAlignment, Fit, GridLine, Percent, Style } from "./style.js";
import type { Tokens, Units } from "./values.js";
import * as read from "./values.js";

export interface Longhand<K extends keyof Style = keyof Style> {
  readonly key: K;
  readonly inherited: boolean;
  readonly initial: Style[K];
  /** Undefined when the tokens make no sense for this property. */
  readonly parse: (tokens: Tokens, units: Units) => Style[K] | undefined;
}

const single =
  <T>(reader: (token: read.Token, units: Units) => T | undefined) =>
  (tokens: Tokens, units: Units): T | undefined =>
    tokens.length === 1 ? reader(tokens[0]!, units) : undefined;

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

const nonNegative = (tokens: Tokens): number | undefined => {
  const value = tokens.length === 1 ? read.number(tokens[0]) : undefined;
  return value !== undefined && value >= 0 ? value : undefined;
};

const lengthAuto = single(read.lengthAuto);
const size = single(read.notNegative(read.lengthAuto));
const room = single(read.notNegative(read.lengthPercentage));
const width = single(read.notNegative(read.length));
const colorOrCurrent = single((token) => (read.ident(token) === "currentcolor" ? "currentcolor" : read.color(token)));
const maxSize = single((token, units) =>
  read.ident(token) === "none" ? ("auto" as const) : read.notNegative(read.lengthPercentage)(token, units),
);

const ALIGNMENTS: readonly BoxAlignment[] = [
  "auto",
  "normal",
  "start",
  "end",
  "flex-start",
  "flex-end",
  "center",
  "baseline",
  "stretch",
  "space-between",
  "space-around",
  "space-evenly",
];
const alignment = read.oneOf(ALIGNMENTS);
const borderLine = read.oneOf(["none", "solid", "dashed", "dotted"] as const);

/** The engine makes every line up to the one named; no grid on paper has more. */
const MOST_LINES = 1000;

/** `3`, `span 2` or `auto`. */
function gridLine(tokens: Tokens): GridLine | undefined {
  if (tokens.length === 1 && read.ident(tokens[0]) === "auto") return "auto";
  if (tokens.length === 2 && read.ident(tokens[0]) === "span") {
    const span = read.integer(tokens[1]) ?? 0;
    return span >= 1 && span <= MOST_LINES ? { span } : undefined;
  }
  const line = (tokens.length === 1 && read.integer(tokens[0])) || 0;
  return line !== 0 && Math.abs(line) <= MOST_LINES ? { line } : undefined;
}

function aspectRatio(tokens: Tokens): number | "auto" | undefined {
  if (tokens.length === 1 && read.ident(tokens[0]) === "auto") return "auto";
  const [first, slash, second] = tokens;
  const across = read.number(first) ?? 0;
  if (tokens.length === 1) return across > 0 ? across : undefined;
  const down = read.number(second) ?? 0;
  const isRatio = tokens.length === 3 && slash?.type === "Operator" && slash.value === "/";
  return isRatio && across > 0 && down > 0 ? across / down : undefined;
}

function fontFamily(tokens: Tokens): readonly string[] | undefined {
  const names = read.commaGroups(tokens).map((group) => {
    if (group.length === 1 && group[0]!.type === "String") return group[0]!.value;
    return group.every((token) => token.type === "Identifier")
      ? group.map((token) => (token.type === "Identifier" ? token.name : "")).join(" ")
      : "";
  });
  return names.every(Boolean) ? names : undefined;
}

function fontWeight(tokens: Tokens): number | undefined {
  const word = tokens.length === 1 ? read.ident(tokens[0]) : undefined;
  if (word === "normal") return 400;
  if (word === "bold") return 700;
  const value = tokens.length === 1 ? read.number(tokens[0]) : undefined;
  return value !== undefined && value >= 1 && value <= 1000 ? value : undefined;
}

function lineHeight(tokens: Tokens, units: Units): Style["lineHeight"] | undefined {
  const factor = nonNegative(tokens);
  if (factor) return { kind: "factor", value: factor };
  if (tokens.length === 1 && read.ident(tokens[0]) === "normal") return { kind: "factor", value: 1.2 };
  const fixed = width(tokens, units);
  return fixed === undefined ? undefined : { kind: "fixed", value: fixed };
}

/** `"smcp", "tnum" off, "ss01" 2` as HarfBuzz writes features: `smcp`, `-tnum`, `ss01=2`. */
function fontFeatures(tokens: Tokens): readonly string[] | undefined {
  if (tokens.length === 1 && read.ident(tokens[0]) === "normal") return [];
  const features = read.commaGroups(tokens).map((group) => {
    const [tag, state] = group;
    if (tag?.type !== "String" || !/^[a-zA-Z0-9]{4}$/.test(tag.value) || group.length > 2) return "";
    const word = read.ident(state);
    const value = word === "off" ? 0 : !state || word === "on" ? 1 : (read.integer(state) ?? -1);
    if (value < 0) return "";
    return value === 0 ? `-${tag.value}` : value === 1 ? tag.value : `${tag.value}=${value}`;
  });
  return features.every(Boolean) ? features : undefined;
}

/** `--fit: 7.5pt` → how much smaller than the CSS size that is. */
function fit(tokens: Tokens, units: Units): Fit | "none" | undefined {
  if (tokens.length === 1 && read.ident(tokens[0]) === "none") return "none";
  const smallest = tokens.length === 1 ? read.length(tokens[0], units) : undefined;
  if (smallest === undefined || smallest <= 0 || smallest > units.fontSize) return undefined;
  return { ratio: smallest / units.fontSize };
}

const ACROSS: ReadonlyMap<string | undefined, Percent> = new Map([
  ["left", "0%"],
  ["center", "50%"],
  ["right", "100%"],
]);
const DOWN: ReadonlyMap<string | undefined, Percent> = new Map([
  ["top", "0%"],
  ["center", "50%"],
  ["bottom", "100%"],
]);

/** `right top`, `top right`, `bottom`, `20% 80%`. */
function objectPosition(tokens: Tokens): Style["objectPosition"] | undefined {
  const [first, second] = tokens;
  if (!first || tokens.length > 2) return undefined;
  const across = (token: read.Token) => read.percentage(token) ?? ACROSS.get(read.ident(token));
  const down = (token: read.Token) => read.percentage(token) ?? DOWN.get(read.ident(token));
  const x = across(first);
  const y = second ? down(second) : "50%";
  if (x && y) return [x, y];
  const swappedX = second ? ACROSS.get(read.ident(second)) : "50%";
  const swappedY = DOWN.get(read.ident(first));
  return swappedX && swappedY ? [swappedX, swappedY] : undefined;
}

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
  "grid-template-columns": define("gridTemplateColumns", [], read.tracks),
  "grid-template-rows": define("gridTemplateRows", [], read.tracks),
  "grid-auto-rows": define("gridAutoRows", [], read.tracks),
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
      const gradient = read.gradient(token);
      return gradient && { kind: "gradient" as const, gradient };
    }),
  ),
  opacity: define("opacity", 1, (tokens) => {
    const value = nonNegative(tokens);
    return value !== undefined && value <= 1 ? value : undefined;
  }),
  transform: define("transform", [], read.transforms),
  "object-fit": define("objectFit", "contain", read.oneOf(["fill", "contain", "cover"] as const)),
  "object-position": define("objectPosition", ["50%", "50%"], objectPosition),
  "list-style-type": inherit("listStyleType", "none", read.oneOf(["disc", "decimal", "none"] as const)),
  "vertical-align": define("verticalAlign", "baseline", read.oneOf(["baseline", "super", "sub", "middle"] as const)),
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
