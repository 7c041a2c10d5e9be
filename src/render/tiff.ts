/** Pixels of four inks → a TIFF file in memory: the only way in which the image library takes inks as they are. */

const BYTE_ORDER = "II*\0";
const ENTRY = 12;
const SHORT = 3;
const LONG = 4;
/** Four inks, one byte each. */
const CHANNELS = 4;

/** TIFF 6.0: one strip, not compressed. */
export function cmykTiff(width: number, height: number, pixels: Uint8Array): Uint8Array {
  const entries = (
    bits: number,
    strip: number,
  ): readonly (readonly [tag: number, kind: number, value: number, count?: number])[] => [
    [256, LONG, width],
    [257, LONG, height],
    [258, SHORT, bits, CHANNELS],
    // No compression, photometric interpretation "separated".
    [259, SHORT, 1],
    [262, SHORT, 5],
    [273, LONG, strip],
    [277, SHORT, CHANNELS],
    [278, LONG, height],
    [279, LONG, pixels.length],
    // Inks of a pixel stand together.
    [284, SHORT, 1],
  ];
  const count = entries(0, 0).length;
  const bits = 8 + 2 + count * ENTRY + 4;
  const strip = bits + 2 * CHANNELS;
  const file = Buffer.alloc(strip + pixels.length);
  file.write(BYTE_ORDER, "latin1");
  file.writeUInt32LE(8, 4);
  file.writeUInt16LE(count, 8);
  let at = 10;
  for (const [tag, kind, value, values = 1] of entries(bits, strip)) {
    file.writeUInt16LE(tag, at);
    file.writeUInt16LE(kind, at + 2);
    file.writeUInt32LE(values, at + 4);
    file.writeUInt32LE(value, at + 8);
    at += ENTRY;
  }
  for (let channel = 0; channel < CHANNELS; channel++) file.writeUInt16LE(8, bits + 2 * channel);
  file.set(pixels, strip);
  return file;
}
