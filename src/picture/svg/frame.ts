/** A frame → an SVG picture of a part of it, in so many pixels: words as their shapes, photographs inside, no fonts needed. */
import { QUIET_ZONE } from "../../assets/qr.js";
import type { Path } from "../../graphics.js";
import type { Frame, FrameGroup, FrameItem, ImageItem, QrItem } from "../../layout/frame.js";
import { roundedRect } from "../../layout/shapes.js";
import { runOutline } from "../../text/outlines.js";
import type { Point, Pt } from "../../units.js";
import type { View } from "../view.js";
import { drawShape } from "./shape.js";
import { drawVector } from "./vector.js";
import { attribute, clipOf, matrix, num, SvgWriter } from "./writer.js";

/** The address (`data:…`) of a photograph; undefined for one that could not be prepared: its place stays empty. */
export type ImageAddress = (item: ImageItem) => string | undefined;

/** How far the shapes of letters may be off: a fiftieth of the finest pixel. */
const TOLERANCE: Pt = 0.005;

/** Paper is white where nothing is printed. */
const PAPER = "#ffffff";

/** Draws what `view` shows of a frame, on white paper. The same frame and view give the same text. */
export function frameSvg(
  frame: Frame,
  { area, pixels, corner }: View,
  address: ImageAddress = () => undefined,
): string {
  const writer = new SvgWriter();
  const { x, y, width, height } = area;
  const ground = `<rect x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}" fill="${PAPER}"/>`;
  if (corner > 0) {
    const outline = roundedRect(area, [corner, corner, corner, corner]);
    writer.add(`<g clip-path="url(#${clipOf(outline, false, writer)})">`);
  }
  writer.add(ground);
  drawFrame({ writer, address }, frame, { x: 0, y: 0 });
  if (corner > 0) writer.add("</g>");
  const box = [x, y, width, height].map(num).join(" ");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels.width}" height="${pixels.height}" viewBox="${box}" preserveAspectRatio="none"><defs>${writer.definitions}</defs>${writer.body}</svg>\n`;
}

interface Setting {
  readonly writer: SvgWriter;
  readonly address: ImageAddress;
}

function drawFrame(setting: Setting, frame: Frame, at: Point): void {
  for (const item of frame.items) drawItem(setting, item, { x: at.x + item.at.x, y: at.y + item.at.y });
}

const moved = ({ x, y }: Point): string => (x === 0 && y === 0 ? "" : ` transform="translate(${num(x)} ${num(y)})"`);

function drawItem(setting: Setting, item: FrameItem, at: Point): void {
  const { writer, address } = setting;
  switch (item.kind) {
    case "glyphs": {
      const fill = { kind: "color", color: item.color } as const;
      drawShape(writer, { path: runOutline(item.run, TOLERANCE), fill }, moved(at));
      return;
    }
    case "path":
      drawShape(writer, item, moved(at));
      return;
    case "qr":
      drawCode(writer, item, at);
      return;
    case "vector": {
      const { art, size, color } = item;
      if (art.width <= 0 || art.height <= 0) return;
      const place = matrix([size.width / art.width, 0, 0, size.height / art.height, at.x, at.y]);
      drawVector(writer, art, color, ` transform="${place}"`);
      return;
    }
    case "image": {
      const href = address(item);
      if (href === undefined) return;
      const { width, height } = item.size;
      writer.add(
        `<image x="${num(at.x)}" y="${num(at.y)}" width="${num(width)}" height="${num(height)}" preserveAspectRatio="none" href="${href}"/>`,
      );
      return;
    }
    case "frame":
      drawGroup(setting, item, at);
      return;
    case "link":
      // A picture leads nowhere.
      return;
  }
}

function drawGroup(setting: Setting, { transform, clip, opacity = 1, frame }: FrameGroup, at: Point): void {
  if (!transform && !clip && opacity === 1) {
    drawFrame(setting, frame, at);
    return;
  }
  const { writer } = setting;
  const turn = transform
    ? `${at.x === 0 && at.y === 0 ? "" : `translate(${num(at.x)} ${num(at.y)}) `}${matrix(transform)}`
    : "";
  const place = turn ? ` transform="${turn}"` : moved(at);
  const cut = clip ? ` clip-path="url(#${clipOf(clip, false, writer)})"` : "";
  writer.add(`<g${place}${cut}${attribute("opacity", opacity, 1)}>`);
  drawFrame(setting, frame, { x: 0, y: 0 });
  writer.add("</g>");
}

/** All dark modules are one path in whole numbers: no hairline shows between them. */
function drawCode(writer: SvgWriter, { code, size, color }: QrItem, at: Point): void {
  const module = Math.min(size.width, size.height) / (code.modules + 2 * QUIET_ZONE);
  const left = at.x + (size.width - code.modules * module) / 2;
  const top = at.y + (size.height - code.modules * module) / 2;
  const path = code.runs.flatMap(([row, column, length]): Path => {
    const end = column + length;
    return [["M", column, row], ["L", end, row], ["L", end, row + 1], ["L", column, row + 1], ["Z"]];
  });
  const place = ` transform="${matrix([module, 0, 0, module, left, top])}"`;
  drawShape(writer, { path, fill: { kind: "color", color } }, place);
}
