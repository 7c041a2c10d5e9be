/** Placed boxes → frame items, back to front: ground, border, content. */

import type { Line, LinePiece } from "../text/index.js";
import type { Point } from "../units.js";
import type { PlacedBox } from "./arrange.js";
import type { InlineTag } from "./box.js";
import type { Frame, FrameItem, Origin, StructureRole } from "./frame.js";
import { ground } from "./ground.js";
import { paintPicture, pictureItems } from "./paint-picture.js";
import { proofMarks } from "./proof-marks.js";
import { radiiOf, roundedRect, solid } from "./shapes.js";
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
  const corner = { x: placed.rect.x - from.x, y: placed.rect.y - from.y };
  return (placed.lines?.lines ?? []).flatMap((line) => [
    ...proofMarks(line, corner),
    ...asRead(line.pieces).flatMap((piece) => paintPiece(piece, line, corner, role)),
  ]);
}

/** Pieces in the order in which people read them, which is that in which readers of the PDF find them. */
const asRead = (pieces: Line<InlineTag>["pieces"]): Line<InlineTag>["pieces"] =>
  pieces.some(({ order }, index) => index > 0 && order < pieces[index - 1]!.order)
    ? pieces.toSorted((a, b) => a.order - b.order)
    : pieces;

const roleOf = ({ box }: PlacedBox): StructureRole => ({ type: ROLES[box.element.name] ?? "P" });

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
