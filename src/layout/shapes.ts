/** Rectangles with rounded corners, borders and gradients of boxes → paths and paints. */
import type { Color, Gradient, Paint, Path, PathStep } from "../graphics.js";
import type { GradientSpec, LengthPercentage, Style } from "../style/style.js";
import type { Point, Pt, Rect, Size } from "../units.js";

/** Control points of a quarter circle stand at this share of its radius. */
const KAPPA = 0.5522847498;

/** Corner radii: top left, top right, bottom right, bottom left. */
export type Radii = readonly [Pt, Pt, Pt, Pt];
export const SQUARE: Radii = [0, 0, 0, 0];

/** The outline of a rectangle, clockwise from the top left corner. */
export function roundedRect({ x, y, width, height }: Rect, [tl, tr, br, bl]: Radii): Path {
  const right = x + width;
  const bottom = y + height;
  if (tl + tr + br + bl === 0) {
    return [["M", x, y], ["L", right, y], ["L", right, bottom], ["L", x, bottom], ["Z"]];
  }
  const curve = (from: Point, corner: Point, to: Point): PathStep => [
    "C",
    from.x + (corner.x - from.x) * KAPPA,
    from.y + (corner.y - from.y) * KAPPA,
    to.x + (corner.x - to.x) * KAPPA,
    to.y + (corner.y - to.y) * KAPPA,
    to.x,
    to.y,
  ];
  return [
    ["M", x + tl, y],
    ["L", right - tr, y],
    curve({ x: right - tr, y }, { x: right, y }, { x: right, y: y + tr }),
    ["L", right, bottom - br],
    curve({ x: right, y: bottom - br }, { x: right, y: bottom }, { x: right - br, y: bottom }),
    ["L", x + bl, bottom],
    curve({ x: x + bl, y: bottom }, { x, y: bottom }, { x, y: bottom - bl }),
    ["L", x, y + tl],
    curve({ x, y: y + tl }, { x, y }, { x: x + tl, y }),
    ["Z"],
  ];
}

export const resolve = (value: LengthPercentage, whole: Pt): Pt =>
  typeof value === "number" ? value : (Number.parseFloat(value) / 100) * whole;

/** A box's radii; where two on one side are longer than the side, all shrink together, as in CSS. */
export function radiiOf(style: Style, { width, height }: Size): Radii {
  const least = Math.min(width, height);
  const corners = [
    style.borderTopLeftRadius,
    style.borderTopRightRadius,
    style.borderBottomRightRadius,
    style.borderBottomLeftRadius,
  ].map((radius) => resolve(radius, least));
  const [tl, tr, br, bl] = corners as unknown as Radii;
  const factor = Math.min(1, width / Math.max(tl + tr, bl + br, 1e-9), height / Math.max(tl + bl, tr + br, 1e-9));
  return [tl * factor, tr * factor, br * factor, bl * factor];
}

/** Radii of the outline that runs `by` further inside. */
export const shrinkRadii = (radii: Radii, by: Pt): Radii =>
  radii.map((radius) => Math.max(0, radius - by)) as unknown as Radii;

export const solid = (color: Color): Paint => ({ kind: "color", color });

/** A gradient in the coordinates of a box at (0, 0). */
export function boxGradient(spec: GradientSpec, { width, height }: Size): Gradient {
  const center = { x: width / 2, y: height / 2 };
  if (spec.kind === "radial") {
    const reach = Math.hypot(center.x, center.y);
    return { kind: "radial", coords: [center.x, center.y, 0, center.x, center.y, reach], stops: spec.stops };
  }
  const angle = (spec.angle * Math.PI) / 180;
  const direction = { x: Math.sin(angle), y: -Math.cos(angle) };
  // CSS: the line is as long as it must be for the corners to get the end colours.
  const half = (Math.abs(width * direction.x) + Math.abs(height * direction.y)) / 2;
  const coords = [
    center.x - direction.x * half,
    center.y - direction.y * half,
    center.x + direction.x * half,
    center.y + direction.y * half,
  ];
  return { kind: "linear", coords, stops: spec.stops };
}
