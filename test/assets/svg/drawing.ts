/** SVG text → a drawing and the problems found on the way. */
import type { VectorArt } from "../../../src/assets/asset.js";
import { parseSvg } from "../../../src/assets/svg/parse.js";
import { type Diagnostic, Diagnostics } from "../../../src/diagnostics/diagnostic.js";

const NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';

/** A drawing of 100 × 100 with this inside. */
export const wrap = (body: string, attributes = 'viewBox="0 0 100 100"'): string =>
  `<svg ${NAMESPACES} ${attributes}>${body}</svg>`;

export function tryDraw(text: string): { art: VectorArt | undefined; problems: readonly Diagnostic[] } {
  const diagnostics = new Diagnostics();
  const art = parseSvg({ name: "assets/dessin.svg", text }, diagnostics);
  return { art, problems: diagnostics.all };
}

/** Draws what must be drawable. */
export function draw(text: string): VectorArt {
  const { art, problems } = tryDraw(text);
  if (art === undefined) throw new Error(problems.map(({ message }) => message).join("\n"));
  return art;
}
