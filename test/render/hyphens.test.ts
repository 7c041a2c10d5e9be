import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { FrameItem } from "../../src/layout/frame.js";
import {
  type FontFace,
  fontStore,
  glyphsOf,
  type Line,
  loadHyphenation,
  loadShaper,
  paragraphs,
} from "../../src/text/index.js";
import { spec, text } from "../text/support.js";
import { atkinson, fontBytes, oneCard, openFont } from "./fixtures.js";
import { objectsWith, open, renderFresh } from "./reader.js";

beforeAll(() => loadHyphenation("fr"));

/** Has a glyph that it shows for U+002D, U+00AD and U+2010 alike; Atkinson draws U+002D only. */
const sourceSans = openFont(fontBytes("source-sans-3/400Regular/SourceSans3_400Regular.ttf"), "Source Sans 3", 400);

const SENTENCE =
  "L’intelligence artificielle générative propose peut-être, c’est-à-dire statistiquement, " +
  "un arc-en-ciel de formulations contradictoires, et photo\u00adgraphie la moitié des arcs-boutants.";

/** The sentence as it is read, which has no soft hyphens. */
const READ = SENTENCE.replaceAll("\u00ad", "");

interface Column {
  readonly lines: readonly Line<string>[];
  readonly bytes: Uint8Array;
}

async function column(face: FontFace, width: number): Promise<Column> {
  const { family } = face;
  const setter = paragraphs(fontStore([face], { fallback: [] }), await loadShaper());
  const inlines = [text(SENTENCE, { hyphens: true, families: [family] })];
  const { lines } = setter.prepare(spec(inlines, { align: "justify" })).at(width);
  const items = lines.flatMap((line) =>
    line.pieces.flatMap((piece): readonly FrameItem[] => {
      if (piece.kind !== "glyphs") return [];
      const at = { x: 20 + piece.x, y: 40 + line.baseline };
      return [{ kind: "glyphs", at, run: piece.run, color: piece.style.color }];
    }),
  );
  return { lines, bytes: await renderFresh(oneCard(...items)) };
}

const COLUMNS = [atkinson, sourceSans].flatMap((face) => [70, 80, 90, 100, 110].map((width) => ({ face, width })));
const NAMES = COLUMNS.map(({ face, width }) => [face.family, width, face] as const);

describe("lines that end with a hyphen", () => {
  test("are among those tried here, with hyphens of the text on the same page and at line ends", async () => {
    const all = await Promise.all(COLUMNS.map(({ face, width }) => column(face, width)));
    expect(all.filter(({ lines }) => lines.some(({ hyphenated }) => hyphenated)).length).toBeGreaterThan(5);
    const ends = all.flatMap(({ lines }) =>
      lines.map(({ pieces }) => {
        const last = pieces.at(-1);
        return last?.kind === "glyphs" ? glyphsOf(last.run).at(-1)!.text : "";
      }),
    );
    expect(ends).toContain("-");
    expect(ends).toContain("\u00ad");
  });

  test.each(NAMES)("are found as whole words by pdf.js: %s, %d pt", async (_, width, face) => {
    const { lines, bytes } = await column(face, width);
    const { items } = await (await (await open(bytes)).getPage(1)).getTextContent();
    const found = items.map((item) => ("str" in item ? item.str : "")).join("");
    // pdf.js says nothing of spaces at line ends.
    expect(found.replaceAll(" ", "")).toBe(READ.replaceAll(" ", ""));
    expect(lines.length).toBeGreaterThan(5);
  });

  test.each(NAMES)(
    "have one code for the text’s hyphens, another for those of line ends: %s, %d pt",
    async (_, width, face) => {
      const { lines, bytes } = await column(face, width);
      const [map] = objectsWith(bytes, "/Filter /FlateDecode").filter(({ stream }) =>
        Buffer.from(stream!).includes("begincmap"),
      );
      const codes = Buffer.from(map!.stream!).toString();
      expect(codes.match(/<[0-9a-f]{4}><002d>/g)).toHaveLength(1);
      const softer = lines.some(({ hyphenated }) => hyphenated) ? 1 : 0;
      expect(codes.match(/<[0-9a-f]{4}><00ad>/g) ?? []).toHaveLength(softer);
    },
  );

  /** Poppler's reader, where it is installed; `-raw`, for otherwise it drops the text's own hyphens at line ends. */
  const hasPoppler = spawnSync("pdftotext", ["-v"]).error === undefined;

  test.skipIf(!hasPoppler).each(NAMES)(
    "join again in text that Poppler extracts: %s, %d pt",
    async (_, width, face) => {
      const { bytes } = await column(face, width);
      const folder = mkdtempSync(join(tmpdir(), "mallette-"));
      try {
        const path = join(folder, "page.pdf");
        writeFileSync(path, bytes);
        const told = execFileSync("pdftotext", ["-raw", "-enc", "UTF-8", path, "-"], { encoding: "utf8" });
        const joined = told.replaceAll("\u00ad\n", "").replaceAll("-\n", "-").replaceAll("\n", " ").trim();
        expect(joined.replace(/\s+\f?$/, "")).toBe(READ);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});
