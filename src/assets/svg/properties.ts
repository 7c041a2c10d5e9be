/** Declarations → the resolved look of an element: one table of properties, inherited from parent to child. */
import type { Color } from "../../graphics.js";
import type { VectorStroke } from "../asset.js";
import { svgBadValue, svgUnsupported } from "../messages.js";
import { parseColor } from "./color.js";
import type { Declaration, Declared } from "./declarations.js";
import type { Place, Report } from "./document.js";
import { parseLength, parseShare, type Viewport } from "./length.js";

/** A paint as it is written; references are looked up where a shape is painted. */
export type PaintSource =
  | { readonly kind: "none" }
  | { readonly kind: "color"; readonly color: Color }
  | { readonly kind: "current" }
  | { readonly kind: "reference"; readonly id: string; readonly fallback: PaintSource | undefined; readonly at: Place };

export type FillRule = "nonzero" | "evenodd";

/** Everything that children inherit. */
export interface Style {
  /** What `currentColor` means inside the file; undefined: the colour of the place where the drawing is used. */
  readonly color: Color | undefined;
  readonly fill: PaintSource;
  readonly fillOpacity: number;
  readonly fillRule: FillRule;
  readonly clipRule: FillRule;
  readonly stroke: PaintSource;
  readonly strokeOpacity: number;
  readonly strokeWidth: number;
  readonly cap: VectorStroke["cap"];
  readonly join: VectorStroke["join"];
  readonly miterLimit: number;
  readonly dash: readonly number[];
  readonly dashOffset: number;
  readonly visible: boolean;
}

export const INITIAL_STYLE: Style = {
  color: undefined,
  fill: { kind: "color", color: { r: 0, g: 0, b: 0, a: 1 } },
  fillOpacity: 1,
  fillRule: "nonzero",
  clipRule: "nonzero",
  stroke: { kind: "none" },
  strokeOpacity: 1,
  strokeWidth: 1,
  cap: "butt",
  join: "miter",
  miterLimit: 4,
  dash: [],
  dashOffset: 0,
  visible: true,
};

/** A reader gives what changes, or undefined for a value that it does not understand. */
type Reader = (value: string, viewport: Viewport, at: Place) => Partial<Style> | undefined;

/** A reader for one key of the style. */
const reads =
  <Key extends keyof Style>(
    key: Key,
    parse: (value: string, viewport: Viewport, at: Place) => Style[Key] | undefined,
  ): Reader =>
  (value, viewport, at) => {
    const parsed = parse(value, viewport, at);
    return parsed === undefined ? undefined : ({ [key]: parsed } as Partial<Style>);
  };

const oneOf =
  <Value>(values: Readonly<Record<string, Value>>) =>
  (value: string): Value | undefined =>
    Object.hasOwn(values, value) ? values[value] : undefined;

const RULES = oneOf<FillRule>({ nonzero: "nonzero", evenodd: "evenodd" });
const notNegative = (value: number | undefined): number | undefined =>
  value !== undefined && value >= 0 ? value : undefined;

const READERS: Readonly<Record<string, Reader>> = {
  color: (value) => {
    const color = parseColor(value);
    return color === undefined ? undefined : color === "current" ? {} : { color };
  },
  fill: reads("fill", (value, _, at) => parsePaint(value, at)),
  "fill-opacity": reads("fillOpacity", parseShare),
  "fill-rule": reads("fillRule", RULES),
  "clip-rule": reads("clipRule", RULES),
  stroke: reads("stroke", (value, _, at) => parsePaint(value, at)),
  "stroke-opacity": reads("strokeOpacity", parseShare),
  "stroke-width": reads("strokeWidth", (value, viewport) => notNegative(parseLength(value, viewport, "diagonal"))),
  "stroke-linecap": reads("cap", oneOf({ butt: "butt", round: "round", square: "square" })),
  // The two newer joins fall back to the nearest that print knows (SVG 2, section 13.5.4).
  "stroke-linejoin": reads(
    "join",
    oneOf({ miter: "miter", "miter-clip": "miter", arcs: "miter", round: "round", bevel: "bevel" }),
  ),
  "stroke-miterlimit": reads("miterLimit", (value, viewport) => notNegative(parseLength(value, viewport, "diagonal"))),
  "stroke-dasharray": reads("dash", parseDash),
  "stroke-dashoffset": reads("dashOffset", (value, viewport) => parseLength(value, viewport, "diagonal")),
  visibility: reads("visible", oneOf({ visible: true, hidden: false, collapse: false })),
};

/** Properties that would change the picture, with the values under which they do not. */
const UNDRAWABLE: Readonly<Record<string, RegExp>> = {
  filter: /^none$/,
  "backdrop-filter": /^none$/,
  mask: /^none$/,
  "mask-image": /^none$/,
  "mix-blend-mode": /^normal$/,
  marker: /^none$/,
  "marker-start": /^none$/,
  "marker-mid": /^none$/,
  "marker-end": /^none$/,
  "paint-order": /^(?:normal|fill(?: stroke)?(?: markers)?)$/,
  "vector-effect": /^none$/,
  // The attribute is read; the CSS property has another grammar.
  transform: /^none$/,
  "transform-origin": /^(?:0(?:px|%)?\s*)+$/,
  animation: /^none$/,
  "animation-name": /^none$/,
  ...Object.fromEntries(["d", "x", "y", "rx", "ry", "cx", "cy", "r"].map((name) => [name, /^$/])),
};

/** Properties of one element alone, read where they are used. */
const OWN_PROPERTIES = ["opacity", "display", "clip-path", "overflow", "stop-color", "stop-opacity"];

/** Attributes that are also properties; geometry and CSS transforms are not among them. */
export const PRESENTATION_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...Object.keys(READERS),
  ...OWN_PROPERTIES,
  ...["filter", "mask", "marker", "marker-start", "marker-mid", "marker-end"],
  ...["mix-blend-mode", "paint-order", "vector-effect", "transform-origin"],
]);

/** The look of a child: its parent's, changed by what it declares. */
export function inheritStyle(parent: Style, declared: Declared, viewport: Viewport, report: Report): Style {
  let style = parent;
  for (const declaration of declared.values()) {
    const undrawable = UNDRAWABLE[declaration.property];
    const value = declaration.value.toLowerCase();
    if (undrawable !== undefined && !undrawable.test(value)) report(svgUnsupported(nameOf(declaration)), declaration);
    const reader = READERS[declaration.property];
    if (reader === undefined || value === "inherit" || value === "unset") continue;
    const change = reader(declaration.value, viewport, declaration);
    if (change === undefined) report(svgBadValue(declaration.property, declaration.value), declaration);
    else style = { ...style, ...change };
  }
  return style;
}

const nameOf = ({ property, value }: Declaration): string =>
  property === "mix-blend-mode" ? `${property}: ${value}` : property;

const REFERENCE = /^url\(\s*(["']?)#([^"')]+)\1\s*\)\s*(.*)$/;

/** `url(#id)`, as paints and clips name what they use. */
export function parseReference(value: string): { readonly id: string; readonly rest: string } | undefined {
  const found = REFERENCE.exec(value);
  return found === null ? undefined : { id: found[2]!, rest: found[3]! };
}

function parsePaint(value: string, at: Place): PaintSource | undefined {
  if (value.toLowerCase() === "none") return { kind: "none" };
  const reference = parseReference(value);
  if (reference !== undefined) {
    const fallback = reference.rest === "" ? undefined : parsePaint(reference.rest, at);
    return { kind: "reference", id: reference.id, fallback, at };
  }
  const color = parseColor(value);
  if (color === undefined) return undefined;
  return color === "current" ? { kind: "current" } : { kind: "color", color };
}

function parseDash(value: string, viewport: Viewport): readonly number[] | undefined {
  if (value.toLowerCase() === "none") return [];
  const lengths: number[] = [];
  for (const item of value.trim().split(/\s*,\s*|\s+/)) {
    const length = notNegative(parseLength(item, viewport, "diagonal"));
    if (length === undefined) return undefined;
    lengths.push(length);
  }
  // A pattern of nothing is a solid line; an odd one is said twice (SVG 2, section 13.5.6).
  if (lengths.every((length) => length === 0)) return [];
  return lengths.length % 2 === 1 ? [...lengths, ...lengths] : lengths;
}
