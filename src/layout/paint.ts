/** Placed boxes → frame items, back to front: ground, border, content. */

import type { Stroke } from "../graphics.js";
import type { Style } from "../style/style.js";
import type { Line, LinePiece } from "../text/index.js";
import type { Point, Rect, Size } from "../units.js";
import type { PlacedBox } from "./arrange.js";
import type { InlineTag, PictureBox } from "./box.js";
import type { Frame, FrameItem, Origin, StructureRole } from "./frame.js";
import { naturalSize, type Picture } from "./pictures.js";
import { boxGradient, radiiOf, resolve, roundedRect, SQUARE, shrinkRadii, solid } from "./shapes.js";
import { transformOf } from "./transforms.js";

const ROLES: Readonly<Record<string, StructureRole["type"]>> = {
  h1: "H1",
  h2: "H2",
  h3: "H3",
  h4: "H3",
  p: "P",
  ul: "L",
  ol: "L",
  li: "LI",
  "li-body": "LI",
  "li-marker": "LI",
  figcaption: "Caption",
};

/** The items of a box, its corner at `from` in the frame being painted. */
export function paintBox(placed: PlacedBox, from: Point): FrameItem[] {
  const { box, rect } = placed;
  const { style } = box;
  const at = { x: rect.x - from.x, y: rect.y - from.y };
  const isGroup = style.transform.length > 0 || style.opacity < 1 || style.overflow === "hidden";
  if (!isGroup) return [...ground(style, rect, at), ...content(placed, from)];
  // A group is painted in its own frame, with its corner at the origin.
  const corner = { x: rect.x, y: rect.y };
  const inside: Frame = { size: rect, items: content(placed, corner) };
  const origin = { x: 0, y: 0 };
  const clip =
    style.overflow === "hidden"
      ? roundedRect({ ...origin, width: rect.width, height: rect.height }, radiiOf(style, rect))
      : undefined;
  const clipped: FrameItem[] = clip ? [{ kind: "frame", at: origin, frame: inside, clip }] : [...inside.items];
  const items = [...ground(style, rect, origin), ...clipped];
  const transform = style.transform.length > 0 ? transformOf(style, rect) : undefined;
  const opacity = style.opacity < 1 ? style.opacity : undefined;
  return [
    { kind: "frame", at, frame: { size: { width: rect.width, height: rect.height }, items }, transform, opacity },
  ];
}

function content(placed: PlacedBox, from: Point): FrameItem[] {
  if (placed.box.kind === "container") return placed.children.flatMap((child) => paintBox(child, from));
  if (placed.box.kind === "picture") return paintPicture(placed.box, placed.rect, from);
  const role = roleOf(placed);
  return (placed.lines?.lines ?? []).flatMap((line) =>
    line.pieces.flatMap((piece) =>
      paintPiece(piece, line, { x: placed.rect.x - from.x, y: placed.rect.y - from.y }, role),
    ),
  );
}

const roleOf = ({ box }: PlacedBox): StructureRole => ({ type: ROLES[box.element.name] ?? "P" });

/** Background and border of a box. */
export function ground(style: Style, size: Size, at: Point): FrameItem[] {
  const items: FrameItem[] = [];
  const box: Rect = { x: 0, y: 0, width: size.width, height: size.height };
  const radii = radiiOf(style, size);
  const role: StructureRole = { type: "Artifact" };
  if (style.backgroundColor.a > 0) {
    items.push({ kind: "path", at, role, path: roundedRect(box, radii), fill: solid(style.backgroundColor) });
  }
  if (style.backgroundImage !== "none") {
    const gradient = boxGradient(style.backgroundImage.gradient, size);
    items.push({ kind: "path", at, role, path: roundedRect(box, radii), fill: { kind: "gradient", gradient } });
  }
  return [...items, ...borders(style, box, at)];
}

function borders(style: Style, box: Rect, at: Point): FrameItem[] {
  const sides = [
    { width: style.borderTopWidth, line: style.borderTopStyle, color: style.borderTopColor },
    { width: style.borderRightWidth, line: style.borderRightStyle, color: style.borderRightColor },
    { width: style.borderBottomWidth, line: style.borderBottomStyle, color: style.borderBottomColor },
    { width: style.borderLeftWidth, line: style.borderLeftStyle, color: style.borderLeftColor },
  ];
  const role: StructureRole = { type: "Artifact" };
  const [first] = sides;
  const stroke = ({ width, line, color }: (typeof sides)[number]): Stroke => ({
    paint: solid(color === "currentcolor" ? style.color : color),
    width,
    cap: line === "dotted" ? "round" : "butt",
    join: "miter",
    miterLimit: 4,
    dash: line === "dashed" ? [3 * width, 2 * width] : line === "dotted" ? [0, 2 * width] : [],
  });
  const alike = sides.every(
    (side) =>
      side.width === first!.width &&
      side.line === first!.line &&
      JSON.stringify(side.color) === JSON.stringify(first!.color),
  );
  if (alike) {
    if (first!.width === 0) return [];
    const half = first!.width / 2;
    const inner = { x: half, y: half, width: box.width - 2 * half, height: box.height - 2 * half };
    const path = roundedRect(inner, shrinkRadii(radiiOf(style, box), half));
    return [{ kind: "path", at, role, path, stroke: stroke(first!) }];
  }
  const { width, height } = box;
  const ends = sides.map(({ width: thickness }, index) => {
    const half = thickness / 2;
    return [
      [0, half, width, half],
      [width - half, 0, width - half, height],
      [0, height - half, width, height - half],
      [half, 0, half, height],
    ][index] as [number, number, number, number];
  });
  return sides.flatMap((side, index): FrameItem[] => {
    if (side.width === 0) return [];
    const [x0, y0, x1, y1] = ends[index]!;
    return [
      {
        kind: "path",
        at,
        role,
        path: [
          ["M", x0, y0],
          ["L", x1, y1],
        ],
        stroke: stroke(side),
      },
    ];
  });
}

function paintPiece(piece: LinePiece<InlineTag>, line: Line<InlineTag>, at: Point, role: StructureRole): FrameItem[] {
  if (piece.kind === "object") {
    const { picture, style } = piece.tag;
    if (!picture) return [];
    return pictureItems(
      picture,
      style,
      { x: at.x + piece.x, y: at.y + piece.y, width: piece.width, height: piece.height },
      { type: "Artifact" },
    );
  }
  const origin: Origin = {
    template: piece.tag.text?.at,
    content: piece.tag.text?.content,
    field: piece.tag.text?.field,
  };
  const baseline = { x: at.x + piece.x, y: at.y + line.baseline - piece.raise };
  const items: FrameItem[] = [{ kind: "glyphs", at: baseline, run: piece.run, color: piece.style.color, role, origin }];
  const { face, size } = piece.run;
  const rule = (y: number): FrameItem => ({
    kind: "path",
    at: { x: baseline.x, y: baseline.y - y },
    role: { type: "Artifact" },
    path: [
      ["M", 0, 0],
      ["L", piece.width, 0],
    ],
    stroke: {
      paint: solid(piece.style.color),
      width: (face.underlineThickness / face.unitsPerEm) * size,
      cap: "butt",
      join: "miter",
      miterLimit: 4,
      dash: [],
    },
  });
  if (piece.style.underline) items.push(rule((face.underlinePosition / face.unitsPerEm) * size));
  if (piece.style.strike) items.push(rule((face.xHeight / face.unitsPerEm / 2) * size));
  if (piece.link) {
    const size_ = { width: piece.width, height: line.height };
    items.push({
      kind: "link",
      at: { x: baseline.x, y: at.y + line.top },
      url: piece.link,
      size: size_,
      role: { type: "Link" },
    });
  }
  return items;
}

function paintPicture(box: PictureBox, rect: Rect, from: Point): FrameItem[] {
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
function pictureItems(picture: Picture, style: Style, box: Rect, role: StructureRole): FrameItem[] {
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
  if (picture.kind === "vector") return { kind: "vector", art: picture.art, color: style.color, ...placed };
  if (picture.kind === "image") return { kind: "image", image: picture.image, ...placed };
  return { kind: "qr", code: picture.code, linkId: picture.linkId, color: style.color, ...placed };
}
