import { execFileSync, spawnSync } from "node:child_process";
import { beforeAll, describe, expect, test } from "vitest";
import { glyphsOf, penAdvances } from "../../src/text/index.js";
import { fontPath, SAMPLES, type ScriptFonts, type ScriptSample, scriptFonts } from "./script-fonts.js";
import { STYLE, spec, text } from "./support.js";

let fonts: ScriptFonts;
beforeAll(async () => {
  fonts = await scriptFonts();
});

const isInstalled = spawnSync("hb-shape", ["--version"]).status === 0;

interface PlacedGlyph {
  readonly id: number;
  /** From the left end of the line, in font units. */
  readonly x: number;
  readonly y: number;
}

/** The line as HarfBuzz's own tool shapes it, all at once. */
function judged(words: string, { file, script, rtl, lang }: ScriptSample): readonly PlacedGlyph[] {
  const options = [
    `--font-file=${fontPath(file)}`,
    `--text=${words}`,
    `--script=${script}`,
    `--direction=${rtl ? "rtl" : "ltr"}`,
    `--language=${lang}`,
    "--no-glyph-names",
    "--remove-default-ignorables",
    "--output-format=json",
  ];
  const glyphs = JSON.parse(execFileSync("hb-shape", options, { encoding: "utf8" })) as {
    readonly g: number;
    readonly dx: number;
    readonly dy: number;
    readonly ax: number;
  }[];
  let pen = 0;
  return glyphs.map(({ g, dx, dy, ax }) => {
    const placed = { id: g, x: pen + dx, y: dy };
    pen += ax;
    return placed;
  });
}

/** The line as it is set on paper: word by word, then put into its visual order. */
function set(words: string, { file, family, rtl, lang }: ScriptSample): readonly PlacedGlyph[] {
  const size = fonts.face(file).unitsPerEm;
  const style = { ...STYLE, families: [family], size, lang };
  const direction = rtl ? "rtl" : "ltr";
  const [line] = fonts.text
    .prepare({ ...spec([text(words, style)]), strut: style, direction })
    .at(Number.POSITIVE_INFINITY).lines;
  return line!.pieces.flatMap((piece) => {
    if (piece.kind !== "glyphs") return [];
    let pen = piece.x - line!.left;
    const advances = penAdvances(piece.run);
    return glyphsOf(piece.run).map(({ id, dx, dy }, index) => {
      const placed = { id, x: pen + dx, y: dy };
      pen += advances[index]!;
      return placed;
    });
  });
}

const shown = (glyphs: readonly PlacedGlyph[]): readonly string[] =>
  glyphs.map(({ id, x, y }) => `${id} at ${Math.round(x)},${Math.round(y)}`);

describe.skipIf(!isInstalled)(
  "lines are shaped as by hb-shape (of Debian's libharfbuzz-bin; skipped without it)",
  () => {
    const cases = SAMPLES.flatMap((sample) => sample.sentences.map((words) => ({ ...sample, words })));
    test.each(cases)("$lang in $family: $words", (sample) => {
      expect(shown(set(sample.words, sample))).toEqual(shown(judged(sample.words, sample)));
    });
  },
);
