/** A checked picture and its printed size → the bytes that go into the PDF: JPEG or PNG, no finer than print shows. */
import type { Sharp } from "sharp";
import type { Diagnostics, Span } from "../../diagnostics/diagnostic.js";
import { PT_PER_INCH, type Size } from "../../units.js";
import type { ImageAsset } from "../asset.js";
import { imageBroken } from "../messages.js";
import { readJpegHeader } from "./jpeg.js";
import { openPixels } from "./pixels.js";
import { printedDpi } from "./resolution.js";

export interface PreparedImage {
  readonly bytes: Uint8Array;
  readonly format: "jpeg" | "png";
  readonly width: number;
  readonly height: number;
  /** 1 grey, 2 grey and alpha, 3 RGB, 4 RGB and alpha. 8 bits each, sRGB. */
  readonly channels: 1 | 2 | 3 | 4;
  /** Dots per inch as printed, along the coarser side. */
  readonly dpi: number;
}

export interface PrepareOptions {
  /** The size of the whole picture on paper, whatever part of it is shown. */
  readonly printed: Size;
  readonly diagnostics: Diagnostics;
  readonly at?: Span | undefined;
}

/** Paper shows no more than this. */
const TARGET_DPI = 300;
/** A JPEG a little finer goes in untouched: resampling by a tenth costs sharpness and saves nothing. */
const PASSTHROUGH_DPI = 330;

/** Fixed, so that the same picture gives the same bytes. No subsampling: coloured edges stay sharp in print. */
const JPEG = { quality: 90, chromaSubsampling: "4:4:4", progressive: false, mozjpeg: false } as const;
const PNG = { compressionLevel: 9, adaptiveFiltering: true, palette: false } as const;

/** Formats of drawings and screenshots; the others hold photographs. */
const LOSSLESS: ReadonlySet<ImageAsset["format"]> = new Set(["png", "gif"]);

/**
 * Brings a picture to at most 300 dpi, upright, in sRGB, without metadata; never enlarges it. A JPEG that is fine
 * as it is goes through byte for byte; anything transparent stays transparent, as PNG.
 * @returns undefined after reporting that the picture cannot be decoded.
 */
export async function prepareImage(image: ImageAsset, options: PrepareOptions): Promise<PreparedImage | undefined> {
  const { printed, diagnostics, at } = options;
  if (image.passthrough && printedDpi(image, printed) <= PASSTHROUGH_DPI) return passThrough(image, printed);
  try {
    return await convert(image, printed);
  } catch {
    // Decoders differ in what they throw; all of it means that the file is damaged.
    diagnostics.report({ ...imageBroken(image.name), at });
    return undefined;
  }
}

function passThrough(image: ImageAsset, printed: Size): PreparedImage {
  const { bytes, width, height } = image;
  const channels = readJpegHeader(bytes)?.components === 1 ? 1 : 3;
  return { bytes, format: "jpeg", width, height, channels, dpi: printedDpi(image, printed) };
}

async function convert(image: ImageAsset, printed: Size): Promise<PreparedImage> {
  const source = await openPixels(image.bytes);
  const { isOpaque, isGrey } = await look(source);
  const width = Math.min(image.width, pixelsFor(printed.width));
  const height = Math.min(image.height, pixelsFor(printed.height));
  let pixels = source.clone().autoOrient();
  if (width < image.width || height < image.height) pixels = pixels.resize({ width, height, fit: "fill" });
  if (isOpaque) pixels = pixels.removeAlpha();
  pixels = pixels.toColourspace(isGrey ? "b-w" : "srgb");
  const format = isOpaque && !LOSSLESS.has(image.format) ? "jpeg" : "png";
  const { data, info } = await (format === "jpeg" ? pixels.jpeg(JPEG) : pixels.png(PNG)).toBuffer({
    resolveWithObject: true,
  });
  const { channels } = info;
  return { bytes: data, format, width, height, channels, dpi: printedDpi({ width, height }, printed) };
}

const pixelsFor = (length: number): number => Math.max(1, Math.floor((length / PT_PER_INCH) * TARGET_DPI + 1e-6));

/** Whether anything shows through, and whether the file has no colour at all. */
async function look(source: Sharp): Promise<{ readonly isOpaque: boolean; readonly isGrey: boolean }> {
  const { hasAlpha, space } = await source.metadata();
  const isOpaque = !hasAlpha || (await source.clone().stats()).isOpaque;
  return { isOpaque, isGrey: space === "b-w" || space === "grey16" };
}
