/** Small things to render: faces of text, sheets of faces, documents of sheets. */
import { readFileSync } from "node:fs";
import type { Color, Path } from "../../src/graphics.js";
import type { FaceSlot, Mark, Placement, Sheet } from "../../src/impose/sheet.js";
import type { FacePage, FrameItem } from "../../src/layout/frame.js";
import type { DocumentInfo, RenderFace, SetLabel, SheetDocument } from "../../src/render/index.js";
import { frameHash } from "../../src/render/index.js";
import { penAdvances } from "../../src/text/glyphs.js";
import { type FontFace, type GlyphRun, loadShaper } from "../../src/text/index.js";
import { mm, type Point, type Pt } from "../../src/units.js";

const PACKAGES = new URL("../../node_modules/@expo-google-fonts/", import.meta.url);
const ATKINSON = "atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf";
const BRICOLAGE = "bricolage-grotesque/700Bold/BricolageGrotesque_700Bold.ttf";

export const fontBytes = (path: string): Uint8Array => new Uint8Array(readFileSync(new URL(path, PACKAGES)));

const shaper = await loadShaper();
export const openFont = (bytes: Uint8Array, family: string, weight: number): FontFace =>
  shaper.openFace({ bytes, family, weight, italic: false });

export const atkinson = openFont(fontBytes(ATKINSON), "Atkinson Hyperlegible Next", 400);
export const bricolage = openFont(fontBytes(BRICOLAGE), "Bricolage Grotesque", 700);

export const BLACK: Color = { r: 0, g: 0, b: 0, a: 1 };
export const RED: Color = { r: 0.8, g: 0.1, b: 0.1, a: 1 };

export interface RunOptions {
  readonly face?: FontFace;
  readonly size?: Pt;
  readonly letterSpacing?: Pt;
  readonly wordSpacing?: Pt;
  readonly features?: readonly string[];
}

export function run(text: string, options: RunOptions = {}): GlyphRun {
  const { face = atkinson, size = 9, letterSpacing = 0, wordSpacing = 0, features = [] } = options;
  const setting = { features, lang: "fr", script: "Latn", rtl: false, wholeGraphemes: false };
  const { glyphs } = shaper.shape(face, text, setting);
  return { face, size, words: [glyphs], letterSpacing, wordSpacing, rtl: false };
}

export const words = (text: string, at: Point, options: RunOptions & { readonly color?: Color } = {}): FrameItem => ({
  kind: "glyphs",
  at,
  run: run(text, options),
  color: options.color ?? BLACK,
});

export const box = (x: number, y: number, width: number, height: number): Path => [
  ["M", x, y],
  ["L", x + width, y],
  ["L", x + width, y + height],
  ["L", x, y + height],
  ["Z"],
];

export const CARD = { width: mm(63), height: mm(88) };
export const BLEED = mm(3);

/** A card with 3 mm of bleed. */
export const card = (items: readonly FrameItem[]): FacePage => ({
  frame: { size: { width: CARD.width + 2 * BLEED, height: CARD.height + 2 * BLEED }, items },
  trim: CARD,
  bleed: BLEED,
  radius: 0,
});

export const faceOf = (page: FacePage): RenderFace => ({ key: frameHash(page), page });

export const A4 = { name: "A4", width: mm(210), height: mm(297) };

export const slot = (piece: string, side: "front" | "back" = "front", copy = 1): FaceSlot => ({
  piece,
  side,
  trim: CARD,
  bleed: BLEED,
  safe: mm(4),
  copy,
});

/** Places a card without its bleed, its trim corner at (x, y). */
export const placeCard = (of: FaceSlot, { x, y }: Point): Placement => ({
  slot: of,
  transform: [1, 0, 0, 1, x - BLEED, y - BLEED],
  clip: { x, y, ...CARD },
  trim: { x, y, ...CARD },
});

/** Cards three by three on A4. */
export function grid(pieces: readonly string[], side: "front" | "back" = "front"): readonly Placement[] {
  return pieces.map((piece, index) =>
    placeCard(slot(piece, side), {
      x: mm(10.5) + (index % 3) * CARD.width,
      y: mm(16.5) + Math.floor(index / 3) * CARD.height,
    }),
  );
}

export interface SheetParts {
  readonly front: readonly Placement[];
  readonly back?: readonly Placement[];
  readonly marks?: readonly Mark[];
}

const TRIM = { x: mm(10.5), y: mm(16.5), width: 3 * CARD.width, height: 3 * CARD.height };

export const sheet = ({ front, back, marks = [] }: SheetParts, number = 1): Sheet => ({
  page: { width: A4.width, height: A4.height },
  paper: A4,
  trimBox: TRIM,
  bleedBox: { x: TRIM.x - BLEED, y: TRIM.y - BLEED, width: TRIM.width + 2 * BLEED, height: TRIM.height + 2 * BLEED },
  front: { placements: front, marks },
  back: back && { placements: back, marks },
  number,
  total: number,
});

export const INFO: DocumentInfo = {
  title: "Cartes & questions <IA>",
  author: "Médiathèque",
  subject: "Jeu",
  lang: "fr",
  date: "2026-11-24",
  creator: "mallette 0.1.0",
  duplex: "long-edge",
};

/** A label of one run. */
export const setLabel = (run: GlyphRun): SetLabel => ({
  width: penAdvances(run).reduce((sum, advance) => sum + advance, 0),
  runs: [{ x: 0, run }],
});

/** A document that shows `faces` by piece. */
export const documentOf = (sheets: readonly Sheet[], faces: Readonly<Record<string, FacePage>>): SheetDocument => ({
  info: INFO,
  sheets,
  face: ({ piece, side }) => faceOf(faces[`${piece} ${side}`] ?? faces[piece]!),
  label: (text, size) => setLabel(run(text, { size })),
});

/** One card with these items, alone on a sheet. */
export const oneCard = (...items: readonly FrameItem[]): SheetDocument =>
  documentOf([sheet({ front: grid(["a"]) })], { a: card(items) });
