import { beforeAll, describe, expect, test } from "vitest";
import { FontError, type FontFace, fontStore } from "../../src/text/index.js";
import { FILES, type Fonts, fontBytes, testFonts } from "./support.js";

let fonts: Fonts;
beforeAll(async () => {
  fonts = await testFonts();
});

const open = (bytes: Uint8Array) => fonts.shaper.openFace({ bytes, family: "X", weight: 400, italic: false });

const problem = (bytes: Uint8Array): FontError => {
  try {
    open(bytes);
  } catch (error) {
    if (error instanceof FontError) return error;
    throw error;
  }
  throw new Error("The font was accepted.");
};

/** The Atkinson file with the tag of one table changed. */
const renamed = (from: string, to: string): Uint8Array => {
  const bytes = fontBytes(FILES.regular).slice();
  const at = Buffer.from(bytes).indexOf(from, 12, "latin1");
  bytes.set(Buffer.from(to, "latin1"), at);
  return bytes;
};

const ascii = (text: string, length = 64): Uint8Array => {
  const bytes = new Uint8Array(length);
  bytes.set(Buffer.from(text, "latin1"));
  return bytes;
};

describe("a font file", () => {
  test("says what layout and PDF need to know of it", () => {
    const face = fonts.faces.regular;
    expect(face).toMatchObject({
      postScriptName: "AtkinsonHyperlegibleNext-Regular",
      family: "Atkinson",
      weight: 400,
      italic: false,
      unitsPerEm: 1000,
      ascent: 984,
      descent: -316,
      capHeight: 668,
      xHeight: 496,
      underlinePosition: -78,
      underlineThickness: 56,
    });
    expect(face.has(0xe9)).toBe(true);
    expect(face.has(0x2192)).toBe(false);
  });

  test("has the same key in every process, and another than other files", () => {
    expect(open(fontBytes(FILES.regular)).key).toBe(fonts.faces.regular.key);
    expect(fonts.faces.bold.key).not.toBe(fonts.faces.regular.key);
  });

  test.each<[string, () => Uint8Array, string]>([
    ["WOFF2", () => ascii("wOF2"), "font-woff2"],
    ["WOFF", () => ascii("wOFF"), "font-woff"],
    ["a collection", () => ascii("ttcf"), "font-collection"],
    ["a Type 1 font", () => ascii("%!PS-AdobeFont"), "font-type1"],
    ["a picture", () => ascii("\u0089PNG"), "font-not-a-font"],
    ["an empty file", () => new Uint8Array(), "font-not-a-font"],
    ["a variable font", () => renamed("GDEF", "fvar"), "font-variable"],
    ["a font without letters", () => renamed("glyf", "xxxx"), "font-broken"],
    ["half a file", () => fontBytes(FILES.regular).slice(0, 20_000), "font-broken"],
    ["a file cut in its directory", () => fontBytes(FILES.regular).slice(0, 40), "font-broken"],
  ])("that is %s is refused with a sentence that a user understands", (_, bytes, code) => {
    const error = problem(bytes());
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/^C.+\.$/u);
    expect(error.hint).toMatch(/^\p{Lu}.+\.$/u);
    expect(error.message).not.toMatch(/['"]| [:;!?»]|« /u);
  });
});

const face = (family: string, weight: number, italic = false): FontFace => ({
  ...fonts.faces.regular,
  family,
  weight,
  italic,
});

describe("the face for a style", () => {
  // CSS Fonts 4, §5.2.
  test.each([
    { wanted: 400, have: [300, 500, 700], chosen: 500 },
    { wanted: 450, have: [400, 600], chosen: 400 },
    { wanted: 500, have: [300, 400, 600], chosen: 400 },
    { wanted: 400, have: [600, 700], chosen: 600 },
    { wanted: 300, have: [200, 400], chosen: 200 },
    { wanted: 300, have: [400, 700], chosen: 400 },
    { wanted: 600, have: [500, 700, 900], chosen: 700 },
    { wanted: 900, have: [400, 700], chosen: 700 },
    { wanted: 700, have: [400, 700], chosen: 700 },
  ])("of weight $wanted among $have is $chosen", ({ wanted, have, chosen }) => {
    const store = fontStore(
      have.map((weight) => face("A", weight)),
      { fallback: [] },
    );
    expect(store.chain(["A"], wanted, false)[0]?.weight).toBe(chosen);
  });

  test("keeps its slope rather than its weight, and stands upright where the family has no italic", () => {
    const store = fontStore([face("A", 400, true), face("A", 700), face("B", 400)], { fallback: [] });
    expect(store.chain(["A"], 700, true)[0]).toMatchObject({ weight: 400, italic: true });
    expect(store.chain(["B"], 400, true)[0]).toMatchObject({ italic: false });
  });

  test("is followed by the other families asked for, then by the fallback families, each once", () => {
    const store = fontStore([face("A", 400), face("B", 400), face("C", 400)], { fallback: ["C", "A"] });
    const chain = store.chain(["B", "Inconnue", "A"], 400, false).map(({ family }) => family);
    expect(chain).toEqual(["B", "A", "C"]);
  });

  test("asks a family's partner of the language right after it", () => {
    const partners = new Map([["A", "B"]]);
    const store = fontStore([face("A", 400), face("B", 400), face("C", 400)], { fallback: ["C"], partners });
    expect(store.chain(["A", "C"], 400, false).map(({ family }) => family)).toEqual(["A", "B", "C"]);
  });

  test("comes from the first family of the kit when the family asked for is unknown", () => {
    const store = fontStore([face("A", 400), face("B", 400)], { fallback: [] });
    expect(store.chain(["Inconnue"], 400, false).map(({ family }) => family)).toEqual(["A"]);
  });
});
