/** DXF, read by the reference of its release 12: closed polylines with their corners, and lines, upwards from the page's foot. */

export interface DxfShape {
  readonly layer: string;
  readonly kind: "outline" | "line";
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Radii of its arcs, in order. */
  readonly radii: readonly number[];
}

export interface ReadDxf {
  readonly header: ReadonlyMap<string, string>;
  readonly layers: readonly string[];
  readonly shapes: readonly DxfShape[];
}

type Pair = readonly [code: number, value: string];

export function readDxf(text: string): ReadDxf {
  const lines = text.split("\r\n");
  const pairs: Pair[] = [];
  for (let at = 0; at + 1 < lines.length; at += 2) {
    if (!/^ *\d+$/.test(lines[at]!)) throw new Error(`line ${at + 1} is no group code: ${lines[at]}`);
    pairs.push([Number(lines[at]), lines[at + 1]!]);
  }
  if (pairs.at(-1)?.join() !== "0,EOF") throw new Error("the file does not end");
  const entities = groups(section(pairs, "ENTITIES"));
  return {
    header: headerOf(section(pairs, "HEADER")),
    layers: groups(section(pairs, "TABLES")).flatMap((group) => (group[0]![1] === "LAYER" ? [textAt(group, 2)!] : [])),
    shapes: shapesOf(entities),
  };
}

function section(pairs: readonly Pair[], name: string): readonly Pair[] {
  const start = pairs.findIndex(
    ([code, value], at) => code === 2 && value === name && pairs[at - 1]!.join() === "0,SECTION",
  );
  const end = pairs.findIndex((pair, at) => at > start && pair.join() === "0,ENDSEC");
  if (start < 0 || end < 0) throw new Error(`no section ${name}`);
  return pairs.slice(start + 1, end);
}

function headerOf(pairs: readonly Pair[]): ReadonlyMap<string, string> {
  return new Map(pairs.flatMap(([code, value], at) => (code === 9 ? [[value, pairs[at + 1]![1]] as const] : [])));
}

/** Each begins with group code 0. */
function groups(pairs: readonly Pair[]): readonly (readonly Pair[])[] {
  const found: Pair[][] = [];
  for (const pair of pairs) {
    if (pair[0] === 0) found.push([pair]);
    else found.at(-1)?.push(pair);
  }
  return found;
}

const textAt = (group: readonly Pair[], code: number): string | undefined => group.find(([own]) => own === code)?.[1];
const numberOf = (group: readonly Pair[], code: number): number => Number(textAt(group, code) ?? 0);

function shapesOf(entities: readonly (readonly Pair[])[]): readonly DxfShape[] {
  const shapes: DxfShape[] = [];
  for (let at = 0; at < entities.length; at++) {
    const entity = entities[at]!;
    const layer = textAt(entity, 8)!;
    if (entity[0]![1] === "LINE") {
      const points = [
        [numberOf(entity, 10), numberOf(entity, 20)],
        [numberOf(entity, 11), numberOf(entity, 21)],
      ] as const;
      shapes.push({ layer, kind: "line", points, radii: [] });
      continue;
    }
    if (entity[0]![1] !== "POLYLINE" || numberOf(entity, 70) !== 1) throw new Error(`${entity[0]![1]} is not expected`);
    const vertices: (readonly Pair[])[] = [];
    for (at += 1; entities[at]![0]![1] === "VERTEX"; at++) vertices.push(entities[at]!);
    if (entities[at]![0]![1] !== "SEQEND") throw new Error("a polyline does not end");
    const points = vertices.map((vertex) => [numberOf(vertex, 10), numberOf(vertex, 20)] as const);
    const radii = vertices.flatMap((vertex, index) => {
      const bulge = numberOf(vertex, 42);
      if (bulge === 0) return [];
      const [x0, y0] = points[index]!;
      const [x1, y1] = points[(index + 1) % points.length]!;
      return [(Math.hypot(x1 - x0, y1 - y0) * (1 + bulge * bulge)) / (4 * Math.abs(bulge))];
    });
    shapes.push({ layer, kind: "outline", points, radii });
  }
  return shapes;
}
