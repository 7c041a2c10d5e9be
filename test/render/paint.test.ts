import decoder from "jsqr";
import { describe, expect, test } from "vitest";
import type { VectorArt } from "../../src/assets/asset.js";
import { encodeQr } from "../../src/assets/index.js";
import type { Color, Gradient } from "../../src/graphics.js";
import type { FrameItem } from "../../src/layout/frame.js";
import { mm } from "../../src/units.js";
import { BLACK, BLEED, box, oneCard, RED } from "./fixtures.js";
import { objectsWith, operatorsOf, pixelsOf, renderFresh } from "./reader.js";

/** Where the card's frame begins on the sheet. */
const CORNER = { x: mm(10.5) - BLEED, y: mm(16.5) - BLEED };
const SQUARE = box(0, 0, 100, 100);
const AT = { x: 40, y: 40 };

const filled = (color: Color): FrameItem => ({ kind: "path", at: AT, path: SQUARE, fill: { kind: "color", color } });

/** Colour of the sheet at a place of the card. */
async function shown(x: number, y: number, ...items: readonly FrameItem[]): Promise<readonly number[]> {
  const { at } = await pixelsOf(await renderFresh(oneCard(...items)), 1);
  return at(CORNER.x + x, CORNER.y + y);
}

/** A pixel is wide: in a gradient its middle may be half a point off. */
const TOLERANCE = 8;

const near = (color: readonly number[], wanted: readonly number[]): void => {
  for (const [index, value] of wanted.entries()) expect(Math.abs(color[index]! - value)).toBeLessThanOrEqual(TOLERANCE);
};

describe("colours", () => {
  test.each([
    ["black", BLACK, "0 g"],
    ["grey", { r: 0.5, g: 0.5, b: 0.5, a: 1 }, "0.5 g"],
    ["red", RED, "0.8 0.1 0.1 rg"],
    ["a hair of red", { r: 0.00004, g: 0.0005, b: 0, a: 1 }, "0 0.0005 0 rg"],
  ] as const)("%s is written as its own kind of ink", async (_, color, operator) => {
    expect(operatorsOf(await renderFresh(oneCard(filled(color))))).toContain(`${operator}\n`);
  });

  test("what is see-through lets the ground show", async () => {
    near(await shown(90, 90, filled({ ...BLACK, a: 0.5 })), [128, 128, 128]);
  });

  test("what cannot be seen is not written", async () => {
    expect(operatorsOf(await renderFresh(oneCard(filled({ ...RED, a: 0 }))))).not.toContain("rg");
  });

  test("a see-through fill is not darkened by its stroke twice", async () => {
    const color = { ...BLACK, a: 0.5 };
    const stroke = {
      paint: { kind: "color", color },
      width: 20,
      cap: "butt",
      join: "miter",
      miterLimit: 4,
      dash: [],
    } as const;
    const item: FrameItem = { kind: "path", at: AT, path: SQUARE, fill: { kind: "color", color }, stroke };
    near(await shown(35, 90, item), [128, 128, 128]);
    near(await shown(45, 90, item), [64, 64, 64]);
  });
});

describe("gradients", () => {
  const gradient = (...stops: readonly (readonly [number, Color])[]): Gradient => ({
    kind: "linear",
    coords: [0, 0, 100, 0],
    stops: stops.map(([offset, color]) => ({ offset, color })),
  });
  const ground = (of: Gradient): FrameItem => ({
    kind: "path",
    at: AT,
    path: SQUARE,
    fill: { kind: "gradient", gradient: of },
  });
  const WHITE: Color = { r: 1, g: 1, b: 1, a: 1 };

  test("run from their first colour to their last", async () => {
    const item = ground(gradient([0, RED], [1, WHITE]));
    near(await shown(42, 90, item), [205, 29, 29]);
    near(await shown(90, 90, item), [230, 141, 141]);
    near(await shown(138, 90, item), [254, 251, 251]);
    near(await shown(38, 90, item), [255, 255, 255]);
  });

  test("of greys stay grey ink", async () => {
    const bytes = await renderFresh(oneCard(ground(gradient([0, BLACK], [1, WHITE]))));
    expect(objectsWith(bytes, "/ShadingType 2")[0]!.dictionary).toContain("/ColorSpace /DeviceGray");
  });

  test("keep hard edges", async () => {
    const item = ground(gradient([0, RED], [0.5, RED], [0.5, WHITE], [1, WHITE]));
    near(await shown(88, 90, item), [204, 26, 26]);
    near(await shown(92, 90, item), [255, 255, 255]);
  });

  test("of one opacity are see-through without a mask", async () => {
    const bytes = await renderFresh(oneCard(ground(gradient([0, { ...RED, a: 0.4 }], [1, { ...BLACK, a: 0.4 }]))));
    expect(operatorsOf(bytes)).toContain("/G400 gs");
    expect(objectsWith(bytes, "/SMask")).toHaveLength(0);
  });

  // Read and not looked at: outside browsers pdf.js shows what is masked as if it were not.
  test("fade where their stops do, by a mask as light as they are opaque", async () => {
    const item = ground(gradient([0, RED], [1, { ...RED, a: 0 }]));
    const bytes = await renderFresh(oneCard(item));
    const [state] = objectsWith(bytes, "/SMask");
    expect(state!.dictionary).toMatch(/\/S \/Luminosity\n\/G \d+ 0 R/);
    const [mask] = objectsWith(bytes, "/CS /DeviceGray");
    expect(mask!.dictionary).toContain("/BBox [0 0 100 100]");
    const shadings = objectsWith(bytes, "/ShadingType 2").map(({ dictionary }) => dictionary);
    expect(shadings.some((shading) => shading.includes("/C0 [1]\n/C1 [0]"))).toBe(true);
    expect(shadings.some((shading) => shading.includes("/C0 [0.8 0.1 0.1]\n/C1 [0.8 0.1 0.1]"))).toBe(true);
  });

  test("of no length are their last colour, and of one stop that colour", async () => {
    const point: Gradient = { ...gradient([0, RED], [1, BLACK]), coords: [5, 5, 5, 5] };
    near(await shown(90, 90, ground(point)), [0, 0, 0]);
    near(await shown(90, 90, ground(gradient([0.3, RED]))), [204, 26, 26]);
    near(await shown(90, 90, ground(gradient())), [255, 255, 255]);
  });

  test.each([
    ["straight", undefined],
    ["in a turned group", [0, 1, -1, 0, 180, 0] as const],
  ])("can be drawn with, %s", async (_, transform) => {
    const stroke = {
      paint: { kind: "gradient", gradient: gradient([0, RED], [1, BLACK]) },
      width: 10,
      cap: "butt",
      join: "miter",
      miterLimit: 4,
      dash: [],
    } as const;
    const line: FrameItem = {
      kind: "path",
      at: AT,
      path: [
        ["M", 0, 0],
        ["L", 100, 0],
      ],
      stroke,
    };
    if (!transform) {
      near(await shown(42, 40, line), [200, 25, 25]);
      near(await shown(138, 40, line), [4, 0, 0]);
      return;
    }
    const group: FrameItem = {
      kind: "frame",
      at: { x: 0, y: 0 },
      transform,
      frame: { size: { width: 1, height: 1 }, items: [line] },
    };
    near(await shown(140, 42, group), [200, 25, 25]);
    near(await shown(140, 138, group), [4, 0, 0]);
  });

  test("may be rings, pressed flat", async () => {
    const ring: Gradient = {
      kind: "radial",
      coords: [50, 50, 0, 50, 50, 50],
      stops: [
        { offset: 0, color: BLACK },
        { offset: 1, color: WHITE },
      ],
      transform: [1, 0, 0, 0.5, 0, 0],
    };
    // The middle is at (50, 25) of the square, and the ring half as high as it is wide.
    near(await shown(90, 65, ground(ring)), [0, 0, 0]);
    near(await shown(115, 65, ground(ring)), [128, 128, 128]);
    near(await shown(90, 77.5, ground(ring)), [128, 128, 128]);
  });
});

describe("groups", () => {
  const pair = [
    { kind: "path", at: { x: 0, y: 0 }, path: box(0, 0, 60, 60), fill: { kind: "color", color: BLACK } },
    { kind: "path", at: { x: 30, y: 0 }, path: box(0, 0, 60, 60), fill: { kind: "color", color: BLACK } },
  ] as const satisfies readonly FrameItem[];
  const frame = { size: { width: 90, height: 60 }, items: pair };

  test("fade as one", async () => {
    const group: FrameItem = { kind: "frame", at: AT, frame, opacity: 0.5 };
    near(await shown(50, 60, group), [128, 128, 128]);
    near(await shown(85, 60, group), [128, 128, 128]);
  });

  test("are cut off at their clip", async () => {
    const group: FrameItem = { kind: "frame", at: AT, frame, clip: box(0, 0, 20, 20) };
    near(await shown(55, 55, group), [0, 0, 0]);
    near(await shown(65, 55, group), [255, 255, 255]);
  });

  test("turn about their own corner, clip and all", async () => {
    const group: FrameItem = {
      kind: "frame",
      at: { x: 120, y: 40 },
      frame,
      clip: box(0, 0, 80, 20),
      transform: [0, 1, -1, 0, 0, 0],
    };
    near(await shown(110, 110, group), [0, 0, 0]);
    near(await shown(95, 110, group), [255, 255, 255]);
    near(await shown(110, 125, group), [255, 255, 255]);
  });

  test("that cannot be seen are left out", async () => {
    near(await shown(60, 60, { kind: "frame", at: AT, frame, opacity: 0 }), [255, 255, 255]);
  });
});

describe("drawings", () => {
  const art = (over: Partial<VectorArt> = {}): VectorArt => ({
    key: "icon",
    width: 10,
    height: 10,
    stretch: false,
    usesCurrentColor: true,
    nodes: [{ kind: "shape", path: box(0, 0, 5, 20), evenOdd: false, fill: { kind: "current", opacity: 1 } }],
    ...over,
  });
  const icon = (color: Color, x = 40, over: Partial<VectorArt> = {}): FrameItem => ({
    kind: "vector",
    at: { x, y: 40 },
    art: art(over),
    size: { width: 60, height: 60 },
    color,
  });

  test("fill their size, take the colour of their place and end at their edges", async () => {
    near(await shown(50, 90, icon(RED)), [204, 26, 26]);
    near(await shown(80, 90, icon(RED)), [255, 255, 255]);
    near(await shown(50, 105, icon(RED)), [255, 255, 255]);
  });

  test("are written once for each colour", async () => {
    const items = [icon(RED, 20), icon(BLACK, 80), icon(RED, 120)];
    const bytes = await renderFresh(oneCard(...items));
    // The face and two drawings.
    expect(objectsWith(bytes, "/Subtype /Form")).toHaveLength(3);
  });

  test("with colours of their own are written once", async () => {
    const own = { usesCurrentColor: false };
    const bytes = await renderFresh(oneCard(icon(RED, 20, own), icon(BLACK, 80, own)));
    expect(objectsWith(bytes, "/Subtype /Form")).toHaveLength(2);
  });

  test("are opaque even after something see-through", async () => {
    near(await shown(50, 90, filled({ ...RED, a: 0.1 }), icon(BLACK)), [0, 0, 0]);
  });

  test("fade and clip their groups", async () => {
    const group = { kind: "group", opacity: 0.5, clip: { path: box(0, 0, 4, 4), evenOdd: false } } as const;
    const nodes = [{ ...group, children: [...art().nodes, ...art().nodes] }];
    const faded = icon(BLACK, 40, { key: "faded", nodes });
    near(await shown(50, 50, faded), [128, 128, 128]);
    near(await shown(66, 50, faded), [255, 255, 255]);
  });
});

/** The package is CommonJS: what its default is depends on who loads it. */
const decode = "default" in decoder ? decoder.default : decoder;

test("a QR code on a finished sheet reads as its address", async () => {
  const code = encodeQr("https://exemple.fr/mallette")!;
  const ground: FrameItem = {
    kind: "path",
    at: AT,
    path: SQUARE,
    fill: { kind: "color", color: { r: 0.9, g: 0.95, b: 1, a: 1 } },
  };
  const qr: FrameItem = { kind: "qr", at: AT, code, linkId: "x", size: { width: 100, height: 100 }, color: BLACK };
  const { data, width, height } = await pixelsOf(await renderFresh(oneCard(ground, qr)), 2);
  expect(decode(new Uint8ClampedArray(data), width, height)?.data).toBe("https://exemple.fr/mallette");
});
