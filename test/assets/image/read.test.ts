import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type { ImageAsset } from "../../../src/assets/asset.js";
import { readImage } from "../../../src/assets/image/read.js";
import { Diagnostics } from "../../../src/diagnostics/diagnostic.js";
import { jpeg, picture } from "./pictures.js";

async function read(bytes: Uint8Array): Promise<{ image: ImageAsset | undefined; codes: readonly string[] }> {
  const diagnostics = new Diagnostics();
  const image = await readImage("assets/photo", bytes, diagnostics);
  return { image, codes: diagnostics.all.map(({ code }) => code) };
}

/** A JPEG with its Adobe marker taken out. */
function withoutAdobe(bytes: Buffer): Buffer {
  const at = bytes.indexOf(Buffer.from([0xff, 0xee]));
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 2 + bytes.readUInt16BE(at + 2))]);
}

const cmyk = (): Promise<Buffer> => picture(20, 10).toColourspace("cmyk").jpeg().toBuffer();

describe("pictures are read", () => {
  test.each<[ImageAsset["format"], () => Promise<Buffer>]>([
    ["jpeg", () => picture(20, 10).jpeg().toBuffer()],
    ["png", () => picture(20, 10).png().toBuffer()],
    ["webp", () => picture(20, 10).webp().toBuffer()],
    ["tiff", () => picture(20, 10).tiff().toBuffer()],
    ["gif", () => picture(20, 10).gif().toBuffer()],
    ["avif", () => picture(20, 10).avif().toBuffer()],
  ])("from %s", async (format, make) => {
    const bytes = await make();
    const { image, codes } = await read(bytes);
    expect(codes).toEqual([]);
    expect(image).toMatchObject({ format, width: 20, height: 10, name: "assets/photo", bytes });
    expect(image?.key).toMatch(/^[0-9a-f]{16}$/);
  });

  test.each([
    ["jpeg", () => picture(20, 10).withMetadata({ orientation: 6 }).jpeg().toBuffer()],
    ["png", () => picture(20, 10).withMetadata({ orientation: 6 }).png().toBuffer()],
    ["webp", () => picture(20, 10).withMetadata({ orientation: 8 }).webp().toBuffer()],
  ])("with the turn that a camera noted (%s)", async (_, make) => {
    const { image } = await read(await make());
    expect(image).toMatchObject({ width: 10, height: 20, passthrough: false });
  });
});

describe("a JPEG goes into the PDF as it is", () => {
  test.each<[boolean, string, () => Promise<Buffer>]>([
    [true, "in colour", () => jpeg(20, 10)],
    [true, "in grey", () => picture(20, 10).toColourspace("b-w").jpeg().toBuffer()],
    [true, "when progressive", () => picture(20, 10).jpeg({ progressive: true }).toBuffer()],
    [true, "with an sRGB profile", () => picture(20, 10).withIccProfile("srgb").jpeg().toBuffer()],
    [false, "with another profile", () => picture(20, 10).withIccProfile("p3").jpeg().toBuffer()],
    [false, "when turned", () => picture(20, 10).withMetadata({ orientation: 3 }).jpeg().toBuffer()],
    [false, "in CMYK", cmyk],
  ])("%s: %s", async (passthrough, _, make) => {
    expect((await read(await make())).image?.passthrough).toBe(passthrough);
  });
});

describe("pictures are refused", () => {
  const bigPng = async (): Promise<Buffer> => {
    const bytes = await picture(20, 10).png().toBuffer();
    bytes.writeUInt32BE(20_000, 16);
    bytes.writeUInt32BE(5_001, 20);
    // The header's own checksum, so that only the size is wrong.
    bytes.writeUInt32BE(crc(bytes.subarray(12, 29)), 29);
    return bytes;
  };
  const bigJpeg = async (): Promise<Buffer> => {
    const bytes = await jpeg(20, 10);
    const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
    bytes.writeUInt16BE(20_000, frame + 5);
    bytes.writeUInt16BE(5_001, frame + 7);
    return bytes;
  };
  const film = (format: "gif" | "webp"): Promise<Buffer> =>
    sharp(Buffer.alloc(10 * 20 * 3, 40).fill(200, 300), { raw: { width: 10, height: 20, channels: 3, pageHeight: 10 } })
      .toFormat(format)
      .toBuffer();

  test.each<[string, string, () => Promise<Buffer>]>([
    ["image-format", "a text", async () => Buffer.from("bonjour")],
    ["image-format", "an empty file", async () => Buffer.alloc(0)],
    ["image-format", "a drawing", async () => Buffer.from("<svg/>")],
    ["image-broken", "a JPEG that was cut off", async () => (await jpeg(200, 100)).subarray(0, 3000)],
    [
      "image-broken",
      "a cut JPEG whose thumbnail is whole",
      async () => {
        const whole = await jpeg(200, 100);
        const exif = Buffer.from([0xff, 0xe1, 0, 8, 1, 2, 0xff, 0xd9, 3, 4]);
        return Buffer.concat([whole.subarray(0, 2), exif, whole.subarray(2, 3000)]);
      },
    ],
    ["image-broken", "the first bytes of a JPEG", async () => Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ["image-broken", "a PNG that was cut off", async () => (await picture(90, 90).png().toBuffer()).subarray(0, 2000)],
    ["image-broken", "a WebP that was cut off", async () => (await picture(90, 90).webp().toBuffer()).subarray(0, 900)],
    ["image-broken", "a TIFF that was cut off", async () => (await picture(90, 90).tiff().toBuffer()).subarray(0, 20)],
    ["image-too-large", "a PNG over 100 million pixels", bigPng],
    ["image-too-large", "a JPEG over 100 million pixels", bigJpeg],
    ["image-animated", "a moving GIF", () => film("gif")],
    ["image-animated", "a moving WebP", () => film("webp")],
    ["image-cmyk", "a CMYK JPEG without Adobe's marker", async () => withoutAdobe(await cmyk())],
  ])("%s: %s", async (code, _, make) => {
    const { image, codes } = await read(await make());
    expect(codes).toEqual([code]);
    expect(image).toBeUndefined();
  });
});

test("no damage to a file makes reading fail without a word", async () => {
  const files = [await jpeg(30, 20), await picture(30, 20).withMetadata({ orientation: 6 }).jpeg().toBuffer()];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 20 }),
      fc.nat(),
      async (file, changes, cut) => {
        const bytes = Buffer.from(file);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        const { image, codes } = await read(bytes.subarray(0, bytes.length - (cut % 3 === 0 ? cut % bytes.length : 0)));
        expect(codes).toHaveLength(image === undefined ? 1 : 0);
      },
    ),
    { numRuns: 200 },
  );
});

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return ~value >>> 0;
}
