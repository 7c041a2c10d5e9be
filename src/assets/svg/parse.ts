/** SVG text → a drawing of plain paths: everything resolved, everything that cannot be printed reported. */
import type { Diagnostics, Source, Span } from "../../diagnostics/diagnostic.js";
import { compose, type Matrix, type Size } from "../../units.js";
import type { VectorArt, VectorNode } from "../asset.js";
import type { Problem } from "../messages.js";
import { svgNoSize } from "../messages.js";
import { clipTo } from "./clip.js";
import { readStyleRules } from "./declarations.js";
import { type Place, type Report, readDocument, type SvgElement } from "./document.js";
import { drawChildren, dress } from "./draw.js";
import { type Drawing, indexById } from "./drawing.js";
import { finishArt } from "./finish.js";
import { inspect } from "./inspect.js";
import { parseLength } from "./length.js";
import { INITIAL_STYLE } from "./properties.js";
import { plainRect } from "./shapes.js";
import { fitInto, readFit, readViewBox } from "./viewport.js";

/**
 * Reads a drawing. Its units are those of its view box, moved to (0, 0).
 * @param at where the kit names the drawing, for a problem that has no place in the SVG itself (an empty file).
 * @returns undefined when anything was reported: a drawing is right or it is not used.
 */
export function parseSvg(source: Source, diagnostics: Diagnostics, at?: Span): VectorArt | undefined {
  let sound = true;
  const report = (problem: Problem, { start, end }: Place): void => {
    sound = false;
    diagnostics.report({ ...problem, at: source.text === "" ? at : { source, start, end } });
  };
  const root = readDocument(source.text, report);
  if (root === undefined) return undefined;
  inspect(root, report);
  const art = drawRoot(root, report);
  return sound ? art : undefined;
}

interface View {
  readonly size: Size;
  /** Units of the file → units of the drawing. */
  readonly matrix: Matrix;
  readonly viewport: Size;
  readonly stretch: boolean;
}

function drawRoot(root: SvgElement, report: Report): VectorArt | undefined {
  const view = readView(root, report);
  if (view === undefined) return undefined;
  const drawing: Drawing = {
    report,
    byId: indexById(root),
    rules: readStyleRules(root, report),
    spent: { elements: 0 },
  };
  const { matrix, viewport, size } = view;
  const start = { style: INITIAL_STYLE, matrix, viewport, depth: 0, uses: [] };
  const nodes: readonly VectorNode[] = dress(root, start, drawing, (inside) => drawChildren(root, inside, drawing));
  // What sticks out of the view is not seen.
  const window = plainRect(0, 0, size.width, size.height);
  return finishArt(clipTo({ path: window, evenOdd: false }, nodes), size, view.stretch);
}

/** How the file wants to be seen; undefined after reporting that it does not say. */
function readView(root: SvgElement, report: Report): View | undefined {
  const width = rootLength(root, "width");
  const height = rootLength(root, "height");
  const box = readViewBox(root, report);
  const fit = readFit(root, report);
  const stretch = fit.kind === "stretch";
  if (box === undefined) {
    if (root.attributes.has("viewBox")) return undefined;
    if (width === undefined || height === undefined) {
      report(svgNoSize(), root);
      return undefined;
    }
    return { size: { width, height }, matrix: [1, 0, 0, 1, 0, 0], viewport: { width, height }, stretch };
  }
  // A page of another shape than the view box leaves room beside it, or cuts it: that is part of the drawing.
  const page = { x: 0, y: 0, width: width ?? box.width, height: height ?? box.height };
  if (width === undefined && height !== undefined) page.width = (height * box.width) / box.height;
  if (height === undefined && width !== undefined) page.height = (width * box.height) / box.width;
  const toPage = fitInto(box, page, fit);
  const unit = toPage[0];
  return {
    size: { width: page.width / unit, height: page.height / unit },
    matrix: compose(toPage, [1 / unit, 0, 0, 1 / unit, 0, 0]),
    viewport: box,
    stretch,
  };
}

/** Width or height in pixels; percentages of an unknown page say nothing. */
function rootLength(root: SvgElement, name: "width" | "height"): number | undefined {
  const text = root.attributes.get(name)?.value;
  if (text === undefined || text.includes("%")) return undefined;
  const value = parseLength(text, { width: 0, height: 0 }, "x");
  return value !== undefined && value > 0 ? value : undefined;
}
