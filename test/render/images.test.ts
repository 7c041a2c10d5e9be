import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type { ImageAsset } from "../../src/assets/asset.js";
import type { PreparedImage } from "../../src/assets/index.js";
import type { FrameItem } from "../../src/layout/frame.js";
import { createRenderer, type PrepareImage } from "../../src/render/index.js";
import { mm } from "../../src/units.js";
import { BLEED, oneCard, words } from "./fixtures.js";
import { objectsWith, pixelsOf, renderWith } from "./reader.js";

const CORNER = { x: mm(10.5) - BLEED, y: mm(16.5) - BLEED };

const asset = (key: string): ImageAsset => ({
  key,
  name: `${key}.png`,
  bytes: new Uint8Array(),
  format: "png",
  width: 4,
  height: 4,
  passthrough: false,
});

const picture = (key: string, x = 20): FrameItem => ({
  kind: "image",
  at: { x, y: 30 },
  image: asset(key),
  size: { width: 60, height: 40 },
});

type Rgba = readonly [number, number, number, number];

/** Two by two pixels: the upper row, then the lower. */
async function prepared(
  pixels: readonly Rgba[],
  format: "png" | "jpeg",
  channels: 1 | 2 | 3 | 4,
): Promise<PreparedImage> {
  const raw = sharp(Buffer.from(pixels.flat()), { raw: { width: 2, height: 2, channels: 4 } });
  const kept = channels === 2 || channels === 4 ? raw : raw.removeAlpha();
  const space = kept.toColourspace(channels < 3 ? "b-w" : "srgb");
  const bytes = await (format === "png"
    ? space.png()
    : space.jpeg({ quality: 100, chromaSubsampling: "4:4:4" })
  ).toBuffer();
  return { bytes: new Uint8Array(bytes), format, width: 2, height: 2, channels, dpi: 300 };
}

const RED: Rgba = [255, 0, 0, 255];
const BLUE: Rgba = [0, 0, 255, 255];
const GREY: Rgba = [128, 128, 128, 255];
const CLEAR: Rgba = [255, 0, 0, 0];

const render = async (prepareImage: PrepareImage, ...items: readonly FrameItem[]): Promise<Uint8Array> =>
  await renderWith(createRenderer({ prepareImage }), oneCard(...items));

describe("photographs and pictures", () => {
  test.each([
    ["png", 3, [RED, RED, BLUE, BLUE]],
    ["png", 4, [RED, CLEAR, BLUE, CLEAR]],
    ["jpeg", 3, [RED, RED, BLUE, BLUE]],
  ] as const)("a %s of %d channels stands upright in its place", async (format, channels, pixels) => {
    const image = await prepared(pixels, format, channels);
    const { at } = await pixelsOf(await render(async () => image, picture("a")), 2);
    const [upper, lower] = [at(CORNER.x + 25, CORNER.y + 35), at(CORNER.x + 25, CORNER.y + 65)];
    expect(upper[0]).toBeGreaterThan(240);
    expect(upper[2]).toBeLessThan(20);
    expect(lower[0]).toBeLessThan(20);
    expect(lower[2]).toBeGreaterThan(240);
    if (channels === 4) expect(at(CORNER.x + 78, CORNER.y + 35)).toEqual([255, 255, 255]);
  });

  test("a JPEG goes in byte for byte", async () => {
    const image = await prepared([RED, RED, BLUE, BLUE], "jpeg", 3);
    const [written] = objectsWith(await render(async () => image, picture("a")), "/Filter /DCTDecode");
    expect(written!.stream).toEqual(image.bytes);
    expect(written!.dictionary).toContain("/ColorSpace /DeviceRGB");
  });

  test.each([
    ["jpeg", 1],
    ["png", 1],
    ["png", 2],
  ] as const)("a grey %s of %d channels is printed with black ink alone", async (format, channels) => {
    const image = await prepared([GREY, GREY, GREY, GREY], format, channels);
    const images = objectsWith(await render(async () => image, picture("a")), "/Subtype /Image");
    for (const { dictionary } of images) expect(dictionary).toContain("/ColorSpace /DeviceGray");
    expect(images).toHaveLength(channels);
  });

  test("are prepared for the size they print at, turned and scaled groups included", async () => {
    const image = await prepared([RED, RED, BLUE, BLUE], "png", 3);
    const sizes: string[] = [];
    const group: FrameItem = {
      kind: "frame",
      at: { x: 0, y: 0 },
      transform: [0, 2, -2, 0, 0, 0],
      frame: { size: { width: 1, height: 1 }, items: [picture("a")] },
    };
    await render(
      async (_, { width, height }) => {
        sizes.push(`${width} × ${height}`);
        return image;
      },
      picture("a"),
      group,
      picture("a", 100),
    );
    expect(sizes).toEqual(["60 × 40", "120 × 80"]);
  });

  test("are written once, however often they are shown at one size", async () => {
    const image = await prepared([RED, RED, BLUE, BLUE], "png", 3);
    const bytes = await render(async () => image, picture("a", 20), picture("a", 100));
    expect(objectsWith(bytes, "/Subtype /Image")).toHaveLength(1);
  });

  test("a broken one leaves its place empty and is asked for at each build, so that it is reported each time", async () => {
    let asked = 0;
    const renderer = createRenderer({
      prepareImage: async () => {
        asked += 1;
        return undefined;
      },
    });
    for (const build of [1, 2]) {
      const bytes = await renderWith(renderer, oneCard(picture("a"), words("Texte", { x: 20, y: 20 })));
      expect(objectsWith(bytes, "/Subtype /Image")).toHaveLength(0);
      expect(asked).toBe(build);
    }
  });
});
