/** The element tree → painted nodes: groups, uses and nested views, with clips and opacities applied. */
import { compose, type Matrix, type Rect } from "../../units.js";
import type { VectorNode } from "../asset.js";
import { svgBadValue, svgCycle, svgMissing, svgWrongTarget } from "../messages.js";
import { clipBy, clipTo } from "./clip.js";
import { declarationsOf } from "./declarations.js";
import type { SvgElement } from "./document.js";
import { type Drawing, mayDraw, type Position } from "./drawing.js";
import { parseShare } from "./length.js";
import { fadeTogether } from "./opacity.js";
import { paintShape } from "./paint.js";
import { inheritStyle } from "./properties.js";
import { isShape, lengthAttribute, outlineOf, plainRect } from "./shapes.js";
import { readTransform, transformPath } from "./transform.js";
import { fitInto, readFit, readViewBox } from "./viewport.js";

type Content = (inside: Position) => readonly VectorNode[];

/** Draws one element and what it holds. */
export function drawElement(element: SvgElement, position: Position, drawing: Drawing): readonly VectorNode[] {
  switch (element.name) {
    case "g":
    case "a":
      return dress(element, position, drawing, (inside) => drawChildren(element, inside, drawing));
    case "use":
      return dress(element, position, drawing, (inside) => drawUse(element, inside, drawing));
    case "svg":
      return dress(element, position, drawing, (inside) => drawView(element, element, inside, drawing));
    default:
      if (!isShape(element.name)) return [];
      return dress(element, position, drawing, (inside) => drawShape(element, inside, drawing));
  }
}

export function drawChildren(element: SvgElement, position: Position, drawing: Drawing): readonly VectorNode[] {
  return element.children.flatMap((child) => drawElement(child, position, drawing));
}

/** Applies to `content` what any element may say: transform, style, clip, opacity. */
export function dress(
  element: SvgElement,
  position: Position,
  drawing: Drawing,
  content: Content,
): readonly VectorNode[] {
  if (!mayDraw(element, position, drawing)) return [];
  const declared = declarationsOf(element, drawing.rules);
  if (declared.get("display")?.value === "none") return [];
  const inside: Position = {
    ...position,
    style: inheritStyle(position.style, declared, position.viewport, drawing.report),
    matrix: compose(readTransform(element.attributes.get("transform"), drawing.report), position.matrix),
    depth: position.depth + 1,
  };
  let nodes = content(inside);
  const clip = declared.get("clip-path");
  if (clip !== undefined) nodes = clipBy(clip, nodes, inside, drawing);
  const opacity = declared.get("opacity");
  if (opacity === undefined) return nodes;
  const share = parseShare(opacity.value);
  if (share === undefined) drawing.report(svgBadValue("opacity", opacity.value), opacity);
  return fadeTogether(nodes, share ?? 1);
}

function drawShape(element: SvgElement, position: Position, drawing: Drawing): readonly VectorNode[] {
  const path = outlineOf(element, position.viewport, drawing.report);
  const shape = path === undefined ? undefined : paintShape(path, position, drawing, element);
  return shape === undefined ? [] : [shape];
}

function drawUse(use: SvgElement, position: Position, drawing: Drawing): readonly VectorNode[] {
  const href = use.attributes.get("href");
  const id = href?.value.trim().slice(1);
  if (id === undefined) return [];
  const target = drawing.byId.get(id);
  if (target === undefined) {
    drawing.report(svgMissing(id), href!);
    return [];
  }
  if (position.uses.includes(target) || contains(target, use)) {
    drawing.report(svgCycle(id), href!);
    return [];
  }
  const scope = { element: use, viewport: position.viewport, report: drawing.report };
  const x = lengthAttribute(scope, "x", "x") ?? 0;
  const y = lengthAttribute(scope, "y", "y") ?? 0;
  const inside: Position = {
    ...position,
    matrix: compose([1, 0, 0, 1, x, y], position.matrix),
    uses: [...position.uses, target],
  };
  if (target.name === "symbol" || target.name === "svg")
    return dress(target, inside, drawing, (within) => drawView(target, use, within, drawing));
  if (target.name !== "use" && target.name !== "g" && target.name !== "a" && !isShape(target.name)) {
    drawing.report(svgWrongTarget(id, target.name), href!);
    return [];
  }
  return drawElement(target, inside, drawing);
}

const contains = (outer: SvgElement, inner: SvgElement): boolean =>
  outer === inner || (outer.end < inner.end && outer.children.some((child) => contains(child, inner)));

/** Draws a symbol or an inner `svg` through its own view; `sized` is the element that says how large it is. */
function drawView(view: SvgElement, sized: SvgElement, position: Position, drawing: Drawing): readonly VectorNode[] {
  const { viewport } = position;
  const own = { element: view, viewport, report: drawing.report };
  const asked = { element: sized, viewport, report: drawing.report };
  const measure = (name: "width" | "height"): number => {
    const axis = name === "width" ? "x" : "y";
    return lengthAttribute(asked, name, axis) ?? lengthAttribute(own, name, axis) ?? viewport[name];
  };
  const frame: Rect = {
    x: view.name === "svg" ? (lengthAttribute(own, "x", "x") ?? 0) : 0,
    y: view.name === "svg" ? (lengthAttribute(own, "y", "y") ?? 0) : 0,
    width: measure("width"),
    height: measure("height"),
  };
  if (frame.width <= 0 || frame.height <= 0) return [];
  const viewBox = readViewBox(view, drawing.report);
  const inner: Matrix =
    viewBox === undefined ? [1, 0, 0, 1, frame.x, frame.y] : fitInto(viewBox, frame, readFit(view, drawing.report));
  const inside: Position = {
    ...position,
    matrix: compose(inner, position.matrix),
    viewport: viewBox ?? { width: frame.width, height: frame.height },
  };
  const nodes = drawChildren(view, inside, drawing);
  const overflow = declarationsOf(view, drawing.rules).get("overflow")?.value;
  if (overflow === "visible" || overflow === "auto") return nodes;
  const window = transformPath(position.matrix, plainRect(frame.x, frame.y, frame.width, frame.height));
  return clipTo({ path: window, evenOdd: false }, nodes);
}
