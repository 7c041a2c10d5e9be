/** Gradient elements → gradients in the coordinates of the finished drawing. */
import type { Color, Gradient, GradientStop } from "../../graphics.js";
import { compose, IDENTITY, type Matrix, type Rect, transformPoint } from "../../units.js";
import type { VectorPaint } from "../asset.js";
import { svgBadValue, svgCycle, svgMissing, svgUnsupported } from "../messages.js";
import { parseColor } from "./color.js";
import { declarationsOf } from "./declarations.js";
import type { SvgAttribute, SvgElement } from "./document.js";
import type { Drawing } from "./drawing.js";
import { type Axis, parseLength, parseShare, type Viewport } from "./length.js";
import { determinant, readTransform, scaleOf } from "./transform.js";

/** Where a paint lands: the box of the shape in its own coordinates, and the way from there to the drawing. */
export interface PaintSite {
  readonly bounds: Rect;
  readonly matrix: Matrix;
  readonly viewport: Viewport;
}

/** A gradient with what it inherits through `href`. */
interface GradientSource {
  readonly element: SvgElement;
  readonly attribute: (name: string) => SvgAttribute | undefined;
  readonly stops: readonly SvgElement[];
}

export const isGradient = (element: SvgElement): boolean =>
  element.name === "linearGradient" || element.name === "radialGradient";

/** The paint that a gradient gives at `site`; undefined when it paints nothing. */
export function gradientPaint(element: SvgElement, site: PaintSite, drawing: Drawing): VectorPaint | undefined {
  const source = inherited(element, drawing);
  const stops = readStops(source.stops, drawing);
  const last = stops.at(-1);
  if (last === undefined) return undefined;
  const spread = source.attribute("spreadMethod");
  if (spread !== undefined && spread.value !== "pad")
    drawing.report(svgUnsupported(`spreadMethod="${spread.value}"`), spread);
  const toDrawing = gradientMatrix(source, site, drawing);
  if (toDrawing === undefined) return undefined;
  const relative = source.attribute("gradientUnits")?.value !== "userSpaceOnUse";
  const viewport = relative ? { width: 1, height: 1 } : site.viewport;
  const number = lengthReader(source, viewport, drawing);
  const shape = element.name === "linearGradient" ? linear(number, toDrawing) : radial(number, toDrawing);
  // One stop, or no way from the first to the last: the last colour everywhere (SVG 2, section 14.2).
  if (shape === undefined || stops.length === 1) return { kind: "color", color: last.color };
  return { kind: "gradient", gradient: { ...shape, stops } };
}

function inherited(element: SvgElement, drawing: Drawing): GradientSource {
  const chain: SvgElement[] = [];
  let next: SvgElement | undefined = element;
  while (next !== undefined) {
    chain.push(next);
    const href: SvgAttribute | undefined = next.attributes.get("href");
    const id: string | undefined = href?.value.trim().slice(1);
    next = id === undefined ? undefined : drawing.byId.get(id);
    if (href !== undefined && next === undefined) drawing.report(svgMissing(id!), href);
    if (next === undefined || !chain.includes(next)) continue;
    drawing.report(svgCycle(id!), href!);
    break;
  }
  const stopsOf = (one: SvgElement): SvgElement[] => one.children.filter((child) => child.name === "stop");
  return {
    element,
    attribute: (name) => chain.find((one) => one.attributes.has(name))?.attributes.get(name),
    stops: chain.map(stopsOf).find((stops) => stops.length > 0) ?? [],
  };
}

function readStops(elements: readonly SvgElement[], drawing: Drawing): readonly GradientStop[] {
  let furthest = 0;
  return elements.map((element) => {
    const offset = element.attributes.get("offset");
    const share = offset === undefined ? 0 : parseShare(offset.value);
    if (share === undefined) drawing.report(svgBadValue("offset", offset!.value), offset!);
    furthest = Math.max(furthest, share ?? 0);
    return { offset: furthest, color: stopColor(element, drawing) };
  });
}

const BLACK: Color = { r: 0, g: 0, b: 0, a: 1 };

function stopColor(element: SvgElement, drawing: Drawing): Color {
  const declared = declarationsOf(element, drawing.rules);
  const written = declared.get("stop-color");
  const opacity = declared.get("stop-opacity");
  let color = written === undefined ? BLACK : parseColor(written.value);
  if (color === "current") {
    color = parseColor(declared.get("color")?.value ?? "");
    // The place where a drawing is used gives one colour, and a gradient mixes its own.
    if (color === undefined || color === "current")
      drawing.report(svgUnsupported("stop-color: currentColor"), written!);
  } else if (color === undefined) drawing.report(svgBadValue("stop-color", written!.value), written!);
  const share = opacity === undefined ? 1 : parseShare(opacity.value);
  if (share === undefined) drawing.report(svgBadValue("stop-opacity", opacity!.value), opacity!);
  const known = typeof color === "object" ? color : BLACK;
  return { ...known, a: known.a * (share ?? 1) };
}

/** Gradient space → drawing; undefined when that flattens the gradient. */
function gradientMatrix(source: GradientSource, site: PaintSite, drawing: Drawing): Matrix | undefined {
  const own = readTransform(source.attribute("gradientTransform"), drawing.report);
  const { bounds, matrix } = site;
  const relative = source.attribute("gradientUnits")?.value !== "userSpaceOnUse";
  const box: Matrix = relative ? [bounds.width, 0, 0, bounds.height, bounds.x, bounds.y] : IDENTITY;
  const whole = compose(compose(own, box), matrix);
  return determinant(whole) === 0 ? undefined : whole;
}

/** Reads one coordinate of a gradient; `otherwise` is a length as SVG writes it. */
type ReadLength = (name: string, axis: Axis, otherwise: string) => number;

function lengthReader(source: GradientSource, viewport: Viewport, drawing: Drawing): ReadLength {
  return (name, axis, otherwise) => {
    const attribute = source.attribute(name);
    const value = parseLength(attribute?.value ?? otherwise, viewport, axis);
    if (value === undefined) drawing.report(svgBadValue(name, attribute!.value), attribute!);
    return value ?? 0;
  };
}

type GradientShape = Omit<Gradient, "stops">;

/**
 * Any affine map of a linear gradient is one too: its bands stay parallel, so the end moves to where it is
 * square to them again.
 */
function linear(number: ReadLength, matrix: Matrix): GradientShape | undefined {
  const from = { x: number("x1", "x", "0%"), y: number("y1", "y", "0%") };
  const to = { x: number("x2", "x", "100%"), y: number("y2", "y", "0%") };
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  if (dx === 0 && dy === 0) return undefined;
  const start = transformPoint(matrix, from);
  const end = transformPoint(matrix, to);
  // The bands run along (-dy, dx); their normal after the map:
  const bandX = matrix[0] * -dy + matrix[2] * dx;
  const bandY = matrix[1] * -dy + matrix[3] * dx;
  const along = ((end.x - start.x) * bandY - (end.y - start.y) * bandX) / (bandX * bandX + bandY * bandY);
  return { kind: "linear", coords: [start.x, start.y, start.x + along * bandY, start.y - along * bandX] };
}

function radial(number: ReadLength, matrix: Matrix): GradientShape | undefined {
  const cx = number("cx", "x", "50%");
  const cy = number("cy", "y", "50%");
  const r = number("r", "diagonal", "50%");
  if (r <= 0) return undefined;
  const fr = number("fr", "diagonal", "0%");
  const focus = insideCircle(number("fx", "x", String(cx)), number("fy", "y", String(cy)), [cx, cy, r]);
  const scale = scaleOf(matrix);
  if (isEven(matrix)) {
    const inner = transformPoint(matrix, focus);
    const outer = transformPoint(matrix, { x: cx, y: cy });
    return { kind: "radial", coords: [inner.x, inner.y, fr * scale, outer.x, outer.y, r * scale] };
  }
  // The size goes into the circle and only the squeeze into the map, so that rounding does no harm.
  const coords = [focus.x, focus.y, fr, cx, cy, r].map((value) => value * scale);
  const [a, b, c, d, e, f] = matrix;
  return { kind: "radial", coords, transform: [a / scale, b / scale, c / scale, d / scale, e, f] };
}

/** Whether a map keeps circles round: a turn and a scale, mirrored or not. */
function isEven([a, b, c, d]: Matrix): boolean {
  const near = (x: number, y: number): boolean => Math.abs(x - y) <= 1e-6 * (Math.abs(x) + Math.abs(y) + 1e-9);
  return (near(a, d) && near(b, -c)) || (near(a, -d) && near(b, c));
}

/** A focus outside the circle moves to its edge (SVG 2, section 14.2.3). */
function insideCircle(x: number, y: number, [cx, cy, r]: readonly [number, number, number]): { x: number; y: number } {
  const distance = Math.hypot(x - cx, y - cy);
  // Just inside: on the edge itself the gradient has no defined colour.
  const most = r * 0.999;
  if (distance <= most) return { x, y };
  return { x: cx + ((x - cx) * most) / distance, y: cy + ((y - cy) * most) / distance };
}
