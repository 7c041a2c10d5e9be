/** A picture in its box → frame items, by `object-fit` and `object-position`. */
import type { Stroke } from "../graphics.js";
import type { Style } from "../style/style.js";
import type { Matrix, Point, Rect } from "../units.js";
import type { PictureBox } from "./box.js";
import type { FacePage, Frame, FrameItem, StructureRole } from "./frame.js";
import { naturalSize, type Picture } from "./pictures.js";
import { radiiOf, resolve, roundedRect, SQUARE } from "./shapes.js";
import { thumbnail } from "./thumbnail.js";

/** A picture box: the picture inside its padding and border. */
export function paintPicture(box: PictureBox, rect: Rect, from: Point): FrameItem[] {
  const { style } = box;
  const inner: Rect = {
    x: rect.x - from.x + resolve(style.paddingLeft, rect.width) + style.borderLeftWidth,
    y: rect.y - from.y + resolve(style.paddingTop, rect.width) + style.borderTopWidth,
    width:
      rect.width -
      resolve(style.paddingLeft, rect.width) -
      resolve(style.paddingRight, rect.width) -
      style.borderLeftWidth -
      style.borderRightWidth,
    height:
      rect.height -
      resolve(style.paddingTop, rect.width) -
      resolve(style.paddingBottom, rect.width) -
      style.borderTopWidth -
      style.borderBottomWidth,
  };
  const alt = box.element.attributes.alt;
  return pictureItems(box.picture, style, inner, alt ? { type: "Figure", alt } : { type: "Artifact" });
}

/** A picture in its box, by `object-fit`; what a cover leaves outside is clipped. */
export function pictureItems(picture: Picture, style: Style, box: Rect, role: StructureRole): FrameItem[] {
  const natural = naturalSize(picture);
  const stretch = style.objectFit === "fill" || (picture.kind === "vector" && picture.art.stretch);
  const scaleX = box.width / natural.width;
  const scaleY = box.height / natural.height;
  const scale = style.objectFit === "cover" ? Math.max(scaleX, scaleY) : Math.min(scaleX, scaleY);
  const size = stretch
    ? { width: box.width, height: box.height }
    : { width: natural.width * scale, height: natural.height * scale };
  const at = {
    x: box.x + resolve(style.objectPosition[0], box.width - size.width),
    y: box.y + resolve(style.objectPosition[1], box.height - size.height),
  };
  const item = pictureItem(picture, style, { ...at, ...size }, role);
  const sticksOut = size.width > box.width + 0.1 || size.height > box.height + 0.1;
  const rounded = radiiOf(style, box).some((radius) => radius > 0);
  if (!sticksOut && !rounded) return [item];
  const local = { ...item, at: { x: at.x - box.x, y: at.y - box.y } };
  const clip = roundedRect(
    { x: 0, y: 0, width: box.width, height: box.height },
    rounded ? radiiOf(style, box) : SQUARE,
  );
  return [{ kind: "frame", at: { x: box.x, y: box.y }, frame: { size: box, items: [local] }, clip }];
}

function pictureItem(picture: Picture, style: Style, { x, y, width, height }: Rect, role: StructureRole): FrameItem {
  const placed = { at: { x, y }, size: { width, height }, role };
  if (picture.kind === "vector") {
    const item: FrameItem = { kind: "vector", art: picture.art, color: style.color, ...placed };
    return style.mirror ? inMirror(item, { x, y, width, height }) : item;
  }
  if (picture.kind === "image") return { kind: "image", image: picture.image, ...placed };
  if (picture.kind === "face" && picture.page.isDrawing)
    return {
      kind: "frame",
      at: placed.at,
      frame: picture.page.frame,
      transform: scaled(width / picture.page.trim.width),
      role,
    };
  if (picture.kind === "face") return { ...smallFace(picture.page, { x, y, width, height }), role };
  return { kind: "qr", code: picture.code, linkId: picture.linkId, color: style.color, ...placed };
}

const scaled = (scale: number): Matrix | undefined =>
  Math.abs(scale - 1) < 1e-6 ? undefined : [scale, 0, 0, scale, 0, 0];

/** An item in its place, turned over about the middle of it. */
const inMirror = (item: FrameItem, { x, y, width, height }: Rect): FrameItem => ({
  kind: "frame",
  at: { x, y },
  frame: { size: { width, height }, items: [{ ...item, at: { x: 0, y: 0 } }] },
  transform: [-1, 0, 0, 1, width, 0],
  role: item.role,
});

/** By face and scale: a page is laid out again when a number on it changes, and most of its pictures do not. */
const small = new WeakMap<Frame, Map<number, Frame>>();

function thumbnailOf(frame: Frame, scale: number): Frame {
  const known = small.get(frame) ?? new Map<number, Frame>();
  small.set(frame, known);
  const made = known.get(scale) ?? thumbnail(frame, scale);
  known.set(scale, made);
  return made;
}

/** A face in small, cut at its trim with its round corners; a thin line shows where white paper ends. */
function smallFace({ frame, trim, bleed, radius }: FacePage, { x, y, width, height }: Rect): FrameItem {
  const scale = width / trim.width;
  const inner: FrameItem = {
    kind: "frame",
    at: { x: -bleed * scale, y: -bleed * scale },
    frame: thumbnailOf(frame, scale),
    transform: [scale, 0, 0, scale, 0, 0],
  };
  const edge = roundedRect({ x: 0, y: 0, width, height }, [
    radius * scale,
    radius * scale,
    radius * scale,
    radius * scale,
  ]);
  const cut: FrameItem = {
    kind: "frame",
    at: { x: 0, y: 0 },
    frame: { size: { width, height }, items: [inner] },
    clip: edge,
  };
  const outline: FrameItem = {
    kind: "path",
    at: { x: 0, y: 0 },
    path: edge,
    stroke: CARD_EDGE,
    role: { type: "Artifact" },
  };
  return { kind: "frame", at: { x, y }, frame: { size: { width, height }, items: [cut, outline] } };
}

/** Light enough to be paper's edge, wide enough for every printer. */
const CARD_EDGE: Stroke = {
  paint: { kind: "color", color: { r: 0.68, g: 0.7, b: 0.75, a: 1 } },
  width: 0.4,
  cap: "butt",
  join: "miter",
  miterLimit: 4,
  dash: [],
};
