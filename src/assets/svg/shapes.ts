/** Basic shapes and paths → outlines in their own coordinates. */
import type { Path, PathStep } from "../../graphics.js";
import { svgBadValue } from "../messages.js";
import type { Report, SvgElement } from "./document.js";
import { type Axis, parseLength, parseNumbers, type Viewport } from "./length.js";
import { parsePathData } from "./path-data.js";

/** Handle length of the cubic that comes nearest to a quarter circle (error 0.027 % of the radius). */
const KAPPA = 0.5522847498;

interface Scope {
  readonly element: SvgElement;
  readonly viewport: Viewport;
  readonly report: Report;
}

const OUTLINES: Readonly<Record<string, (scope: Scope) => Path | undefined>> = {
  path: pathOutline,
  rect: rectOutline,
  circle: (scope) => {
    const r = length(scope, "r", "diagonal", 0);
    return ellipse(scope, r, r);
  },
  ellipse: (scope) => {
    const rx = optionalLength(scope, "rx", "x");
    const ry = optionalLength(scope, "ry", "y");
    return ellipse(scope, rx ?? ry ?? 0, ry ?? rx ?? 0);
  },
  line: (scope) => [
    ["M", length(scope, "x1", "x", 0), length(scope, "y1", "y", 0)],
    ["L", length(scope, "x2", "x", 0), length(scope, "y2", "y", 0)],
  ],
  polyline: (scope) => polyline(scope),
  polygon: (scope) => {
    const open = polyline(scope);
    return open === undefined || open.length === 0 ? open : [...open, ["Z"]];
  },
};

export const isShape = (name: string): boolean => Object.hasOwn(OUTLINES, name);

/** The outline of a shape element; undefined when it draws nothing. Bad values are reported. */
export function outlineOf(element: SvgElement, viewport: Viewport, report: Report): Path | undefined {
  const path = OUTLINES[element.name]!({ element, viewport, report });
  return path === undefined || path.length === 0 ? undefined : path;
}

/** A length attribute, or undefined when it is absent, `auto` or reported as wrong. */
export function lengthAttribute(scope: Scope, name: string, axis: Axis): number | undefined {
  const attribute = scope.element.attributes.get(name);
  if (attribute === undefined || attribute.value.trim() === "auto") return undefined;
  const value = parseLength(attribute.value, scope.viewport, axis);
  if (value === undefined) scope.report(svgBadValue(name, attribute.value), attribute);
  return value;
}

/** The same for sizes and radii, which are not negative. */
function optionalLength(scope: Scope, name: string, axis: Axis): number | undefined {
  const value = lengthAttribute(scope, name, axis);
  if (value === undefined || value >= 0) return value;
  const attribute = scope.element.attributes.get(name)!;
  scope.report(svgBadValue(name, attribute.value), attribute);
  return undefined;
}

function length(scope: Scope, name: string, axis: Axis, otherwise: number): number {
  const isSize = name === "width" || name === "height" || name === "r";
  return (isSize ? optionalLength(scope, name, axis) : lengthAttribute(scope, name, axis)) ?? otherwise;
}

function pathOutline({ element, report }: Scope): Path | undefined {
  const d = element.attributes.get("d");
  if (d === undefined || d.value.trim() === "none") return undefined;
  const path = parsePathData(d.value);
  if (path === undefined) report(svgBadValue("d", shorten(d.value)), d);
  return path;
}

const shorten = (value: string): string => (value.length > 40 ? `${value.slice(0, 40)}…` : value);

function rectOutline(scope: Scope): Path | undefined {
  const x = length(scope, "x", "x", 0);
  const y = length(scope, "y", "y", 0);
  const width = length(scope, "width", "x", 0);
  const height = length(scope, "height", "y", 0);
  if (width === 0 || height === 0) return undefined;
  const givenRx = optionalLength(scope, "rx", "x");
  const givenRy = optionalLength(scope, "ry", "y");
  const rx = Math.min(givenRx ?? givenRy ?? 0, width / 2);
  const ry = Math.min(givenRy ?? givenRx ?? 0, height / 2);
  return rx === 0 || ry === 0 ? plainRect(x, y, width, height) : roundedRect([x, y, width, height], rx, ry);
}

/** Four corners, clockwise from the top left. */
export function plainRect(x: number, y: number, width: number, height: number): Path {
  return [["M", x, y], ["L", x + width, y], ["L", x + width, y + height], ["L", x, y + height], ["Z"]];
}

function roundedRect([x, y, width, height]: readonly [number, number, number, number], rx: number, ry: number): Path {
  const right = x + width;
  const bottom = y + height;
  const kx = rx * (1 - KAPPA);
  const ky = ry * (1 - KAPPA);
  const steps: PathStep[] = [
    ["M", x + rx, y],
    ["L", right - rx, y],
    ["C", right - kx, y, right, y + ky, right, y + ry],
    ["L", right, bottom - ry],
    ["C", right, bottom - ky, right - kx, bottom, right - rx, bottom],
    ["L", x + rx, bottom],
    ["C", x + kx, bottom, x, bottom - ky, x, bottom - ry],
    ["L", x, y + ry],
    ["C", x, y + ky, x + kx, y, x + rx, y],
    ["Z"],
  ];
  return steps;
}

function ellipse(scope: Scope, rx: number, ry: number): Path | undefined {
  const cx = length(scope, "cx", "x", 0);
  const cy = length(scope, "cy", "y", 0);
  if (rx === 0 || ry === 0) return undefined;
  const kx = rx * KAPPA;
  const ky = ry * KAPPA;
  return [
    ["M", cx + rx, cy],
    ["C", cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry],
    ["C", cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy],
    ["C", cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry],
    ["C", cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy],
    ["Z"],
  ];
}

function polyline({ element, report }: Scope): Path | undefined {
  const points = element.attributes.get("points");
  if (points === undefined) return undefined;
  const numbers = parseNumbers(points.value);
  if (numbers === undefined || numbers.length % 2 === 1) {
    report(svgBadValue("points", shorten(points.value)), points);
    return undefined;
  }
  const steps: PathStep[] = [];
  for (let i = 0; i < numbers.length; i += 2) steps.push([i === 0 ? "M" : "L", numbers[i]!, numbers[i + 1]!]);
  return steps;
}
