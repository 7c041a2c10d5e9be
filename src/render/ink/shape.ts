/** A filled or stroked outline → operators: plain colours directly, gradients through a clip, a pattern or a mask. */

import { fingerprint } from "../../fingerprint.js";
import { type Gradient, type Paint, type Path, type Stroke, simplify } from "../../graphics.js";
import { compose, IDENTITY, type Matrix, type Point, type Rect } from "../../units.js";
import type { PdfDictionary } from "../pdf/objects.js";
import type { ColorSpace } from "./color-space.js";
import type { Form } from "./drawing.js";
import { shadingOf } from "./gradient.js";
import { formName, Ink } from "./ink.js";
import { outline } from "./numbers.js";

export interface Shape {
  readonly path: Path;
  readonly fill?: Paint | undefined;
  readonly evenOdd?: boolean | undefined;
  readonly stroke?: Stroke | undefined;
}

/** Draws a shape whose own origin is at `at`: the fill first, the stroke over it. */
export function drawShape(ink: Ink, shape: Shape, at: Point): void {
  if (shape.path.length === 0) return;
  const fill = shape.fill && simplify(shape.fill);
  const stroke = shape.stroke && { ...shape.stroke, paint: simplify(shape.stroke.paint) };
  const strokes = stroke !== undefined && stroke.width > 0;
  if (fill?.kind === "color" && strokes && stroke.paint.kind === "color" && isSolid(fill) && isSolid(stroke.paint)) {
    ink.fillColor(fill.color);
    ink.strokeColor(stroke.paint.color);
    ink.line(stroke);
    ink.alpha(1);
    ink.draw(`${outline(shape.path, at)}${shape.evenOdd ? "B*" : "B"}\n`);
    return;
  }
  if (fill) drawFill(ink, fill, shape, at);
  if (strokes) drawStroke(ink, shape.path, stroke, at);
}

const isSolid = (paint: Paint): boolean => paint.kind === "color" && paint.color.a === 1;

function drawFill(ink: Ink, fill: Paint, shape: Shape, at: Point): void {
  if (fill.kind === "color") {
    if (fill.color.a === 0) return;
    ink.fillColor(fill.color);
    ink.alpha(fill.color.a);
    ink.draw(`${outline(shape.path, at)}${shape.evenOdd ? "f*" : "f"}\n`);
    return;
  }
  ink.save();
  ink.draw(`${outline(shape.path, at)}${shape.evenOdd ? "W*" : "W"} n\n`);
  ink.transform([1, 0, 0, 1, at.x, at.y]);
  setOpacity(ink, fill.gradient, boundsOf(shape.path, 0));
  ink.transform(fill.gradient.transform ?? IDENTITY);
  const shading = shadingOf(fill.gradient, ink.space);
  ink.draw(`/${ink.use(nameOf("S", shading), { kind: "shading", shading })} sh\n`);
  ink.restore();
}

function drawStroke(ink: Ink, path: Path, stroke: Stroke, at: Point): void {
  const { paint } = stroke;
  if (paint.kind === "color") {
    if (paint.color.a === 0) return;
    ink.strokeColor(paint.color);
    ink.alpha(paint.color.a);
    ink.line(stroke);
    ink.draw(`${outline(path, at)}S\n`);
    return;
  }
  ink.save();
  ink.transform([1, 0, 0, 1, at.x, at.y]);
  setOpacity(ink, paint.gradient, boundsOf(path, stroke.width * Math.max(1, stroke.miterLimit)));
  // A stroke cannot clip, so here a pattern is needed; its matrix leads back to where the form begins.
  const matrix: Matrix = compose(paint.gradient.transform ?? IDENTITY, ink.ctm);
  const shading = shadingOf(paint.gradient, ink.space);
  ink.strokePattern(ink.use(nameOf("P", shading, matrix), { kind: "pattern", shading, matrix }));
  ink.line(stroke);
  ink.draw(`${outline(path, ORIGIN)}S\n`);
  ink.restore();
}

const ORIGIN: Point = { x: 0, y: 0 };

const nameOf = (letter: string, shading: PdfDictionary, matrix: Matrix = IDENTITY): string =>
  letter + fingerprint(JSON.stringify(shading), matrix.join());

/** Opacity of a gradient: one number, or a mask where its stops differ. */
function setOpacity(ink: Ink, gradient: Gradient, area: Rect): void {
  const [first] = gradient.stops;
  const alpha = first?.color.a ?? 1;
  const isEven = gradient.stops.every(({ color }) => color.a === alpha);
  ink.alpha(isEven ? alpha : 1);
  if (isEven) return;
  const form = maskOf(ink.space, gradient, area);
  ink.draw(`/${ink.use(`M${formName(form)}`, { kind: "mask", form })} gs\n`);
}

function maskOf(space: ColorSpace, gradient: Gradient, area: Rect): Form {
  const ink = new Ink(space);
  ink.transform(gradient.transform ?? IDENTITY);
  const shading = shadingOf(gradient, "alpha");
  ink.draw(`/${ink.use(nameOf("S", shading), { kind: "shading", shading })} sh\n`);
  return ink.finishForm([area.x, area.y, area.x + area.width, area.y + area.height], "mask");
}

/** A rectangle around the path and its control points. */
export function boundsOf(path: Path, margin: number): Rect {
  const points = path.flatMap((step): readonly number[] => step.slice(1) as number[]);
  const xs = points.filter((_, index) => index % 2 === 0);
  const ys = points.filter((_, index) => index % 2 === 1);
  const [x, y] = [Math.min(...xs) - margin, Math.min(...ys) - margin];
  return { x, y, width: Math.max(...xs) + margin - x, height: Math.max(...ys) + margin - y };
}
