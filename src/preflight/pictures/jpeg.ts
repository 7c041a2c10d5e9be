/** The bytes of a JPEG → its samples as a PDF takes them. The only file of preflight that knows sharp. */

export interface Samples {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

/** Undefined for what cannot be read. Loaded when the first photograph is met: it takes a while. */
export async function readJpeg(bytes: Uint8Array): Promise<Samples | undefined> {
  const { default: sharp } = await import("sharp");
  try {
    const picture = sharp(bytes, { failOn: "error" });
    const { space, channels } = await picture.metadata();
    const plain = channels === 4 ? picture.pipelineColourspace("cmyk").toColourspace("cmyk") : picture;
    const kept = space === "b-w" ? plain.toColourspace("b-w") : plain;
    const { data, info } = await kept.raw().toBuffer({ resolveWithObject: true });
    const samples = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    // sharp turns Adobe's inks, which are written upside down, the right way up; the PDF's own `Decode` does so too.
    if (info.channels === 4 && hasAdobeMarker(bytes))
      for (let at = 0; at < samples.length; at++) samples[at] = 255 - samples[at]!;
    return { data: samples, width: info.width, height: info.height, channels: info.channels };
  } catch {
    return undefined;
  }
}

/** Among the first markers. */
const hasAdobeMarker = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 65_536)).includes("Adobe\0", 0, "latin1");
