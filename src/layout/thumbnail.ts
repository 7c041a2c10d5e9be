/** A frame → the frame that a small picture of it shows: no words to read, no codes, no links, no line too thin to print. */
import type { VectorArt, VectorNode } from "../assets/asset.js";
import type { Color, Path, PathStep, Stroke } from "../graphics.js";
import { runWidth } from "../text/index.js";
import { runOutline } from "../text/outlines.js";
import { IDENTITY, type Matrix, type Point, type Pt } from "../units.js";
import type { Frame, FrameItem, GlyphsItem, PathItem, StructureRole, VectorItem } from "./frame.js";

/** The thinnest line that every printer draws. */
const THINNEST: Pt = 0.25;

/** How far the shapes of letters may be off, on paper: half a dot of a printer with 600 dots to the inch. */
const TOLERANCE: Pt = 0.06;

/**
 * `frame` for a picture of it at `scale`; its own size stays, who places it scales it. Words become their shapes:
 * nobody finds them in a search, hears them read aloud or calls them too small.
 */
export const thumbnail = (frame: Frame, scale: number): Frame =>
  scale > 0 ? simplify(frame, scale) : { ...frame, items: [] };

/** The picture is one thing to a reader: nothing in it is told. */
const ROLE: StructureRole = { type: "Artifact" };

/** `scale`: from the frame's points to those of the paper. */
function simplify(frame: Frame, scale: number): Frame {
  const items = frame.items.flatMap((item) => simplifyItem(item, scale));
  return { ...frame, items: items.map((item) => ({ ...item, role: ROLE })) };
}

function simplifyItem(item: FrameItem, scale: number): readonly FrameItem[] {
  switch (item.kind) {
    case "glyphs":
      return outlined(item, scale);
    case "qr":
    case "link":
      return [];
    case "frame": {
      const inner = scale * enlargement(item.transform ?? IDENTITY);
      return inner > 0 ? [{ ...item, frame: simplify(item.frame, inner) }] : [];
    }
    case "path":
      return [thickenPath(item, THINNEST / scale)];
    case "vector":
      return [thickenVector(item, THINNEST / scale)];
    case "image":
      return [item];
  }
}

/** By how much a map makes lengths longer, on the average of its directions. */
const enlargement = ([a, b, c, d]: Matrix): number => Math.sqrt(Math.abs(a * d - b * c));

/** Smaller letters nobody reads: a bar in their place tells as much, and weighs a hundredth. */
const LEAST_LETTERS: Pt = 2.6;

/** Smaller bars are nothing at all. */
const LEAST_BARS: Pt = 0.6;

function outlined({ run, at, color, origin }: GlyphsItem, scale: number): readonly FrameItem[] {
  const printed = run.size * scale;
  if (printed < LEAST_LETTERS) return printed < LEAST_BARS ? [] : [bar(run, at, color)];
  // A dash alone is as thin as a rule.
  const path = thickenFill(runOutline(run, TOLERANCE / scale), THINNEST / scale);
  return path.length === 0 ? [] : [{ kind: "path", at, path, fill: { kind: "color", color }, evenOdd: false, origin }];
}

/** Letters fill about half of the height from their foot to the top of an x. */
const INK = 0.5;

/** A run of words as the grey that it is from afar. */
function bar(run: GlyphsItem["run"], at: Point, { r, g, b, a }: Color): FrameItem {
  const width = runWidth(run);
  const height = (run.face.xHeight / run.face.unitsPerEm) * run.size;
  const pale = (value: number): number => 1 - INK * (1 - value);
  const color = { r: pale(r), g: pale(g), b: pale(b), a };
  const path: Path = [["M", 0, -height], ["L", width, -height], ["L", width, 0], ["L", 0, 0], ["Z"]];
  return { kind: "path", at, path, fill: { kind: "color", color } };
}

/** A line of no width is not drawn, and stays so. */
const thick = <Line extends Pick<Stroke, "width">>(stroke: Line, least: number): Line =>
  stroke.width > 0 && stroke.width < least ? { ...stroke, width: least } : stroke;

const thickenPath = (item: PathItem, least: Pt): PathItem => ({
  ...item,
  path: item.fill ? thickenFill(item.path, least) : item.path,
  ...(item.stroke ? { stroke: thick(item.stroke, least) } : {}),
});

/** A filled area thinner than a line may be (a rule drawn as a box) is widened about its middle. */
function thickenFill(path: Path, least: Pt): Path {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const step of path) {
    for (let index = 1; index < step.length; index += 2) {
      xs.push(step[index] as number);
      ys.push(step[index + 1] as number);
    }
  }
  const across = widening(xs, least);
  const down = widening(ys, least);
  if (across === undefined && down === undefined) return path;
  const move = ([kind, ...at]: PathStep): PathStep =>
    [kind, ...at.map((value, index) => (index % 2 === 0 ? across : down)?.(value) ?? value)] as unknown as PathStep;
  return path.map(move);
}

/** Undefined for what is wide enough, or has no width at all. */
function widening(values: readonly number[], least: Pt): ((value: number) => number) | undefined {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const width = high - low;
  if (!(width > 0) || width >= least) return undefined;
  const middle = (low + high) / 2;
  return (value) => middle + ((value - middle) * least) / width;
}

function thickenVector(item: VectorItem, least: Pt): VectorItem {
  const { art, size } = item;
  return size.width > 0 ? { ...item, art: thickenArt(art, (least * art.width) / size.width) } : item;
}

/** The drawing with strokes of at least `least` of its own units. */
function thickenArt(art: VectorArt, least: number): VectorArt {
  const thicken = (node: VectorNode): VectorNode => {
    if (node.kind === "group") return { ...node, children: node.children.map(thicken) };
    const path = node.fill ? thickenFill(node.path, least) : node.path;
    return { ...node, path, ...(node.stroke ? { stroke: thick(node.stroke, least) } : {}) };
  };
  return { ...art, key: `${art.key}-${least.toFixed(3)}`, nodes: art.nodes.map(thicken) };
}
