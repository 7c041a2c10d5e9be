import "../seed.js";
import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { type Cmyk, createSeparation, rgbKey, totalInk } from "../../src/color/index.js";
import { limitInk } from "../../src/color/ink-limit.js";
import { converter } from "../../src/color/separation.js";
import { REPOSITORY } from "../kits/temporary.js";
import { shipped } from "./profiles.js";

type Pixel = readonly [number, number, number];

const color = ([r, g, b]: Pixel) => ({ r: r / 255, g: g / 255, b: b / 255 });
const separation = (inkLimit = 3, chosen: ReadonlyMap<string, Cmyk> = new Map()) =>
  createSeparation(shipped, { inkLimit, chosen });

/** What Little CMS makes of pixels, in per cent: through the image library, which does not compensate black points. */
async function byLittleCms(pixels: readonly Pixel[]): Promise<readonly (readonly number[])[]> {
  const raw = sharp(Buffer.from(pixels.flat()), { raw: { width: pixels.length, height: 1, channels: 3 } });
  const profile = `${REPOSITORY}src/color/profiles/FOGRA39L_coated.icc`;
  const { data } = await raw.withIccProfile(profile).raw().toBuffer({ resolveWithObject: true });
  return pixels.map((_, index) => [...data.subarray(4 * index, 4 * index + 4)].map((ink) => ink / 2.55));
}

const COLORS: readonly Pixel[] = [
  [255, 255, 255],
  [0, 0, 0],
  [255, 0, 0],
  [0, 255, 0],
  [0, 0, 255],
  [110, 68, 192],
  [245, 165, 36],
  [232, 96, 76],
  [23, 143, 134],
  [43, 108, 176],
  [217, 204, 245],
  [34, 40, 58],
];

describe("colours become inks", () => {
  it("as Little CMS has it, within two per cent", async () => {
    const grid = [0, 51, 102, 153, 204, 255].flatMap((r) =>
      [0, 85, 170, 255].flatMap((g) => [0, 127, 255].map((b): Pixel => [r, g, b])),
    );
    const pixels = [...COLORS, ...grid];
    const theirs = await byLittleCms(pixels);
    const convert = converter(shipped, false);
    const differences = pixels.map((pixel, index) =>
      Math.max(...convert(color(pixel)).map((ink, at) => Math.abs(100 * ink - theirs[index]![at]!))),
    );
    // They interpolate between four neighbours of the table, we between eight.
    expect(Math.max(...differences)).toBeLessThan(4);
    expect(differences.reduce((sum, one) => sum + one, 0) / pixels.length).toBeLessThan(0.8);
  });

  it("white gets none, black is black ink alone, greys are black ink alone and get darker step by step", () => {
    const { inks } = separation();
    expect(inks(color([255, 255, 255]))).toEqual([0, 0, 0, 0]);
    expect(inks(color([0, 0, 0]))).toEqual([0, 0, 0, 1]);
    const greys = Array.from({ length: 256 }, (_, value) => inks(color([value, value, value])));
    expect(greys.every(([c, m, y]) => c === 0 && m === 0 && y === 0)).toBe(true);
    expect(greys.every((grey, index) => index === 0 || grey[3] <= greys[index - 1]![3])).toBe(true);
  });

  it("what is darker than the inks can print keeps its steps", () => {
    const convert = converter(shipped);
    const blues = [10, 20, 30, 40].map((value) => totalInk(convert(color([0, 0, value]))));
    expect([...blues].sort((a, b) => b - a)).toEqual(blues);
    expect(new Set(blues.map((ink) => ink.toFixed(3))).size).toBe(4);
  });

  it("a colour whose inks were chosen has these, whatever its opacity", () => {
    const violet = { r: 0x6e / 255, g: 0x44 / 255, b: 0xc0 / 255 };
    const chosen = new Map<string, Cmyk>([[rgbKey(violet), [0.7, 0.8, 0, 0]]]);
    const made = separation(3, chosen);
    expect(made.inks(violet)).toEqual([0.7, 0.8, 0, 0]);
    expect(made.isChosen(violet)).toBe(true);
    expect(made.isChosen({ ...violet, r: 0 })).toBe(false);
  });
});

describe("no colour has more ink than the paper bears", () => {
  const channel = fc.integer({ min: 0, max: 255 });
  const pixel = fc.tuple(channel, channel, channel);

  it.each([2.4, 2.8, 3])("of a drawing or a photograph, limit %f", (limit) => {
    const made = separation(limit);
    fc.assert(
      fc.property(pixel, (value) => {
        // Each ink is rounded to a thousandth.
        expect(totalInk(made.inks(color(value)))).toBeLessThanOrEqual(limit + 0.002);
        expect(totalInk(made.pixel(...value))).toBeLessThanOrEqual(limit - 0.05);
      }),
    );
  });

  it("black ink is never less, no ink is below none, and what was within the limit is untouched", () => {
    const ink = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(ink, ink, ink, ink, fc.double({ min: 1.5, max: 4, noNaN: true }), (c, m, y, k, limit) => {
        const limited = limitInk([c, m, y, k], limit);
        expect(totalInk(limited)).toBeLessThanOrEqual(limit + 1e-9);
        expect(limited[3]).toBeGreaterThanOrEqual(k);
        expect(Math.min(...limited)).toBeGreaterThanOrEqual(-1e-12);
        if (c + m + y + k <= limit) expect(limited).toEqual([c, m, y, k]);
      }),
    );
  });

  it("four full inks become black with the rest of the limit in colour", () => {
    expect(limitInk([1, 1, 1, 1], 3).map((value) => value.toFixed(3))).toEqual(["0.667", "0.667", "0.667", "1.000"]);
    expect(limitInk([0.9, 0.8, 0.7, 0.4], 2.4).map((value) => value.toFixed(2))).toEqual([
      "0.70",
      "0.60",
      "0.50",
      "0.60",
    ]);
  });
});
