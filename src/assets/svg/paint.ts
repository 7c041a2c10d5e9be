/** An outline and the style it stands in → a painted shape of the finished drawing. */
import type { Path } from "../../graphics.js";
import type { VectorPaint, VectorShape, VectorStroke } from "../asset.js";
import { svgMissing, svgUnsupported, svgWrongTarget } from "../messages.js";
import { pathBounds } from "./bounds.js";
import type { Place } from "./document.js";
import type { Drawing, Position } from "./drawing.js";
import { gradientPaint, isGradient, type PaintSite } from "./gradients.js";
import type { PaintSource } from "./properties.js";
import { scaleOf, transformPath } from "./transform.js";

/** Paints `path` (in user units); undefined when nothing of it would be seen. */
export function paintShape(path: Path, position: Position, drawing: Drawing, at: Place): VectorShape | undefined {
  const { style, matrix, viewport } = position;
  const bounds = pathBounds(path);
  if (bounds === undefined || !style.visible) return undefined;
  const painter = new Painter(drawing, { bounds, matrix, viewport }, style.color);
  const fill = painter.paint(style.fill, style.fillOpacity);
  const width = style.strokeWidth * scaleOf(matrix);
  const strokePaint = width > 0 ? painter.paint(style.stroke, style.strokeOpacity) : undefined;
  if (fill === undefined && strokePaint === undefined) return undefined;
  if (strokePaint !== undefined && style.dash.length > 0 && style.dashOffset !== 0)
    drawing.report(svgUnsupported("stroke-dashoffset"), at);
  return {
    kind: "shape",
    path: transformPath(matrix, path),
    fill,
    evenOdd: style.fillRule === "evenodd",
    stroke: strokePaint === undefined ? undefined : stroke(position, strokePaint, width),
  };
}

function stroke({ style, matrix }: Position, paint: VectorPaint, width: number): VectorStroke {
  const scale = scaleOf(matrix);
  return {
    paint,
    width,
    cap: style.cap,
    join: style.join,
    miterLimit: style.miterLimit,
    dash: style.dash.map((length) => length * scale),
  };
}

class Painter {
  readonly #drawing: Drawing;
  readonly #site: PaintSite;
  readonly #current: VectorPaint;

  constructor(drawing: Drawing, site: PaintSite, color: Position["style"]["color"]) {
    this.#drawing = drawing;
    this.#site = site;
    this.#current = color === undefined ? { kind: "current", opacity: 1 } : { kind: "color", color };
  }

  paint(source: PaintSource, opacity: number): VectorPaint | undefined {
    const paint = this.#resolve(source);
    return paint === undefined ? undefined : faded(paint, opacity);
  }

  #resolve(source: PaintSource): VectorPaint | undefined {
    if (source.kind === "none") return undefined;
    if (source.kind === "color") return source;
    if (source.kind === "current") return this.#current;
    const target = this.#drawing.byId.get(source.id);
    if (target !== undefined && isGradient(target)) return this.#gradient(target);
    if (target === undefined && source.fallback !== undefined) return this.#resolve(source.fallback);
    this.#drawing.report(this.#problem(source.id, target?.name), source.at);
    return undefined;
  }

  #gradient(target: Parameters<typeof gradientPaint>[0]): VectorPaint | undefined {
    return gradientPaint(target, this.#site, this.#drawing);
  }

  #problem(id: string, name: string | undefined): ReturnType<typeof svgMissing> {
    if (name === undefined) return svgMissing(id);
    return name === "pattern" ? svgUnsupported("pattern") : svgWrongTarget(id, name);
  }
}

/** The same paint with `opacity` on top; undefined when nothing is left to see. */
export function faded(paint: VectorPaint, opacity: number): VectorPaint | undefined {
  if (paint.kind === "current") {
    return paint.opacity * opacity === 0 ? undefined : { kind: "current", opacity: paint.opacity * opacity };
  }
  if (paint.kind === "color") {
    const a = paint.color.a * opacity;
    return a === 0 ? undefined : { kind: "color", color: { ...paint.color, a } };
  }
  if (opacity === 1) return paint;
  if (opacity === 0) return undefined;
  const stops = paint.gradient.stops.map(({ offset, color }) => ({
    offset,
    color: { ...color, a: color.a * opacity },
  }));
  return { kind: "gradient", gradient: { ...paint.gradient, stops } };
}
