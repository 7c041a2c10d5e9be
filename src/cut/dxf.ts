/** A layout → DXF of AutoCAD's release 12, which every program reads: closed polylines, corners as bulges, millimetres. */
import { LAYERS, type Layer } from "./layers.js";
import { type CutLayout, type CutPath, type MmRect, round } from "./layout.js";

type Pair = readonly [code: number, value: string | number];

/** A corner of a polyline; `bulge` bends the way to the next one. */
interface Corner {
  readonly x: number;
  readonly y: number;
  readonly bulge?: number | undefined;
}

/** Tangent of a quarter of the angle of a quarter circle; below zero it bends to the right of its way: clockwise. */
const QUARTER = -Math.tan(Math.PI / 8);

/** Units of the drawing; release 12 does not know it, all that came after do. */
const MILLIMETRES = 4;

export function dxfOf({ page, cuts, folds, marks }: CutLayout, title: string): string {
  const entities = [
    ...polyline(LAYERS.page, cornersOf({ x: 0, y: 0, ...page, radius: 0 }), page.height),
    ...marks.flatMap((mark) => polyline(LAYERS.marks, cornersOf({ ...mark, radius: 0 }), page.height)),
    ...folds.flatMap((fold) => drawn(LAYERS.fold, fold, page.height)),
    ...cuts.flatMap((cut) => drawn(LAYERS.cut, cut, page.height)),
  ];
  const pairs: readonly Pair[] = [
    [999, ascii(title)],
    ...section("HEADER", [
      [9, "$ACADVER"],
      [1, "AC1009"],
      [9, "$INSUNITS"],
      [70, MILLIMETRES],
      [9, "$EXTMIN"],
      [10, 0],
      [20, 0],
      [9, "$EXTMAX"],
      [10, page.width],
      [20, page.height],
    ]),
    ...section("TABLES", [...table("LTYPE", [CONTINUOUS]), ...table("LAYER", Object.values(LAYERS).map(layerEntry))]),
    ...section("ENTITIES", entities),
    [0, "EOF"],
  ];
  // Lines end as AutoCAD's own do: some programs know no others.
  return pairs.map(([code, value]) => `${`${code}`.padStart(3)}\r\n${value}\r\n`).join("");
}

const section = (name: string, content: readonly Pair[]): readonly Pair[] => [
  [0, "SECTION"],
  [2, name],
  ...content,
  [0, "ENDSEC"],
];

const table = (name: string, entries: readonly (readonly Pair[])[]): readonly Pair[] => [
  [0, "TABLE"],
  [2, name],
  [70, entries.length],
  ...entries.flat(),
  [0, "ENDTAB"],
];

const CONTINUOUS: readonly Pair[] = [
  [0, "LTYPE"],
  [2, "CONTINUOUS"],
  [70, 0],
  [3, "Solid line"],
  [72, 65],
  [73, 0],
  [40, 0],
];

const layerEntry = ({ name, index }: Layer): readonly Pair[] => [
  [0, "LAYER"],
  [2, name],
  [70, 0],
  [62, index],
  [6, "CONTINUOUS"],
];

/** Clockwise as one sees the page, from the left end of the top edge. */
function cornersOf({ x, y, width, height, radius }: MmRect & { readonly radius: number }): readonly Corner[] {
  const [right, bottom] = [x + width, y + height];
  if (radius === 0)
    return [
      { x, y },
      { x: right, y },
      { x: right, y: bottom },
      { x, y: bottom },
    ];
  const bulge = QUARTER;
  return [
    { x: x + radius, y },
    { x: right - radius, y, bulge },
    { x: right, y: y + radius },
    { x: right, y: bottom - radius, bulge },
    { x: right - radius, y: bottom },
    { x: x + radius, y: bottom, bulge },
    { x, y: bottom - radius },
    { x, y: y + radius, bulge },
  ];
}

function drawn(layer: Layer, path: CutPath, height: number): readonly Pair[] {
  if (path.kind === "outline") return polyline(layer, cornersOf(path), height);
  return [
    [0, "LINE"],
    [8, layer.name],
    [10, round(path.x1)],
    [20, round(height - path.y1)],
    [11, round(path.x2)],
    [21, round(height - path.y2)],
  ];
}

/** A closed line. Drawings of DXF count upwards, pages downwards. */
const polyline = (layer: Layer, corners: readonly Corner[], height: number): readonly Pair[] => [
  [0, "POLYLINE"],
  [8, layer.name],
  [66, 1],
  [10, 0],
  [20, 0],
  [70, 1],
  ...corners.flatMap(({ x, y, bulge }): readonly Pair[] => [
    [0, "VERTEX"],
    [8, layer.name],
    [10, round(x)],
    [20, round(height - y)],
    ...(bulge === undefined ? [] : ([[42, bulge.toFixed(9)]] as const)),
  ]),
  [0, "SEQEND"],
  [8, layer.name],
];

/** Release 12 has no letters but those of ASCII. */
const ascii = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\x20-\x7e]/g, "-");
