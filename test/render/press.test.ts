import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { createSeparation, rgbKey, type Separation, shippedProfile } from "../../src/color/index.js";
import { pressPages } from "../../src/impose/index.js";
import type { FrameItem } from "../../src/layout/frame.js";
import { createRenderer, type PrepareImage, type SheetDocument } from "../../src/render/index.js";
import { mm } from "../../src/units.js";
import { shipped } from "../color/profiles.js";
import { BLACK, BLEED, box, CARD, card, documentOf, INFO, RED, words } from "./fixtures.js";
import { objectsWith, operatorsOf, renderWith } from "./reader.js";

const separation: Separation = createSeparation(shipped, {
  inkLimit: 3,
  chosen: new Map([[rgbKey({ r: 0, g: 0, b: 1 }), [1, 0.5, 0, 0]]]),
});

const INTENT = { condition: "FOGRA39", name: "FOGRA39L Coated", profile: shippedProfile() };

const pages = (marks: "none" | "offset" = "none") =>
  pressPages({
    pieces: [{ piece: "a", trim: CARD, bleed: BLEED, safe: mm(4), copies: 1 }],
    sides: "fronts",
    bleed: BLEED,
    marks,
    name: "carte",
  }).sheets;

const noPicture: PrepareImage = async () => undefined;

/** One card with these items, as a press gets it. */
const pressCard = (...items: readonly FrameItem[]): SheetDocument => ({
  ...documentOf(pages(), { a: card(items) }),
  info: { ...INFO, intent: INTENT },
  outline: undefined,
  separation,
});

const print = async (document: SheetDocument, prepareImage = noPicture): Promise<Uint8Array> =>
  renderWith(createRenderer({ prepareImage }), document);

const filled = (r: number, g: number, b: number, a = 1): FrameItem => ({
  kind: "path",
  at: { x: 0, y: 0 },
  path: box(10, 10, 50, 30),
  fill: { kind: "color", color: { r, g, b, a } },
});

/** Any operator that sets a colour of another space. */
const FOREIGN = /(^|\s)(rg|RG|g|G|sc|SC|scn)\n/m;

describe("colours on a press", () => {
  test("everything is in four inks: fills, lines, texts, marks", async () => {
    const stroke = {
      paint: { kind: "color", color: RED },
      width: 1,
      cap: "butt",
      join: "miter",
      miterLimit: 4,
      dash: [],
    } as const;
    const line: FrameItem = { kind: "path", at: { x: 0, y: 0 }, path: box(5, 5, 20, 20), stroke };
    const document = pressCard(filled(0.9, 0.2, 0.1), line, words("Bonjour", { x: 20, y: 80 }, { color: RED }));
    const operators = operatorsOf(await print({ ...document, sheets: pages("offset") }));
    expect(operators).not.toMatch(FOREIGN);
    expect(operators).toMatch(/ k\n/);
    expect(operators).toMatch(/ K\n/);
  });

  test("black text is black ink alone and overprints; white text does not", async () => {
    const white = { r: 1, g: 1, b: 1, a: 1 };
    const bytes = await print(
      pressCard(
        filled(0, 0, 1),
        words("noir", { x: 20, y: 30 }, { color: BLACK }),
        words("blanc", { x: 20, y: 60 }, { color: white }),
      ),
    );
    const operators = operatorsOf(bytes);
    expect(operators).toMatch(/1 0\.5 0 0 k\n/);
    expect(operators).toMatch(/0 0 0 1 k\n\/G1000k gs\n/);
    expect(operators).toMatch(/0 0 0 0 k\n\/G1000 gs\n/);
    expect(objectsWith(bytes, "/ExtGState", "/OP true", "/op true", "/OPM 1")).toHaveLength(1);
    expect(objectsWith(bytes, "/ExtGState", "/OP false", "/op false")).toHaveLength(1);
  });

  test("text that is nearly black is printed black; a dark colour stays what it is", async () => {
    const near = { r: 0.13, g: 0.16, b: 0.23, a: 1 };
    const navy = { r: 0, g: 0, b: 0.25, a: 1 };
    expect(operatorsOf(await print(pressCard(words("a", { x: 20, y: 30 }, { color: near }))))).toMatch(/0 0 0 1 k\n/);
    expect(operatorsOf(await print(pressCard(words("a", { x: 20, y: 30 }, { color: navy }))))).not.toMatch(
      /0 0 0 1 k\n/,
    );
  });

  test("all stops of a gradient are inks, and what shows through is mixed as inks", async () => {
    const fade: FrameItem = {
      kind: "path",
      at: { x: 0, y: 0 },
      path: box(10, 10, 50, 30),
      fill: {
        kind: "gradient",
        gradient: {
          kind: "linear",
          coords: [0, 0, 50, 0],
          stops: [
            { offset: 0, color: { r: 0.5, g: 0.5, b: 0.5, a: 1 } },
            { offset: 1, color: { r: 1, g: 0, b: 0, a: 0.2 } },
          ],
        },
      },
    };
    const bytes = await print(pressCard(fade, filled(0, 1, 0, 0.5)));
    const shadings = objectsWith(bytes, "/ShadingType").map(({ dictionary }) => dictionary);
    expect(shadings.filter((text) => text.includes("/DeviceCMYK"))).toHaveLength(1);
    // The other one is its mask.
    expect(shadings.filter((text) => text.includes("/DeviceGray"))).toHaveLength(1);
    expect(objectsWith(bytes, "/Type /Page\n", "/S /Transparency", "/CS /DeviceCMYK")).toHaveLength(1);
  });

  test("a thin line of several inks is widened, one of black ink is not", async () => {
    const thin = (r: number): FrameItem => ({
      kind: "path",
      at: { x: 0, y: 0 },
      path: box(5, 5, 20, 20),
      stroke: {
        paint: { kind: "color", color: { r, g: 0.2, b: 0.2, a: 1 } },
        width: 0.3,
        cap: "butt",
        join: "miter",
        miterLimit: 4,
        dash: [],
      },
    });
    expect(operatorsOf(await print(pressCard(thin(0.9))))).toMatch(/^0\.51 w$/m);
    expect(operatorsOf(await print(pressCard(thin(0.2))))).toMatch(/^0\.3 w$/m);
  });

  test("the same renderer draws for screens what it always drew", async () => {
    const items = [filled(0.9, 0.2, 0.1), words("noir", { x: 20, y: 30 })];
    const plain = documentOf(pages(), { a: card(items) });
    const renderer = createRenderer({ prepareImage: noPicture });
    const before = await renderWith(renderer, plain);
    await renderWith(renderer, pressCard(...items));
    expect(await renderWith(renderer, plain)).toEqual(before);
    expect(operatorsOf(before)).toMatch(/0\.9 0\.2 0\.1 rg\n/);
    expect(objectsWith(before, "/OPM")).toEqual([]);
  });
});

describe("pictures on a press", () => {
  const picture: FrameItem = {
    kind: "image",
    at: { x: 20, y: 30 },
    image: {
      key: "rouge",
      name: "rouge.png",
      bytes: new Uint8Array(),
      format: "png",
      width: 8,
      height: 8,
      passthrough: false,
    },
    size: { width: 60, height: 60 },
  };
  const prepared = (format: "png" | "jpeg", channels: 1 | 3 | 4): PrepareImage => {
    return async () => {
      const background = { r: 200, g: 30, b: 30, alpha: channels === 4 ? 0.5 : 1 };
      const raw = sharp({ create: { width: 8, height: 8, channels: channels === 4 ? 4 : 3, background } });
      const pixels = raw.toColourspace(channels === 1 ? "b-w" : "srgb");
      const bytes = await (format === "png" ? pixels.png() : pixels.jpeg({ quality: 100 })).toBuffer();
      return { bytes: new Uint8Array(bytes), format, width: 8, height: 8, channels, dpi: 300 };
    };
  };
  const wanted = separation.pixel(200, 30, 30).map((ink) => ink * 255);

  test("a photograph becomes a JPEG of four inks, the inks of its colour", async () => {
    const bytes = await print(pressCard(picture), prepared("jpeg", 3));
    const [image] = objectsWith(bytes, "/DCTDecode", "/DeviceCMYK", "/Decode [1 0 1 0 1 0 1 0]");
    const opened = sharp(Buffer.from(image!.stream!)).pipelineColourspace("cmyk").toColourspace("cmyk");
    const data = await opened.raw().toBuffer();
    expect([...data.subarray(0, 4)].every((ink, at) => Math.abs(ink - wanted[at]!) <= 6)).toBe(true);
  });

  test("a drawing of pixels keeps each of them, and its opacity beside", async () => {
    const bytes = await print(pressCard(picture), prepared("png", 4));
    const [image] = objectsWith(bytes, "/DeviceCMYK", "/Width 8", "/SMask");
    expect([...image!.stream!.subarray(0, 4)]).toEqual(wanted.map(Math.round));
    const [mask] = objectsWith(bytes, "/DeviceGray", "/Width 8");
    expect(mask!.stream![0]).toBe(128);
  });

  test("a grey one is black ink as it is", async () => {
    const bytes = await print(pressCard(picture), prepared("png", 1));
    expect(objectsWith(bytes, "/DeviceGray", "/Width 8")).toHaveLength(1);
    expect(objectsWith(bytes, "/Width 8", "/DeviceCMYK")).toEqual([]);
  });
});

describe("what a PDF/X-4 says of itself", () => {
  test("version, intent, boxes, trapping, metadata; no outline, no links", async () => {
    const bytes = await print(pressCard(words("noir", { x: 20, y: 30 })));
    const text = Buffer.from(bytes).toString("latin1");
    expect(text.startsWith("%PDF-1.6\n")).toBe(true);
    expect(objectsWith(bytes, "/GTS_PDFX", "(FOGRA39)", "(http://www.color.org)")).toHaveLength(1);
    const [profile] = objectsWith(bytes, "/N 4");
    expect(Buffer.from(profile!.stream!)).toEqual(Buffer.from(INTENT.profile));
    const [page] = objectsWith(bytes, "/Type /Page\n");
    expect(page!.dictionary).toMatch(/\/TrimBox \[8\.5039\d* 8\.5039\d* 187\.08\d* 257\.95\d*\]/);
    expect(page!.dictionary).toMatch(/\/BleedBox \[0 0 195\.59\d* 266\.45\d*\]/);
    const [, trapped] = /\/Trapped (\d+) 0 R/.exec(text)!;
    expect(text).toContain(`\n${trapped} 0 obj\n/False\n`);
    expect(text).toContain("<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>");
    expect(text).toMatch(/<xmpMM:DocumentID>uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}</);
    expect(text).not.toMatch(/\/Annots|\/Outlines|\/First/);
  });

  test("a profile of a condition in no registry is named in words", async () => {
    const document = pressCard();
    const intent = { name: "Papier de l’imprimeur", profile: shippedProfile() };
    const bytes = await print({ ...document, info: { ...document.info, intent } });
    expect(objectsWith(bytes, "/GTS_PDFX", "(Custom)")).toHaveLength(1);
    expect(Buffer.from(bytes).toString("latin1")).not.toContain("RegistryName");
  });
});
