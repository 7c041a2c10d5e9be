/** A part of a scene → grey pixels: each is as light as the point in its middle. */
import type { Rect } from "../../units.js";
import type { Area, PlacedPicture, SceneItem } from "./scene.js";

export interface Gray {
  readonly width: number;
  readonly height: number;
  /** From 0, black, to 255, paper. */
  readonly data: Uint8Array;
  /** Where its upper left corner lies, and pixels a point. */
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export function rasterize(scene: readonly SceneItem[], part: Rect, scale: number): Gray {
  const width = Math.max(1, Math.ceil(part.width * scale));
  const height = Math.max(1, Math.ceil(part.height * scale));
  const data = new Uint8Array(width * height).fill(255);
  const gray: Gray = { width, height, data, x: part.x, y: part.y, scale };
  for (const item of scene) {
    const window = windowOf(item.box, gray);
    if (window.x1 <= window.x0 || window.y1 <= window.y0) continue;
    if ("outlines" in item) fillArea(gray, item, window);
    else drawPicture(gray, item, window);
  }
  return gray;
}

/** Whole pixels: from the first to before the last. */
interface Window {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Pixels whose middle lies in `box`. */
const windowOf = (box: Rect, { x, y, scale, width, height }: Gray): Window => ({
  x0: Math.max(0, Math.ceil((box.x - x) * scale - 0.5)),
  y0: Math.max(0, Math.ceil((box.y - y) * scale - 0.5)),
  x1: Math.min(width, Math.ceil((box.x + box.width - x) * scale - 0.5)),
  y1: Math.min(height, Math.ceil((box.y + box.height - y) * scale - 0.5)),
});

function fillArea(gray: Gray, area: Area, window: Window): void {
  const rows = crossingsOf(gray, area.outlines, window);
  for (const [index, row] of rows.entries()) {
    if (row === undefined) continue;
    row.sort(ascending);
    let winding = 0;
    for (let k = 0; k + 1 < row.length; k++) {
      winding += (row[k]! & 1) === 1 ? 1 : -1;
      const isInside = area.isEvenOdd ? k % 2 === 0 : winding !== 0;
      if (!isInside) continue;
      const from = Math.max(window.x0, firstPixel(row[k]!));
      const to = Math.min(window.x1, firstPixel(row[k + 1]!));
      if (to > from) lay(gray, (window.y0 + index) * gray.width, { from, to }, area);
    }
  }
}

/**
 * Where outlines cross the middle of a row: whole numbers, of which there are millions. The lowest bit says whether the
 * outline goes down there, the others the place in parts of a pixel.
 */
type Crossing = number;

const PARTS = 256;
const crossing = (x: number, isDown: boolean): Crossing => 2 * Math.round(x * PARTS) + (isDown ? 1 : 0);
/** The first pixel whose middle lies behind a crossing. */
const firstPixel = (at: Crossing): number => Math.ceil((at >> 1) / PARTS - 0.5);
const ascending = (a: Crossing, b: Crossing): number => a - b;

function crossingsOf(gray: Gray, outlines: readonly Float64Array[], window: Window): (Crossing[] | undefined)[] {
  const { x0, x1, y0, y1 } = window;
  const rows = new Array<Crossing[] | undefined>(y1 - y0).fill(undefined);
  const { x, y, scale } = gray;
  for (const outline of outlines) {
    const { length } = outline;
    for (let at = 0; at + 1 < length; at += 2) {
      const next = at + 3 < length ? at + 2 : 0;
      let ax = (outline[at]! - x) * scale;
      let ay = (outline[at + 1]! - y) * scale;
      let bx = (outline[next]! - x) * scale;
      let by = (outline[next + 1]! - y) * scale;
      if (ay === by) continue;
      const isDown = ay < by;
      if (!isDown) [ax, ay, bx, by] = [bx, by, ax, ay];
      const slope = (bx - ax) / (by - ay);
      const last = Math.min(y1, Math.ceil(by - 0.5));
      for (let row = Math.max(y0, Math.ceil(ay - 0.5)); row < last; row++) {
        // What lies beside the window is as far away as its edge.
        const place = Math.min(Math.max(ax + (row + 0.5 - ay) * slope, x0 - 1), x1 + 1);
        const there = rows[row - y0];
        if (there) there.push(crossing(place, isDown));
        else rows[row - y0] = [crossing(place, isDown)];
      }
    }
  }
  return rows;
}

/** Lays a stretch of one row over what lies there. */
function lay(
  { data }: Gray,
  row: number,
  { from, to }: { readonly from: number; readonly to: number },
  area: Area,
): void {
  const { light, alpha, darkens } = area;
  if (alpha >= 1 && !darkens) {
    data.fill(light, row + from, row + to);
    return;
  }
  for (let at = row + from; at < row + to; at++) data[at] = blended(data[at]!, light, alpha, darkens);
}

const blended = (below: number, light: number, alpha: number, darkens: boolean): number =>
  Math.round(below * (1 - alpha) + (darkens ? (below * light) / 255 : light) * alpha);

function drawPicture(gray: Gray, { picture, matrix, light, alpha, darkens }: PlacedPicture, window: Window): void {
  const [a, b, c, d, e, f] = matrix;
  const area = a * d - b * c;
  if (area === 0) return;
  for (let row = window.y0; row < window.y1; row++) {
    const y = gray.y + (row + 0.5) / gray.scale - f;
    for (let column = window.x0; column < window.x1; column++) {
      const x = gray.x + (column + 0.5) / gray.scale - e;
      // The unit square has its origin below; the first row of a picture is the upper one.
      const u = (d * x - c * y) / area;
      const v = 1 - (a * y - b * x) / area;
      if (u < 0 || u >= 1 || v < 0 || v >= 1) continue;
      const pixel = Math.floor(v * picture.height) * picture.width + Math.floor(u * picture.width);
      const covers = ((picture.cover?.[pixel] ?? 255) / 255) * alpha;
      const at = row * gray.width + column;
      if (covers > 0) gray.data[at] = blended(gray.data[at]!, light ?? picture.light[pixel]!, covers, darkens);
    }
  }
}
