/** A face's frame → where its links lie, those of frames inside it included. */
import type { Frame } from "../layout/frame.js";
import { compose, IDENTITY, type Matrix, type Rect, transformRect } from "../units.js";
import { boundsOf } from "./ink/shape.js";

export interface LinkArea {
  readonly url: string;
  /** Upright, in the coordinates of the face. */
  readonly area: Rect;
}

/** Links in reading order. What is clipped away or drawn too faint to see leads nowhere. */
export const linksOf = (frame: Frame): readonly LinkArea[] => [
  ...linksIn(frame, IDENTITY, { x: 0, y: 0, ...frame.size }),
];

function* linksIn(frame: Frame, map: Matrix, shown: Rect): Generator<LinkArea> {
  for (const item of frame.items) {
    if (item.kind === "link") {
      const area = overlap(transformRect(map, { ...item.at, ...item.size }), shown);
      if (area) yield { url: item.url, area };
    } else if (item.kind === "frame" && item.opacity !== 0) {
      const inner = compose(item.transform ?? IDENTITY, compose([1, 0, 0, 1, item.at.x, item.at.y], map));
      const clipped = item.clip ? overlap(transformRect(inner, boundsOf(item.clip, 0)), shown) : shown;
      if (clipped) yield* linksIn(item.frame, inner, clipped);
    }
  }
}

/** What two rectangles share; undefined when that is nothing. */
export function overlap(one: Rect, other: Rect): Rect | undefined {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  const width = Math.min(one.x + one.width, other.x + other.width) - x;
  const height = Math.min(one.y + one.height, other.y + other.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}
