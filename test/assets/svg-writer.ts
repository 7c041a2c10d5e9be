/** A drawing → SVG text again, so that another renderer can show what we understood. */
import type { VectorArt, VectorNode, VectorPaint } from "../../src/assets/asset.js";
import type { Color, Path } from "../../src/graphics.js";

export const printPath = (path: Path): string =>
  path.map(([command, ...numbers]) => command + numbers.join(" ")).join("");

const rgb = ({ r, g, b }: Color): string => `rgb(${[r, g, b].map((channel) => `${channel * 100}%`).join(" ")})`;

/** `currentColor` is drawn black. */
export function writeSvg(art: VectorArt): string {
  const defs: string[] = [];
  const define = (make: (id: string) => string): string => {
    const id = `d${defs.length}`;
    defs.push(make(id));
    return id;
  };
  const paint = (name: "fill" | "stroke", value: VectorPaint | undefined): string => {
    if (value === undefined) return `${name}="none"`;
    if (value.kind === "current") return `${name}="black" ${name}-opacity="${value.opacity}"`;
    if (value.kind === "color") return `${name}="${rgb(value.color)}" ${name}-opacity="${value.color.a}"`;
    const { kind, coords, stops, transform } = value.gradient;
    const names = kind === "linear" ? ["x1", "y1", "x2", "y2"] : ["fx", "fy", "fr", "cx", "cy", "r"];
    const place = names.map((key, index) => `${key}="${coords[index]}"`).join(" ");
    const map = transform === undefined ? "" : ` gradientTransform="matrix(${transform.join(" ")})"`;
    const inside = stops
      .map(({ offset, color }) => `<stop offset="${offset}" stop-color="${rgb(color)}" stop-opacity="${color.a}"/>`)
      .join("");
    const id = define(
      (made) =>
        `<${kind}Gradient id="${made}" gradientUnits="userSpaceOnUse" ${place}${map}>${inside}</${kind}Gradient>`,
    );
    return `${name}="url(#${id})"`;
  };
  const write = (node: VectorNode): string => {
    if (node.kind === "group") {
      const { clip } = node;
      const id =
        clip &&
        define(
          (made) =>
            `<clipPath id="${made}"><path d="${printPath(clip.path)}" clip-rule="${clip.evenOdd ? "evenodd" : "nonzero"}"/></clipPath>`,
        );
      const clipped = id === undefined ? "" : ` clip-path="url(#${id})"`;
      return `<g opacity="${node.opacity}"${clipped}>${node.children.map(write).join("")}</g>`;
    }
    const { stroke } = node;
    const pen = stroke
      ? ` stroke-width="${stroke.width}" stroke-linecap="${stroke.cap}" stroke-linejoin="${stroke.join}" stroke-miterlimit="${stroke.miterLimit}" stroke-dasharray="${stroke.dash.join(" ") || "none"}"`
      : "";
    const rule = node.evenOdd ? "evenodd" : "nonzero";
    return `<path d="${printPath(node.path)}" ${paint("fill", node.fill)} fill-rule="${rule}" ${paint("stroke", stroke?.paint)}${pen}/>`;
  };
  const body = art.nodes.map(write).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${art.width} ${art.height}"><defs>${defs.join("")}</defs>${body}</svg>`;
}
