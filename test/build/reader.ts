/** Finished PDFs, read back by pdf.js: words with their places, boxes, pixels. Millimetres from the top left corner. */
import { readFileSync } from "node:fs";
import { getDocument, type PDFDocumentProxy, type PDFPageProxy, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { RectMm } from "../../src/deliver/manifest.js";

const MM = 25.4 / 72;

export interface Word {
  readonly text: string;
  /** Where its baseline starts. */
  readonly x: number;
  readonly y: number;
  /** The way in which it is read, y downwards; as long as its letters are high, in points. */
  readonly along: readonly [number, number];
}

export interface ReadPage {
  readonly width: number;
  readonly height: number;
  readonly boxes: Readonly<Record<BoxName, RectMm>>;
  readonly words: readonly Word[];
}

export interface ReadPdf {
  readonly pages: readonly ReadPage[];
  /** The pixels of a part of a page, `scale` to the millimetre. */
  pixels(page: number, part: RectMm, scale: number): Promise<Pixels>;
  close(): Promise<void>;
}

export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

export async function readPdf(path: string): Promise<ReadPdf> {
  const bytes = readFileSync(path);
  const boxes = boxesOf(bytes.toString("latin1"));
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS }).promise;
  const pages: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number++)
    pages.push(await readPage(await document.getPage(number), boxes[number - 1]!));
  return {
    pages,
    pixels: async (number, part, scale) => renderPart(document, number, part, scale),
    close: () => document.destroy(),
  };
}

async function readPage(page: PDFPageProxy, boxes: readonly (readonly number[])[]): Promise<ReadPage> {
  const [, , right = 0, top = 0] = page.view;
  const { items } = await page.getTextContent();
  const words = items.flatMap((item) => ("str" in item ? [wordOf(item.str, item.transform, top)] : []));
  const named = BOXES.map((name, index) => [name, toRect(boxes[index]!, top)] as const);
  return {
    width: right * MM,
    height: top * MM,
    boxes: Object.fromEntries(named) as ReadPage["boxes"],
    words,
  };
}

const wordOf = (text: string, [a = 0, b = 0, , , x = 0, y = 0]: readonly number[], top: number): Word => ({
  text,
  x: x * MM,
  y: (top - y) * MM,
  along: [a, -b],
});

const BOXES = ["MediaBox", "BleedBox", "TrimBox"] as const;
type BoxName = (typeof BOXES)[number];

/** pdf.js does not show all boxes; pages are written as plain objects, in order. */
function boxesOf(text: string): readonly (readonly (readonly number[])[])[] {
  const all = BOXES.map((name) =>
    [...text.matchAll(new RegExp(`/${name} \\[([^\\]]*)\\]`, "g"))].map(([, numbers]) =>
      numbers!.split(" ").map(Number),
    ),
  );
  return all[0]!.map((_, page) => all.map((found) => found[page]!));
}

const toRect = ([x1 = 0, y1 = 0, x2 = 0, y2 = 0]: readonly number[], top: number): RectMm => ({
  x: x1 * MM,
  y: (top - y2) * MM,
  width: (x2 - x1) * MM,
  height: (y2 - y1) * MM,
});

/** What this file uses of pdf.js's canvas; Node has no types for the browser's. */
interface CanvasContext {
  getImageData(x: number, y: number, width: number, height: number): Pixels;
}
interface CanvasFactory {
  create(
    width: number,
    height: number,
  ): {
    readonly canvas: never;
    readonly context: CanvasContext;
  };
}

async function renderPart(document: PDFDocumentProxy, number: number, part: RectMm, scale: number): Promise<Pixels> {
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: scale * MM, offsetX: -part.x * scale, offsetY: -part.y * scale });
  const width = Math.round(part.width * scale);
  const height = Math.round(part.height * scale);
  const { canvas, context } = (document.canvasFactory as CanvasFactory).create(width, height);
  await page.render({ canvas, canvasContext: context as never, viewport }).promise;
  return context.getImageData(0, 0, width, height);
}

/** All words whose baseline starts in `rect`, as one text. */
export const wordsIn = ({ words }: ReadPage, rect: RectMm): string =>
  words
    .filter(({ x, y }) => x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height)
    .map(({ text }) => text)
    .join(" ");

/** Letters and digits alone: line ends, hyphens, spaces and the signs of typography do not count. */
export const letters = (text: string): string => text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");
