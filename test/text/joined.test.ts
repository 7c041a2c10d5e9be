import { beforeAll, describe, expect, test } from "vitest";
import { glyphsOf, type Inline } from "../../src/text/index.js";
import { type ScriptFonts, scriptFonts } from "./script-fonts.js";
import { STYLE, spec, text } from "./support.js";

let fonts: ScriptFonts;
beforeAll(async () => {
  fonts = await scriptFonts();
});

const style = { ...STYLE, families: ["Atkinson", "Plex"], lang: "ar" };

/** Glyphs from left to right, each with its face. */
function drawn(inlines: readonly Inline<string>[]): readonly string[] {
  const [line] = fonts.text
    .prepare({ ...spec(inlines, { direction: "rtl" }), strut: style })
    .at(Number.POSITIVE_INFINITY).lines;
  return line!.pieces.flatMap((piece) =>
    piece.kind === "glyphs" ? glyphsOf(piece.run).map(({ id }) => `${piece.run.face.family} ${id}`) : [],
  );
}

describe("letters that hang together", () => {
  test.each([
    ["in two elements", ["ال", "كتاب"]],
    ["in three, one of them a single letter", ["مك", "ت", "وب"]],
    ["with a vowel sign between", ["كَتَ", "بَ"]],
    ["after a letter that joins nothing", ["دا", "ر"]],
    ["of two words", ["كتاب ", "جديد"]],
  ])("join across elements as in one: %s", (_, parts) => {
    const whole = drawn([text(parts.join(""), style)]);
    expect(drawn(parts.map((part) => text(part, style)))).toEqual(whole);
  });

  test("and say the same characters", () => {
    const [line] = fonts.text
      .prepare({ ...spec([text("ال", style), text("كتاب", style)], { direction: "rtl" }), strut: style })
      .at(100).lines;
    const clusters = line!.pieces.flatMap((piece) => (piece.kind === "glyphs" ? glyphsOf(piece.run) : []));
    expect(
      clusters
        .map((glyph) => glyph.text)
        .toReversed()
        .join(""),
    ).toBe("الكتاب");
  });

  test("are drawn by one face, with the marks around them, though the first has these too", () => {
    const families = new Set(drawn([text("«(سلام)»", style)]).map((glyph) => glyph.split(" ")[0]));
    expect([...families]).toEqual(["Plex"]);
  });

  test("but Latin words beside them by theirs", () => {
    const families = drawn([text("سلام IA", style)]).map((glyph) => glyph.split(" ")[0]);
    expect(families.slice(0, 2)).toEqual(["Atkinson", "Atkinson"]);
    expect(families.at(-1)).toBe("Plex");
  });
});
