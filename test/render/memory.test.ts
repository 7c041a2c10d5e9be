import { describe, expect, test } from "vitest";
import type { FacePage } from "../../src/layout/frame.js";
import { createRenderer, type SheetDocument } from "../../src/render/index.js";
import { LruCache } from "../../src/render/lru.js";
import { glyphsOf } from "../../src/text/index.js";
import { bricolage, card, documentOf, grid, run, sheet, words } from "./fixtures.js";
import { renderFresh, renderWith } from "./reader.js";

/** Every face brings an unusual reading of its own, so that codes depend on which faces come first. */
const face = (text: string): FacePage => {
  const odd = { ...run("-"), words: [glyphsOf(run("-")).map((glyph) => ({ ...glyph, text: text[0]! }))] };
  return card([
    words(text, { x: 20, y: 40 }, { face: bricolage }),
    { kind: "glyphs", at: { x: 20, y: 60 }, run: odd, color: { r: 0, g: 0, b: 0, a: 1 } },
    words("Difficile à dire ?", { x: 20, y: 80 }),
  ]);
};

const pieces = ["a", "b", "c", "d"];
const documentWith = (texts: readonly string[]): SheetDocument =>
  documentOf(
    [sheet({ front: grid(pieces) }, 1)],
    Object.fromEntries(pieces.map((piece, index) => [piece, face(texts[index]!)])),
  );

const FIRST = ["Alpha", "Bravo", "Charlie", "Delta"];

describe("the same kit gives the same bytes", () => {
  test("from a renderer that never rendered and one that has rendered it before", async () => {
    const renderer = createRenderer({ prepareImage: async () => undefined });
    const first = await renderWith(renderer, documentWith(FIRST));
    const second = await renderWith(renderer, documentWith(FIRST));
    expect(Buffer.compare(first, second)).toBe(0);
    expect(Buffer.compare(first, await renderFresh(documentWith(FIRST)))).toBe(0);
  });

  test.each([
    ["one face changed", ["Alpha", "Bravissimo", "Charlie", "Delta"]],
    ["faces in another order", ["Delta", "Alpha", "Charlie", "Bravo"]],
    ["the first face new", ["Écho", "Bravo", "Charlie", "Delta"]],
  ])("after another version of it: %s", async (_, texts) => {
    const renderer = createRenderer({ prepareImage: async () => undefined });
    await renderWith(renderer, documentWith(FIRST));
    const bytes = await renderWith(renderer, documentWith(texts));
    expect(Buffer.compare(bytes, await renderFresh(documentWith(texts)))).toBe(0);
    const again = await renderWith(renderer, documentWith(FIRST));
    expect(Buffer.compare(again, await renderFresh(documentWith(FIRST)))).toBe(0);
  });

  test("with documents rendered at the same time", async () => {
    const renderer = createRenderer({ prepareImage: async () => undefined });
    const other = [...FIRST].reverse();
    const [one, two] = await Promise.all([
      renderWith(renderer, documentWith(FIRST)),
      renderWith(renderer, documentWith(other)),
    ]);
    expect(Buffer.compare(one, await renderFresh(documentWith(FIRST)))).toBe(0);
    expect(Buffer.compare(two, await renderFresh(documentWith(other)))).toBe(0);
  });
});

describe("what is kept", () => {
  test("goes when it was unused for longest", () => {
    const cache = new LruCache<number>(10, (value) => value);
    cache.set("a", 4);
    cache.set("b", 4);
    cache.get("a");
    cache.set("c", 4);
    expect([cache.get("a"), cache.get("b"), cache.get("c")]).toEqual([4, undefined, 4]);
  });

  test("counts once when it is kept again", () => {
    const cache = new LruCache<number>(10, (value) => value);
    cache.set("a", 4);
    cache.set("b", 4);
    cache.set("b", 5);
    expect([cache.get("a"), cache.get("b")]).toEqual([4, 5]);
  });

  test("is the newest even when it is too large", () => {
    const cache = new LruCache<number>(10, (value) => value);
    cache.set("a", 4);
    cache.set("b", 40);
    expect([cache.get("a"), cache.get("b")]).toEqual([undefined, 40]);
  });
});
