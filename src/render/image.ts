/** A prepared picture → its PDF image: JPEG byte for byte, PNG unpacked and packed again by the one deflater. */
import { unzlibSync } from "fflate";
import { openPixels } from "../assets/image/pixels.js";
import type { PreparedImage } from "../assets/image/prepare.js";
import type { Separation } from "../color/index.js";
import { deflate } from "./pdf/deflate.js";
import type { PdfDictionary } from "./pdf/objects.js";
import { packForPress } from "./press-image.js";

/** Streams of an image, ready to be written. */
export interface PackedImage {
  readonly dictionary: PdfDictionary;
  readonly bytes: Uint8Array;
  readonly mask?: { readonly dictionary: PdfDictionary; readonly bytes: Uint8Array } | undefined;
}

/** `separation`: of a press, which takes no RGB. Greys are one ink as they are. */
export async function packImage(image: PreparedImage, separation: Separation | undefined): Promise<PackedImage> {
  if (separation && image.channels >= 3) return packForPress(image, separation);
  if (image.format === "jpeg") {
    return { dictionary: { ...imageDictionary(image, image.channels), Filter: "DCTDecode" }, bytes: image.bytes };
  }
  return image.channels === 2 || image.channels === 4 ? packTransparent(image) : packOpaque(image, image.channels);
}

const imageDictionary = ({ width, height }: PreparedImage, channels: number): PdfDictionary => ({
  Type: "XObject",
  Subtype: "Image",
  Width: width,
  Height: height,
  ColorSpace: channels < 3 ? "DeviceGray" : "DeviceRGB",
  BitsPerComponent: 8,
});

/**
 * The rows of a PNG go in with their filters, which PDF knows. Only their packing is done anew: the image library's
 * depends on the processor.
 */
function packOpaque(image: PreparedImage, channels: 1 | 3): PackedImage {
  const rows = unzlibSync(dataChunks(image.bytes));
  const filters = { Predictor: 15, Colors: channels, BitsPerComponent: 8, Columns: image.width };
  return {
    dictionary: { ...imageDictionary(image, channels), Filter: "FlateDecode", DecodeParms: filters },
    bytes: deflate(rows),
  };
}

const PNG_SIGNATURE = 8;

/** The contents of all IDAT chunks of a PNG file, one after the other. */
function dataChunks(png: Uint8Array): Uint8Array {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks: Uint8Array[] = [];
  for (let at = PNG_SIGNATURE; at < png.length; ) {
    const length = view.getUint32(at);
    const kind = String.fromCharCode(...png.subarray(at + 4, at + 8));
    if (kind === "IDAT") chunks.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return Buffer.concat(chunks);
}

/** Colours and opacity become two images. */
async function packTransparent(image: PreparedImage): Promise<PackedImage> {
  const pixels = (await openPixels(image.bytes)).toColourspace(image.channels === 2 ? "b-w" : "srgb");
  const { data, info } = await pixels.raw().toBuffer({ resolveWithObject: true });
  const count = info.width * info.height;
  const colors = info.channels - 1;
  const body = new Uint8Array(count * colors);
  const alpha = new Uint8Array(count);
  for (let pixel = 0; pixel < count; pixel++) {
    for (let color = 0; color < colors; color++) body[pixel * colors + color] = data[pixel * info.channels + color]!;
    alpha[pixel] = data[pixel * info.channels + colors]!;
  }
  return {
    dictionary: { ...imageDictionary(image, colors), Filter: "FlateDecode" },
    bytes: deflate(body),
    mask: { dictionary: { ...imageDictionary(image, 1), Filter: "FlateDecode" }, bytes: deflate(alpha) },
  };
}
