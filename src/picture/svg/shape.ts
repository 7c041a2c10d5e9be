/** A filled or stroked outline → a path element, with the gradients that it needs. */
import { type Gradient, type Paint, type Path, type Stroke, simplify } from "../../graphics.js";
import { attribute, hex, matrix, num, pathData, precise, type SvgWriter } from "./writer.js";

export interface Shape {
  readonly path: Path;
  readonly fill?: Paint | undefined;
  readonly evenOdd?: boolean | undefined;
  readonly stroke?: Stroke | undefined;
}

/** Draws a shape; `place` is the attribute that moves it, if any. */
export function drawShape(writer: SvgWriter, { path, fill, evenOdd, stroke }: Shape, place = ""): void {
  if (path.length === 0) return;
  const line = stroke && stroke.width > 0 ? strokeOf(stroke, writer) : "";
  if (!fill && !line) return;
  const inside = fill ? painted("fill", fill, writer) : ' fill="none"';
  const rule = attribute("fill-rule", evenOdd ? "evenodd" : "nonzero", "nonzero");
  writer.add(`<path${place} d="${pathData(path)}"${inside}${rule}${line}/>`);
}

function strokeOf({ paint, width, cap, join, miterLimit, dash }: Stroke, writer: SvgWriter): string {
  return [
    painted("stroke", paint, writer),
    attribute("stroke-width", width, 1),
    attribute("stroke-linecap", cap, "butt"),
    attribute("stroke-linejoin", join, "miter"),
    attribute("stroke-miterlimit", miterLimit, 4),
    attribute("stroke-dasharray", dash.map(num).join(" "), ""),
  ].join("");
}

function painted(what: "fill" | "stroke", given: Paint, writer: SvgWriter): string {
  const paint = simplify(given);
  if (paint.kind === "gradient") return ` ${what}="url(#${defineGradient(paint.gradient, writer)})"`;
  return ` ${what}="${hex(paint.color)}"${attribute(`${what}-opacity`, paint.color.a, 1)}`;
}

function defineGradient({ kind, coords, stops, transform }: Gradient, writer: SvgWriter): string {
  const names = kind === "linear" ? ["x1", "y1", "x2", "y2"] : ["fx", "fy", "fr", "cx", "cy", "r"];
  const line = names.map((name, index) => ` ${name}="${precise(coords[index] ?? 0)}"`).join("");
  const turn = transform ? ` gradientTransform="${matrix(transform)}"` : "";
  const colors = stops.map(
    ({ offset, color }) =>
      `<stop offset="${precise(offset)}" stop-color="${hex(color)}"${attribute("stop-opacity", color.a, 1)}/>`,
  );
  return writer.define(
    (id) =>
      `<${kind}Gradient id="${id}" gradientUnits="userSpaceOnUse"${line}${turn}>${colors.join("")}</${kind}Gradient>`,
  );
}
