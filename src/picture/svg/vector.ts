/** A drawing of the kit → SVG in the drawing's own units, cut off at its view box. */
import type { VectorArt, VectorNode, VectorPaint } from "../../assets/asset.js";
import type { Color, Paint, Path } from "../../graphics.js";
import { drawShape } from "./shape.js";
import { attribute, clipOf, type SvgWriter } from "./writer.js";

/** Draws `art`, with `color` where it takes the colour of its place; `place` is the attribute that moves and scales it. */
export function drawVector(writer: SvgWriter, { width, height, nodes }: VectorArt, color: Color, place: string): void {
  const box: Path = [["M", 0, 0], ["L", width, 0], ["L", width, height], ["L", 0, height], ["Z"]];
  writer.add(`<g${place} clip-path="url(#${clipOf(box, false, writer)})">`);
  drawNodes(writer, nodes, color);
  writer.add("</g>");
}

function drawNodes(writer: SvgWriter, nodes: readonly VectorNode[], color: Color): void {
  for (const node of nodes) {
    if (node.kind === "shape") {
      const { path, fill, evenOdd, stroke } = node;
      const line = stroke && { ...stroke, paint: paintOf(stroke.paint, color) };
      drawShape(writer, { path, evenOdd, fill: fill && paintOf(fill, color), stroke: line });
      continue;
    }
    const { clip, opacity, children } = node;
    const cut = clip ? ` clip-path="url(#${clipOf(clip.path, clip.evenOdd, writer)})"` : "";
    writer.add(`<g${cut}${attribute("opacity", opacity, 1)}>`);
    drawNodes(writer, children, color);
    writer.add("</g>");
  }
}

function paintOf(paint: VectorPaint, color: Color): Paint {
  if (paint.kind === "current") return { kind: "color", color: { ...color, a: color.a * paint.opacity } };
  return paint;
}
