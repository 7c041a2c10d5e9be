/** A drawing → a form in the drawing's own units, y downwards, cut off at its view box. */
import type { VectorArt, VectorNode, VectorPaint } from "../../assets/asset.js";
import type { Color, Paint } from "../../graphics.js";
import type { ColorSpace } from "./color-space.js";
import type { Form } from "./drawing.js";
import { formName, Ink } from "./ink.js";
import { outline } from "./numbers.js";
import { drawShape } from "./shape.js";

const ORIGIN = { x: 0, y: 0 };

/** Draws `art`, with `color` where it takes the colour of its place. */
export function vectorForm(art: VectorArt, color: Color, space: ColorSpace): Form {
  const ink = new Ink(space);
  const bbox = [0, 0, art.width, art.height] as const;
  drawNodes(ink, art.nodes, { color, bbox });
  return ink.finishForm(bbox);
}

interface Setting {
  readonly color: Color;
  readonly bbox: Form["bbox"];
}

function drawNodes(ink: Ink, nodes: readonly VectorNode[], setting: Setting): void {
  for (const node of nodes) drawNode(ink, node, setting);
}

function drawNode(ink: Ink, node: VectorNode, setting: Setting): void {
  if (node.kind === "shape") {
    const { path, fill, evenOdd, stroke } = node;
    const painted = stroke && { ...stroke, paint: paintOf(stroke.paint, setting.color) };
    drawShape(ink, { path, evenOdd, fill: fill && paintOf(fill, setting.color), stroke: painted }, ORIGIN);
    return;
  }
  if (node.opacity === 0) return;
  ink.save();
  if (node.clip) ink.draw(`${outline(node.clip.path, ORIGIN)}${node.clip.evenOdd ? "W*" : "W"} n\n`);
  if (node.opacity < 1) {
    const inner = new Ink(ink.space);
    drawNodes(inner, node.children, setting);
    placeFaded(ink, inner.finishForm(setting.bbox, "fade"), node.opacity);
  } else {
    drawNodes(ink, node.children, setting);
  }
  ink.restore();
}

/** Draws a form as one, at `opacity`. */
export function placeFaded(ink: Ink, form: Form, opacity: number): void {
  ink.alpha(opacity);
  ink.draw(`/${ink.use(formName(form), { kind: "form", form })} Do\n`);
}

function paintOf(paint: VectorPaint, color: Color): Paint {
  if (paint.kind === "current") return { kind: "color", color: { ...color, a: color.a * paint.opacity } };
  return paint.kind === "color" ? paint : { kind: "gradient", gradient: paint.gradient };
}
