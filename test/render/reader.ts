/** Finished PDFs, read back: by pdf.js as people see them, and as plain objects. */
import { unzlibSync } from "fflate";
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { createRenderer, type Renderer, type SheetDocument } from "../../src/render/index.js";

/** Renders with a renderer that has seen nothing before. */
export async function renderFresh(document: SheetDocument): Promise<Uint8Array> {
  const renderer = createRenderer({ prepareImage: async () => undefined });
  return renderWith(renderer, document);
}

/** The whole file. */
export async function renderWith(renderer: Renderer, document: SheetDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  await renderer.render(document, (chunk) => chunks.push(chunk));
  return new Uint8Array(Buffer.concat(chunks));
}

export const open = (bytes: Uint8Array): Promise<PDFDocumentProxy> =>
  getDocument({ data: bytes.slice(), verbosity: VerbosityLevel.ERRORS }).promise;

export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** What a reader finds on a page, in order; `x`, `y` from the lower left corner. */
export async function textsOf(bytes: Uint8Array, pageNumber = 1): Promise<readonly PlacedText[]> {
  const page = await (await open(bytes)).getPage(pageNumber);
  const { items } = await page.getTextContent();
  return items.flatMap((item) =>
    "str" in item && item.str.trim() !== ""
      ? [{ text: item.str, x: item.transform[4] as number, y: item.transform[5] as number, width: item.width }]
      : [],
  );
}

export const textOf = async (bytes: Uint8Array, pageNumber = 1): Promise<string> =>
  (await textsOf(bytes, pageNumber)).map(({ text }) => text).join("\n");

/** What this file uses of pdf.js's canvas; Node has no types for the browser's. */
type Canvas = { readonly width: number; readonly height: number };
interface Context {
  getImageData(
    x: number,
    y: number,
    width: number,
    height: number,
  ): { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number };
}

/** A page as pixels, four bytes each, at `scale` pixels to the point. */
export async function pixelsOf(bytes: Uint8Array, scale: number, pageNumber = 1) {
  const document = await open(bytes);
  const page = await document.getPage(pageNumber);
  const viewport = page.getViewport({ scale });
  const factory = document.canvasFactory as {
    create(width: number, height: number): { canvas: Canvas; context: Context };
  };
  const { canvas, context } = factory.create(Math.round(viewport.width), Math.round(viewport.height));
  await page.render({ canvas, canvasContext: context, viewport }).promise;
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  const at = (x: number, y: number): readonly [number, number, number] => {
    const start = 4 * (Math.round(y * scale) * width + Math.round(x * scale));
    return [data[start]!, data[start + 1]!, data[start + 2]!];
  };
  return { data, width, height, at };
}

export interface RawObject {
  readonly number: number;
  readonly dictionary: string;
  readonly stream?: Uint8Array | undefined;
}

/** All objects of a file as they stand there; streams that are deflated are unpacked. */
export function objectsOf(bytes: Uint8Array): readonly RawObject[] {
  const text = Buffer.from(bytes).toString("latin1");
  const objects: RawObject[] = [];
  for (const match of text.matchAll(/^(\d+) 0 obj\n/gm)) {
    const start = match.index + match[0].length;
    const end = text.indexOf("\nendobj", start);
    const streamAt = text.indexOf("\nstream\n", start);
    const hasStream = streamAt >= 0 && streamAt < end;
    const dictionary = text.slice(start, hasStream ? streamAt : end);
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0);
    const packed = hasStream ? bytes.subarray(streamAt + 8, streamAt + 8 + length) : undefined;
    const stream = packed && dictionary.includes("/Filter /FlateDecode") ? unzlibSync(packed) : packed;
    objects.push({ number: Number(match[1]), dictionary, stream });
  }
  return objects;
}

/** Objects whose dictionary has all of these words. */
export const objectsWith = (bytes: Uint8Array, ...parts: readonly string[]): readonly RawObject[] =>
  objectsOf(bytes).filter(({ dictionary }) => parts.every((part) => dictionary.includes(part)));

/** The operators of all forms and pages, as text. */
export const operatorsOf = (bytes: Uint8Array): string =>
  objectsOf(bytes)
    .filter(({ dictionary, stream }) => stream && !/\/(Length1|Width|N 4|Type \/Metadata)/.test(dictionary))
    .map(({ stream }) => Buffer.from(stream!).toString("latin1"))
    .join("\n");
