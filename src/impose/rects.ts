/** Rectangles: around several, inside a page. */
import type { Rect, Size } from "../units.js";

/** The rectangle around all; one of no size at the origin for none. */
export const boundsOf = (rects: readonly Rect[]): Rect => {
  if (rects.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of rects) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
};

/** What two rectangles share, or undefined if that is nothing. */
export const intersection = (a: Rect, b: Rect): Rect | undefined => {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
};

/** What of a rectangle lies on the page. */
export const clampTo = (rect: Rect, page: Size): Rect =>
  intersection(rect, { x: 0, y: 0, ...page }) ?? { x: 0, y: 0, width: 0, height: 0 };

export const moved = (rect: Rect, x: number, y: number): Rect => ({ ...rect, x: rect.x + x, y: rect.y + y });
