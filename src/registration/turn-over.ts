/**
 * A point of a face → where it is on the paper, seen from the front, from the back, or once the paper is folded.
 *
 * Nothing here knows how backs were placed: paper is turned over by half a turn in space, as hands turn it.
 */
import type { FlipEdge, Placement } from "../impose/index.js";
import { type Point, type Pt, type Size, transformPoint } from "../units.js";

type Direction = readonly [number, number];
const UPRIGHT: Direction = [0, 1];
const LEVEL: Direction = [1, 0];

/** Half a turn around an axis through the origin that lies in the paper: what is beside the axis comes to its other side. */
const halfTurn = ({ x, y }: Point, [dx, dy]: Direction): Point => {
  const along = 2 * (x * dx + y * dy);
  return { x: along * dx - x, y: along * dy - y };
};

/** The direction of the paper's long or short edges; of a square, those that stand upright are the long ones. */
const directionOf = ({ width, height }: Size, edge: FlipEdge): Direction => {
  const [long, short] = height >= width ? [UPRIGHT, LEVEL] : [LEVEL, UPRIGHT];
  return edge === "long-edge" ? long : short;
};

/** Where a point of the front is found on the back page, once the paper is turned over around that edge. */
export const seenFromBehind = (page: Size, edge: FlipEdge): ((point: Point) => Point) => {
  const direction = directionOf(page, edge);
  // The paper comes to lie on the other side of the edge that it was turned around; its pages begin at its new corner.
  const far = halfTurn({ x: page.width, y: page.height }, direction);
  const corner = { x: Math.min(0, far.x), y: Math.min(0, far.y) };
  return (point) => {
    const turned = halfTurn(point, direction);
    return { x: turned.x - corner.x, y: turned.y - corner.y };
  };
};

/** Three corners of a face: enough to tell where it lies and which way it is turned. */
const CORNERS = [
  [0, 0],
  [1, 0],
  [0, 1],
] as const;

/** Corners of a face's trim on its page; `turned`: as one sees them who looks through it from behind. */
export const cornersOf = ({ slot, transform }: Placement, turned = false): readonly Point[] =>
  CORNERS.map(([u, v]) =>
    transformPoint(transform, {
      x: slot.bleed + (turned ? 1 - u : u) * slot.trim.width,
      y: slot.bleed + v * slot.trim.height,
    }),
  );

/** The longest way between points that should meet. */
export const farthest = (a: readonly Point[], b: readonly Point[]): Pt =>
  Math.max(...a.map(({ x, y }, i) => Math.hypot(x - b[i]!.x, y - b[i]!.y)));

/** How far a back lies from the place behind its front: held up and turned like the page of a book, both read upright. */
export const distanceBehind = (front: Placement, back: Placement, seen: (point: Point) => Point): Pt =>
  farthest(cornersOf(front).map(seen), cornersOf(back, true));

/** The same for two faces side by side, folded backwards along the edge that they share: the front's right one. */
export const distanceFolded = (front: Placement, back: Placement): Pt => {
  const [topLeft, topRight, bottomLeft] = cornersOf(front) as [Point, Point, Point];
  const height = Math.hypot(bottomLeft.x - topLeft.x, bottomLeft.y - topLeft.y);
  const fold: Direction = [(bottomLeft.x - topLeft.x) / height, (bottomLeft.y - topLeft.y) / height];
  const folded = (point: Point): Point => {
    const turned = halfTurn({ x: point.x - topRight.x, y: point.y - topRight.y }, fold);
    return { x: topRight.x + turned.x, y: topRight.y + turned.y };
  };
  return farthest(cornersOf(front).map(folded), cornersOf(back, true));
};
