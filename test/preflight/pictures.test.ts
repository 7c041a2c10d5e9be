/** Pictures of all kinds: codes in them are read, and their ink and resolution judged. */
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { encodeQr } from "../../src/assets/qr.js";
import { preflight } from "../../src/preflight/index.js";
import { ADDRESS, sheetPdf, type WrittenObject } from "./pdf-writer.js";

/** Pixels of a module. */
const SCALE = 4;
const QUIET = 4;

/** The code with its quiet zone: for each pixel, whether it is dark. */
function darkPixels(): { readonly side: number; readonly dark: readonly boolean[] } {
  const { modules, runs } = encodeQr(ADDRESS)!;
  const side = (modules + 2 * QUIET) * SCALE;
  const dark = new Array<boolean>(side * side).fill(false);
  for (const [row, column, length] of runs) {
    for (let y = 0; y < SCALE; y++) {
      const start = ((row + QUIET) * SCALE + y) * side + (column + QUIET) * SCALE;
      dark.fill(true, start, start + length * SCALE);
    }
  }
  return { side, dark };
}

const { side, dark } = darkPixels();

const image = (entries: string, data: Uint8Array, filter = "/FlateDecode"): WrittenObject => ({
  dict: `<< /Type /XObject /Subtype /Image /Width ${side} /Height ${side} /Filter ${filter} ${entries} >>`,
  data: filter === "/FlateDecode" ? deflateSync(data) : data,
});

/** A pixel after the other, each as so many bytes. */
const bytes = (ofDark: readonly number[], ofLight: readonly number[]): Uint8Array =>
  Uint8Array.from(dark.flatMap((isDark) => (isDark ? ofDark : ofLight)));

/** Rows of bits start on whole bytes. */
function bits(one: boolean): Uint8Array {
  const row = Math.ceil(side / 8);
  const out = new Uint8Array(row * side);
  for (const [index, isDark] of dark.entries()) {
    if (isDark !== one) continue;
    const [x, y] = [index % side, Math.floor(index / side)];
    out[y * row + (x >> 3)]! |= 128 >> (x & 7);
  }
  return out;
}

const jpeg = async (channels: "rgb" | "cmyk" | "gray"): Promise<Uint8Array> => {
  const gray = sharp(bytes([0], [255]), { raw: { width: side, height: side, channels: 1 } });
  const space = { rgb: "srgb", cmyk: "cmyk", gray: "b-w" } as const;
  return gray.toColourspace(space[channels]).jpeg({ quality: 90 }).toBuffer();
};

const flat = (step: number): Uint8Array => {
  // Each byte as the difference to that of the pixel before: PNG's first filter.
  const plain = bytes([0], [255]);
  const rows = Array.from({ length: side }, (_, y) => {
    const row = plain.subarray(y * side, (y + 1) * side);
    return [1, ...row.map((value, x) => value - (x >= step ? row[x - step]! : 0))];
  });
  return Uint8Array.from(rows.flat());
};

describe("a code in a picture is read, however its pixels are written", () => {
  it.each<readonly [string, () => WrittenObject | Promise<WrittenObject>]>([
    ["grey bytes", () => image("/ColorSpace /DeviceGray /BitsPerComponent 8", bytes([0], [255]))],
    [
      "grey, turned by Decode",
      () => image("/ColorSpace /DeviceGray /BitsPerComponent 8 /Decode [1 0]", bytes([255], [0])),
    ],
    ["one bit", () => image("/ColorSpace /DeviceGray /BitsPerComponent 1", bits(false))],
    ["a stencil", () => image("/ImageMask true /BitsPerComponent 1", bits(false))],
    ["a turned stencil", () => image("/ImageMask true /BitsPerComponent 1 /Decode [1 0]", bits(true))],
    ["RGB", () => image("/ColorSpace /DeviceRGB /BitsPerComponent 8", bytes([0, 0, 90], [255, 255, 240]))],
    ["CMYK", () => image("/ColorSpace /DeviceCMYK /BitsPerComponent 8", bytes([0, 0, 0, 255], [0, 0, 20, 0]))],
    ["16 bits", () => image("/ColorSpace /DeviceGray /BitsPerComponent 16", bytes([0, 9], [255, 9]))],
    [
      "a palette",
      () => image("/ColorSpace [/Indexed /DeviceRGB 1 <ffffff 000040>] /BitsPerComponent 8", bytes([1], [0])),
    ],
    [
      "a spot ink",
      () =>
        image(
          "/ColorSpace [/Separation /Vert /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 0 1 .5] /N 1 >>] /BitsPerComponent 8",
          bytes([255], [0]),
        ),
    ],
    [
      "differences",
      () =>
        image(`/ColorSpace /DeviceGray /BitsPerComponent 8 /DecodeParms << /Predictor 15 /Columns ${side} >>`, flat(1)),
    ],
    ["JPEG, grey", async () => image("/ColorSpace /DeviceGray /BitsPerComponent 8", await jpeg("gray"), "/DCTDecode")],
    ["JPEG, RGB", async () => image("/ColorSpace /DeviceRGB /BitsPerComponent 8", await jpeg("rgb"), "/DCTDecode")],
    [
      "JPEG, CMYK",
      async () =>
        image(
          "/ColorSpace /DeviceCMYK /BitsPerComponent 8 /Decode [1 0 1 0 1 0 1 0]",
          await jpeg("cmyk"),
          "/DCTDecode",
        ),
    ],
  ])("%s", async (_, make) => {
    const content = "0 0 0 1 k q 120 0 0 120 50 200 cm /Im Do Q";
    const { summary, findings } = await preflight(sheetPdf({ content, image: await make() }), { purpose: "shop" });
    expect(findings.filter(({ code }) => code !== "coarse-picture")).toEqual([]);
    expect(summary?.codes.map(({ text }) => text)).toEqual([ADDRESS]);
  });

  it("of light on dark: read, and told", async () => {
    const turned = image("/ColorSpace /DeviceGray /BitsPerComponent 8", bytes([255], [0]));
    const content = "q 120 0 0 120 50 200 cm /Im Do Q";
    const { summary, findings } = await preflight(sheetPdf({ content, image: turned }), { purpose: "shop" });
    expect(summary?.codes.map(({ text }) => text)).toEqual([ADDRESS]);
    expect(findings.map(({ code }) => code)).toContain("code-inverted");
  });
});

describe("ink of photographs", () => {
  const inks = async (values: readonly number[]): Promise<readonly string[]> => {
    const raw = Buffer.from(Array.from({ length: 64 * 64 }, () => values).flat());
    const picture: WrittenObject = {
      dict: "<< /Subtype /Image /Width 64 /Height 64 /BitsPerComponent 8 /ColorSpace /DeviceCMYK /Filter /FlateDecode >>",
      data: deflateSync(raw),
    };
    const content = "q 10 0 0 10 50 200 cm /Im Do Q";
    const { findings } = await preflight(sheetPdf({ content, image: picture }), { purpose: "press" });
    return findings.map(({ code, measured }) => `${code} ${measured}`.replace("\u00A0", " "));
  };

  it.each([
    [[255, 255, 200, 0], []],
    [[255, 255, 255, 128], ["too-much-ink 350 %"]],
  ] as const)("%j", async (values, expected) => {
    expect(await inks(values)).toEqual(expected);
  });
});
