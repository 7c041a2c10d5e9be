/** SVG → PNG, or → the pixels of a place on a larger picture. */
import { openDrawing, openRaw } from "../assets/image/pixels.js";
import type { Color } from "../graphics.js";
import type { Size } from "../units.js";

/** Harder packing costs more time than it saves room. */
const PNG = { compressionLevel: 6, adaptiveFiltering: true, palette: false } as const;

/** Edges that the drawing covers only in part. */
const PAPER = "#ffffff";

/** The picture that `svg` describes, at `dpi` as large as the piece. Only one that must be has a transparent part. */
export async function toPng(svg: string, dpi: number, transparent: boolean): Promise<Uint8Array> {
  const drawn = await openDrawing(svg);
  return (transparent ? drawn : drawn.flatten({ background: PAPER }).removeAlpha())
    .withDensity(dpi)
    .png(PNG)
    .toBuffer();
}

/** Pixels of a picture, three bytes each, row by row. */
export interface Pixels extends Size {
  readonly data: Uint8Array;
}

export async function toPixels(svg: string): Promise<Pixels> {
  const { data, info } = await (await openDrawing(svg))
    .flatten({ background: PAPER })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

const CHANNELS = 3;

/** A picture that is put together from others. */
export class Canvas {
  readonly size: Size;
  readonly #data: Uint8Array;

  constructor(size: Size) {
    this.size = size;
    this.#data = new Uint8Array(size.width * size.height * CHANNELS);
  }

  /** Lays a picture down with its top left corner at (x, y), in whole pixels. */
  put({ data, width, height }: Pixels, x: number, y: number): void {
    for (let row = 0; row < height; row++) {
      const from = row * width * CHANNELS;
      this.#data.set(data.subarray(from, from + width * CHANNELS), ((y + row) * this.size.width + x) * CHANNELS);
    }
  }

  async png(dpi: number): Promise<Uint8Array> {
    const { width, height } = this.size;
    return (await openRaw(this.#data, { width, height, channels: CHANNELS })).withDensity(dpi).png(PNG).toBuffer();
  }
}

/** A picture of one colour. */
export function plain({ width, height }: Size, { r, g, b }: Color): Pixels {
  const pixel = [r, g, b].map((value) => Math.round(value * 255));
  return {
    width,
    height,
    data: Uint8Array.from({ length: width * height * CHANNELS }, (_, at) => pixel[at % CHANNELS]!),
  };
}
