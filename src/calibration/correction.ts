/** How a printer misses, on one side of a page → the map to draw that side with, so that it comes out where it belongs. */
import type { SideError } from "../content/index.js";
import type { FlipEdge } from "../impose/index.js";
import { compose, inverse, type Matrix, type Pt, type Size, transformPoint } from "../units.js";

/** What the printer makes of a page: where a point that is drawn at p comes to lie on the paper. */
export const errorOf = ({ right, down, turn, width, height }: SideError, page: Size): Matrix => {
  const angle = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [x, y] = [page.width / 2, page.height / 2];
  const scaled: Matrix = compose([1, 0, 0, 1, -x, -y], [width, 0, 0, height, 0, 0]);
  return compose(compose(scaled, [cos, sin, -sin, cos, 0, 0]), [1, 0, 0, 1, x + right, y + down]);
};

/** Undoes that: what is drawn through this map lies on the paper where the sheet has it, at 100 %. */
export const correctionOf = (error: SideError, page: Size): Matrix => inverse(errorOf(error, page));

/**
 * How a printer misses whose pages, corrected for what is known, still miss by the rest. Turn and stretch change places
 * in this sum; what that is off by is a thousandth of what either does.
 */
export function together(known: SideError, rest: SideError): SideError {
  const moved = transformPoint(errorOf(rest, { width: 0, height: 0 }), { x: known.right, y: known.down });
  return {
    right: moved.x,
    down: moved.y,
    turn: known.turn + rest.turn,
    width: known.width * rest.width,
    height: known.height * rest.height,
  };
}

/**
 * The error of backs, for paper turned over along `edge`. It is the machine's, and was measured on paper that was
 * turned along its long edge; along the short one, the page runs through the same machine upside down.
 */
export const backError = (error: SideError, edge: FlipEdge): SideError =>
  edge === "long-edge" ? error : { ...error, right: -error.right, down: -error.down };

/** How far a map moves what moves most: a corner of the page. */
export const reachOf = (map: Matrix, { width, height }: Size): Pt =>
  Math.max(
    ...[0, width].flatMap((x) =>
      [0, height].map((y) => {
        const moved = transformPoint(map, { x, y });
        return Math.hypot(moved.x - x, moved.y - y);
      }),
    ),
  );
