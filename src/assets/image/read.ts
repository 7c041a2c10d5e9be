/** The bytes of a picture file → a checked `ImageAsset`, or a report of why it cannot be printed. */
import { createHash } from "node:crypto";
import type { Diagnostics, Span } from "../../diagnostics/diagnostic.js";
import type { ImageAsset } from "../asset.js";
import type { Problem } from "../messages.js";
import { imageAnimated, imageBroken, imageCmyk, imageTooLarge, imageUnknownFormat } from "../messages.js";
import { type JpegHeader, readJpegHeader } from "./jpeg.js";
import { MAX_PIXELS, readMetadata } from "./pixels.js";
import { isCutOff, sniffFormat } from "./sniff.js";

/** What a header says, before anything is decoded. */
type Header = Pick<ImageAsset, "width" | "height" | "passthrough">;

const KEY_LENGTH = 16;

/**
 * Checks a picture by its header. A JPEG is looked at here alone; other formats load the image library.
 * @param name the file as the kit names it.
 * @returns undefined after reporting `image-…`.
 */
export async function readImage(
  name: string,
  bytes: Uint8Array,
  diagnostics: Diagnostics,
  at?: Span,
): Promise<ImageAsset | undefined> {
  const refuse = (problem: Problem): undefined => {
    diagnostics.report({ ...problem, at });
    return undefined;
  };
  const format = sniffFormat(bytes);
  if (format === undefined) return refuse(imageUnknownFormat(name));
  if (isCutOff(format, bytes)) return refuse(imageBroken(name));
  const header = format === "jpeg" ? readJpeg(name, bytes) : await readOther(name, bytes);
  if ("code" in header) return refuse(header);
  const pixels = header.width * header.height;
  if (pixels > MAX_PIXELS) return refuse(imageTooLarge(name, pixels / 1e6));
  const key = createHash("sha256").update(bytes).digest("hex").slice(0, KEY_LENGTH);
  return { key, name, bytes, format, ...header };
}

function readJpeg(name: string, bytes: Uint8Array): Header | Problem {
  const header = readJpegHeader(bytes);
  if (header === undefined) return imageBroken(name);
  // Without Adobe's marker nobody can tell whether 0 means no ink or full ink.
  if (header.components === 4 && header.adobe === undefined) return imageCmyk(name);
  const turned = header.orientation >= 5;
  return {
    width: turned ? header.height : header.width,
    height: turned ? header.width : header.height,
    passthrough: canPassThrough(header),
  };
}

/** Whether every PDF reader shows the file as it is meant: PDF knows neither EXIF turns nor, in our files, profiles. */
function canPassThrough(header: JpegHeader): boolean {
  const hasOrdinaryColors = header.components === 1 || (header.components === 3 && isYcc(header));
  return (
    header.ordinary && header.bits === 8 && hasOrdinaryColors && header.orientation === 1 && !header.foreignProfile
  );
}

const LETTERS_RGB = "82,71,66";

/** Three components are YCbCr unless the file says that they are RGB, which readers take in different ways. */
const isYcc = ({ adobe, componentIds }: JpegHeader): boolean =>
  adobe === undefined ? componentIds.join() !== LETTERS_RGB : adobe === 1;

async function readOther(name: string, bytes: Uint8Array): Promise<Header | Problem> {
  const metadata = await readMetadata(bytes);
  if (metadata === undefined) return imageBroken(name);
  // Pages of a TIFF and pictures of an AVIF are not moments: the first one is the picture.
  const isFilm = metadata.format === "gif" || metadata.format === "webp";
  if (isFilm && (metadata.pages ?? 1) > 1) return imageAnimated(name);
  return { ...metadata.autoOrient, passthrough: false };
}
