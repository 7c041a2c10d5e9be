/** Painted nodes → the finished drawing: numbers rounded, content hashed. */
import { createHash } from "node:crypto";
import type { Gradient, Path, PathStep } from "../../graphics.js";
import type { Size } from "../../units.js";
import type { VectorArt, VectorNode, VectorPaint, VectorShape, VectorStroke } from "../asset.js";

/** Decimals of a drawing at least this large; smaller ones get more, so that each is as fine on paper. */
const DECIMALS = 3;
const ORDINARY_SIZE = 10;
/** Colours and opacities: finer than 8 bits. */
const COLOR_DECIMALS = 4;
/** Matrices multiply what they meet. */
const MATRIX_DECIMALS = 6;
const KEY_LENGTH = 16;

/** Rounds the drawing and names it after what it shows, so that equal drawings share a key. */
export function finishArt(nodes: readonly VectorNode[], size: Size, stretch: boolean): VectorArt {
  const larger = Math.max(size.width, size.height);
  const extra = larger < ORDINARY_SIZE ? Math.ceil(Math.log10(ORDINARY_SIZE / larger)) : 0;
  const rounder = new Rounder(DECIMALS + extra);
  const content = {
    width: rounder.length(size.width),
    height: rounder.length(size.height),
    nodes: nodes.map((node) => rounder.node(node)),
    stretch,
  };
  const key = createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, KEY_LENGTH);
  return { key, ...content, usesCurrentColor: content.nodes.some(usesCurrent) };
}

function usesCurrent(node: VectorNode): boolean {
  if (node.kind === "group") return node.children.some(usesCurrent);
  return node.fill?.kind === "current" || node.stroke?.paint.kind === "current";
}

const roundTo = (decimals: number): ((value: number) => number) => {
  const factor = 10 ** decimals;
  // Adding zero turns -0 into 0, which prints the same everywhere.
  return (value) => Math.round(value * factor) / factor + 0;
};

const share = roundTo(COLOR_DECIMALS);
const entry = roundTo(MATRIX_DECIMALS);

class Rounder {
  readonly length: (value: number) => number;

  constructor(decimals: number) {
    this.length = roundTo(decimals);
  }

  node(node: VectorNode): VectorNode {
    if (node.kind === "shape") return this.#shape(node);
    return {
      kind: "group",
      opacity: share(node.opacity),
      ...(node.clip && { clip: { path: this.#path(node.clip.path), evenOdd: node.clip.evenOdd } }),
      children: node.children.map((child) => this.node(child)),
    };
  }

  #shape({ path, fill, evenOdd, stroke }: VectorShape): VectorShape {
    return {
      kind: "shape",
      path: this.#path(path),
      ...(fill && { fill: this.#paint(fill) }),
      evenOdd,
      ...(stroke && { stroke: this.#stroke(stroke) }),
    };
  }

  #path(path: Path): Path {
    const { length } = this;
    return path.map((step): PathStep => {
      if (step[0] === "Z") return step;
      if (step[0] !== "C") return [step[0], length(step[1]), length(step[2])];
      const [, x1, y1, x2, y2, x, y] = step;
      return ["C", length(x1), length(y1), length(x2), length(y2), length(x), length(y)];
    });
  }

  #stroke(stroke: VectorStroke): VectorStroke {
    return {
      ...stroke,
      paint: this.#paint(stroke.paint),
      width: this.length(stroke.width),
      miterLimit: share(stroke.miterLimit),
      dash: stroke.dash.map(this.length),
    };
  }

  #paint(paint: VectorPaint): VectorPaint {
    if (paint.kind === "current") return { kind: "current", opacity: share(paint.opacity) };
    if (paint.kind === "gradient") return { kind: "gradient", gradient: this.#gradient(paint.gradient) };
    return { kind: "color", color: roundColor(paint.color) };
  }

  #gradient({ kind, coords, stops, transform }: Gradient): Gradient {
    return {
      kind,
      coords: coords.map(this.length),
      stops: stops.map(({ offset, color }) => ({ offset: share(offset), color: roundColor(color) })),
      ...(transform && {
        transform: [
          ...([entry(transform[0]), entry(transform[1]), entry(transform[2]), entry(transform[3])] as const),
          this.length(transform[4]),
          this.length(transform[5]),
        ] as const,
      }),
    };
  }
}

const roundColor = ({ r, g, b, a }: { r: number; g: number; b: number; a: number }) => ({
  r: share(r),
  g: share(g),
  b: share(b),
  a: share(a),
});
