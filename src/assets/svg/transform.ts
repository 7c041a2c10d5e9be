/** `transform` attributes ↔ matrices, and what matrices do to outlines. */
import type { Path, PathStep } from "../../graphics.js";
import { compose, IDENTITY, type Matrix } from "../../units.js";
import { svgBadValue } from "../messages.js";
import type { Report, SvgAttribute } from "./document.js";
import { parseNumbers } from "./length.js";

const CALL = /\s*,?\s*(\w+)\s*\(([^()]*)\)\s*,?\s*/y;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Each function with the counts of numbers it may take. */
const FUNCTIONS: Readonly<
  Record<string, readonly [counts: readonly number[], make: (n: readonly number[]) => Matrix]>
> = {
  matrix: [[6], ([a, b, c, d, e, f]) => [a!, b!, c!, d!, e!, f!]],
  translate: [[1, 2], ([x, y = 0]) => [1, 0, 0, 1, x!, y]],
  scale: [[1, 2], ([x, y = x]) => [x!, 0, 0, y!, 0, 0]],
  rotate: [[1, 3], ([angle, x = 0, y = 0]) => rotation(angle!, x, y)],
  skewX: [[1], ([angle]) => [1, 0, Math.tan(radians(angle!)), 1, 0, 0]],
  skewY: [[1], ([angle]) => [1, Math.tan(radians(angle!)), 0, 1, 0, 0]],
};

/** Turns clockwise (y is down) around a point. */
export function rotation(degrees: number, x: number, y: number): Matrix {
  const cos = Math.cos(radians(degrees));
  const sin = Math.sin(radians(degrees));
  return [cos, sin, -sin, cos, x - x * cos + y * sin, y - x * sin - y * cos];
}

/** Reads a transform list; undefined when it breaks the grammar. */
export function parseTransform(text: string): Matrix | undefined {
  let matrix = IDENTITY;
  CALL.lastIndex = 0;
  const source = text.trim();
  if (source === "none") return IDENTITY;
  while (CALL.lastIndex < source.length) {
    const found = CALL.exec(source);
    const known = found === null ? undefined : FUNCTIONS[found[1]!];
    const numbers = found === null ? undefined : parseNumbers(found[2]!);
    if (known === undefined || !known[0].includes(numbers?.length ?? -1)) return undefined;
    // Lists read from the outside in.
    matrix = compose(known[1](numbers!), matrix);
  }
  return matrix;
}

/** The matrix of a `transform` attribute; a wrong one is reported and changes nothing. */
export function readTransform(attribute: SvgAttribute | undefined, report: Report): Matrix {
  if (attribute === undefined) return IDENTITY;
  const matrix = parseTransform(attribute.value);
  if (matrix === undefined) report(svgBadValue(attribute.name, attribute.value), attribute);
  return matrix ?? IDENTITY;
}

export const determinant = (m: Matrix): number => m[0] * m[3] - m[1] * m[2];

/** How much longer things get: exact for even scales, the geometric mean for uneven ones. */
export const scaleOf = (m: Matrix): number => Math.sqrt(Math.abs(determinant(m)));

/** The map back, or undefined when `m` flattens everything. */
export function invert(m: Matrix): Matrix | undefined {
  const det = determinant(m);
  if (det === 0 || !Number.isFinite(1 / det)) return undefined;
  const [a, b, c, d, e, f] = m;
  return [d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det];
}

/** The outline after `m`. */
export function transformPath(m: Matrix, path: Path): Path {
  const x = (px: number, py: number): number => m[0] * px + m[2] * py + m[4];
  const y = (px: number, py: number): number => m[1] * px + m[3] * py + m[5];
  return path.map((step): PathStep => {
    if (step[0] === "Z") return step;
    if (step[0] !== "C") return [step[0], x(step[1], step[2]), y(step[1], step[2])];
    const [, x1, y1, x2, y2, x3, y3] = step;
    return ["C", x(x1, y1), y(x1, y1), x(x2, y2), y(x2, y2), x(x3, y3), y(x3, y3)];
  });
}
