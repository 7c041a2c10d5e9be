import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { VectorArt } from "../../src/assets/asset.js";
import type { Stroke } from "../../src/graphics.js";
import type { Frame, FrameItem, PathItem } from "../../src/layout/frame.js";
import { thumbnail } from "../../src/layout/thumbnail.js";
import { penAdvances } from "../../src/text/index.js";
import { type Fonts, testFonts } from "../text/support.js";

let fonts: Fonts;
beforeAll(async () => {
  fonts = await testFonts();
});

const AT = { x: 12, y: 34 };
const SIZE = { width: 100, height: 140 };
const RED = { r: 0.8, g: 0.1, b: 0.1, a: 1 };

const words = (text: string, size = 9): Extract<FrameItem, { kind: "glyphs" }> => {
  const face = fonts.faces.regular;
  const { glyphs } = fonts.shaper.shape(face, text, {
    features: [],
    lang: "fr",
    script: "Latn",
    rtl: false,
    wholeGraphemes: false,
  });
  const run = { face, size, words: [glyphs], letterSpacing: 0, wordSpacing: 0, rtl: false };
  return { kind: "glyphs", at: AT, run, color: RED, role: { type: "P" } };
};

const stroke = (width: number): Stroke => ({
  paint: { kind: "color", color: RED },
  width,
  cap: "butt",
  join: "miter",
  miterLimit: 4,
  dash: [],
});

const line = (width: number): FrameItem => ({
  kind: "path",
  at: AT,
  path: [
    ["M", 0, 0],
    ["L", 50, 0],
  ],
  stroke: stroke(width),
});

const drawing = (width: number): FrameItem => {
  const shape = {
    kind: "shape",
    path: [
      ["M", 0, 0],
      ["L", 4, 4],
    ],
    evenOdd: false,
    stroke: stroke(width),
  } as const;
  const art: VectorArt = {
    key: "cross",
    width: 10,
    height: 10,
    nodes: [shape, { kind: "group", opacity: 1, children: [shape] }],
    usesCurrentColor: false,
    stretch: false,
  };
  return { kind: "vector", at: AT, art, size: { width: 20, height: 20 }, color: RED };
};

const code: FrameItem = {
  kind: "qr",
  at: AT,
  linkId: "x",
  size: { width: 50, height: 50 },
  color: RED,
  code: { payload: "a", modules: 21, level: "M", runs: [] },
};
const link: FrameItem = { kind: "link", at: AT, url: "https://example.org", size: { width: 9, height: 9 } };

const frame = (...items: readonly FrameItem[]): Frame => ({ size: SIZE, items });

const group = (over: Partial<Extract<FrameItem, { kind: "frame" }>>, ...items: readonly FrameItem[]): FrameItem => ({
  kind: "frame",
  at: AT,
  frame: frame(...items),
  ...over,
});

/** All items, those of frames inside included. */
const allOf = ({ items }: Frame): readonly FrameItem[] =>
  items.flatMap((item) => (item.kind === "frame" ? [item, ...allOf(item.frame)] : [item]));

const pathOf = (of: Frame): PathItem => allOf(of).find((item) => item.kind === "path") as PathItem;

describe("in a small picture", () => {
  test("every run of words is one shape, in its colour, and nobody reads it", () => {
    const small = thumbnail(frame(words("Bonjour"), group({}, words("à tous"))), 0.3);
    expect(allOf(small).map(({ kind }) => kind)).toEqual(["path", "frame", "path"]);
    expect(pathOf(small)).toMatchObject({
      at: AT,
      fill: { kind: "color", color: RED },
      evenOdd: false,
      role: { type: "Artifact" },
    });
  });

  test("spaces, codes and links are not there", () => {
    expect(thumbnail(frame(words(" "), code, link, group({}, code)), 0.3).items).toEqual([
      { ...group({}), role: { type: "Artifact" } },
    ]);
  });

  test("of no size there is nothing", () => {
    expect(thumbnail(frame(words("a"), line(1)), 0)).toEqual(frame());
  });

  test("the frame keeps its size and its groups their turn, clip and opacity", () => {
    const over = { transform: [0, 1, -1, 0, 5, 6], clip: [["M", 0, 0]], opacity: 0.5 } as const;
    const small = thumbnail(frame(group(over, words("a"))), 0.3);
    expect(small.size).toEqual(SIZE);
    expect(small.items[0]).toMatchObject(over);
  });

  test("pictures have no words for those who listen: the small picture is one thing", () => {
    const item: FrameItem = { ...drawing(4), role: { type: "Figure", alt: "Une croix" } };
    expect(thumbnail(frame(item), 0.5).items[0]!.role).toEqual({ type: "Artifact" });
  });

  test("words lie where they stood: inside their advances, ascent and descent", () => {
    const text = fc.string({ unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzÉÀçœŒ HMW.,-1234"), minLength: 1 });
    fc.assert(
      fc.property(text, fc.integer({ min: 5, max: 40 }), fc.constantFrom(1, 0.5, 0.2, 0.07), (content, size, scale) => {
        const item = words(content, size);
        const [path] = thumbnail(frame(item), scale).items as readonly PathItem[];
        if (!path) return;
        const { face } = item.run;
        const width = penAdvances(item.run).reduce((sum, advance) => sum + advance, 0);
        // Letters may reach a little over their neighbours (j, f), and coordinates are rounded.
        const slack = 0.15 * size + 0.02 / scale;
        for (const step of path.path) {
          const [x, y] = step.slice(-2) as [number, number];
          if (step[0] === "Z") continue;
          expect(x).toBeGreaterThan(-slack);
          expect(x).toBeLessThan(width + slack);
          expect(-y).toBeGreaterThan((face.descent / face.unitsPerEm) * size - slack);
          expect(-y).toBeLessThan((face.ascent / face.unitsPerEm) * size + slack);
        }
      }),
    );
  });

  test.each([
    [1, 2],
    [0.3, 1],
    [0.1, 1],
    [0.01, 0],
  ])("at %d of its size, shapes have %d decimals: fine enough for paper", (scale, decimals) => {
    const { path } = pathOf(thumbnail(frame(words("Soleil", 3 / scale)), scale));
    const grid = 10 ** decimals;
    for (const step of path) {
      for (const value of step.slice(1) as number[]) expect(value).toBe(Math.round(value * grid) / grid);
    }
  });
});

describe("words too small to be letters", () => {
  test("are a bar as wide as they are", () => {
    const { path } = pathOf(thumbnail(frame(words("Soleil", 10)), 0.1));
    const full = pathOf(thumbnail(frame(words("Soleil", 10)), 1));
    expect(path.map(([kind]) => kind).join("")).toBe("MLLLZ");
    const right = (steps: typeof path): number =>
      Math.max(...steps.flatMap((step) => (step[1] === undefined ? [] : [step[1]])));
    expect(right(path)).toBeGreaterThanOrEqual(right(full.path));
  });

  test("are nothing at all when even a bar would be dust", () => {
    expect(thumbnail(frame(words("Soleil", 10)), 0.05).items).toEqual([]);
  });
});

describe("a line in a small picture", () => {
  const widthIn = (small: Frame): number => pathOf(small).stroke!.width;

  test.each([
    ["too thin becomes a quarter of a point on paper", 0.5, 0.2, 1.25],
    ["thick enough stays", 2, 0.2, 2],
    ["of no width is not drawn, and stays so", 0, 0.2, 0],
  ])("that is %s", (_, width, scale, expected) => {
    expect(widthIn(thumbnail(frame(line(width)), scale))).toBeCloseTo(expected, 6);
  });

  test("counts the scale of the groups around it", () => {
    const half = group({ transform: [0, 0.5, -0.5, 0, 0, 0] }, line(0.5));
    expect(widthIn(thumbnail(frame(half), 0.2))).toBeCloseTo(2.5, 6);
  });

  test("in a group of no size is gone with it", () => {
    expect(thumbnail(frame(group({ transform: [0, 0, 0, 1, 0, 0] }, line(1))), 0.5).items).toEqual([]);
  });

  test("of a drawing is as thick, and the drawing is another one", () => {
    const [small] = thumbnail(frame(drawing(0.1)), 0.2).items;
    if (small?.kind !== "vector") throw new Error("no drawing");
    // Twenty points of ten units each: 1.25 points are 0.625 units.
    expect(JSON.stringify(small.art.nodes).match(/"width":[\d.]+/g)).toEqual(['"width":0.625', '"width":0.625']);
    expect(small.art.key).toBe("cross-0.625");
  });
});
