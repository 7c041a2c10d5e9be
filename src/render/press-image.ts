/** A coloured picture → the same in the inks of a press: a JPEG stays a JPEG, drawings and transparent pictures lose nothing. */
import { openPixels } from "../assets/image/pixels.js";
import type { PreparedImage } from "../assets/image/prepare.js";
import type { Separation } from "../color/index.js";
import type { PackedImage } from "./image.js";
import { deflate } from "./pdf/deflate.js";
import type { PdfDictionary } from "./pdf/objects.js";
import { cmykTiff } from "./tiff.js";

const INKS = 4;

/** Fixed, so that the same picture gives the same bytes; a little finer than photographs in RGB, for black tells its flaws. */
const JPEG = { quality: 92, chromaSubsampling: "4:4:4" } as const;

/** `image` has colours: those of greys alone are black ink already. */
export async function packForPress(image: PreparedImage, separation: Separation): Promise<PackedImage> {
  const pixels = (await openPixels(image.bytes)).toColourspace("srgb");
  const { data, info } = await pixels.raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const inks = separate({ data, channels }, separation);
  const dictionary = {
    Type: "XObject",
    Subtype: "Image",
    Width: width,
    Height: height,
    ColorSpace: "DeviceCMYK",
    BitsPerComponent: 8,
  };
  if (image.format === "jpeg") {
    const opened = (await openPixels(cmykTiff(width, height, inks))).pipelineColourspace("cmyk");
    const bytes = await opened.toColourspace("cmyk").jpeg(JPEG).toBuffer();
    return { dictionary: { ...dictionary, Filter: "DCTDecode", Decode: INVERTED }, bytes };
  }
  const mask = channels === INKS ? maskOf(data, dictionary) : undefined;
  return { dictionary: { ...dictionary, Filter: "FlateDecode" }, bytes: deflate(inks), mask };
}

/** Since Photoshop, JPEGs of four inks count paper, not ink. */
const INVERTED = [1, 0, 1, 0, 1, 0, 1, 0];

interface Pixels {
  readonly data: Uint8Array;
  /** 3, or 4 with opacity. */
  readonly channels: number;
}

function separate({ data, channels }: Pixels, separation: Separation): Uint8Array {
  const inks = new Uint8Array((data.length / channels) * INKS);
  for (let from = 0, to = 0; from < data.length; from += channels, to += INKS) {
    const pixel = separation.pixel(data[from]!, data[from + 1]!, data[from + 2]!);
    for (let ink = 0; ink < INKS; ink++) inks[to + ink] = Math.round(pixel[ink]! * 255);
  }
  return inks;
}

function maskOf(data: Uint8Array, dictionary: PdfDictionary): PackedImage["mask"] {
  const alpha = new Uint8Array(data.length / INKS);
  for (let pixel = 0; pixel < alpha.length; pixel++) alpha[pixel] = data[pixel * INKS + INKS - 1]!;
  return { dictionary: { ...dictionary, ColorSpace: "DeviceGray", Filter: "FlateDecode" }, bytes: deflate(alpha) };
}
