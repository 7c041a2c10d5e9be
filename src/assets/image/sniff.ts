/** The bytes of a file → its image format and whether all of it is there; names and endings are not trusted. */
import type { ImageAsset } from "../asset.js";

type Format = ImageAsset["format"];

const PNG_SIGNATURE = "\u0089PNG\r\n\u001a\n";
/** Ordinary and big TIFF, in both byte orders. */
const TIFF_SIGNATURES = ["II*\0", "MM\0*", "II+\0", "MM\0+"];
/** The brands of an AVIF file stand in its first box. */
const LONGEST_SIGNATURE = 64;

const SIGNATURES: Readonly<Record<Format, (head: string) => boolean>> = {
  jpeg: (head) => head.startsWith("\u00ff\u00d8\u00ff"),
  png: (head) => head.startsWith(PNG_SIGNATURE),
  gif: (head) => head.startsWith("GIF87a") || head.startsWith("GIF89a"),
  webp: (head) => head.startsWith("RIFF") && head.slice(8, 12) === "WEBP",
  tiff: (head) => TIFF_SIGNATURES.some((signature) => head.startsWith(signature)),
  avif: (head) => head.slice(4, 8) === "ftyp" && /avi[fs]/.test(head.slice(8)),
};

/** The format of a picture file, or undefined when it is none that is read. */
export function sniffFormat(bytes: Uint8Array): Format | undefined {
  const head = Buffer.from(bytes.subarray(0, LONGEST_SIGNATURE)).toString("latin1");
  return (Object.keys(SIGNATURES) as Format[]).find((format) => SIGNATURES[format](head));
}

/** Whether a file stops before its end, as after a broken download; formats without an end mark are not judged. */
export function isCutOff(format: Format, bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (format === "png") return !buffer.includes("IEND", -64);
  if (format === "webp") return buffer.length < 12 || buffer.readUInt32LE(4) + 8 > buffer.length;
  return false;
}
