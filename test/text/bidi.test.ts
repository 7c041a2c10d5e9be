import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { bidiLevels } from "../../src/text/bidi.js";
import { type Direction, glyphsOf, type Inline, type Isolate, type LinePiece } from "../../src/text/index.js";
import { type ScriptFonts, scriptFonts } from "./script-fonts.js";
import { STYLE, spec, text } from "./support.js";

let fonts: ScriptFonts;
beforeAll(async () => {
  fonts = await scriptFonts();
});

const style = { ...STYLE, families: ["Plex", "Hebrew"] };

/** `{ltr:words}`, `{rtl:words}`, `{auto:words}` stand in an isolate, `{link:words}` in one that nobody asked for. */
function inlinesOf(sentence: string): readonly Inline<string>[] {
  return sentence
    .split(/(\{\w+:[^}]*\})/)
    .filter(Boolean)
    .map((part): Inline<string> => {
      const [, kind, words] = /^\{(\w+):(.*)\}$/.exec(part) ?? [];
      if (!kind) return text(part, style);
      const isolate: Isolate =
        kind === "link" ? { direction: "auto", automatic: true } : { direction: kind as Isolate["direction"] };
      return { ...(text(words!, style) as Extract<Inline<string>, { kind: "text" }>), isolates: [isolate] };
    });
}

const saidBy = (piece: LinePiece<string>): { readonly words: string; readonly rtl: boolean } => {
  if (piece.kind === "object") return { words: "▢", rtl: false };
  const clusters = glyphsOf(piece.run).map((glyph) => glyph.text);
  return { words: (piece.run.rtl ? clusters.toReversed() : clusters).join(""), rtl: piece.run.rtl };
};

/** The line from left to right, in stretches of one direction, each as it is read; neighbours of one direction are one. */
function seen(sentence: string, direction: Direction): readonly string[] {
  const paragraph = fonts.text.prepare({ ...spec(inlinesOf(sentence), { direction }), strut: style });
  expect(paragraph.missing).toEqual([]);
  const stretches: { words: string; rtl: boolean }[] = [];
  for (const piece of paragraph.at(Number.POSITIVE_INFINITY).lines[0]!.pieces) {
    const { words, rtl } = saidBy(piece);
    const last = stretches.at(-1);
    if (last?.rtl === rtl) last.words = rtl ? words + last.words : last.words + words;
    else stretches.push({ words, rtl });
  }
  return stretches.map(({ words }) => words);
}

describe("in a paragraph from right to left", () => {
  test.each<[rule: string, sentence: string, expected: readonly string[]]>([
    ["a number stands in its place, the full stop at the end", "اتصل بالرقم 3939.", [".", "3939", "اتصل بالرقم "]],
    ["an address keeps its order", "زوروا cafe-ia.org اليوم", [" اليوم", "cafe-ia.org", "زوروا "]],
    ["and does even where it begins with a digit", "اتصل عبر 3939.fr.", [".", "3939.fr", "اتصل عبر "]],
    ["and where it ends with a slash", "الموقع https://a.fr/ia/، ثم", ["، ثم", "https://a.fr/ia/", "الموقع "]],
    ["a mail address too", "اكتبوا إلى 1a@b.fr الآن", [" الآن", "1a@b.fr", "اكتبوا إلى "]],
    ["a name loses its signs", "نستعمل C++، وهي لغة", ["++، وهي لغة", "C", "نستعمل "]],
    ["unless it stands apart", "نستعمل {auto:C++}، وهي لغة", ["، وهي لغة", "C++", "نستعمل "]],
    ["as a link does by itself", "انظر {link:C++}.", [".", "C++", "انظر "]],
    ["a percent sign goes left of its number", "أكثر من 50% من الناس", ["% من الناس", "50", "أكثر من "]],
    ["a decimal comma stays in its number", "حوالي 3,5 مليون", [" مليون", "3,5", "حوالي "]],
    ["a range in Arabic is read from right to left", "بين 2010-2020", ["2020", "-", "2010", "بين "]],
    ["a range in Hebrew is not", "בין 2010-2020", ["2010-2020", "בין "]],
    ["a currency in Hebrew stays right of its number", "מחיר 100₪ בלבד", [" בלבד", "100₪", "מחיר "]],
    ["brackets stand around what they hold", "اللعبة (35 دقيقة)", [" دقيقة)", "35", "اللعبة ("]],
    ["an ellipsis ends the line", "يقول ChatGPT…", ["…", "ChatGPT", "يقول "]],
    ["a foreign sentence that turns back", "قال «{ltr:He said سلام}» ثم", ["» ثم", "He said ", "قال «سلام"]],
    ["a telephone number is torn", "اتصل +33 1 23", ["23", " ", "1", " ", "33", "اتصل +"]],
    ["unless it stands apart", "اتصل {ltr:+33 1 23}", ["+33 1 23", "اتصل "]],
    ["Latin words alone keep their order", "voir {link:ici} ou cafe-ia.org", ["voir ici ou cafe-ia.org"]],
  ])("%s: %s", (_, sentence, expected) => {
    expect(seen(sentence, "rtl")).toEqual(expected);
  });
});

describe("in a paragraph from left to right", () => {
  test.each<[rule: string, sentence: string, expected: readonly string[]]>([
    ["a word turns alone", "Le mot سلام veut dire « paix ».", ["Le mot ", "سلام", " veut dire « paix »."]],
    ["its marks are those of the sentence", 'Il dit "مرحبا!" hier', ['Il dit "', "مرحبا", '!" hier']],
    ["unless it stands apart", 'Il dit "{rtl:مرحبا!}" hier', ['Il dit "', "مرحبا!", '" hier']],
    ["two words turn together", "Un שלום עולם deux", ["Un ", "שלום עולם", " deux"]],
    ["a number after them stays with them", "Le שלום 35 fin", ["Le 35", "שלום ", " fin"]],
    ["unless they stand apart", "Le {auto:שלום} 35 fin", ["Le ", "שלום", " 35 fin"]],
    ["Latin words may be turned on purpose", "un {rtl:deux !} trois", ["un ", " !", "deux trois"]],
  ])("%s: %s", (_, sentence, expected) => {
    expect(seen(sentence, "ltr")).toEqual(expected);
  });
});

test("what stands in an isolate moves nothing around it, and is to it a sign without direction", () => {
  const words = fc.string({ unit: fc.constantFrom(..."ab בגابت 12٣.,()%+-«»!"), maxLength: 8 });
  const direction = fc.constantFrom("ltr" as const, "rtl" as const);
  fc.assert(
    fc.property(words, words, words, direction, (before, inside, after, way) => {
      const around = (text: string) => ({ text, isolates: [] });
      const part = { text: inside, isolates: [{ direction: "auto" as const }] };
      const turned = around("\u05d0");
      const levels = bidiLevels([turned, around(before), part, around(after)], way)!;
      const plain = bidiLevels([turned, around(`${before}${inside === "" ? "" : "\ufffc"}${after}`)], way)!;
      expect(levels).toHaveLength(1 + before.length + inside.length + after.length);
      expect([...levels.slice(0, 1 + before.length)]).toEqual([...plain.slice(0, 1 + before.length)]);
      expect([...levels].slice(levels.length - after.length)).toEqual([...plain].slice(plain.length - after.length));
    }),
    { numRuns: 500 },
  );
});

test("brackets and guillemets are drawn as their mirror images", () => {
  const glyphOf = (sign: string, rtl: boolean): number => {
    const face = fonts.face("ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf");
    const setting = { features: [], lang: "ar", script: "Arab", rtl, wholeGraphemes: false };
    return fonts.shaper.shape(face, sign, setting).glyphs[0]!.id;
  };
  for (const [open, close] of ["()", "«»", "[]"]) {
    expect(glyphOf(open!, true)).toBe(glyphOf(close!, false));
    expect(glyphOf(close!, true)).toBe(glyphOf(open!, false));
  }
});

test("lines are ordered one by one: a foreign name that runs over two lines begins on the first", () => {
  const paragraph = fonts.text.prepare({
    ...spec([text("نقرأ Mallette numérique معًا", style)], { direction: "rtl" }),
    strut: style,
  });
  const lines = paragraph.at(80).lines.map((line) => line.pieces.map((piece) => saidBy(piece).words));
  expect(lines).toEqual([
    ["Mallette", "نقرأ "],
    [" معًا", "numérique"],
  ]);
});
