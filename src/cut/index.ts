/**
 * Cut: sheets that bear the marks of a cutting machine → the outlines that it follows, as SVG and DXF.
 *
 *     Sheet[] ── layout.ts ── CutLayout, one for all sheets that are cut alike ─┬─ svg.ts
 *                                                                             └─ dxf.ts
 *
 * Millimetres on the page, as the PDF has it; the front lies up.
 */
import { dxfOf } from "./dxf.js";
import { type CutLayout, cutLayouts } from "./layout.js";
import { svgOf } from "./svg.js";

export type { CutLayout, CutPath } from "./layout.js";
export { cutLayouts };

export const CUT_WRITERS: Readonly<Record<"svg" | "dxf", (layout: CutLayout, title: string) => string>> = {
  svg: svgOf,
  dxf: dxfOf,
};
