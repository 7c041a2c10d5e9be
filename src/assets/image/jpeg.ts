/** JPEG bytes → what their header says: enough to know whether the file may go into a PDF as it is. */

export interface JpegHeader {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly components: number;
  /** Huffman-coded baseline, extended or progressive: what every PDF reader decodes. */
  readonly ordinary: boolean;
  /** EXIF orientation, 1 to 8; 1 is upright. */
  readonly orientation: number;
  /** The colour transform of the Adobe marker, undefined without one. */
  readonly adobe: number | undefined;
  /** Component names: some cameras and tools write RGB without YCbCr and say so only here. */
  readonly componentIds: readonly number[];
  /** True when a colour profile other than sRGB travels along. */
  readonly foreignProfile: boolean;
}

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
/** Start-of-frame markers; C4, C8 and CC in their midst are something else. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
/** Baseline, extended, progressive. */
const ORDINARY_FRAMES = new Set([0xc0, 0xc1, 0xc2]);

interface Segment {
  readonly marker: number;
  readonly data: Buffer;
}

/** Reads the header; undefined when the file breaks off or is not well formed. */
export function readJpegHeader(bytes: Uint8Array): JpegHeader | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const segments = readSegments(buffer);
  const frame = segments?.find(({ marker }) => isFrame(marker));
  if (segments === undefined || frame === undefined || frame.data.length < 6) return undefined;
  const components = frame.data[5]!;
  const height = frame.data.readUInt16BE(1);
  const width = frame.data.readUInt16BE(3);
  if (width === 0 || height === 0 || frame.data.length < 6 + 3 * components) return undefined;
  return {
    width,
    height,
    bits: frame.data[0]!,
    components,
    componentIds: Array.from({ length: components }, (_, index) => frame.data[6 + 3 * index]!),
    ordinary: ORDINARY_FRAMES.has(frame.marker),
    orientation: readOrientation(segments),
    adobe: readAdobe(segments),
    foreignProfile: hasForeignProfile(segments),
  };
}

/** The segments up to the first scan; undefined when they, or the end of the picture, are missing. */
function readSegments(buffer: Buffer): readonly Segment[] | undefined {
  if (buffer[0] !== 0xff || buffer[1] !== SOI) return undefined;
  const segments: Segment[] = [];
  let at = 2;
  while (at + 4 <= buffer.length) {
    if (buffer[at] !== 0xff) return undefined;
    const marker = buffer[at + 1]!;
    // Any number of fill bytes may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === SOS) return hasEndAfter(buffer, at) ? segments : undefined;
    const length = buffer.readUInt16BE(at + 2);
    if (length < 2 || at + 2 + length > buffer.length) return undefined;
    segments.push({ marker, data: buffer.subarray(at + 4, at + 2 + length) });
    at += 2 + length;
  }
  return undefined;
}

/** A file that was cut off has no end marker after its scan. Phones and cameras add things behind it. */
const hasEndAfter = (buffer: Buffer, scan: number): boolean => buffer.lastIndexOf(Buffer.from([0xff, EOI])) > scan;

function readOrientation(segments: readonly Segment[]): number {
  const exif = segments.find(({ marker, data }) => marker === APP1 && data.toString("latin1", 0, 6) === "Exif\0\0");
  if (exif === undefined || exif.data.length < 14) return 1;
  const tiff = exif.data.subarray(6);
  const little = tiff.toString("latin1", 0, 2) === "II";
  const u16 = (at: number): number =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const ORIENTATION_TAG = 0x0112;
  for (let index = 0; index < u16(directory); index++) {
    const entry = directory + 2 + 12 * index;
    if (u16(entry) !== ORIENTATION_TAG) continue;
    const value = u16(entry + 8);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

function readAdobe(segments: readonly Segment[]): number | undefined {
  const adobe = segments.find(({ marker, data }) => marker === APP14 && data.toString("latin1", 0, 5) === "Adobe");
  return adobe?.data[11];
}

function hasForeignProfile(segments: readonly Segment[]): boolean {
  const profile = segments.filter(
    ({ marker, data }) => marker === APP2 && data.toString("latin1", 0, 11) === "ICC_PROFILE",
  );
  if (profile.length === 0) return false;
  const all = Buffer.concat(profile.map(({ data }) => data.subarray(14)));
  // Descriptions are ASCII in version 2 profiles and UTF-16 in version 4.
  return !all.includes("sRGB") && !all.includes(Buffer.from("\0s\0R\0G\0B", "latin1"));
}
