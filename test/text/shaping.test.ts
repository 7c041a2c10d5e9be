import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { visualOrder } from "../../src/text/bidi.js";
import { type GlyphRun, glyphsOf, isWordSpace, penAdvances } from "../../src/text/index.js";
import { scriptRuns } from "../../src/text/scripts.js";
import { type Fonts, lineText, object, STYLE, spec, testFonts, text } from "./support.js";

let fonts: Fonts;
beforeAll(async () => {
  fonts = await testFonts();
});

const SETTING = { features: [], lang: "fr", script: "Latn", rtl: false, wholeGraphemes: false };

const runsOf = (inlines: Parameters<typeof spec>[0], changes: Parameters<typeof spec>[1] = {}): GlyphRun[] =>
  fonts.text
    .prepare(spec(inlines, changes))
    .at(1000)
    .lines.flatMap((line) => line.pieces)
    .flatMap((piece) => (piece.kind === "glyphs" ? [piece.run] : []));

const said = (run: GlyphRun): string =>
  glyphsOf(run)
    .map((glyph) => glyph.text)
    .join("");

describe("shaped words", () => {
  test("are the same from the cache as shaped directly", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."aàVAvToffilé’.-0") as fc.Arbitrary<string>, minLength: 1 });
    fc.assert(
      fc.property(
        letters.filter((word) => !/[-.’]/.test(word)),
        (word) => {
          const direct = fonts.shaper.shape(fonts.faces.regular, word, SETTING).glyphs;
          for (const _ of [1, 2]) expect(glyphsOf(runsOf(word)[0]!)).toEqual(direct);
        },
      ),
    );
  });

  test("keep their kerning", () => {
    const width = (word: string) => fonts.text.prepare(spec(word)).maxContent;
    expect(width("AV")).toBeLessThan(width("A") + width("V"));
  });

  test("grow with the size and nothing else", () => {
    const width = (size: number) => fonts.text.prepare(spec([text("Bonjour tout le monde", { size })])).maxContent;
    expect(width(20)).toBeCloseTo(2 * width(10), 6);
  });

  test("follow the features of their style", () => {
    const ids = (features: string[]) => glyphsOf(runsOf([text("Toto 123", { features })])[0]!).map((glyph) => glyph.id);
    expect(ids(["inconnu"])).toEqual(ids([]));
    expect(ids(["tnum"])).not.toEqual(ids([]));
  });

  test("carry the text of each cluster once, accents with their letter when letters are spaced out", () => {
    const glyphs = glyphsOf(runsOf([text("e\u0301x\u0323", { letterSpacing: 2, families: ["Bricolage"] })])[0]!);
    expect(glyphs.map((glyph) => glyph.text).filter((part) => part !== "")).toEqual(["e\u0301", "x\u0323"]);
  });
});

describe("the pen", () => {
  const glyph = (advance: number, content: string) => ({ id: 1, advance, dx: 0, dy: 0, text: content });

  test("moves by the advance, letter-spacing after each cluster and word spacing after each word space", () => {
    const run: GlyphRun = {
      face: fonts.faces.regular,
      size: 10,
      words: [[glyph(500, "e"), glyph(0, "")], [glyph(200, " ")], [glyph(100, "\u202f")], [glyph(200, "\u00a0")]],
      letterSpacing: 1,
      wordSpacing: 3,
      rtl: false,
    };
    expect(penAdvances(run)).toEqual([5, 1, 6, 2, 6]);
    expect(glyphsOf(run).map(isWordSpace)).toEqual([false, false, true, false, true]);
  });

  test("has moved by the width of the piece at its end", () => {
    const paragraph = fonts.text.prepare(spec("Bonjour tout le monde, bonsoir à toutes", { align: "justify" }));
    for (const piece of paragraph.at(120).lines.flatMap((line) => line.pieces)) {
      if (piece.kind !== "glyphs") continue;
      expect(penAdvances(piece.run).reduce((sum, move) => sum + move, 0)).toBeCloseTo(piece.width, 6);
    }
  });
});

describe("a character that the face lacks", () => {
  test("comes from the next face of the chain, and the words around it do not", () => {
    const runs = runsOf("un → deux");
    expect(runs.map((run) => [run.face.family, said(run)])).toEqual([
      ["Atkinson", "un "],
      ["Bricolage", "→"],
      ["Atkinson", " deux"],
    ]);
  });

  test("takes its letter along when it is an accent", () => {
    const runs = runsOf("ax\u0323b");
    expect(runs.map((run) => [run.face.family, said(run)])).toEqual([
      ["Atkinson", "a"],
      ["Bricolage", "x\u0323"],
      ["Atkinson", "b"],
    ]);
  });

  test("is no reason to change faces when the face draws sign and mark as one", () => {
    expect(fonts.faces.regular.has(0x338)).toBe(false);
    expect(runsOf("a=\u0338b").map((run) => [run.face.family, said(run)])).toEqual([["Atkinson", "a=\u0338b"]]);
  });

  test("and that no face has is reported once with its tag, and nothing is drawn for it", () => {
    const paragraph = fonts.text.prepare(spec([text("a漢b漢", {}), text(" 字")]));
    expect(paragraph.missing).toEqual([
      { character: "漢", tag: "a漢b漢" },
      { character: "字", tag: " 字" },
    ]);
    const glyphs = paragraph
      .at(500)
      .lines[0]!.pieces.flatMap((piece) => (piece.kind === "glyphs" ? glyphsOf(piece.run) : []));
    expect(glyphs.map((glyph) => glyph.text).join("")).toBe("ab");
  });

  test("is never an empty box", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 20 }), (content) => {
        for (const run of runsOf(content)) for (const glyph of glyphsOf(run)) expect(glyph.id).not.toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ["a no-break hyphen becomes a hyphen", "a\u2011b", "a-b"],
    ["a narrow no-break space becomes half a space", "a\u202fb", undefined],
  ])("%s, and still copies as itself", (_, content, drawn) => {
    const run = runsOf(content)[0]!;
    expect(said(run)).toBe(content);
    if (drawn)
      expect(glyphsOf(run).map((glyph) => glyph.id)).toEqual(glyphsOf(runsOf(drawn)[0]!).map((glyph) => glyph.id));
  });
});

describe("text from right to left", () => {
  const RTL = "\u202e"; // turns the letters that follow, whatever they are
  const END = "\u202c";

  test("is seen in the other order, word by word and letter by letter", () => {
    expect(lineText(fonts.text.prepare(spec(`${RTL}abc def${END}`)).at(200).lines[0]!)).toBe("fed cba");
  });

  test("inside a French line turns alone", () => {
    const line = fonts.text.prepare(spec(`un ${RTL}abc${END} deux`)).at(200).lines[0]!;
    expect(lineText(line)).toBe("un cba deux");
    expect(line.pieces.map((piece) => piece.kind === "glyphs" && piece.run.rtl)).toEqual([false, true, false]);
  });

  test("begins its first line with its first words", () => {
    const lines = fonts.text
      .prepare(spec(`${RTL}abc def jklm${END}`))
      .at(40)
      .lines.map(lineText);
    expect(lines).toEqual(["fed cba", "mlkj"]);
  });

  test("puts the punctuation of a left-to-right quotation at its end, on the left", () => {
    expect(lineText(fonts.text.prepare(spec("Bonjour !", { direction: "rtl" })).at(200).lines[0]!)).toBe("! Bonjour");
  });

  // UAX #9, L2: « car means CAR. » and the nested case of its example 3.
  test.each([
    [
      [0, 0, 0, 1, 1, 1, 0],
      [0, 1, 2, 5, 4, 3, 6],
    ],
    [
      [1, 1, 1, 2, 2],
      [3, 4, 2, 1, 0],
    ],
    [
      [1, 2, 2, 1, 0, 1],
      [3, 1, 2, 0, 4, 5],
    ],
    [
      [2, 2, 1, 3, 3],
      [4, 3, 2, 0, 1],
    ],
    [
      [0, 0],
      [0, 1],
    ],
  ])("levels %j are seen in the order %j", (levels, order) => expect(visualOrder(levels)).toEqual(order));
});

describe("scripts", () => {
  test.each([
    ["l’école", [["l’école", "Latn"]]],
    [
      "iPhoneのケース",
      [
        ["iPhone", "Latn"],
        ["の", "Hira"],
        ["ケース", "Kana"],
      ],
    ],
    ["«سلام»", [["«سلام»", "Arab"]]],
    ["न्", [["न्", "Deva"]]],
    ["→", [["→", "Zyyy"]]],
  ])("of %s", (content, expected) => {
    expect(scriptRuns(content).map((run) => [run.text, run.script])).toEqual(expected);
  });
});

describe("line height", () => {
  const heights = (inlines: Parameters<typeof spec>[0], changes: Parameters<typeof spec>[1] = {}) =>
    fonts.text
      .prepare(spec(inlines, changes))
      .at(1000)
      .lines.map((line) => line.height);

  test("is the factor times the size, with half of the leading above the letters", () => {
    const [line] = fonts.text.prepare(spec("Bonjour")).at(100).lines;
    const { ascent, descent } = fonts.faces.regular;
    expect(line!.height).toBeCloseTo(14, 6);
    expect(line!.baseline).toBeCloseTo((14 - (ascent - descent) / 100) / 2 + ascent / 100, 6);
  });

  test("is what the style says when it is fixed", () => {
    expect(
      heights([text("a"), text("b", { weight: 700 })], { lineHeight: { kind: "fixed", value: 20 } })[0],
    ).toBeCloseTo(20, 0);
  });

  test("is not changed by a character of another face", () => {
    expect(heights("un → deux")).toEqual(heights("un deux"));
  });

  test("is never lower than one line of the block", () => {
    expect(heights([text("petit", { size: 5 })])[0]).toBeCloseTo(14, 6);
  });

  test("grows with larger words, raised words and high objects, on their line only", () => {
    expect(heights([text("grand", { size: 20 })])[0]).toBeGreaterThan(28 - 0.001);
    expect(heights([text("m"), text("e", { raise: 4 })])[0]).toBeCloseTo(18, 6);
    expect(heights([text("a"), object(10, 40)])[0]).toBeGreaterThan(40);
  });

  test("leaves an object on its baseline, lowered by its drop", () => {
    const [line] = fonts.text.prepare(spec([text("a"), object(10, 12, 3)])).at(100).lines;
    const piece = line!.pieces.find(({ kind }) => kind === "object");
    expect(piece).toMatchObject({ width: 10, height: 12 });
    expect(piece?.kind === "object" && piece.y + 12).toBeCloseTo(line!.baseline + 3, 6);
    expect(piece?.x).toBeCloseTo(fonts.text.prepare(spec("a")).maxContent, 6);
  });

  test("of lines adds up to the height of the paragraph", () => {
    const lines = fonts.text.prepare(spec("Bonjour tout le monde")).at(50);
    expect(lines.lines.map((line) => Math.round(line.top))).toEqual(lines.lines.map((_, index) => index * 14));
    expect(lines.height).toBeCloseTo(lines.lines.length * 14, 6);
  });
});

test("a kit without fonts reports every character and draws nothing", async () => {
  const { fontStore, paragraphs } = await import("../../src/text/index.js");
  const paragraph = paragraphs(fontStore([], { fallback: [] }), fonts.shaper).prepare(spec([text("ab", STYLE)]));
  expect(paragraph.missing.map(({ character }) => character)).toEqual(["a", "b"]);
  expect(paragraph.at(100).lines.flatMap((line) => line.pieces)).toEqual([]);
});
