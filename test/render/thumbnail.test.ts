import { describe, expect, test } from "vitest";
import type { FrameItem } from "../../src/layout/frame.js";
import { thumbnail } from "../../src/layout/thumbnail.js";
import { atkinson, bricolage, CARD, oneCard, RED, words } from "./fixtures.js";
import { objectsWith, pixelsOf, renderFresh, textOf } from "./reader.js";

const items = [
  words("AVA, l’œuvre — ﬁn & €", { x: 20, y: 40 }, { size: 14 }),
  words("Où ça naît ?", { x: 20, y: 70 }, { face: bricolage, size: 20, color: RED }),
  words("E S P A C É", { x: 20, y: 100 }, { face: atkinson, letterSpacing: 1.5, wordSpacing: 3 }),
];

const group = (inside: readonly FrameItem[], scale: number): FrameItem => {
  const frame = { size: CARD, items: inside };
  return { kind: "frame", at: { x: 10, y: 10 }, frame, transform: [scale, 0, 0, scale, 0, 0] };
};

const small = (scale: number): FrameItem => group(thumbnail({ size: CARD, items }, scale).items, scale);

describe("a small picture of words", () => {
  test("has nothing to search, to copy or to embed a font for", async () => {
    const bytes = await renderFresh(oneCard(small(0.3)));
    expect(await textOf(bytes)).toBe("");
    expect(objectsWith(bytes, "/Type /Font")).toEqual([]);
  });

  test.each([1, 0.4])("looks like the words at %d of their size", async (scale) => {
    const shapes = await pixelsOf(await renderFresh(oneCard(small(scale))), 3);
    const letters = await pixelsOf(await renderFresh(oneCard(group(items, scale))), 3);
    let ink = 0;
    let strays = 0;
    for (let index = 0; index < letters.data.length; index += 4) {
      if (letters.data[index + 1]! < 128) ink += 1;
      // Readers draw letters a little bolder or thinner than shapes; never here black and there white.
      if (Math.abs(letters.data[index + 1]! - shapes.data[index + 1]!) > 160) strays += 1;
    }
    expect(ink).toBeGreaterThan(200);
    expect(strays / ink).toBeLessThan(0.02);
  });
});
