/** The steps of a path as a page gives them → outlines of short lines, in points on the page. */
import { type Matrix, type Rect, transformPoint } from "../../units.js";
import type { PdfValue } from "../pdf/index.js";
import { numberOf } from "./operands.js";

/** Lines for one curve: on paper, no code or margin is judged more finely. */
const LINES_PER_CURVE = 8;

export class PathBuilder {
  #outlines: Float64Array[] = [];
  #corners: number[] = [];
  #x = 0;
  #y = 0;
  /** In all, so that a page of a million corners is noticed. */
  corners = 0;

  /** Starts a new outline. */
  move(map: Matrix, x: number, y: number): void {
    this.#end();
    this.line(map, x, y);
  }

  line(map: Matrix, x: number, y: number): void {
    this.#x = x;
    this.#y = y;
    this.#corners.push(map[0] * x + map[2] * y + map[4], map[1] * x + map[3] * y + map[5]);
    this.corners += 1;
  }

  /** Undefined control points are those that `v` and `y` leave out. */
  curve(
    map: Matrix,
    first: readonly [number, number] | undefined,
    second: readonly [number, number] | undefined,
    end: readonly [number, number],
  ): void {
    const [x0, y0] = [this.#x, this.#y];
    const [x1, y1] = first ?? [x0, y0];
    const [x2, y2] = second ?? end;
    for (let step = 1; step <= LINES_PER_CURVE; step++) {
      const t = step / LINES_PER_CURVE;
      const u = 1 - t;
      const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
      this.line(map, a * x0 + b * x1 + c * x2 + d * end[0], a * y0 + b * y1 + c * y2 + d * end[1]);
    }
  }

  rectangle(map: Matrix, x: number, y: number, width: number, height: number): void {
    this.move(map, x, y);
    this.line(map, x + width, y);
    this.line(map, x + width, y + height);
    this.line(map, x, y + height);
    this.close();
  }

  close(): void {
    const [x, y] = this.#corners;
    if (x !== undefined && y !== undefined) this.#corners.push(x, y);
    this.#end();
  }

  /** Whether `op` is one of those that build paths; then it is obeyed. */
  obey(op: string, operands: readonly PdfValue[], ctm: Matrix): boolean {
    const at = (index: number): number => numberOf(operands[index]);
    switch (op) {
      case "m":
        this.move(ctm, at(0), at(1));
        return true;
      case "l":
        this.line(ctm, at(0), at(1));
        return true;
      case "c":
        this.curve(ctm, [at(0), at(1)], [at(2), at(3)], [at(4), at(5)]);
        return true;
      case "v":
        this.curve(ctm, undefined, [at(0), at(1)], [at(2), at(3)]);
        return true;
      case "y":
        this.curve(ctm, [at(0), at(1)], undefined, [at(2), at(3)]);
        return true;
      case "re":
        this.rectangle(ctm, at(0), at(1), at(2), at(3));
        return true;
      case "h":
        this.close();
        return true;
      default:
        return false;
    }
  }

  /** All outlines so far, and a new path begins. */
  take(): readonly Float64Array[] {
    this.#end();
    const outlines = this.#outlines;
    this.#outlines = [];
    return outlines;
  }

  #end(): void {
    if (this.#corners.length > 0) this.#outlines.push(Float64Array.from(this.#corners));
    this.#corners = [];
  }
}

/** The upright rectangle around outlines; undefined without any. */
export function boundsOf(outlines: readonly Float64Array[]): Rect | undefined {
  let [x0, y0, x1, y1] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const outline of outlines) {
    for (let at = 0; at + 1 < outline.length; at += 2) {
      const x = outline[at]!;
      const y = outline[at + 1]!;
      if (x < x0) x0 = x;
      if (x > x1) x1 = x;
      if (y < y0) y0 = y;
      if (y > y1) y1 = y;
    }
  }
  return x0 <= x1 && y0 <= y1 ? { x: x0, y: y0, width: x1 - x0, height: y1 - y0 } : undefined;
}

/** Where the unit square lies: a picture is drawn in it. */
export const unitSquare = (map: Matrix): readonly Float64Array[] => {
  const corners = [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 1, y: 1 },
    { x: 0, y: 1 },
  ].map((corner) => transformPoint(map, corner));
  return [Float64Array.from(corners.flatMap(({ x, y }) => [x, y]))];
};
