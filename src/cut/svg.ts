/** A layout → SVG in millimetres: one layer to cut, one to fold, one with the marks, one with the page's edge. */
import { LAYERS, type Layer } from "./layers.js";
import { type CutLayout, type CutPath, round } from "./layout.js";

/** Programs of machines cut what has a line, however thin. */
const HAIRLINE = 0.1;

export function svgOf({ page, cuts, folds, marks }: CutLayout, title: string): string {
  const { width, height } = page;
  const parts = [
    layer(LAYERS.page, lined(LAYERS.page), [`<rect width="${width}" height="${height}"/>`]),
    layer(
      LAYERS.marks,
      ` fill="${LAYERS.marks.color}"`,
      marks.map((mark) => `<rect x="${mark.x}" y="${mark.y}" width="${mark.width}" height="${mark.height}"/>`),
    ),
    ...(folds.length > 0
      ? [layer(LAYERS.fold, `${lined(LAYERS.fold)} stroke-dasharray="2 1"`, folds.map(pathOf))]
      : []),
    layer(LAYERS.cut, lined(LAYERS.cut), cuts.map(pathOf)),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}">
<title>${escaped(title)}</title>
${parts.join("\n")}
</svg>
`;
}

const lined = ({ color }: Layer): string => ` fill="none" stroke="${color}" stroke-width="${HAIRLINE}"`;

const layer = ({ name }: Layer, look: string, parts: readonly string[]): string =>
  [`<g id="${name}" inkscape:groupmode="layer" inkscape:label="${name}"${look}>`, ...parts, "</g>"].join("\n");

function pathOf(path: CutPath): string {
  if (path.kind === "line")
    return `<path d="M ${round(path.x1)} ${round(path.y1)} L ${round(path.x2)} ${round(path.y2)}"/>`;
  const { x, y, width, height, radius } = path;
  const [right, bottom] = [round(x + width), round(y + height)];
  if (radius === 0) return `<path d="M ${x} ${y} H ${right} V ${bottom} H ${x} Z"/>`;
  const corner = (toX: number, toY: number): string => `A ${radius} ${radius} 0 0 1 ${round(toX)} ${round(toY)}`;
  return `<path d="M ${round(x + radius)} ${y} H ${round(right - radius)} ${corner(right, y + radius)} V ${round(bottom - radius)} ${corner(right - radius, bottom)} H ${round(x + radius)} ${corner(x, bottom - radius)} V ${round(y + radius)} ${corner(x + radius, y)} Z"/>`;
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
