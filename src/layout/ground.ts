/** A box's style → what lies behind its content: background and borders. */
import type { Path, Stroke } from "../graphics.js";
import type { Style } from "../style/style.js";
import type { Point, Pt, Rect, Size } from "../units.js";
import type { FrameItem, PathItem, StructureRole } from "./frame.js";
import { boxGradient, type Radii, radiiOf, roundedRect, shrinkRadii, solid } from "./shapes.js";

const DECORATION: StructureRole = { type: "Artifact" };

/** Background and borders of a box; most boxes have neither. */
export function ground(style: Style, size: Size, at: Point): FrameItem[] {
  const items = hasBackground(style) ? background(style, size, at, radiiOf(style, size)) : [];
  return hasBorder(style) ? [...items, ...borders(style, size, at)] : items;
}

/** Whether anything is painted behind a box. */
export const hasBackground = ({ backgroundColor, backgroundImage }: Style): boolean =>
  backgroundColor.a > 0 || backgroundImage !== "none";

export const hasBorder = (style: Style): boolean =>
  style.borderTopWidth > 0 || style.borderRightWidth > 0 || style.borderBottomWidth > 0 || style.borderLeftWidth > 0;

/** Colour, then gradient, on an area with these corners. */
export function background(style: Style, size: Size, at: Point, radii: Radii): FrameItem[] {
  const path = roundedRect({ x: 0, y: 0, ...sizeOf(size) }, radii);
  const items: FrameItem[] = [];
  const { backgroundColor, backgroundImage } = style;
  if (backgroundColor.a > 0) items.push({ kind: "path", at, role: DECORATION, path, fill: solid(backgroundColor) });
  if (backgroundImage !== "none") {
    const gradient = boxGradient(backgroundImage.gradient, size);
    items.push({ kind: "path", at, role: DECORATION, path, fill: { kind: "gradient", gradient } });
  }
  return items;
}

const sizeOf = ({ width, height }: Size): Size => ({ width, height });

interface Side {
  readonly width: Pt;
  readonly line: Style["borderTopStyle"];
  readonly color: Style["borderTopColor"];
}

/** Top, right, bottom, left. */
const sidesOf = (style: Style): readonly [Side, Side, Side, Side] => [
  { width: style.borderTopWidth, line: style.borderTopStyle, color: style.borderTopColor },
  { width: style.borderRightWidth, line: style.borderRightStyle, color: style.borderRightColor },
  { width: style.borderBottomWidth, line: style.borderBottomStyle, color: style.borderBottomColor },
  { width: style.borderLeftWidth, line: style.borderLeftStyle, color: style.borderLeftColor },
];

/** Borders that are alike are one outline; others are a straight line each. */
function borders(style: Style, size: Size, at: Point): FrameItem[] {
  const sides = sidesOf(style);
  const line = (side: Side, path: Path): PathItem => ({
    kind: "path",
    at,
    role: DECORATION,
    path,
    stroke: strokeOf(side, style),
  });
  const [first] = sides;
  if (sides.every((side) => isAlike(side, first)))
    return first.width === 0 ? [] : [line(first, outline(style, size, first.width / 2))];
  return sides.flatMap((side, index) => (side.width === 0 ? [] : [line(side, edges(size, side.width / 2)[index]!)]));
}

const isAlike = (one: Side, other: Side): boolean =>
  one.width === other.width && one.line === other.line && isSameColor(one.color, other.color);

const isSameColor = (one: Side["color"], other: Side["color"]): boolean =>
  one === other ||
  (one !== "currentcolor" &&
    other !== "currentcolor" &&
    one.r === other.r &&
    one.g === other.g &&
    one.b === other.b &&
    one.a === other.a);

function strokeOf({ width, line, color }: Side, style: Style): Stroke {
  return {
    paint: solid(color === "currentcolor" ? style.color : color),
    width,
    cap: line === "dotted" ? "round" : "butt",
    join: "miter",
    miterLimit: 4,
    dash: line === "dashed" ? [3 * width, 2 * width] : line === "dotted" ? [0, 2 * width] : [],
  };
}

/** The outline whose stroke just reaches the box's edge. */
function outline(style: Style, { width, height }: Size, half: Pt): Path {
  const inner: Rect = { x: half, y: half, width: width - 2 * half, height: height - 2 * half };
  return roundedRect(inner, shrinkRadii(radiiOf(style, { width, height }), half));
}

/** The middle of each side's stroke: top, right, bottom, left. */
const edges = ({ width, height }: Size, half: Pt): readonly Path[] => [
  [
    ["M", 0, half],
    ["L", width, half],
  ],
  [
    ["M", width - half, 0],
    ["L", width - half, height],
  ],
  [
    ["M", 0, height - half],
    ["L", width, height - half],
  ],
  [
    ["M", half, 0],
    ["L", half, height],
  ],
];
