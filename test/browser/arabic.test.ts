/**
 * All that the kit prints in Arabic, glyph by glyph against a browser: Chromium is given the same words, in the same
 * font files, paragraph by paragraph with our line ends, and its PDF tells which glyphs it set, and where.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { openWorkshop } from "../../src/build.js";
import { DEFAULT_REQUEST } from "../../src/plan/request.js";
import { type FontFace, glyphsOf } from "../../src/text/glyphs.js";
import { REPOSITORY, temporaryFolder } from "../kits/temporary.js";
import { browser, printPage } from "./chromium.js";
import { type Difference, differences, wordsOf } from "./compare.js";
import { type PageOptions, pageOf } from "./page.js";
import { printedRuns, printedSegments, runsOf, type SetSegment } from "./recorder.js";
import { glyphsByLine, type PlacedGlyph } from "./skia.js";
import { hasArabic } from "./stretches.js";

vi.mock("../../src/text/line.js", async (original) => {
  const real = await original<typeof import("../../src/text/line.js")>();
  const { listenTo } = await import("./recorder.js");
  return { ...real, finishLine: listenTo(real.finishLine as never) };
});
vi.mock("../../src/render/index.js", async (original) => {
  const { readingRenderer } = await import("./recorder.js");
  return { ...(await original<object>()), createRenderer: readingRenderer };
});

let folder: string;
let segments: readonly SetSegment[];

beforeAll(async () => {
  if (!browser) return;
  folder = temporaryFolder();
  const request = { ...DEFAULT_REQUEST, papers: undefined };
  const { ok } = await (await openWorkshop(REPOSITORY)).build({ request, locale: "ar" });
  expect(ok).toBe(true);
  segments = printedSegments().filter((segment) => segment.spec.direction === "rtl" || hasArabic(segment));
});

function fontFile({ postScriptName, bytes }: FontFace): string {
  const path = join(folder, `${postScriptName}.ttf`);
  writeFileSync(path, bytes);
  return path;
}

/** What the browser prints of `some`. */
const printed = (some: readonly SetSegment[], options: Partial<PageOptions> = {}) =>
  glyphsByLine(printPage(pageOf(some, { fontFile, ...options }), folder));

/** What the browser sets otherwise. */
const judged = (some: readonly SetSegment[], options: Partial<PageOptions> = {}): readonly Difference[] =>
  differences(some, printed(some, options));

/** Signs over letters, moved to the right; all else as it is. */
function shifted(glyph: PlacedGlyph, _: number, [first]: readonly PlacedGlyph[]): PlacedGlyph {
  return glyph.y === first!.y ? glyph : { ...glyph, x: glyph.x + glyph.size / 200 };
}

const ARABIC = /\p{Script=Arabic}/u;
const textOf = ({ lines }: SetSegment): string => lines.map(({ line }) => wordsOf(line)).join(" ");

describe.skipIf(!browser)("Arabic is set as by Chromium (of Debian’s chromium; skipped without it)", () => {
  it("all of it: every run on every face of every component is among the lines compared", () => {
    const compared = new Set(segments.flatMap(({ lines }) => lines.flatMap(({ line }) => runsOf(line))));
    const found = [...printedRuns()].map(([component, runs]) => [
      component,
      [...runs].filter((run) => !compared.has(run)),
    ]);
    const components = "donnees algorithmes fictions debats plateau matrices actions reperes affiche livret".split(" ");
    const printed = [...components, "bon-d-impression"];
    expect(found).toEqual(printed.map((component) => [component, []]));
    const words = segments.flatMap((segment) =>
      textOf(segment)
        .split(/\s+/)
        .filter((word) => ARABIC.test(word)),
    );
    const lines = segments.flatMap((segment) => segment.lines);
    const glyphs = lines.flatMap(({ line }) => runsOf(line).flatMap((run) => glyphsOf(run)));
    console.info(
      `${lines.length} lines, ${words.length} words with Arabic letters (${new Set(words).size} different), ${glyphs.length} glyphs`,
    );
    expect(new Set(words).size).toBeGreaterThan(3000);
  });

  it("word by word: the same glyphs in the same order, each within a thousandth of an em", () => {
    expect(judged(segments)).toEqual([]);
  });

  // We shape each word once for all its places; a browser shapes over spaces and hyphens as well.
  it("line by line: what a browser sets otherwise is the gap beside a Latin word", () => {
    const found = judged(segments, { overEdges: true });
    expect(found.filter(({ kind, moved }) => kind === "glyphs" || ARABIC.test(moved))).toEqual([]);
    expect(found.every(({ words }) => /\p{Script=Latin}|\p{N}/u.test(words))).toBe(true);
  });

  describe("and would be found out where it is not", () => {
    const some = (matches: (text: string) => boolean): readonly SetSegment[] =>
      segments.filter((segment) => matches(textOf(segment))).slice(0, 50);

    it("when letters do not join", () => {
      const joined = some((text) => /\p{Script=Arabic}{3}/u.test(text));
      const css = `span { font-feature-settings: "init" 0, "medi" 0, "fina" 0 !important }`;
      expect(judged(joined, { css })).toHaveLength(joined.flatMap(({ lines }) => lines).length);
    });

    it("when a sign over a letter stands a two-hundredth of an em beside it", () => {
      const vowelled = some((text) => /[\u064b-\u0652]/.test(text));
      expect(vowelled.length).toBeGreaterThan(20);
      const moved = [...printed(vowelled)].map(([line, glyphs]) => [line, glyphs.map(shifted)] as const);
      const found = differences(vowelled, new Map(moved));
      expect(found.filter(({ kind }) => kind === "places").length).toBeGreaterThanOrEqual(vowelled.length);
    });

    it("when words of two scripts stand in another order", () => {
      const mixed = some((text) => /^\p{Script=Arabic}.* \p{Script=Latin}+(?: |$)/u.test(text));
      expect(mixed.length).toBeGreaterThan(10);
      const found = judged(mixed, { css: "p { direction: ltr }" });
      expect(found.filter(({ kind }) => kind === "glyphs").length).toBeGreaterThanOrEqual(mixed.length);
    });
  });
});
