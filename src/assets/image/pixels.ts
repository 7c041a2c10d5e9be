/** Picture bytes → decoded pixels: the one file that knows the image library, loaded when first needed. */
import type { CreateRaw, Metadata, Sharp } from "sharp";

/** Largest picture that is decoded: A1 at 300 dpi has 70 million pixels. */
export const MAX_PIXELS = 100_000_000;

/** What a header says, and nothing decoded: so a picture may claim any size. Undefined when it cannot be read. */
export async function readMetadata(bytes: Uint8Array): Promise<Metadata | undefined> {
  const { default: sharp } = await import("sharp");
  return sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
}

/** A pipeline over one picture; damage is an error, never a grey area at the bottom of a photograph. */
export async function openPixels(bytes: Uint8Array): Promise<Sharp> {
  const { default: sharp } = await import("sharp");
  return sharp(bytes, { failOn: "warning", limitInputPixels: MAX_PIXELS });
}

/** A pipeline over a drawing of ours, as large as it says; a photograph in it may be of any weight. */
export async function openDrawing(svg: string): Promise<Sharp> {
  const { default: sharp } = await import("sharp");
  return sharp(Buffer.from(svg), { unlimited: true, limitInputPixels: MAX_PIXELS });
}

/** A pipeline over bare pixels. */
export async function openRaw(data: Uint8Array, raw: CreateRaw): Promise<Sharp> {
  const { default: sharp } = await import("sharp");
  return sharp(data, { raw, limitInputPixels: MAX_PIXELS });
}
