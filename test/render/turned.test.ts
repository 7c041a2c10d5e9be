/** Words that run from right to left: what readers of the PDF make of them, and what they look like. */
import { describe, expect, it } from "vitest";
import type { FrameItem, GlyphsItem } from "../../src/layout/frame.js";
import { joinTurned } from "../../src/render/ink/join-turned.js";
import {
  type FontFace,
  type GlyphRun,
  glyphsOf,
  isWordSpace,
  loadShaper,
  penAdvances,
  runWidth,
} from "../../src/text/index.js";
import { atkinson, BLACK, fontBytes, oneCard, openFont, RED } from "./fixtures.js";
import { open, renderFresh } from "./reader.js";

const shaper = await loadShaper();
const plex = openFont(fontBytes("ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf"), "Plex", 400);
const cairo = openFont(fontBytes("cairo/700Bold/Cairo_700Bold.ttf"), "Cairo", 700);

const SIZE = 9;
const RIGHT = { x: 160, y: 40 };

function turned(text: string, face: FontFace): GlyphRun {
  const setting = { features: [], lang: "ar", script: "Arab", rtl: true, wholeGraphemes: false };
  const { glyphs } = shaper.shape(face, text, setting);
  return { face, size: SIZE, words: [glyphs], letterSpacing: 0, wordSpacing: 0, rtl: true };
}

/** A line as layout makes it: a run for each word and each space, the spaces in the Latin font, in reading order. */
function line(text: string, face: FontFace): readonly GlyphsItem[] {
  let { x } = RIGHT;
  return text.split(/(?<= )|(?= )/).map((word) => {
    const run = turned(word, word === " " ? atkinson : face);
    x -= runWidth(run);
    return { kind: "glyphs", at: { x, y: RIGHT.y }, run, color: BLACK };
  });
}

async function readBack(...items: readonly FrameItem[]): Promise<string> {
  const page = await (await open(await renderFresh(oneCard(...items)))).getPage(1);
  const content = await page.getTextContent();
  return content.items.map((item) => ("str" in item ? item.str : "")).join("");
}

describe("words are read as they were written, with their spaces", () => {
  it.each([
    ["spaces", "الذكاء في حياتنا"],
    ["ligatures", "لا إلى الآلات في نوفمبر"],
    ["signs within words", "تغيّر محمَّد المُدرِّسة"],
    ["a sign under the first letter", "كِتاب من أمِّنا"],
    ["a sign at the end of a line", "لم يتغيّر"],
    ["signs at the ends of words", "بصوتٍ عالٍ معًا جدًا"],
    ["a sign at the end of a text", "نصبّ الحليب ثم نصبّ"],
  ])("%s", async (_, text) => {
    for (const face of [plex, cairo]) expect(await readBack(...line(text, face))).toBe(text);
  });
});

/** Glyphs that leave ink, where they stand. */
const inked = (items: readonly FrameItem[]): readonly string[] =>
  items
    .flatMap((item) => {
      if (item.kind !== "glyphs") return [];
      const advances = penAdvances(item.run);
      const scale = item.run.size / item.run.face.unitsPerEm;
      let pen = item.at.x;
      return glyphsOf(item.run).map((glyph, index) => {
        const x = pen + glyph.dx * scale;
        pen += advances[index]!;
        return isWordSpace(glyph) ? "" : `${item.run.face.family} ${glyph.id} at ${x.toFixed(1)}`;
      });
    })
    .filter(Boolean)
    .toSorted();

describe("neighbours are joined for readers only", () => {
  const items = line("نقرأ لا نكتب", plex);

  it("into one run, whose words stand where each of them stood", () => {
    const joined = joinTurned(items);
    expect(joined).toHaveLength(1);
    expect(inked(joined)).toEqual(inked(items));
  });

  it("words of two fonts, colours or lines stay apart", () => {
    const [first, space, second] = items;
    const others: readonly GlyphsItem[] = [
      { ...second!, color: RED },
      { ...second!, at: { ...second!.at, y: RIGHT.y + 12 } },
      { ...second!, run: { ...second!.run, face: cairo } },
    ];
    for (const other of others) expect(joinTurned([first!, space!, other])).toHaveLength(2);
  });
});
