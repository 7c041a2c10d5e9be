/** What every step of reading one SVG shares. */
import type { Matrix } from "../../units.js";
import { svgTooDeep, svgTooLarge } from "../messages.js";
import type { StyleRule } from "./declarations.js";
import { MAX_DEPTH, MAX_ELEMENTS, type Report, type SvgElement } from "./document.js";
import type { Viewport } from "./length.js";
import type { Style } from "./properties.js";

/** The document that is being drawn. */
export interface Drawing {
  readonly report: Report;
  readonly byId: ReadonlyMap<string, SvgElement>;
  readonly rules: readonly StyleRule[];
  /** Elements drawn so far, each use counted again: a small file may ask for millions. */
  readonly spent: { elements: number };
}

/** Where in the document the pen is. */
export interface Position {
  readonly style: Style;
  /** User units here → units of the finished drawing. */
  readonly matrix: Matrix;
  readonly viewport: Viewport;
  readonly depth: number;
  /** The `use` targets that this place is inside of. */
  readonly uses: readonly SvgElement[];
}

/** Counts one more drawn element; false (reported once) when the drawing asks for too many or nests them too deep. */
export function mayDraw(element: SvgElement, position: Position, drawing: Drawing): boolean {
  if (drawing.spent.elements > MAX_ELEMENTS) return false;
  drawing.spent.elements += 1;
  if (drawing.spent.elements > MAX_ELEMENTS) {
    drawing.report(svgTooLarge(), element);
    return false;
  }
  if (position.depth > MAX_DEPTH) drawing.report(svgTooDeep(), element);
  return position.depth <= MAX_DEPTH;
}

/** Every element with an `id`; the first one wins, as in browsers. */
export function indexById(root: SvgElement): ReadonlyMap<string, SvgElement> {
  const index = new Map<string, SvgElement>();
  const visit = (element: SvgElement): void => {
    const id = element.attributes.get("id")?.value;
    if (id !== undefined && !index.has(id)) index.set(id, element);
    element.children.forEach(visit);
  };
  visit(root);
  return index;
}
