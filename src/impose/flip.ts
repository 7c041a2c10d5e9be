/** The front of a card on a sheet → its back on the other side of that sheet. The only place that mirrors anything. */
import { compose, type Matrix, type Rect, type Size, transformRect } from "../units.js";

export type FlipEdge = "long-edge" | "short-edge";

/**
 * The reflection that a flip is. A printer turns the paper over around its long (or short) edge; a point printed at
 * p on the back page then lies behind the point M(p) of the front page, and M is the mirror image about the line
 * through the middle of the page that is parallel to that edge. In page coordinates the long edge is vertical on a
 * portrait page and horizontal on a landscape page, so:
 *
 * | page      | long-edge    | short-edge   |
 * |-----------|--------------|--------------|
 * | portrait  | x → width−x  | y → height−y |
 * | landscape | y → height−y | x → width−x  |
 *
 * M is its own inverse, so it leads from front to back as well as from back to front.
 */
export const flipOf = (page: Size, edge: FlipEdge): Matrix => {
  const portrait = page.width <= page.height;
  const axisIsVertical = portrait === (edge === "long-edge");
  return axisIsVertical ? [-1, 0, 0, 1, page.width, 0] : [1, 0, 0, -1, 0, page.height];
};

/**
 * Where the back of a card is drawn on the back page, from where its front is drawn on the front page.
 *
 * The person who holds the card turns it over around its own vertical axis, like the page of a book. Its back must
 * then read upright, so what the back shows at (u, v) has to lie behind the front's (w−u, v): m, the mirror image about
 * the card's own axis. From there the front's transform leads to the paper, and M to the back page: m, then front,
 * then M. Two reflections make a turn, never a mirror image; the turn comes out as 0° for an upright card flipped about
 * a vertical line, as 180° for one flipped about a horizontal line, and follows by itself for cards lying on their side.
 *
 * @param front frame → front page
 * @param frameWidth width of the frame, bleed included: the width in which `u` is mirrored
 */
export const backTransform = (front: Matrix, frameWidth: number, flip: Matrix): Matrix =>
  compose(compose([-1, 0, 0, 1, frameWidth, 0], front), flip);

/** Where a rectangle of the front page lies on the back page. */
export const backRect = (rect: Rect, flip: Matrix): Rect => transformRect(flip, rect);
