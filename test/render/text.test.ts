import { describe, expect, test } from "vitest";
import { openProgram } from "../../src/render/font/program.js";
import { type FontFace, glyphsOf, penAdvances } from "../../src/text/index.js";
import { mm } from "../../src/units.js";
import { A4, BLACK, BLEED, bricolage, oneCard, type RunOptions, run, words } from "./fixtures.js";
import { objectsWith, operatorsOf, renderFresh, textOf, textsOf } from "./reader.js";

/** Where the card's frame begins on the sheet. */
const CORNER = { x: mm(10.5) - BLEED, y: mm(16.5) - BLEED };
const AT = { x: 20, y: 40 };

const readBack = async (text: string, options: RunOptions = {}): Promise<string> =>
  textOf(await renderFresh(oneCard(words(text, AT, options))));

describe("text can be selected, searched and read aloud", () => {
  test.each([
    ["accents and œ", "À Noël, l’œuvre où ça naît", {}],
    ["ligatures", "efficace, difficile, fin, flot, souffle", { face: bricolage }],
    ["dashes and symbols", "5 € — 3 × 4 … n° 7", {}],
    ["small capitals", "Lettres", { features: ["smcp"] }],
    ["figures of one width", "1984", { features: ["tnum"] }],
    ["spaced letters", "ESPACE", { letterSpacing: 0.7 }],
  ] as const)("%s", async (_, text, options) => {
    expect(await readBack(text, options)).toBe(text);
  });

  test("a no-break space is found as a space", async () => {
    expect(await readBack("«\u00a0mot\u00a0»")).toBe("« mot »");
  });

  test("a narrow no-break space is found as a space and stays what it is", async () => {
    const bytes = await renderFresh(oneCard(words("Vraiment\u202f? Oui\u202f!", AT)));
    expect(await textOf(bytes)).toBe("Vraiment ? Oui !");
    expect(operatorsOf(bytes)).toMatch(/<[0-9a-f]{4}><202f>/);
  });

  test("a letter and its accent are found as one letter", async () => {
    expect((await readBack("e\u0301te\u0301")).normalize("NFC")).toBe("été");
  });

  test("a hyphen at a line end stands for a soft hyphen, so that words join again", async () => {
    const hyphen = glyphsOf(run("-")).map((glyph) => ({ ...glyph, text: "\u00ad" }));
    const first = run("intel");
    const start = words("", AT);
    if (start.kind !== "glyphs") throw new Error("not text");
    const line = { ...start, run: { ...first, words: [...first.words, hyphen] } };
    const bytes = await renderFresh(oneCard(line, words("ligence", { x: 20, y: 52 })));
    expect((await textsOf(bytes)).map(({ text }) => text).join("")).toBe("intelligence");
    const [map] = objectsWith(bytes, "/Filter /FlateDecode").filter(({ stream }) =>
      Buffer.from(stream!).includes("begincmap"),
    );
    expect(Buffer.from(map!.stream!).toString()).toMatch(/<[0-9a-f]{4}><00ad>/);
  });

  test("letters spaced so far that they look like words say what they spell", async () => {
    const bytes = await renderFresh(oneCard(words("DÉ", AT, { letterSpacing: 2 })));
    expect(operatorsOf(bytes)).toMatch(/2 Tc\n0 g\n.*Tm\n\/Span<<\/ActualText<feff004400c9>>>BDC\n\[<.{8}>\]TJ\nEMC/);
  });

  test("a cluster of several glyphs says what it stands for as a whole", async () => {
    const [first, second] = glyphsOf(run("ab"));
    const run_ = {
      ...run("ab"),
      words: [
        [
          { ...first!, text: "Ωμ" },
          { ...second!, text: "" },
        ],
      ],
    };
    const bytes = await renderFresh(oneCard({ kind: "glyphs", at: AT, run: run_, color: BLACK }));
    expect(operatorsOf(bytes)).toContain("/Span<</ActualText<feff03a903bc>>>BDC");
    expect(await textOf(bytes)).toBe("Ωμ");
  });

  test("one glyph can stand for different characters in one document", async () => {
    const glyph = glyphsOf(run("-"))[0]!;
    const run_ = { ...run("-"), words: [["-", "\u2010", "-", "\u2011"].map((text) => ({ ...glyph, text }))] };
    const bytes = await renderFresh(oneCard({ kind: "glyphs", at: AT, run: run_, color: BLACK }));
    expect(await textOf(bytes)).toBe("-\u2010-\u2011");
  });
});

describe("text stands where layout put it", () => {
  test("its baseline begins at its place", async () => {
    const [placed] = await textsOf(await renderFresh(oneCard(words("Ici", AT))));
    expect(placed!.x).toBeCloseTo(CORNER.x + AT.x, 2);
    expect(placed!.y).toBeCloseTo(A4.height - CORNER.y - AT.y, 2);
  });

  test.each([
    ["plain", {}],
    ["kerned", { face: bricolage, size: 24 }],
    ["spaced out", { letterSpacing: 1.5 }],
    ["justified", { wordSpacing: 3.25 }],
    ["tightened", { letterSpacing: -0.2, wordSpacing: -0.5 }],
  ] as const)("%s text is as long as its glyphs say", async (_, options) => {
    const text = "AVA Tout va bien, Yvonne";
    const advances = penAdvances(run(text, options));
    // The reader counts to the end of the last glyph, without the space after it.
    const length = advances.reduce((sum, advance) => sum + advance, 0) - (run(text, options).letterSpacing ?? 0);
    const texts = await textsOf(await renderFresh(oneCard(words(text, AT, options))));
    const end = texts.at(-1)!;
    expect(end.x + end.width - texts[0]!.x).toBeCloseTo(length, 1);
  });

  test.each([
    ["in words that are shown again and again", 0, 0],
    ["with their spaces stretched", 0, 1.75],
    ["spaced out", 0.3, 0],
  ])(
    "no glyph strays from its place by more than half a thousandth of its size, %s",
    async (_, letterSpacing, wordSpacing) => {
      const text = "AVATAR, Yvonne ; Tout va, AVATAR… L’avenir, Yvonne ! W. A. To";
      const whole = run(text, { face: bricolage, size: 20, letterSpacing, wordSpacing });
      const spoken = text.split(/(?<= )|(?= )/).map((word) => glyphsOf(run(word, { face: bricolage })));
      const run_ = { ...whole, words: [...spoken, ...spoken] };
      const operators = operatorsOf(await renderFresh(oneCard({ kind: "glyphs", at: AT, run: run_, color: BLACK })));
      const shown = shownAt(operators, bricolage, letterSpacing, 20);
      let pen = 0;
      penAdvances(run_).forEach((advance, index) => {
        expect(Math.abs(shown[index]! - pen)).toBeLessThanOrEqual((0.5 * 20) / 1000);
        pen += advance;
      });
      expect(shown).toHaveLength(glyphsOf(run_).length);
    },
  );

  test("a raised glyph returns to the baseline afterwards", async () => {
    const [a, b, c] = glyphsOf(run("nnn"));
    const run_ = { ...run("nnn"), words: [[a!, { ...b!, dx: 100, dy: 300 }, c!]] };
    const operators = operatorsOf(await renderFresh(oneCard({ kind: "glyphs", at: AT, run: run_, color: BLACK })));
    expect(operators).toMatch(/TJ\n2\.7 Ts\n\[-100</);
    expect(operators).toMatch(/TJ\n0 Ts\n\[100</);
  });
});

/** Where a reader's pen is before each glyph of the first list of glyphs. */
function shownAt(operators: string, face: FontFace, letterSpacing: number, size: number): readonly number[] {
  const { width } = openProgram(face);
  const list = /\[(.*)\] ?TJ/.exec(operators)?.[1] ?? "";
  const starts: number[] = [];
  let pen = 0;
  for (const [, codes, back] of list.matchAll(/<([0-9a-f]+)>|(-?[\d.]+)/g)) {
    if (back !== undefined) pen -= (Number(back) * size) / 1000;
    for (const [code] of codes?.matchAll(/.{4}/g) ?? []) {
      starts.push(pen);
      pen += (width(Number.parseInt(code, 16)) * size) / 1000 + letterSpacing;
    }
  }
  return starts;
}
