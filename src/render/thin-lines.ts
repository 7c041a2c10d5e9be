/** A face's frame → the same with lines of several inks no thinner than a press can lay one plate on another. */
import type { VectorArt, VectorNode, VectorPaint } from "../assets/asset.js";
import type { Separation } from "../color/index.js";
import type { Color, Paint } from "../graphics.js";
import type { Frame, FrameItem, VectorItem } from "../layout/frame.js";
import { IDENTITY, type Matrix, type Pt } from "../units.js";

/**
 * Plates lie on one another within a tenth of a millimetre: a line of half a point still shows its colour. A little more,
 * as numbers are rounded on their way.
 */
const THINNEST: Pt = 0.51;

/** Less than this is no ink to the eye. */
const SOME_INK = 0.02;

export function thickenForPress(frame: Frame, separation: Separation): Frame {
  return thicken(frame, THINNEST, {
    isMixed: (color) => separation.inks(color).filter((ink) => ink > SOME_INK).length > 1,
  });
}

interface Inks {
  isMixed(color: Color): boolean;
}

/** `least`: in the frame's own units. */
const thicken = (frame: Frame, least: number, inks: Inks): Frame => ({
  ...frame,
  items: frame.items.map((item) => thickenItem(item, least, inks)),
});

function thickenItem(item: FrameItem, least: number, inks: Inks): FrameItem {
  switch (item.kind) {
    case "path":
      return item.stroke && isMixed(item.stroke.paint, undefined, inks)
        ? { ...item, stroke: widened(item.stroke, least) }
        : item;
    case "vector":
      return thickenVector(item, least, inks);
    case "frame": {
      const scale = smallestStretch(item.transform ?? IDENTITY);
      return scale > 0 ? { ...item, frame: thicken(item.frame, least / scale, inks) } : item;
    }
    default:
      return item;
  }
}

/** Drawings keep their name where nothing in them changes, so that they are drawn once for all faces. */
function thickenVector(item: VectorItem, least: number, inks: Inks): VectorItem {
  const { art, size, color } = item;
  const scale = Math.min(size.width / art.width, size.height / art.height);
  if (!(scale > 0)) return item;
  const own = least / scale;
  const nodes = art.nodes.map((node) => thickenNode(node, own, { color, inks }));
  if (nodes.every((node, index) => node === art.nodes[index])) return item;
  const thick: VectorArt = { ...art, key: `${art.key}-press-${own.toFixed(3)}`, nodes };
  return { ...item, art: thick };
}

function thickenNode(
  node: VectorNode,
  least: number,
  setting: { readonly color: Color; readonly inks: Inks },
): VectorNode {
  if (node.kind === "group") {
    const children = node.children.map((child) => thickenNode(child, least, setting));
    return children.every((child, index) => child === node.children[index]) ? node : { ...node, children };
  }
  const { stroke } = node;
  if (!stroke || stroke.width >= least || !isMixed(stroke.paint, setting.color, setting.inks)) return node;
  return { ...node, stroke: widened(stroke, least) };
}

const widened = <Line extends { readonly width: number }>(line: Line, least: number): Line =>
  line.width > 0 && line.width < least ? { ...line, width: least } : line;

/** `current`: the colour that a drawing takes from its place. */
function isMixed(paint: Paint | VectorPaint, current: Color | undefined, inks: Inks): boolean {
  if (paint.kind === "color") return inks.isMixed(paint.color);
  if (paint.kind === "current") return current !== undefined && inks.isMixed(current);
  return paint.gradient.stops.some(({ color }) => inks.isMixed(color));
}

/** By how much a map makes the shortest-drawn direction longer: a line across it is as thin as that. */
function smallestStretch([a, b, c, d]: Matrix): number {
  const sum = (a * a + b * b + c * c + d * d) / 2;
  const area = a * d - b * c;
  return Math.sqrt(Math.max(0, sum - Math.sqrt(Math.max(0, sum * sum - area * area))));
}
