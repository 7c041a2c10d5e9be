/** Each kind of item, in a picture and in print: the same to an independent reader of each. */
import pixelmatch from "pixelmatch";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { VectorArt } from "../../../src/assets/asset.js";
import { encodeQr } from "../../../src/assets/index.js";
import type { Color, Gradient, Stroke } from "../../../src/graphics.js";
import type { FrameItem } from "../../../src/layout/frame.js";
import { frameSvg } from "../../../src/picture/index.js";
import { mm } from "../../../src/units.js";
import { BLACK, BLEED, box, CARD, card, oneCard, RED, words } from "../../render/fixtures.js";
import { pixelsOf, renderFresh } from "../../render/reader.js";

const SCALE = 4;
/** Where the card's frame begins on the sheet. */
const CORNER = { x: mm(10.5) - BLEED, y: mm(16.5) - BLEED };
const CUT = { x: BLEED, y: BLEED, ...CARD };
const PIXELS = { width: Math.round(CARD.width * SCALE), height: Math.round(CARD.height * SCALE) };
/** Share of pixels that may differ: edges, smoothed by another program. */
const TOLERANCE = 0.003;

const AT = { x: 40, y: 40 };
const SQUARE = box(0, 0, 100, 100);
const BLUE: Color = { r: 0.1, g: 0.3, b: 0.8, a: 1 };
const faint = (color: Color): Color => ({ ...color, a: 0.4 });
const gradient = (kind: Gradient["kind"], coords: readonly number[], more: Partial<Gradient> = {}): Gradient => ({
  kind,
  coords,
  stops: [
    { offset: 0, color: RED },
    { offset: 0.5, color: { r: 1, g: 1, b: 0.2, a: 1 } },
    { offset: 1, color: BLUE },
  ],
  ...more,
});
const filledWith = (of: Gradient): FrameItem => ({
  kind: "path",
  at: AT,
  path: SQUARE,
  fill: { kind: "gradient", gradient: of },
});
const stroke = (more: Partial<Stroke> = {}): Stroke => ({
  paint: { kind: "color", color: BLUE },
  width: 6,
  cap: "round",
  join: "round",
  miterLimit: 4,
  dash: [],
  ...more,
});
const plain = (color: Color, x: number, y: number): FrameItem => ({
  kind: "path",
  at: { x, y },
  path: box(0, 0, 60, 60),
  fill: { kind: "color", color },
});
const group = (more: Partial<Extract<FrameItem, { kind: "frame" }>>): FrameItem => ({
  kind: "frame",
  at: AT,
  frame: {
    size: { width: 100, height: 100 },
    items: [plain(RED, 0, 0), plain(BLUE, 30, 30), words("Tournez-moi", { x: 5, y: 50 })],
  },
  ...more,
});
const ART: VectorArt = {
  key: "art",
  width: 24,
  height: 24,
  usesCurrentColor: true,
  stretch: false,
  nodes: [
    {
      kind: "group",
      opacity: 0.5,
      clip: { path: box(2, 2, 12, 20), evenOdd: false },
      children: [
        { kind: "shape", path: box(0, 0, 24, 24), evenOdd: false, fill: { kind: "current", opacity: 1 } },
        { kind: "shape", path: box(6, 6, 12, 12), evenOdd: false, fill: { kind: "color", color: RED } },
      ],
    },
    {
      kind: "shape",
      path: [...box(14, 4, 40, 16), ...box(16, 6, 6, 6)],
      evenOdd: true,
      fill: { kind: "current", opacity: 0.5 },
      stroke: { paint: { kind: "current", opacity: 1 }, width: 1, cap: "butt", join: "miter", miterLimit: 4, dash: [] },
    },
  ],
};

const CASES: readonly (readonly [string, FrameItem])[] = [
  ["words", words("Qu’y a-t-il dans l’IA ?", { x: 20, y: 60 }, { size: 16 })],
  [
    "words with space between letters",
    words("Données à trier", { x: 20, y: 60 }, { letterSpacing: 1.5, wordSpacing: 4 }),
  ],
  ["a see-through area", { kind: "path", at: AT, path: SQUARE, fill: { kind: "color", color: faint(RED) } }],
  [
    "a ring",
    {
      kind: "path",
      at: AT,
      path: [...SQUARE, ...box(30, 30, 40, 40)],
      evenOdd: true,
      fill: { kind: "color", color: RED },
    },
  ],
  [
    "a filled box with a line",
    { kind: "path", at: AT, path: SQUARE, fill: { kind: "color", color: RED }, stroke: stroke() },
  ],
  ["dashes", { kind: "path", at: AT, path: SQUARE, stroke: stroke({ dash: [12, 9], cap: "butt", join: "miter" }) }],
  ["a line of no width", { kind: "path", at: AT, path: SQUARE, stroke: stroke({ width: 0 }) }],
  [
    "a curve",
    {
      kind: "path",
      at: AT,
      path: [
        ["M", 0, 0],
        ["C", 60, 0, 0, 90, 90, 90],
      ],
      stroke: stroke(),
    },
  ],
  ["a linear gradient", filledWith(gradient("linear", [0, 0, 100, 60]))],
  ["a gradient that ends early", filledWith(gradient("linear", [30, 0, 60, 0]))],
  ["a radial gradient", filledWith(gradient("radial", [50, 50, 10, 50, 50, 60]))],
  [
    "a squeezed radial gradient",
    filledWith(gradient("radial", [50, 50, 0, 50, 50, 50], { transform: [1, 0, 0, 0.5, 0, 25] })),
  ],
  ["a gradient with nowhere to go", filledWith(gradient("linear", [20, 20, 20, 20]))],
  ["a group, faded as one", group({ opacity: 0.5 })],
  ["a group, turned", group({ transform: [0.8, 0.6, -0.6, 0.8, 20, 0] })],
  ["a group, clipped", group({ clip: box(10, 10, 45, 70) })],
  [
    "a group, turned, clipped and faded",
    group({ transform: [0.8, -0.6, 0.6, 0.8, 0, 40], clip: box(5, 5, 60, 60), opacity: 0.6 }),
  ],
  [
    "a drawing in the colour of its place",
    { kind: "vector", at: AT, art: ART, size: { width: 96, height: 120 }, color: BLUE },
  ],
  [
    "a code",
    {
      kind: "qr",
      at: AT,
      code: encodeQr("https://exemple.org/ciel")!,
      linkId: "ciel",
      size: { width: 90, height: 90 },
      color: BLACK,
    },
  ],
];

const ground: FrameItem = {
  kind: "path",
  at: { x: 0, y: 0 },
  path: box(0, 0, CARD.width + 2 * BLEED, CARD.height + 2 * BLEED),
  fill: { kind: "color", color: { r: 0.95, g: 0.9, b: 0.8, a: 1 } },
};

async function pictured(items: readonly FrameItem[]): Promise<Uint8Array> {
  const svg = frameSvg(card(items).frame, { area: CUT, pixels: PIXELS, dpi: 72 * SCALE, corner: 0 });
  return new Uint8Array(await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer());
}

async function printed(items: readonly FrameItem[]): Promise<Uint8Array> {
  const { data, width } = await pixelsOf(await renderFresh(oneCard(...items)), SCALE);
  const [left, top] = [Math.round((CORNER.x + BLEED) * SCALE), Math.round((CORNER.y + BLEED) * SCALE)];
  const part = new Uint8Array(PIXELS.width * PIXELS.height * 4);
  for (let row = 0; row < PIXELS.height; row++) {
    const start = ((top + row) * width + left) * 4;
    part.set(data.subarray(start, start + PIXELS.width * 4), row * PIXELS.width * 4);
  }
  return part;
}

describe("a picture shows what print shows", () => {
  it.each(CASES)("%s", async (_, item) => {
    const items = [ground, item];
    const { width, height } = PIXELS;
    const picture = await pictured(items);
    const different = pixelmatch(picture, await printed(items), undefined, width, height, { threshold: 0.1 });
    expect(different / (width * height)).toBeLessThan(TOLERANCE);
    // The item is there: a picture of the ground alone would differ, but for a line that nobody draws.
    const bare = pixelmatch(picture, await pictured([ground]), undefined, width, height, { threshold: 0.02 });
    expect(bare > 100).toBe(item.kind !== "path" || item.fill !== undefined || item.stroke!.width > 0);
  });
});

/** Outside of browsers pdf.js shows what is masked as if it were not: here the numbers are those of the standard. */
it("a gradient that fades lets the ground show more and more", async () => {
  const stops = [
    { offset: 0, color: BLACK },
    { offset: 1, color: { ...BLACK, a: 0 } },
  ];
  const picture = await pictured([filledWith(gradient("linear", [0, 0, 100, 0], { stops }))]);
  const grey = (along: number): number => {
    const x = Math.round((AT.x + along - BLEED) * SCALE);
    return picture[4 * (Math.round((AT.y + 50 - BLEED) * SCALE) * PIXELS.width + x)]!;
  };
  for (const along of [2, 25, 50, 75, 98]) expect(Math.abs(grey(along) - 2.55 * along)).toBeLessThan(4);
});

describe("the text of a picture", () => {
  const view = { area: CUT, pixels: PIXELS, dpi: 72 * SCALE, corner: 0 };

  it("is the same for the same frame", () => {
    const { frame } = card([ground, ...CASES.map(([, item]) => item)]);
    expect(frameSvg(frame, view)).toBe(frameSvg(frame, view));
  });

  it("names no font, and holds no words: any program shows the same letters", () => {
    const svg = frameSvg(card([words("Une Mallette", { x: 20, y: 60 })]).frame, view);
    expect(svg).not.toMatch(/font|<text|Mallette/);
  });

  it("asks nothing of the network: what it refers to is in it", () => {
    const svg = frameSvg(card([ground, ...CASES.map(([, item]) => item)]).frame, view);
    const ids = new Set(Array.from(svg.matchAll(/ id="([^"]+)"/g), ([, id]) => id));
    const asked = Array.from(svg.matchAll(/url\(#([^)]+)\)/g), ([, id]) => id);
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((id) => !ids.has(id))).toEqual([]);
    expect(svg.replace("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:/);
  });

  it("leaves nothing outside of rounded corners", async () => {
    const svg = frameSvg(card([ground]).frame, { ...view, corner: mm(3) });
    const pixels = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer();
    const alpha = (x: number, y: number): number => pixels[4 * (y * PIXELS.width + x) + 3]!;
    expect([alpha(0, 0), alpha(PIXELS.width - 1, 0), alpha(0, PIXELS.height - 1)]).toEqual([0, 0, 0]);
    expect([alpha(40, 40), alpha(PIXELS.width / 2, 0)]).toEqual([255, 255]);
  });
});
