/** SVG of outlines, read by an XML parser: layers, and the points and radii of the paths in them. */
import { parseDocument } from "htmlparser2";

export interface SvgShape {
  readonly layer: string;
  readonly closed: boolean;
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly radii: readonly number[];
}

export interface ReadSvg {
  readonly attributes: Readonly<Record<string, string>>;
  readonly shapes: readonly SvgShape[];
}

interface XmlNode {
  readonly type: string;
  readonly name?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly XmlNode[];
}

export function readSvg(text: string): ReadSvg {
  const document = parseDocument(text, { xmlMode: true }) as unknown as XmlNode;
  const root = document.children!.find(({ name }) => name === "svg")!;
  const layers = root.children!.filter(({ name }) => name === "g");
  return {
    attributes: root.attribs!,
    shapes: layers.flatMap((layer) => layer.children!.flatMap((node) => shapeOf(node, layer.attribs!.id!))),
  };
}

function shapeOf({ name, attribs }: XmlNode, layer: string): readonly SvgShape[] {
  if (name === "path") return [{ layer, ...pathOf(attribs!.d!) }];
  if (name !== "rect") return [];
  const [x, y, width, height] = ["x", "y", "width", "height"].map((key) => Number(attribs![key] ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  return [
    {
      layer,
      closed: true,
      radii: [],
      points: [
        [x, y],
        [x + width, y],
        [x + width, y + height],
        [x, y + height],
      ],
    },
  ];
}

function pathOf(data: string): Omit<SvgShape, "layer"> {
  const points: [number, number][] = [];
  const radii: number[] = [];
  let closed = false;
  for (const [, letter, rest] of data.matchAll(/([A-Z])([^A-Z]*)/g)) {
    const numbers = rest!
      .trim()
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number);
    const [x, y] = points.at(-1) ?? [0, 0];
    if (letter === "M" || letter === "L") points.push([numbers[0]!, numbers[1]!]);
    else if (letter === "H") points.push([numbers[0]!, y]);
    else if (letter === "V") points.push([x, numbers[0]!]);
    else if (letter === "A") {
      if (numbers[0] !== numbers[1]) throw new Error("no circle");
      radii.push(numbers[0]!);
      points.push([numbers[5]!, numbers[6]!]);
    } else if (letter === "Z") closed = true;
    else throw new Error(`${letter} is not expected`);
  }
  return { closed, points, radii };
}
