/** viewBox, preserveAspectRatio, width and height → the view that a drawing is seen through. */
import type { Matrix, Rect } from "../../units.js";
import { svgBadValue } from "../messages.js";
import type { Report, SvgElement } from "./document.js";
import { parseNumbers } from "./length.js";

/** How a view box sits in its viewport: shares of the spare room before it, or stretched. */
export type Fit =
  | { readonly kind: "stretch" }
  | { readonly kind: "meet" | "slice"; readonly alignX: number; readonly alignY: number };

const MIDDLE: Fit = { kind: "meet", alignX: 0.5, alignY: 0.5 };
const ALIGN: Readonly<Record<string, number>> = { Min: 0, Mid: 0.5, Max: 1 };
const FIT = /^(?:defer\s+)?(?:(none)|x(Min|Mid|Max)Y(Min|Mid|Max))(?:\s+(meet|slice))?$/;

/** The view box of an element; undefined when it has none, or after reporting that it is wrong. */
export function readViewBox(element: SvgElement, report: Report): Rect | undefined {
  const attribute = element.attributes.get("viewBox");
  if (attribute === undefined) return undefined;
  const numbers = parseNumbers(attribute.value);
  const [x, y, width, height] = numbers ?? [];
  if (numbers?.length !== 4 || width! <= 0 || height! <= 0) {
    report(svgBadValue("viewBox", attribute.value), attribute);
    return undefined;
  }
  return { x: x!, y: y!, width: width!, height: height! };
}

export function readFit(element: SvgElement, report: Report): Fit {
  const attribute = element.attributes.get("preserveAspectRatio");
  if (attribute === undefined) return MIDDLE;
  const found = FIT.exec(attribute.value.trim());
  if (found === null) {
    report(svgBadValue("preserveAspectRatio", attribute.value), attribute);
    return MIDDLE;
  }
  if (found[1] !== undefined) return { kind: "stretch" };
  return { kind: found[4] === "slice" ? "slice" : "meet", alignX: ALIGN[found[2]!]!, alignY: ALIGN[found[3]!]! };
}

/** The map that puts `viewBox` into `viewport`. */
export function fitInto(viewBox: Rect, viewport: Rect, fit: Fit): Matrix {
  let sx = viewport.width / viewBox.width;
  let sy = viewport.height / viewBox.height;
  if (fit.kind === "stretch") return [sx, 0, 0, sy, viewport.x - viewBox.x * sx, viewport.y - viewBox.y * sy];
  const scale = fit.kind === "meet" ? Math.min(sx, sy) : Math.max(sx, sy);
  sx = sy = scale;
  const spareX = viewport.width - viewBox.width * scale;
  const spareY = viewport.height - viewBox.height * scale;
  return [
    sx,
    0,
    0,
    sy,
    viewport.x + spareX * fit.alignX - viewBox.x * scale,
    viewport.y + spareY * fit.alignY - viewBox.y * scale,
  ];
}
