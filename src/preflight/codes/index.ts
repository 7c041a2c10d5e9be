/** A scene → its QR codes: those that can be read, with what they hold, and those that cannot. */
import type { Pt, Rect, Size } from "../../units.js";
import { decode } from "./decode.js";
import { findFinders } from "./finders.js";
import { type Gray, rasterize } from "./raster.js";
import type { SceneItem } from "./scene.js";
import { findSquares, type Square } from "./squares.js";

export { type Gray, rasterize } from "./raster.js";
export { type SceneItem, sceneOf } from "./scene.js";

export interface FoundCode {
  /** The code with its quiet zone left out. */
  readonly box: Rect;
  /** What it holds; undefined when it cannot be read. */
  readonly text: string | undefined;
  readonly module: Pt;
  /** Between its light and its dark, from 0 to 1. */
  readonly contrast: number;
  /** Light around it, in modules, 4 at most. */
  readonly quiet: number;
  /** Light on dark. */
  readonly isInverted: boolean;
}

/** Codes of a third of a millimetre a module still have two and a half pixels. */
const SCALE = 200 / 72;
/** A poster is looked at more coarsely: so are its codes larger. */
const MOST_PIXELS = 24_000_000;

/** Pixels a module when a code is read; tried one after the other, for a bad place of pixels can hide one. */
const READING_SCALES = [6, 4, 9];
/** Whatever its modules are, no code is read from more. */
const LARGEST_READ = 1600;

const QUIET = 4;

/** The whole page as it is looked through for codes. */
export const grayPage = (scene: readonly SceneItem[], size: Size): Gray =>
  rasterize(scene, { x: 0, y: 0, ...size }, Math.min(SCALE, Math.sqrt(MOST_PIXELS / (size.width * size.height))));

export async function findCodes(scene: readonly SceneItem[], page: Gray): Promise<readonly FoundCode[]> {
  const squares = findSquares(page, findFinders(page));
  const codes = await Promise.all(squares.map((square) => readCode(scene, page, square)));
  return codes.sort((a, b) => rowOf(a) - rowOf(b) || a.box.x - b.box.x);
}

/** Codes whose tops differ by less stand in one row. */
const ROW: Pt = 10;
const rowOf = ({ box }: FoundCode): number => Math.round(box.y / ROW);

async function readCode(scene: readonly SceneItem[], page: Gray, square: Square): Promise<FoundCode> {
  const module = square.module / page.scale;
  const box = boxOf(square, page);
  const around = (modules: number): Rect => ({
    x: box.x - modules * module,
    y: box.y - modules * module,
    width: box.width + 2 * modules * module,
    height: box.height + 2 * modules * module,
  });
  let text: string | undefined;
  for (const pixels of READING_SCALES) {
    const scale = Math.min(pixels / module, LARGEST_READ / box.width);
    text = await decode(rasterize(scene, around(QUIET), scale));
    if (text !== undefined) break;
  }
  const near = rasterize(scene, around(QUIET), Math.min(READING_SCALES[0]! / module, LARGEST_READ / box.width));
  const isInverted = square.corner.isInverted;
  return {
    box,
    text,
    module,
    contrast: contrastOf(page, square),
    quiet: quietOf(near, module, isInverted),
    isInverted,
  };
}

/** The upright rectangle around a code, which may be turned. */
function boxOf({ corner, ends: [a, b], modules }: Square, { scale }: Gray): Rect {
  const reach = 3.5 / (modules - 7);
  const place = (u: number, v: number) => ({
    x: corner.x + u * (a.x - corner.x) + v * (b.x - corner.x),
    y: corner.y + u * (a.y - corner.y) + v * (b.y - corner.y),
  });
  const corners = [
    place(-reach, -reach),
    place(1 + reach, -reach),
    place(-reach, 1 + reach),
    place(1 + reach, 1 + reach),
  ];
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x: x / scale, y: y / scale, width: (Math.max(...xs) - x) / scale, height: (Math.max(...ys) - y) / scale };
}

/** Between the middle of a finder and the light ring around it, two modules away along the code’s side. */
function contrastOf(page: Gray, { corner, ends, module }: Square): number {
  const light = (x: number, y: number): number => page.data[Math.floor(y) * page.width + Math.floor(x)] ?? 255;
  const [end] = ends;
  const length = Math.hypot(end.x - corner.x, end.y - corner.y);
  const [dx, dy] = [(2 * module * (end.x - corner.x)) / length, (2 * module * (end.y - corner.y)) / length];
  const each = [corner, ...ends].map(({ x, y }) => Math.abs(light(x, y) - light(x + dx, y + dy)));
  return Math.min(...each) / 255;
}

/** Rings of one module each around the code, from the inside, until one has something in it. */
function quietOf(near: Gray, module: Pt, isInverted: boolean): number {
  const pixels = module * near.scale;
  const edge = QUIET * pixels;
  const ground = isInverted ? 0 : 255;
  const isLight = (x: number, y: number): boolean =>
    Math.abs((near.data[Math.floor(y) * near.width + Math.floor(x)] ?? ground) - ground) < 96;
  for (let ring = 0; ring < QUIET; ring++) {
    const out = edge - (ring + 0.5) * pixels;
    for (let along = out; along < near.width - out; along += pixels / 2) {
      const all =
        isLight(along, out) &&
        isLight(along, near.height - out) &&
        isLight(out, along) &&
        isLight(near.width - out, along);
      if (!all) return ring;
    }
  }
  return QUIET;
}
