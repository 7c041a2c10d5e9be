/** A face's frame → one form that sheets place as often as they need, upright in PDF space. */
import { QUIET_ZONE } from "../../assets/qr.js";
import type { FacePage, Frame, FrameGroup, FrameItem, ImageItem, QrItem, VectorItem } from "../../layout/frame.js";
import { compose, IDENTITY, type Matrix, type Point } from "../../units.js";
import type { ColorSpace } from "./color-space.js";
import type { Form, Resource } from "./drawing.js";
import { Ink } from "./ink.js";
import { joinTurned } from "./join-turned.js";
import { outline } from "./numbers.js";
import { drawShape } from "./shape.js";
import { drawRun } from "./text.js";
import { placeFaded } from "./vector.js";

/** Where finished drawings, codes and photographs come from: all are shared by the faces that show them. */
export interface Pictures {
  vector(item: VectorItem): { readonly name: string; readonly form: Form };
  code(item: QrItem): { readonly name: string; readonly form: Form };
  /** Undefined for a picture that could not be prepared, which has been reported: its place stays empty. */
  image(item: ImageItem, at: Matrix): { readonly name: string; readonly resource: Resource } | undefined;
}

/** Draws a face. The form's box is the frame: trim and bleed. */
export function faceForm(page: FacePage, pictures: Pictures, space: ColorSpace): Form {
  const { width, height } = page.frame.size;
  const ink = new Ink(space);
  // Frames count downwards; from here to the end, so does the form.
  ink.transform([1, 0, 0, -1, 0, height]);
  drawFrame({ ink, pictures, bbox: [0, 0, width, height] }, page.frame, { at: { x: 0, y: 0 }, map: IDENTITY });
  return ink.finishForm([0, 0, width, height]);
}

interface Setting {
  readonly ink: Ink;
  readonly pictures: Pictures;
  /** The face's edges: no group needs more room. */
  readonly bbox: Form["bbox"];
}

/** Where a frame lies: `at` in the coordinates in force, `map` from those to the face's. */
interface Place {
  readonly at: Point;
  readonly map: Matrix;
}

function drawFrame(setting: Setting, frame: Frame, place: Place): void {
  for (const item of joinTurned(frame.items)) drawItem(setting, item, place);
}

function drawItem(setting: Setting, item: FrameItem, { at: corner, map }: Place): void {
  const { ink, pictures } = setting;
  const at = { x: corner.x + item.at.x, y: corner.y + item.at.y };
  switch (item.kind) {
    case "glyphs":
      drawRun(ink, item.run, [1, 0, 0, -1, at.x, at.y], item.color);
      return;
    case "path":
      drawShape(ink, item, at);
      return;
    case "qr":
      drawQr(ink, item, at, pictures);
      return;
    case "vector":
      drawVector(ink, item, at, pictures);
      return;
    case "image":
      drawImage(ink, item, at, pictures.image(item, map));
      return;
    case "frame":
      drawGroup(setting, item, { at, map });
      return;
    case "link":
      // Paper has no links; the address is printed or in a QR code.
      return;
  }
}

function drawGroup(setting: Setting, item: FrameGroup, { at, map }: Place): void {
  const { transform, clip, opacity = 1, frame } = item;
  if (opacity === 0) return;
  const { ink } = setting;
  if (!transform && !clip && opacity === 1) {
    drawFrame(setting, frame, { at, map });
    return;
  }
  ink.save();
  const inPlace = compose(transform ?? IDENTITY, [1, 0, 0, 1, at.x, at.y]);
  ink.transform(inPlace);
  if (clip) ink.draw(`${outline(clip, ORIGIN)}W n\n`);
  const place: Place = { at: ORIGIN, map: compose(inPlace, map) };
  if (opacity < 1) {
    const inner = new Ink(ink.space);
    drawFrame({ ...setting, ink: inner, bbox: roomFor(setting.bbox) }, frame, place);
    placeFaded(ink, inner.finishForm(roomFor(setting.bbox), "fade"), opacity);
  } else {
    drawFrame(setting, frame, place);
  }
  ink.restore();
}

const ORIGIN: Point = { x: 0, y: 0 };

/** A group may be turned and its items may lie outside its box; nothing that shows is farther off than the face is large. */
const roomFor = ([x0, y0, x1, y1]: Form["bbox"]): Form["bbox"] => {
  const reach = 2 * Math.hypot(x1 - x0, y1 - y0);
  return [-reach, -reach, reach, reach];
};

function drawImage(ink: Ink, { size }: ImageItem, at: Point, found: ReturnType<Pictures["image"]>): void {
  if (found === undefined) return;
  ink.save();
  ink.alpha(1);
  // An image fills the unit square and stands upright in PDF space.
  ink.transform([size.width, 0, 0, -size.height, at.x, at.y + size.height]);
  ink.draw(`/${ink.use(found.name, found.resource)} Do\n`);
  ink.restore();
}

function drawVector(ink: Ink, { art, size, color }: VectorItem, at: Point, pictures: Pictures): void {
  if (art.width <= 0 || art.height <= 0) return;
  const { name, form } = pictures.vector({ kind: "vector", at, art, size, color });
  ink.save();
  ink.alpha(1);
  ink.transform([size.width / art.width, 0, 0, size.height / art.height, at.x, at.y]);
  ink.draw(`/${ink.use(name, { kind: "form", form })} Do\n`);
  ink.restore();
}

function drawQr(ink: Ink, item: QrItem, at: Point, pictures: Pictures): void {
  const { code, size } = item;
  const module = Math.min(size.width, size.height) / (code.modules + 2 * QUIET_ZONE);
  const left = at.x + (size.width - code.modules * module) / 2;
  const top = at.y + (size.height - code.modules * module) / 2;
  const { name, form } = pictures.code(item);
  ink.save();
  ink.alpha(1);
  ink.transform([module, 0, 0, module, left, top]);
  ink.draw(`/${ink.use(name, { kind: "form", form })} Do\n`);
  ink.restore();
}
