/**
 * Pictures: a face → SVG → PNG. The second renderer behind the waist: what `render` draws for paper, this draws for
 * screens, for makers of cards that take pictures only, and for games on a table that is not there.
 *
 *     FacePage ── view.ts ── View ─┐       (which part of the face, in how many pixels)
 *     Frame ───────────────────────┴─ svg/ ── raster.ts ── PNG
 *     faces of a deck ── deck-sheet.ts ── one PNG of many cards
 */
export { cellsOn, type DeckSheet, deckSheets } from "./deck-sheet.js";
export type { PrepareImage } from "./images.js";
export { createPainter, type Painter } from "./painter.js";
export { Canvas, type Pixels, plain } from "./raster.js";
export { frameSvg, type ImageAddress } from "./svg/frame.js";
export { isTooLarge, type PictureSize, type View, viewOf } from "./view.js";
