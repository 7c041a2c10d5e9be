import { describe, expect, it } from "vitest";
import { type Order, preflight } from "../../src/preflight/index.js";
import {
  ADDRESS,
  BOXES,
  CODE,
  cmykImage,
  codePath,
  drawing,
  GOOD,
  GOOD_CONTENT,
  type Leaf,
  redrawn,
  type Sheet,
  sheetPdf,
} from "./pdf-writer.js";

const PRESS: Order = { purpose: "press" };

/** `error code`, one a finding. */
const foundIn = async (change: Partial<Sheet> | Partial<Leaf>, order: Order = PRESS): Promise<readonly string[]> =>
  (await preflight(sheetPdf(change), order)).findings.map(({ severity, code }) => `${severity} ${code}`);

const page = (more: Partial<Leaf>): Partial<Sheet> => ({ pages: [{ ...GOOD.pages[0]!, ...more }] });
const boxes = (from: string, to: string): Partial<Leaf> => ({ boxes: BOXES.replace(from, to) });

/** What somebody did to a good file for a press → what is said of it, and nothing else. */
const DAMAGES: readonly (readonly [string, Partial<Sheet> | Partial<Leaf>, string])[] = [
  ["no TrimBox", boxes("/TrimBox [20 20 280 380]", ""), "error no-trim-box"],
  ["no BleedBox", boxes("/BleedBox [11 11 289 389]", ""), "error no-bleed-box"],
  ["2 mm of bleed", boxes("[11 11 289 389]", "[14.3 14.3 285.7 385.7]"), "error small-bleed"],
  [
    "a BleedBox that leaves the sheet",
    boxes("/MediaBox [0 0 300 400]", "/MediaBox [12 0 300 400]"),
    "error box-outside",
  ],
  ["a ground that ends at the cut", redrawn("11 11 278 378 re", "20 11 269 378 re"), "error empty-bleed"],
  ["a fill in RGB", drawing("1 0 0 rg 200 300 9 9 re f"), "error rgb-color"],
  ["a line in RGB", drawing("0 0 1 RG 1 w 50 330 m 90 330 l S"), "error rgb-color"],
  [
    "RGB inside a form",
    { ...drawing("/Fm Do"), form: { ...GOOD.form, data: "0 1 0 rg 200 300 9 9 re f" } },
    "error rgb-color",
  ],
  [
    "RGB inside a tile of a pattern",
    {
      ...drawing("/Pattern cs /P scn 200 300 20 20 re f"),
      patterns: "/P 8 0 R",
      form: {
        dict: "<< /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << >> >>",
        data: "1 0 0 rg 0 0 5 5 re f",
      },
    },
    "error rgb-color",
  ],
  [
    "a gradient in RGB",
    {
      ...drawing("/Pattern cs /P scn 200 300 20 20 re f"),
      patterns:
        "/P << /PatternType 2 /Shading << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 9 9] /Function << /FunctionType 2 /Domain [0 1] /C0 [1 0 0] /C1 [0 0 1] /N 1 >> >> >>",
    },
    "error rgb-color",
  ],
  [
    "an inline picture in RGB",
    drawing("q 2 0 0 2 200 300 cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI Q"),
    "error rgb-color",
  ],
  ["a font that is not in the file", { fontDescriptor: "" }, "error font-not-embedded"],
  ["a picture of 100 ppi", redrawn("24 0 0 24", "72 0 0 72"), "error coarse-picture"],
  ["a picture of 250 ppi", redrawn("24 0 0 24", "28.8 0 0 28.8"), "warning coarse-picture"],
  ["a line of 0.05 pt", redrawn("0.5 w", "0.05 w"), "error thin-line"],
  ["a line of width 0", redrawn("0.5 w", "0 w"), "error thin-line"],
  ["a line made thin by its scale", drawing("q 0.1 0 0 0.1 0 0 cm 1 w 500 3300 m 900 3300 l S Q"), "error thin-line"],
  ["text of 3 pt", redrawn("/F1 10 Tf", "/F1 3 Tf"), "error small-text"],
  ["text made small by its matrix", redrawn("50 200 Td", "0.3 0 0 0.3 50 200 Tm"), "error small-text"],
  ["350 % of ink", drawing("0.9 0.9 0.9 0.8 k 200 300 9 9 re f"), "error too-much-ink"],
  ["a picture of 350 % of ink", { image: cmykImage(100, 100, [230, 230, 230, 203]) }, "error too-much-ink"],
  ["text in four inks", redrawn("0 0 0 1 k 50 200", "0.5 0.4 0.4 1 k 50 200"), "error rich-black-text"],
  ["white that overprints", drawing("/Over gs 0 0 0 0 k 200 300 9 9 re f"), "error white-overprint"],
  ["white of a spot ink that overprints", drawing("/Over gs /Spot cs 0 scn 200 300 9 9 re f"), "error white-overprint"],
  [
    "the colour of crop marks inside the cut",
    drawing("/All CS 1 SCN 1 w 50 330 m 90 330 l S"),
    "error registration-color",
  ],
  ["a comment", { annotations: "<< /Type /Annot /Subtype /Text /Rect [100 300 120 320] >>" }, "error annotation"],
  ["a link", { annotations: "<< /Type /Annot /Subtype /Link /Rect [100 300 120 320] >>" }, "error annotation"],
  ["encryption", { trailer: "/Encrypt << /Filter /Standard /V 2 /R 3 >>" }, "error encrypted"],
  ["a form that draws itself", { ...drawing("/Fm Do"), form: { ...GOOD.form, data: "/Fm Do" } }, "error draws-itself"],
  ["a picture that is not there", drawing("/Gone Do"), "error missing-resource"],
  ["no output intent", { catalogue: "" }, "warning no-output-intent"],
  [
    "a code with painted-over modules",
    redrawn(CODE, `${CODE} 0 0 0 0 k 74 74 14 30 re f 88 60 20 20 re f 0 0 0 1 k 90 90 12 12 re f`),
    "error code-unreadable",
  ],
  ["a code in light grey", redrawn("q 0 0 0 1 k 60", "q 0 0 0 0.2 k 60"), "error code-low-contrast"],
  ["a code of tiny modules", redrawn(CODE, `0 0 0 1 k ${codePath(60, 60, 0.85)}`), "warning code-too-small"],
  ["a bar beside a code", drawing("0 0 0 1 k 55 55 3 60 re f"), "warning code-quiet-zone"],
];

describe("a file for a press that was damaged on purpose", () => {
  it("is good before: nothing is said of it", async () => {
    const { ok, findings, summary } = await preflight(sheetPdf());
    expect(findings).toEqual([]);
    expect(ok).toBe(true);
    expect(summary?.codes).toEqual([{ page: 1, x: 21.2, y: expect.any(Number), text: ADDRESS }]);
    expect(summary).toMatchObject({ standard: "PDF/X", condition: "FOGRA39", colors: ["cmyk"], bleed: 3.2, images: 1 });
  });

  it.each(DAMAGES)("%s: its own finding, and no other", async (_, change, finding) => {
    expect(await foundIn(change)).toEqual([finding]);
  });

  it.each(DAMAGES)("%s: a place, a sentence and a hint", async (_, change) => {
    const { findings } = await preflight(sheetPdf(change), PRESS);
    for (const { message, hint } of findings) {
      expect(message).toMatch(/^\p{Lu}.*[.»]$/u);
      expect(hint).toMatch(/^\p{Lu}.*\.$/u);
    }
  });
});

describe("what a finding tells", () => {
  it("the place from the top left corner, in millimetres, and what was measured", async () => {
    const { findings } = await preflight(sheetPdf(drawing("1 0 0 rg 72 318 72 10 re f")), PRESS);
    expect(findings).toMatchObject([{ page: 1, rect: { x: 25.4, y: 25.4, width: 25.4, height: 3.5 }, count: 1 }]);
  });

  it("the place as the page is shown, when it is turned", async () => {
    const turned = { ...drawing("1 0 0 rg 72 72 36 36 re f"), more: "/Rotate 90" };
    const { findings } = await preflight(sheetPdf(turned), PRESS);
    expect(findings).toMatchObject([{ rect: { x: 25.4, y: 25.4, width: 12.7, height: 12.7 } }]);
  });

  it("one kind of problem once, at its worst, with how often and where", async () => {
    const lines = "0 0 0 1 K 0.1 w 50 330 m 90 330 l S 0.02 w 50 340 m 90 340 l S";
    const change = { pages: [1, 2, 3].map(() => ({ ...GOOD.pages[0]!, ...drawing(lines) })) };
    const { findings } = await preflight(sheetPdf(change), PRESS);
    expect(findings).toMatchObject([{ code: "thin-line", measured: "0,02\u00A0pt", count: 6, pages: [1, 2, 3] }]);
  });

  it("the words of a text that is too small", async () => {
    const { findings } = await preflight(sheetPdf(redrawn("/F1 10 Tf", "/F1 3 Tf")), PRESS);
    expect(findings[0]!.message).toContain("«\u00A0Bonjour\u00A0»");
  });
});

describe("the purpose decides", () => {
  const near: Partial<Leaf> = drawing("BT /F1 9 Tf 0 0 0 1 k 5 200 Td (Au bord) Tj ET");
  /** All that lies in the margin of the good page is its ground. */
  const plain = (operators: string): Partial<Leaf> => ({
    content: GOOD_CONTENT.replace("11 11 278 378 re", "20 20 260 360 re") + operators,
  });

  it.each([
    ["home", plain("1 0 0 rg 50 300 9 9 re f"), []],
    ["shop", plain("1 0 0 rg 50 300 9 9 re f"), []],
    ["home", plain("0.9 w BT /F1 9 Tf 0 g 5 200 Td (Au bord) Tj ET"), ["error text-at-edge"]],
    ["home", plain("0 g 2 300 30 9 re f"), ["warning ink-at-edge"]],
    ["press", near, []],
    ["screen", { ...plain("0.01 w 50 330 m 90 330 l S"), boxes: "/MediaBox [0 0 300 400]" }, []],
    ["home", { ...plain(""), annotations: "<< /Subtype /Link /Rect [100 300 120 320] /F 4 >>" }, []],
    ["home", { ...plain(""), annotations: "<< /Subtype /Stamp /Rect [100 300 120 320] /F 4 >>" }, ["error annotation"]],
    ["home", { ...plain(""), annotations: "<< /Subtype /Stamp /Rect [100 300 120 320] >>" }, []],
    [
      "shop",
      {
        pages: [page({}).pages![0]!, { ...GOOD.pages[0]!, boxes: "/MediaBox [0 0 200 200]", content: "" }],
        content: undefined as never,
      },
      ["warning mixed-sizes"],
    ],
  ] as const)("%s %#", async (purpose, change, expected) => {
    const { content, ...rest } = change as Partial<Leaf> & Partial<Sheet>;
    const given = content === undefined ? rest : change;
    const found = await foundIn(given as Partial<Sheet>, { purpose });
    expect(found.filter((one) => one !== "warning ink-at-edge" || expected.includes(one as never))).toEqual(expected);
  });
});

describe("a sheet to calibrate a printer with, which says so", () => {
  const trailer = "/Info << /Creator (mallette calibrate) >>";
  const STAIR = "0 g BT /F1 7 Tf 5 200 Td (1) Tj ET 0 G 0.5 w 2 300 m 20 300 l S";
  /** Not inks, as office printers get them; some of it in the margin. */
  const sheet = (more = ""): Partial<Sheet> => ({
    pages: [{ ...GOOD.pages[0]!, content: `${GOOD_CONTENT}${STAIR} ${more}`, boxes: "/MediaBox [0 0 300 400]" }],
    trailer,
    catalogue: "",
  });

  it.each(["home", "shop", undefined] as const)("may reach into the margin (%s)", async (purpose) => {
    const report = await preflight(sheetPdf(sheet()), { purpose });
    expect([report.purpose, report.findings]).toEqual(["calibration", []]);
  });

  it("is no calibration sheet when it does not say so, nor for a press or a screen", async () => {
    expect(await foundIn({ ...sheet(), trailer: "" }, { purpose: "home" })).toContain("error text-at-edge");
    expect(await foundIn({ ...sheet(), trailer: "/Info << /Creator (mallette) >>" }, { purpose: "home" })).toContain(
      "error text-at-edge",
    );
    expect(await foundIn(sheet(), PRESS)).toContain("error no-trim-box");
    expect((await preflight(sheetPdf(sheet()), { purpose: "screen" })).purpose).toBe("screen");
  });

  it.each([
    ["a line of 0.05 pt", sheet("0.05 w 50 330 m 90 330 l S"), "error thin-line"],
    ["text of 3 pt", sheet("BT /F1 3 Tf 50 330 Td (10) Tj ET"), "error small-text"],
    ["a font that is not in the file", { ...sheet(), fontDescriptor: "" }, "error font-not-embedded"],
    ["a picture that is not there", sheet("/Gone Do"), "error missing-resource"],
    ["white that overprints", sheet("/Over gs 0 0 0 0 k 200 300 9 9 re f"), "error white-overprint"],
    [
      "a comment",
      { ...sheet(), annotations: "<< /Type /Annot /Subtype /Stamp /Rect [100 300 120 320] /F 4 >>" },
      "error annotation",
    ],
  ] as const)("%s: its own finding, and no other", async (_, change, finding) => {
    expect(await foundIn(change as Partial<Sheet>, {})).toEqual([finding]);
  });
});

describe("codes and the manifest", () => {
  const codes = (addresses: readonly string[]): Order => ({ ...PRESS, codes: new Map([[1, addresses]]) });

  it("says nothing when they agree", async () => {
    expect(await foundIn({}, codes([ADDRESS]))).toEqual([]);
  });

  it("tells one that is missing, and one that nobody knows", async () => {
    expect(await foundIn({}, codes(["https://example.org/autre"]))).toEqual([
      "error code-missing",
      "warning code-unexpected",
    ]);
    expect(await foundIn({}, codes([]))).toEqual(["warning code-unexpected"]);
    expect(await foundIn({}, codes([ADDRESS, ADDRESS]))).toEqual(["error code-missing"]);
  });

  it("reads codes that are turned, and several on a page", async () => {
    const more = `q 0.8 0.6 -0.6 0.8 170 60 cm 0 0 0 1 k ${codePath(0, 0)} Q q 0 1 -1 0 270 250 cm 0 0 0 1 k ${codePath(0, 0)} Q`;
    const { summary } = await preflight(sheetPdf(drawing(`0 0 0 0 k 125 50 155 260 re f ${more}`)), PRESS);
    expect(summary?.codes.map(({ text }) => text)).toEqual([ADDRESS, ADDRESS, ADDRESS]);
  });
});
