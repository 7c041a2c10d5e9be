/** The words of margins → lines of glyphs: in which font, in which order, and what no font can draw. */
import { describe, expect, test } from "vitest";
import type { FontFile, Kit } from "../../src/content/kit.js";
import { Diagnostics } from "../../src/diagnostics/index.js";
import { checkLetters, createLabelSetter, textFace, titleFace } from "../../src/production/labels.js";
import type { SetLabel } from "../../src/render/index.js";
import { penAdvances } from "../../src/text/glyphs.js";
import { fontStore, glyphsOf, loadShaper } from "../../src/text/index.js";
import { text } from "../localise/support.js";
import { FILES, fontBytes } from "../text/support.js";

/** A kit with these families, each with its weights; italics have a minus. */
const kitWith = (families: Readonly<Record<string, readonly number[]>>): Pick<Kit, "fonts"> => ({
  fonts: {
    families: Object.entries(families).map(([name, weights]) => ({
      name,
      faces: weights.map((weight) => ({ weight: Math.abs(weight), italic: weight < 0 }) as FontFile),
    })),
    fallback: [],
  },
});

const shaper = await loadShaper();
const PLEX = "ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf";
const faceOf = (path: string, family: string) =>
  shaper.openFace({ bytes: fontBytes(path), family, weight: 400, italic: false });
const atkinson = faceOf(FILES.regular, "Atkinson");
const fonts = fontStore([atkinson, faceOf(PLEX, "Plex")], { fallback: ["Plex"] });
const setterIn = (direction: "ltr" | "rtl") =>
  createLabelSetter({ family: "Atkinson", weight: 400 }, { fonts, shaper, lang: "ar", direction });

/** The words of a label as they stand from left to right, run by run; runs from right to left in reverse. */
const seen = (label: SetLabel): readonly string[] =>
  label.runs
    .toSorted((a, b) => a.x - b.x)
    .map(({ run }) =>
      glyphsOf(run)
        .map(({ text }) => text)
        .join(""),
    )
    .map((words) => words.replace(/[\u2066-\u2069]/g, "").trim())
    .filter(Boolean);

const mirrored = (words: string): string => [...words].toReversed().join("");

describe("a label", () => {
  test("of Latin letters is one run that begins at its left", () => {
    const { width, runs } = setterIn("ltr")("jeu · 1/2", 8);
    expect(runs.map(({ x, run }) => [x, run.face.key])).toEqual([[0, atkinson.key]]);
    expect(width).toBeCloseTo(
      penAdvances(runs[0]!.run).reduce((sum, advance) => sum + advance, 0),
      6,
    );
  });

  test("takes letters that its font lacks from the next that has them", () => {
    const { width, runs } = setterIn("rtl")("الوجه jeu", 8);
    expect([...new Set(runs.map(({ run }) => run.face.postScriptName))]).toEqual([
      expect.stringContaining("Plex"),
      expect.stringContaining("Atkinson"),
    ]);
    const end = ({ x, run }: (typeof runs)[number]) => x + penAdvances(run).reduce((sum, each) => sum + each, 0);
    expect(Math.max(...runs.map(end))).toBeCloseTo(width, 6);
  });

  test.each([
    [
      "an id and a version among Arabic words",
      "\u2068jeu-2\u2069 · الوجه · \u2068atelier v1.0\u2069",
      ["atelier v1.0", mirrored("الوجه"), "jeu-2"],
    ],
    ["numbers of sheets", "الوجه \u20681/12\u2069", ["1/12", mirrored("الوجه")]],
    ["the place of a tile", "\u20681-A2\u2069", ["1-A2"]],
    ["the number of a step", "1.", [".1"]],
  ])("read from right to left keeps its order: %s", (_, words, expected) => {
    const places = seen(setterIn("rtl")(words, 8)).join("").replace(/[\s·]/g, "");
    expect(places).toBe(expected.join("").replace(/\s/g, ""));
  });

  test("draws its runs in the order in which they are read", () => {
    const { runs } = setterIn("rtl")("الوجه jeu الظهر", 8);
    expect(runs.map(({ x }) => x)).toEqual(runs.map(({ x }) => x).sort((a, b) => b - a));
  });

  test("is set anew in another direction", () => {
    const [ltr, rtl] = (["ltr", "rtl"] as const).map((direction) => seen(setterIn(direction)("1.", 8)).join(""));
    expect([ltr, rtl]).toEqual(["1.", ".1"]);
  });
});

describe("letters that no font has", () => {
  test("are told at the word of margins that holds them, each once", () => {
    const diagnostics = new Diagnostics();
    const print = new Map([
      ["front", text("الوجه é")],
      ["back", text("背 back 背")],
    ] as const);
    checkLetters({ ...kitWith({ Atkinson: [400] }), print }, fonts, diagnostics);
    expect(diagnostics.all.map(({ code, message }) => [code, message])).toEqual([
      ["missing-glyph", expect.stringContaining("(U+80CC)")],
    ]);
  });
});

describe("the words in sheets' margins", () => {
  test("are set in the first family that has a regular face", () => {
    expect(textFace(kitWith({ Titre: [700], Texte: [400, 700] }))).toEqual({ family: "Texte", weight: 400 });
  });

  test("titles of assembly pages in the first that has a bold one", () => {
    expect(titleFace(kitWith({ Titre: [700], Texte: [400, 700] }))).toEqual({ family: "Titre", weight: 700 });
    expect(titleFace(kitWith({ Texte: [400, -700], Gras: [800] }))).toEqual({ family: "Gras", weight: 700 });
  });

  test("or like text, where a kit has none", () => {
    expect(titleFace(kitWith({ Texte: [400] }))).toEqual({ family: "Texte", weight: 400 });
  });
});
