/** Outlines and drawn nodes → the upright rectangles around them, in user units. */
import type { Path } from "../../graphics.js";
import type { Rect } from "../../units.js";
import type { VectorNode, VectorShape, VectorStroke } from "../asset.js";

/** The tight rectangle around an outline, its curves followed exactly; undefined for an empty one. */
export function pathBounds(path: Path): Rect | undefined {
  const box = new Box();
  let x = 0;
  let y = 0;
  let start: readonly [number, number] = [0, 0];
  for (const step of path) {
    if (step[0] === "Z") {
      [x, y] = start;
      continue;
    }
    if (step[0] === "C") {
      const [, x1, y1, x2, y2, x3, y3] = step;
      for (const t of turningPoints(x, x1, x2, x3)) box.addX(cubicAt(x, x1, x2, x3, t));
      for (const t of turningPoints(y, y1, y2, y3)) box.addY(cubicAt(y, y1, y2, y3, t));
    }
    x = step.at(-2) as number;
    y = step.at(-1) as number;
    if (step[0] === "M") start = [x, y];
    box.addX(x);
    box.addY(y);
  }
  return box.rect();
}

/** The rectangle that a node's paint stays within, strokes included (pointed corners at their longest). */
export function nodeBounds(node: VectorNode): Rect | undefined {
  if (node.kind === "shape") return shapeBounds(node);
  return unite(node.children.map(nodeBounds));
}

/** The rectangle around all that are defined. */
export function unite(rects: readonly (Rect | undefined)[]): Rect | undefined {
  const box = new Box();
  for (const rect of rects) {
    if (rect === undefined) continue;
    box.addX(rect.x);
    box.addX(rect.x + rect.width);
    box.addY(rect.y);
    box.addY(rect.y + rect.height);
  }
  return box.rect();
}

/** Whether two rectangles share an area; touching edges do not count. */
export const overlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Whether `inner` lies within `outer`, give or take rounding. */
export function contains(outer: Rect, inner: Rect): boolean {
  const slack = 1e-3;
  return (
    inner.x >= outer.x - slack &&
    inner.y >= outer.y - slack &&
    inner.x + inner.width <= outer.x + outer.width + slack &&
    inner.y + inner.height <= outer.y + outer.height + slack
  );
}

function shapeBounds(shape: VectorShape): Rect | undefined {
  const rect = pathBounds(shape.path);
  if (rect === undefined || shape.stroke === undefined) return rect;
  const by = strokeReach(shape.stroke);
  return { x: rect.x - by, y: rect.y - by, width: rect.width + 2 * by, height: rect.height + 2 * by };
}

function strokeReach({ width, cap, join, miterLimit }: VectorStroke): number {
  const corner = join === "miter" ? Math.max(1, miterLimit) : 1;
  return (width / 2) * Math.max(corner, cap === "square" ? Math.SQRT2 : 1);
}

/** One coordinate of a cubic at `t`. */
export const cubicAt = (p0: number, p1: number, p2: number, p3: number, t: number): number => {
  const s = 1 - t;
  return s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3;
};

/** Where one coordinate of a cubic turns back: roots of its derivative inside 0 … 1. */
function turningPoints(p0: number, p1: number, p2: number, p3: number): readonly number[] {
  const a = p3 - 3 * p2 + 3 * p1 - p0;
  const b = 2 * (p2 - 2 * p1 + p0);
  const c = p1 - p0;
  const inside = (t: number): boolean => t > 0 && t < 1;
  if (Math.abs(a) < 1e-12) return b === 0 ? [] : [-c / b].filter(inside);
  const root = Math.sqrt(b * b - 4 * a * c);
  return Number.isNaN(root) ? [] : [(-b + root) / (2 * a), (-b - root) / (2 * a)].filter(inside);
}

class Box {
  #left = Number.POSITIVE_INFINITY;
  #right = Number.NEGATIVE_INFINITY;
  #top = Number.POSITIVE_INFINITY;
  #bottom = Number.NEGATIVE_INFINITY;

  addX(x: number): void {
    if (x < this.#left) this.#left = x;
    if (x > this.#right) this.#right = x;
  }

  addY(y: number): void {
    if (y < this.#top) this.#top = y;
    if (y > this.#bottom) this.#bottom = y;
  }

  rect(): Rect | undefined {
    if (this.#left > this.#right || this.#top > this.#bottom) return undefined;
    return { x: this.#left, y: this.#top, width: this.#right - this.#left, height: this.#bottom - this.#top };
  }
}
