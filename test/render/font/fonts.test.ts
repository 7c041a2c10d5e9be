import * as hb from "harfbuzzjs";
import { describe, expect, test } from "vitest";
import { textOf } from "../../../src/render/font/cmap.js";
import { encodingCMap, toUnicodeCMap } from "../../../src/render/font/cmaps.js";
import { openProgram } from "../../../src/render/font/program.js";
import { readTables } from "../../../src/render/font/sfnt.js";
import { subsetCff } from "../../../src/render/font/subset-cff.js";
import { subsetTrueType } from "../../../src/render/font/subset-truetype.js";
import { type FontFace, glyphsOf } from "../../../src/text/index.js";
import { atkinson, bricolage, oneCard, run, words } from "../fixtures.js";
import { objectsWith, renderFresh } from "../reader.js";

/** A glyph's outline as path data. */
function outlineIn(bytes: Uint8Array, glyph: number): string {
  const font = new hb.Font(new hb.Face(new hb.Blob(bytes)));
  return font.glyphToPath(glyph);
}

const glyphsIn = (face: FontFace, text: string): ReadonlySet<number> =>
  new Set(glyphsOf(run(text, { face })).map(({ id }) => id));

describe("a font in a PDF", () => {
  test("is embedded, as few glyphs as are shown, under a name that says so", async () => {
    const bytes = await renderFresh(
      oneCard(words("Été", { x: 20, y: 40 }), words("Fin", { x: 20, y: 60 }, { face: bricolage })),
    );
    const fonts = objectsWith(bytes, "/Subtype /Type0");
    expect(fonts.map(({ dictionary }) => /\/BaseFont \/([A-Z]{6})\+(\S+)/.exec(dictionary)?.[2])).toEqual([
      "AtkinsonHyperlegibleNext-Regular",
      "BricolageGrotesque-Bold",
    ]);
    const files = objectsWith(bytes, "/Length1");
    expect(files).toHaveLength(2);
    for (const { stream } of files) expect(stream!.length).toBeLessThan(6000);
    expect(Buffer.from(bytes).toString("latin1")).not.toMatch(/\/CIDSet|\/Widths/);
  });

  test("has another name when it has other glyphs", async () => {
    const names = await Promise.all(
      ["Un", "Deux"].map(async (text) => {
        const [font] = objectsWith(await renderFresh(oneCard(words(text, { x: 20, y: 40 }))), "/Subtype /Type0");
        return /\/BaseFont \/([A-Z]{6})\+/.exec(font!.dictionary)![1];
      }),
    );
    expect(names[0]).not.toBe(names[1]);
  });
});

describe("a TrueType subset", () => {
  test.each([
    ["plain letters", atkinson, "Hamburg"],
    ["accents, which are made of parts", atkinson, "éèêëàùçÉÀÿñåÅ"],
    ["a display face", bricolage, "Œuvre ½ ﬁn ★ «»"],
  ] as const)("draws %s as before", (_, face, text) => {
    const glyphs = glyphsIn(face, text);
    const subset = subsetTrueType(openProgram(face), glyphs);
    for (const glyph of glyphs) expect(outlineIn(subset, glyph)).toBe(outlineIn(face.bytes, glyph));
  });

  test("keeps numbers and widths, and leaves out the rest", () => {
    const glyphs = glyphsIn(atkinson, "mi");
    const subset = subsetTrueType(openProgram(atkinson), glyphs);
    const font = new hb.Font(new hb.Face(new hb.Blob(subset)));
    for (const { id, advance } of glyphsOf(run("mi"))) expect(font.glyphHAdvance(id)).toBe(advance);
    const [other] = [...glyphsIn(atkinson, "a")];
    expect(outlineIn(subset, other!)).toBe("");
    expect([...readTables(subset).keys()]).toEqual(["glyf", "head", "hhea", "hmtx", "loca", "maxp"]);
  });

  test("adds up to the sum that every font file must have", () => {
    const subset = subsetTrueType(openProgram(bricolage), glyphsIn(bricolage, "Somme"));
    const view = new DataView(subset.buffer, subset.byteOffset, subset.byteLength);
    let sum = 0;
    for (let at = 0; at < subset.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
  });

  test("may be of no glyph at all", () => {
    const subset = subsetTrueType(openProgram(atkinson), new Set());
    expect(readTables(subset).get("maxp")!.getUint16(4)).toBe(1);
  });
});

test("HarfBuzz's subsetter, for other outlines, keeps numbers and outlines too", async () => {
  const glyphs = glyphsIn(atkinson, "Été");
  const subset = await subsetCff(atkinson.bytes, glyphs);
  expect(subset.length).toBeLessThan(atkinson.bytes.length / 4);
  for (const glyph of glyphs) expect(outlineIn(subset, glyph)).toBe(outlineIn(atkinson.bytes, glyph));
});

test("HarfBuzz's subsetter refuses what is no font", async () => {
  await expect(subsetCff(new Uint8Array(40), new Set([1]))).rejects.toThrow("subset");
});

describe("what glyphs stand for", () => {
  test.each([
    ["a letter", 0x41, "A"],
    ["a ligature", 0xfb03, "ffi"],
    ["an Arabic letter's form", 0xfe91, "\u0628"],
    ["a compatibility sign that is no form", 0x00bd, "½"],
    ["an emoji", 0x1f600, "😀"],
  ])("%s", (_, codePoint, text) => {
    expect(textOf(codePoint)).toBe(text);
  });

  test.each(["A", "é", "œ", "€", "’", " "])("the glyph of « %s » stands for it", (text) => {
    const [glyph] = glyphsOf(run(text));
    expect(openProgram(atkinson).naturalText(glyph!.id)).toBe(text);
  });

  test("characters beyond the first plane are written as pairs", () => {
    expect(toUnicodeCMap([[7, "😀"]])).toContain("<0007><d83dde00>");
  });

  test("no block of a map has more than a hundred entries", () => {
    const map = toUnicodeCMap(Array.from({ length: 250 }, (_, code) => [code, "a"] as const));
    expect([...map.matchAll(/(\d+) beginbfchar/g)].map(([, count]) => count)).toEqual(["100", "100", "50"]);
  });

  test("an encoding leads plain codes to themselves and special ones to their glyphs", () => {
    const map = encodingCMap("X-H", [[300, 5]]);
    expect(map).toContain("<0000><00ff> 0\n<0100><012b> 256");
    expect(map).toContain("<012c> 5");
  });
});
