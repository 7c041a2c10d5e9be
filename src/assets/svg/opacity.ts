/** Nodes that fade together → the fewest groups that look the same. */
import type { Rect } from "../../units.js";
import type { VectorNode, VectorShape } from "../asset.js";
import { nodeBounds, overlap } from "./bounds.js";
import { faded } from "./paint.js";

/** Beyond this many nodes, looking at every pair costs more than a group does. */
const MOST_TO_COMPARE = 200;

/**
 * Fades `nodes` as one. Where they do not overlap, each fades alone and no group is needed; where they do, only a
 * group keeps what lies beneath from shining through.
 */
export function fadeTogether(nodes: readonly VectorNode[], opacity: number): readonly VectorNode[] {
  if (opacity === 1 || nodes.length === 0) return nodes;
  if (opacity === 0) return [];
  if (canFadeAlone(nodes)) return nodes.flatMap((node) => fadeAlone(node, opacity));
  return [{ kind: "group", opacity, children: nodes }];
}

function canFadeAlone(nodes: readonly VectorNode[]): boolean {
  // A stroke covers half of its fill.
  if (nodes.some((node) => node.kind === "shape" && node.fill !== undefined && node.stroke !== undefined)) return false;
  if (nodes.length > MOST_TO_COMPARE) return false;
  const rects = nodes.map(nodeBounds).filter((rect): rect is Rect => rect !== undefined);
  return rects.every((rect, index) => !rects.slice(0, index).some((other) => overlap(rect, other)));
}

function fadeAlone(node: VectorNode, opacity: number): readonly VectorNode[] {
  if (node.kind === "group") return [{ ...node, opacity: node.opacity * opacity }];
  const stroke = node.stroke === undefined ? undefined : faded(node.stroke.paint, opacity);
  const shape: VectorShape = {
    ...node,
    fill: node.fill === undefined ? undefined : faded(node.fill, opacity),
    stroke: node.stroke === undefined || stroke === undefined ? undefined : { ...node.stroke, paint: stroke },
  };
  return shape.fill === undefined && shape.stroke === undefined ? [] : [shape];
}
