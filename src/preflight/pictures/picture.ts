/** A picture of a PDF → how light each of its pixels is, how much of what lies below shows, how much ink it takes. */
import { isArray, type PdfDict, type PdfDocument, type PdfStream } from "../pdf/index.js";
import { type ColorSpace, channelsOf, type ImageMark, lightnessOf, platesOf } from "../walk/index.js";
import { readJpeg, type Samples } from "./jpeg.js";

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** From 0, black, to 255, one a pixel. */
  readonly light: Uint8Array;
  /** From 0, nothing, to 255, all; undefined when it hides all. For a stencil: where the ink goes. */
  readonly cover: Uint8Array | undefined;
  /** How many pixels take so many per cent of ink, from 0 to 400; undefined for colours of light. */
  readonly inks: Uint32Array | undefined;
}

/** A larger one is looked at every so many pixels: enough for a code on A4 and for the mean ink. */
const LARGEST_SIDE = 2400;

/** More than a poster at 300 dpi. */
const MOST_PIXELS = 200_000_000;

const GRAY_OR_LIGHT: Readonly<Record<number, ColorSpace>> = {
  1: { kind: "gray", hasProfile: false },
  3: { kind: "rgb", hasProfile: false },
  4: { kind: "cmyk", hasProfile: false },
};

/** Undefined for formats that we do not read (JPEG 2000, fax) and for broken pictures. */
export async function readPicture(document: PdfDocument, mark: ImageMark): Promise<Picture | undefined> {
  const samples = await samplesOf(document, mark);
  if (samples === undefined) return undefined;
  const { dict } = mark.stream;
  const range = document.numbers(dict.get("Decode"));
  if (mark.stencil) {
    const isTurned = range[0] === 1;
    const each = reduced(samples, 1, (at) => (samples.data[at]! > 127 === isTurned ? 255 : 0));
    return { ...each.size, light: new Uint8Array(each.values.length), cover: each.values, inks: undefined };
  }
  const space = mark.space ?? GRAY_OR_LIGHT[samples.channels];
  if (space === undefined || channelsOf(space) !== samples.channels) return undefined;
  const inks = new Uint32Array(401);
  let hasInks = false;
  const known = new Map<number, number>();
  const top = space.kind === "indexed" ? 2 ** Math.min(mark.bits, 8) - 1 : 1;
  const scale = space.kind === "lab" ? [100, 1, 1] : undefined;
  const light = reduced(samples, samples.channels, (at) => {
    // Neighbours are often the same colour: each is reckoned once. Four bytes make a key.
    let key = 0;
    for (let channel = 0; channel < Math.min(samples.channels, 4); channel++)
      key = key * 256 + samples.data[at + channel]!;
    const before = known.get(key);
    if (before !== undefined) {
      if (hasInks) inks[before >> 8]! += 1;
      return before & 255;
    }
    const values = Array.from({ length: samples.channels }, (_, channel) => {
      const [low = 0, high = top] = [range[2 * channel], range[2 * channel + 1]];
      return (
        (low + (samples.data[at + channel]! / 255) * (high - low)) * (scale && range.length === 0 ? scale[channel]! : 1)
      );
    });
    const plates = platesOf({ space, values });
    const ink = plates ? Math.min(400, Math.round(100 * plates.reduce((sum, plate) => sum + plate, 0))) : 0;
    hasInks ||= plates !== undefined;
    const value = Math.round(255 * lightnessOf({ space, values }));
    if (known.size < MOST_KNOWN) known.set(key, (ink << 8) | value);
    if (hasInks) inks[ink]! += 1;
    return value;
  });
  const cover = await coverOf(document, dict, light.size);
  return { ...light.size, light: light.values, cover, inks: hasInks ? inks : undefined };
}

const MOST_KNOWN = 200_000;

/** One byte a channel, whatever the depth. */
async function samplesOf(document: PdfDocument, mark: ImageMark): Promise<Samples | undefined> {
  const { width, height } = mark.pixels;
  if (width * height > MOST_PIXELS) return undefined;
  const { bytes, picture, failure } = document.unpack(mark.stream);
  if (failure) return undefined;
  if (picture === "DCTDecode") return readJpeg(bytes);
  if (picture) return undefined;
  const channels = mark.stencil ? 1 : mark.space ? channelsOf(mark.space) : 0;
  if (channels === 0) return undefined;
  return {
    data:
      mark.bits === 8
        ? padded(bytes, width * height * channels)
        : spread(bytes, mark.bits, { width, height, channels }),
    width,
    height,
    channels,
  };
}

const padded = (bytes: Uint8Array, length: number): Uint8Array => {
  if (bytes.length >= length) return bytes;
  const all = new Uint8Array(length);
  all.set(bytes);
  return all;
};

/** Rows start on whole bytes. Of 16 bits, the upper eight say enough. */
function spread(bytes: Uint8Array, bits: number, { width, height, channels }: Omit<Samples, "data">): Uint8Array {
  const out = new Uint8Array(width * height * channels);
  const row = Math.ceil((width * channels * bits) / 8);
  const most = 2 ** Math.min(bits, 8) - 1;
  let to = 0;
  for (let y = 0; y < height; y++) {
    for (let index = 0; index < width * channels; index++) {
      const bit = index * bits;
      const byte = bytes[y * row + (bit >> 3)] ?? 0;
      const value = bits >= 8 ? byte : (byte >> (8 - bits - (bit & 7))) & most;
      out[to++] = Math.round((value / most) * 255);
    }
  }
  return out;
}

interface Reduced {
  readonly size: { readonly width: number; readonly height: number };
  readonly values: Uint8Array;
}

/** One value for each pixel that is looked at; `of` is told where the pixel starts. */
function reduced({ width, height }: Samples, channels: number, of: (at: number) => number): Reduced {
  const step = Math.max(1, Math.ceil(Math.max(width, height) / LARGEST_SIDE));
  const size = { width: Math.ceil(width / step), height: Math.ceil(height / step) };
  const values = new Uint8Array(size.width * size.height);
  let to = 0;
  for (let y = 0; y < height; y += step)
    for (let x = 0; x < width; x += step) values[to++] = of((y * width + x) * channels);
  return { size, values };
}

/** A soft mask, or a stencil that says what is left out, brought to the picture's size. */
async function coverOf(document: PdfDocument, dict: PdfDict, size: Reduced["size"]): Promise<Uint8Array | undefined> {
  const soft = document.stream(dict.get("SMask"));
  const hard = document.get(dict.get("Mask"));
  const stream = soft ?? (isArray(hard) ? undefined : document.stream(dict.get("Mask")));
  if (stream === undefined) return undefined;
  const mask = await maskSamples(document, stream, soft !== undefined);
  if (mask === undefined) return undefined;
  const isTurned = (document.numbers(stream.dict.get("Decode"))[0] === 1) !== (soft === undefined);
  const out = new Uint8Array(size.width * size.height);
  for (let y = 0; y < size.height; y++) {
    const row = Math.floor((y * mask.height) / size.height) * mask.width;
    for (let x = 0; x < size.width; x++) {
      const value = mask.data[row + Math.floor((x * mask.width) / size.width)] ?? 255;
      out[y * size.width + x] = isTurned ? 255 - value : value;
    }
  }
  return out;
}

const maskSamples = (document: PdfDocument, stream: PdfStream, isSoft: boolean): Promise<Samples | undefined> => {
  const number = (key: string): number => document.number(stream.dict.get(key)) ?? 0;
  return samplesOf(document, {
    kind: "image",
    box: { x: 0, y: 0, width: 0, height: 0 },
    alpha: 1,
    blend: "Normal",
    isInPattern: false,
    stream,
    matrix: [1, 0, 0, 1, 0, 0],
    pixels: { width: number("Width"), height: number("Height") },
    bits: isSoft ? number("BitsPerComponent") || 8 : 1,
    space: GRAY_OR_LIGHT[1],
  });
};
