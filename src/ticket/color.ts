/** A laid-out frame → whether it needs coloured ink: a shop prints what is grey at a fraction of the price. */
import type { VectorNode, VectorPaint } from "../assets/asset.js";
import type { Color, Paint } from "../graphics.js";
import type { Frame, FrameItem } from "../layout/index.js";

/** Channels closer than this are a grey to every printer. */
const NEUTRAL = 0.03;

const isColored = ({ r, g, b, a }: Color): boolean => a > 0 && Math.max(r, g, b) - Math.min(r, g, b) > NEUTRAL;

const paintsColor = (paint: Paint | VectorPaint | undefined): boolean =>
  paint?.kind === "color"
    ? isColored(paint.color)
    : paint?.kind === "gradient" && paint.gradient.stops.some(({ color }) => isColored(color));

/** Photographs count as coloured: their pixels are not looked at. */
export const needsColor = ({ items }: Frame): boolean => items.some(itemNeedsColor);

function itemNeedsColor(item: FrameItem): boolean {
  switch (item.kind) {
    case "glyphs":
    case "qr":
      return isColored(item.color);
    case "path":
      return paintsColor(item.fill) || paintsColor(item.stroke?.paint);
    case "vector":
      return (item.art.usesCurrentColor && isColored(item.color)) || item.art.nodes.some(nodeNeedsColor);
    case "image":
      return true;
    case "link":
      return false;
    case "frame":
      return item.opacity !== 0 && needsColor(item.frame);
  }
}

const nodeNeedsColor = (node: VectorNode): boolean =>
  node.kind === "group"
    ? node.opacity > 0 && node.children.some(nodeNeedsColor)
    : paintsColor(node.fill) || paintsColor(node.stroke?.paint);
