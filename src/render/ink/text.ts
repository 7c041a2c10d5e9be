/** A run of glyphs → text operators that place every glyph exactly and say which characters it stands for. */
import type { Color } from "../../graphics.js";
import { type GlyphRun, type GlyphWord, glyphsOf, penAdvances, wordAdvances } from "../../text/glyphs.js";
import type { Matrix } from "../../units.js";
import { utf16 } from "../pdf/hex.js";
import type { Ink } from "./ink.js";
import { matrix } from "./numbers.js";
import { RunPen } from "./pen.js";
import { turnedText } from "./turned.js";
import { clusterEnd, standsFor, wordCode } from "./word-code.js";

/** Stands for "no characters" on the later glyphs of a cluster: readers skip it, and ToUnicode may not be empty. */
const NOTHING = "\u2060";

/** Draws `run` with its baseline's start at the origin of `at`, whose text space has y upwards. */
export function drawRun(ink: Ink, run: GlyphRun, at: Matrix, color: Color): void {
  if (run.words.length === 0) return;
  const used = ink.font(run.face, run.size);
  ink.letterSpacing(run.letterSpacing);
  const printed = ink.space.textColor(color);
  ink.fillColor(printed);
  ink.alpha(color.a, ink.space.overprints(printed));
  ink.show(`${matrix(at)} Tm\n`);
  const isWide = !run.rtl && run.letterSpacing > WIDE_SPACING * run.size;
  if (isWide) ink.show(actualText(glyphsOf(run).reduce((text, glyph) => text + glyph.text, "")));
  const pen = new RunPen(ink, run, used);
  if (run.rtl) showTurned(pen, run);
  else for (let index = 0; index < run.words.length; index++) showWord(pen, run.words[index]!, run);
  pen.finish();
  if (isWide) ink.show("EMC\n");
}

/** From here on (in ems) readers take the gaps between spaced letters for spaces, unless they are told the text. */
const WIDE_SPACING = 0.09;

const actualText = (text: string): string => `/Span<</ActualText<feff${utf16(text)}>>>BDC\n`;

/** A word of text that runs from left to right. */
function showWord(pen: RunPen, word: GlyphWord, run: GlyphRun): void {
  const code = run.letterSpacing === 0 ? wordCode(word, pen.program) : undefined;
  if (code && !(code.hasSpace && run.wordSpacing !== 0)) pen.word(code);
  else showClusters(pen, word, run);
}

function showClusters(pen: RunPen, word: GlyphWord, run: GlyphRun): void {
  const advances = wordAdvances(word, run);
  const show = (index: number, text: string | undefined): void => {
    pen.glyph(word[index]!, text);
    pen.wanted += (advances[index]! * 1000) / run.size;
  };
  for (let start = 0; start < word.length; ) {
    const end = clusterEnd(word, start);
    const { text } = word[start]!;
    if (end - start === 1) {
      show(start, text === "" ? NOTHING : text);
    } else if (standsFor(word, start, end, pen.program)) {
      for (let index = start; index < end; index++) show(index, undefined);
    } else {
      pen.begin(actualText(text));
      for (let index = start; index < end; index++) show(index, index === start ? text : NOTHING);
      pen.end();
    }
    start = end;
  }
}

/** Text that runs from right to left. */
function showTurned(pen: RunPen, run: GlyphRun): void {
  const { texts, stoodFor, parts } = turnedText(run);
  const { space } = pen.program;
  const glyphs = glyphsOf(run);
  const starts = startsOf(run);
  for (const { glyphs: shown, kind } of parts) {
    pen.begin(kind === "letters" ? "" : kind === "end" ? "/Span BMC\n" : actualText(""));
    for (const index of shown) {
      pen.wanted = starts[index]!;
      if (space !== undefined && kind !== "silent" && stoodFor.has(index)) pen.stand(space, texts[index]!);
      else pen.glyph(glyphs[index]!, (kind === "silent" ? "" : texts[index]) || NOTHING);
    }
    if (kind === "letters") pen.close();
    else pen.end();
  }
}

/** Where the pen is before each glyph, in thousandths of the font size. */
function startsOf(run: GlyphRun): readonly number[] {
  let pen = 0;
  return penAdvances(run).map((advance) => {
    const start = pen;
    pen += (advance * 1000) / run.size;
    return start;
  });
}
