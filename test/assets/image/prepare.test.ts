import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type { ImageAsset } from "../../../src/assets/asset.js";
import { type PreparedImage, prepareImage } from "../../../src/assets/image/prepare.js";
import { readImage } from "../../../src/assets/image/read.js";
import { printedDpi, resolutionProblem } from "../../../src/assets/image/resolution.js";
import { Diagnostics } from "../../../src/diagnostics/diagnostic.js";
import { mm, type Size } from "../../../src/units.js";
import { jpeg, picture } from "./pictures.js";

const inch = (width: number, height: number): Size => ({ width: width * 72, height: height * 72 });

async function asset(bytes: Uint8Array): Promise<ImageAsset> {
  return (await readImage("photo.jpg", bytes, new Diagnostics()))!;
}

async function prepare(bytes: Uint8Array, printed: Size): Promise<PreparedImage> {
  return (await prepareImage(await asset(bytes), { printed, diagnostics: new Diagnostics() }))!;
}

describe("a picture for print", () => {
  test.each([
    [100, 1],
    [330, 1],
  ])("stays the same file as a JPEG of %s dpi", async (pixels) => {
    const bytes = await jpeg(pixels, pixels);
    const ready = await prepare(bytes, inch(1, 1));
    expect(ready).toMatchObject({ format: "jpeg", width: pixels, height: pixels, channels: 3, dpi: pixels });
    expect(ready.bytes).toBe(bytes);
  });

  test("comes down to 300 dpi when it is finer", async () => {
    const ready = await prepare(await jpeg(800, 400), inch(1, 0.5));
    expect(ready).toMatchObject({ format: "jpeg", width: 300, height: 150, channels: 3, dpi: 300 });
    expect(await sharp(ready.bytes).metadata()).toMatchObject({ width: 300, height: 150, chromaSubsampling: "4:4:4" });
  });

  test("is never enlarged", async () => {
    const ready = await prepare(await picture(50, 40).png().toBuffer(), inch(10, 8));
    expect(ready).toMatchObject({ format: "png", width: 50, height: 40, dpi: 5 });
  });

  test.each<[string, PreparedImage["format"], number, () => Promise<Buffer>]>([
    ["a PNG", "png", 3, () => picture(20, 20).png().toBuffer()],
    ["a grey PNG", "png", 1, () => picture(20, 20).toColourspace("b-w").png().toBuffer()],
    ["a PNG with few colours", "png", 3, () => picture(20, 20).png({ palette: true, colours: 8 }).toBuffer()],
    ["a PNG of 16 bits", "png", 3, () => picture(20, 20).toColourspace("rgb16").png().toBuffer()],
    ["a GIF", "png", 3, () => picture(20, 20).gif().toBuffer()],
    ["a transparent PNG", "png", 4, () => picture(20, 20, 4).png().toBuffer()],
    ["a transparent WebP", "png", 4, () => picture(20, 20, 4).webp().toBuffer()],
    ["a PNG whose alpha hides nothing", "png", 3, () => picture(20, 20).ensureAlpha().png().toBuffer()],
    ["a WebP", "jpeg", 3, () => picture(20, 20).webp().toBuffer()],
    ["a TIFF", "jpeg", 3, () => picture(20, 20).tiff().toBuffer()],
    ["an AVIF", "jpeg", 3, () => picture(20, 20).avif().toBuffer()],
    ["a grey TIFF", "jpeg", 1, () => picture(20, 20).toColourspace("b-w").tiff().toBuffer()],
    ["a grey JPEG as it is", "jpeg", 1, () => picture(20, 20).toColourspace("b-w").jpeg().toBuffer()],
  ])("made from %s is a %s of %s channels", async (_, format, channels, make) => {
    const ready = await prepare(await make(), inch(1, 1));
    expect(ready).toMatchObject({ format, channels, width: 20, height: 20 });
    expect(await sharp(ready.bytes).metadata()).toMatchObject({ format, channels, depth: "uchar" });
  });

  test("stands upright", async () => {
    // Left half black, right half white; the camera was turned by a quarter.
    const half = Uint8Array.from({ length: 40 * 20 * 3 }, (_, index: number) => ((index / 3) % 40 < 20 ? 0 : 255));
    const bytes = await sharp(half, { raw: { width: 40, height: 20, channels: 3 } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const ready = await prepare(bytes, inch(1, 2));
    expect(ready).toMatchObject({ width: 20, height: 40 });
    const pixels = await sharp(ready.bytes).raw().toBuffer();
    expect(pixels[0]).toBeLessThan(30);
    expect(pixels.at(-1)).toBeGreaterThan(225);
  });

  test("has its CMYK colours turned into sRGB", async () => {
    const red = await sharp({ create: { width: 20, height: 20, channels: 3, background: "#d01020" } })
      .toColourspace("cmyk")
      .jpeg({ quality: 100 })
      .toBuffer();
    const ready = await prepare(red, inch(1, 1));
    expect(ready).toMatchObject({ format: "jpeg", channels: 3 });
    const [r, g, b] = await sharp(ready.bytes).raw().toBuffer();
    expect(r).toBeGreaterThan(150);
    expect(g).toBeLessThan(90);
    expect(b).toBeLessThan(90);
  });

  test("carries no metadata once converted", async () => {
    const bytes = await picture(800, 800)
      .withExif({ IFD0: { Artist: "Ada" } })
      .withIccProfile("p3")
      .jpeg()
      .toBuffer();
    const { exif, icc, xmp } = await sharp((await prepare(bytes, inch(1, 1))).bytes).metadata();
    expect([exif, icc, xmp]).toEqual([undefined, undefined, undefined]);
  });

  test("has the same bytes every time", async () => {
    for (const bytes of [await jpeg(700, 500), await picture(700, 500, 4).png().toBuffer()]) {
      const [one, other] = [await prepare(bytes, inch(1, 1)), await prepare(bytes, inch(1, 1))];
      expect(Buffer.from(one.bytes).equals(other.bytes)).toBe(true);
    }
  });

  test("is reported when its pixels are damaged", async () => {
    const bytes = await picture(200, 200).png().toBuffer();
    bytes.fill(0x55, 2000, 4000);
    const diagnostics = new Diagnostics();
    const image = await asset(bytes);
    expect(await prepareImage(image, { printed: inch(1, 1), diagnostics })).toBeUndefined();
    expect(diagnostics.all).toMatchObject([{ code: "image-broken", severity: "error" }]);
  });
});

describe("the resolution of a picture", () => {
  test("is that of its coarser side", () => {
    expect(printedDpi({ width: 300, height: 100 }, inch(1, 1))).toBe(100);
  });

  test.each([
    [inch(2, 1), undefined],
    [inch(1, 0.5), undefined],
    [inch(2.01, 1), "image-coarse"],
    [inch(4, 2), "image-coarse"],
  ])("must be 200 dpi (%j)", async (printed, expected) => {
    expect(resolutionProblem(await asset(await jpeg(400, 200)), printed)?.code).toBe(expected);
  });

  test("is told with the largest size that would do, and that size does", async () => {
    const image = await asset(await jpeg(400, 200));
    const problem = resolutionProblem(image, inch(4, 2))!;
    expect(problem).toMatchObject({ code: "image-coarse", severity: "error" });
    expect(problem.message).toContain("100 points par pouce");
    expect(problem.hint).toContain("50,8\u00a0×\u00a025,4\u00a0mm");
    expect(resolutionProblem(image, { width: mm(50.8), height: mm(25.4) })).toBeUndefined();
  });
});
