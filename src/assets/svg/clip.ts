/** `clip-path` → groups clipped by one outline: the union of the shapes in a `clipPath`. */
import type { Path, PathStep } from "../../graphics.js";
import { compose, IDENTITY, type Matrix, type Rect } from "../../units.js";
import type { VectorGroup, VectorNode } from "../asset.js";
import { svgCycle, svgMissing, svgUnsupported, svgWrongTarget } from "../messages.js";
import { contains, cubicAt, nodeBounds, pathBounds, unite } from "./bounds.js";
import { type Declaration, declarationsOf } from "./declarations.js";
import type { Place, SvgElement } from "./document.js";
import { type Drawing, mayDraw, type Position } from "./drawing.js";
import { inheritStyle, parseReference } from "./properties.js";
import { isShape, lengthAttribute, outlineOf } from "./shapes.js";
import { invert, readTransform, transformPath } from "./transform.js";

type Clip = NonNullable<VectorGroup["clip"]>;

/** One shape of a clip, in units of the finished drawing. */
interface Piece extends Clip {
  readonly bounds: Rect;
}

/** Clips `nodes` as `declaration` (a `clip-path`) says; `position` is inside the element that says it. */
export function clipBy(
  declaration: Declaration,
  nodes: readonly VectorNode[],
  position: Position,
  drawing: Drawing,
): readonly VectorNode[] {
  if (declaration.value === "none" || nodes.length === 0) return nodes;
  const reference = parseReference(declaration.value);
  if (reference === undefined || reference.rest !== "") {
    drawing.report(svgUnsupported(`clip-path: ${declaration.value}`), declaration);
    return nodes;
  }
  const target = drawing.byId.get(reference.id);
  if (target?.name !== "clipPath") {
    const { id } = reference;
    drawing.report(target === undefined ? svgMissing(id) : svgWrongTarget(id, target.name), declaration);
    return nodes;
  }
  if (position.uses.includes(target)) {
    drawing.report(svgCycle(reference.id), declaration);
    return nodes;
  }
  const inside = { ...position, uses: [...position.uses, target] };
  const clipped = clipTo(clipOutline(target, nodes, inside, drawing), nodes);
  // A clip may be clipped itself.
  const own = declarationsOf(target, drawing.rules).get("clip-path");
  return own === undefined ? clipped : clipBy(own, clipped, inside, drawing);
}

/** `nodes` seen through `clip`; through a rectangle that hides nothing they stay as they are. */
export function clipTo(clip: Clip, nodes: readonly VectorNode[]): readonly VectorNode[] {
  if (clip.path.length === 0 || nodes.length === 0) return [];
  const bounds = unite(nodes.map(nodeBounds));
  const frame = uprightRect(clip.path);
  if (bounds === undefined || (frame !== undefined && contains(frame, bounds))) return nodes;
  return [{ kind: "group", opacity: 1, clip, children: nodes }];
}

/** The rectangle that an outline is, if it is one with upright sides. */
function uprightRect(path: Path): Rect | undefined {
  const corners = path.filter((step) => step[0] !== "Z");
  if (corners.length !== 4 || corners.slice(1).some((step) => step[0] !== "L")) return undefined;
  const sidesUpright = corners.every((step, index) => {
    const next = corners[(index + 1) % corners.length]!;
    return near(step[1] as number, next[1] as number) !== near(step[2] as number, next[2] as number);
  });
  return sidesUpright ? pathBounds(path) : undefined;
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6;

function clipOutline(target: SvgElement, nodes: readonly VectorNode[], position: Position, drawing: Drawing): Clip {
  const matrix = compose(clipUnits(target, nodes, position), position.matrix);
  const own = readTransform(target.attributes.get("transform"), drawing.report);
  const start = { ...position, matrix: compose(own, matrix) };
  const style = inheritStyle(position.style, declarationsOf(target, drawing.rules), position.viewport, drawing.report);
  const pieces = target.children.flatMap((child) => pieceOf(child, { ...start, style }, drawing));
  return union(pieces, target, drawing);
}

/** Clip units → user units; the box is that of the clipped geometry, without strokes. */
function clipUnits(target: SvgElement, nodes: readonly VectorNode[], { matrix }: Position): Matrix {
  if (target.attributes.get("clipPathUnits")?.value !== "objectBoundingBox") return IDENTITY;
  const back = invert(matrix);
  const box = back === undefined ? undefined : unite(nodes.map((node) => geometryBounds(node, back)));
  return box === undefined ? IDENTITY : [box.width, 0, 0, box.height, box.x, box.y];
}

function geometryBounds(node: VectorNode, back: Matrix): Rect | undefined {
  if (node.kind === "shape") return pathBounds(transformPath(back, node.path));
  return unite(node.children.map((child) => geometryBounds(child, back)));
}

function pieceOf(element: SvgElement, position: Position, drawing: Drawing): readonly Piece[] {
  if (!mayDraw(element, position, drawing)) return [];
  const declared = declarationsOf(element, drawing.rules);
  if (declared.get("display")?.value === "none") return [];
  if (declared.has("clip-path") && declared.get("clip-path")!.value !== "none")
    drawing.report(svgUnsupported("clip-path"), declared.get("clip-path")!);
  const style = inheritStyle(position.style, declared, position.viewport, drawing.report);
  const matrix = compose(readTransform(element.attributes.get("transform"), drawing.report), position.matrix);
  if (element.name === "use") return usedPiece(element, { ...position, style, matrix }, drawing);
  if (!isShape(element.name) || !style.visible) return [];
  const outline = outlineOf(element, position.viewport, drawing.report);
  const path = outline === undefined ? undefined : transformPath(matrix, outline);
  const bounds = path === undefined ? undefined : pathBounds(path);
  if (path === undefined || bounds === undefined) return [];
  return [{ path, bounds, evenOdd: style.clipRule === "evenodd" && countSubpaths(path) > 1 }];
}

/** A `use` in a clip names a shape (SVG 1.1, section 14.3.5). */
function usedPiece(element: SvgElement, position: Position, drawing: Drawing): readonly Piece[] {
  const href = element.attributes.get("href");
  const id = href?.value.trim().slice(1) ?? "";
  const target = drawing.byId.get(id);
  if (target === undefined || !isShape(target.name)) {
    drawing.report(target === undefined ? svgMissing(id) : svgWrongTarget(id, target.name), href ?? element);
    return [];
  }
  const scope = { element, viewport: position.viewport, report: drawing.report };
  const x = lengthAttribute(scope, "x", "x") ?? 0;
  const y = lengthAttribute(scope, "y", "y") ?? 0;
  return pieceOf(target, { ...position, matrix: compose([1, 0, 0, 1, x, y], position.matrix) }, drawing);
}

/**
 * One outline that covers what any piece covers. Pieces are turned the same way round, so that under the nonzero
 * rule an overlap stays covered; even-odd pieces can share an outline only where they do not overlap.
 */
function union(pieces: readonly Piece[], at: Place, drawing: Drawing): Clip {
  if (pieces.length === 1) return { path: pieces[0]!.path, evenOdd: pieces[0]!.evenOdd };
  if (pieces.some((piece) => piece.evenOdd)) drawing.report(svgUnsupported('clipPath (clip-rule="evenodd")'), at);
  return { path: pieces.flatMap((piece) => clockwise(piece.path)), evenOdd: false };
}

const countSubpaths = (path: Path): number => path.filter((step) => step[0] === "M").length;

/** The outline drawn so that the area it goes round is positive. */
function clockwise(path: Path): Path {
  return signedArea(path) >= 0 ? path : subpaths(path).flatMap(reversed);
}

/** Curves are measured by this many chords: only the sign of the area counts. */
const CHORDS = 8;

/** Twice the area inside, positive when clockwise (y is down). */
function signedArea(path: Path): number {
  return subpaths(path)
    .map(polygon)
    .flatMap((points) =>
      points.map(([x, y], index) => {
        const [nextX, nextY] = points[(index + 1) % points.length]!;
        return x * nextY - nextX * y;
      }),
    )
    .reduce((sum, part) => sum + part, 0);
}

/** A subpath with its curves as chords. */
function polygon(part: Path): readonly (readonly [x: number, y: number])[] {
  const points: [number, number][] = [];
  for (const step of part) {
    if (step[0] === "Z") continue;
    if (step[0] !== "C") {
      points.push([step[1], step[2]]);
      continue;
    }
    const [x, y] = points.at(-1)!;
    const [, x1, y1, x2, y2, x3, y3] = step;
    for (let chord = 1; chord <= CHORDS; chord++) {
      const t = chord / CHORDS;
      points.push([cubicAt(x, x1, x2, x3, t), cubicAt(y, y1, y2, y3, t)]);
    }
  }
  return points;
}

function subpaths(path: Path): readonly Path[] {
  const parts: PathStep[][] = [];
  for (const step of path) {
    if (step[0] === "M") parts.push([]);
    parts.at(-1)!.push(step);
  }
  return parts;
}

function reversed(part: Path): Path {
  const drawn = part.filter((step) => step[0] !== "Z");
  const end = drawn.at(-1)!;
  const steps: PathStep[] = [["M", end.at(-2) as number, end.at(-1) as number]];
  for (let index = drawn.length - 1; index > 0; index--) {
    const step = drawn[index]!;
    const before = drawn[index - 1]!;
    const x = before.at(-2) as number;
    const y = before.at(-1) as number;
    steps.push(step[0] === "C" ? ["C", step[3], step[4], step[1], step[2], x, y] : ["L", x, y]);
  }
  return [...steps, ["Z"]];
}
