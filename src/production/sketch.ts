/** A face → the face as an assembly page shows it in small: its drawings without words and codes, no line too thin to print. */
import type { VectorArt, VectorNode } from "../assets/index.js";
import type { Face } from "../faces/index.js";
import type { Frame, FrameItem } from "../layout/index.js";
import type { Pt } from "../units.js";

/** At the smallest picture of a board (about a sixth of its size) this still is a quarter of a point. */
const LEAST_STROKE: Pt = 1.6;

export const sketchOf = (face: Face): Face => ({
  key: `${face.key}-sketch`,
  codes: [],
  page: { ...face.page, frame: sketchFrame(face.page.frame) },
});

const sketchFrame = (frame: Frame): Frame => ({ ...frame, items: frame.items.flatMap(sketchItem) });

function sketchItem(item: FrameItem): FrameItem[] {
  switch (item.kind) {
    case "glyphs":
    case "qr":
    case "link":
      return [];
    case "frame":
      return [{ ...item, frame: sketchFrame(item.frame) }];
    case "path":
      return [
        item.stroke ? { ...item, stroke: { ...item.stroke, width: Math.max(item.stroke.width, LEAST_STROKE) } } : item,
      ];
    case "vector":
      return [{ ...item, art: thicken(item.art, (LEAST_STROKE * item.art.width) / item.size.width) }];
    default:
      return [item];
  }
}

/** The drawing with strokes of at least `least` of its own units. */
function thicken(art: VectorArt, least: number): VectorArt {
  const thick = (node: VectorNode): VectorNode => {
    if (node.kind === "group") return { ...node, children: node.children.map(thick) };
    return node.stroke ? { ...node, stroke: { ...node.stroke, width: Math.max(node.stroke.width, least) } } : node;
  };
  return { ...art, key: `${art.key}-${least.toFixed(3)}`, nodes: art.nodes.map(thick) };
}
