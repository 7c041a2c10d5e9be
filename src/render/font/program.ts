/** A font face → what a PDF must know of its file: widths, natural texts, tables to make a subset from. */
import type { FontFace } from "../../text/glyphs.js";
import { reverseCmap, textOf } from "./cmap.js";
import { readTables, type Tables } from "./sfnt.js";

export interface FontProgram {
  readonly face: FontFace;
  readonly tables: Tables;
  readonly glyphCount: number;
  /** TrueType outlines; otherwise CFF. */
  readonly isTrueType: boolean;
  /** Advance of a glyph in thousandths of the font size, to two decimals: what the PDF says of it. */
  width(glyph: number): number;
  /** The glyph of the space, which draws nothing; undefined in a font without one. */
  readonly space: number | undefined;
  /** What a glyph stands for when a run says nothing else: its lowest code point in the font. */
  naturalText(glyph: number): string | undefined;
}

const SPACE = 0x20;

const programs = new WeakMap<FontFace, FontProgram>();

/** Reads a face once per process. */
export function openProgram(face: FontFace): FontProgram {
  let program = programs.get(face);
  if (program === undefined) {
    program = readProgram(face);
    programs.set(face, program);
  }
  return program;
}

function readProgram(face: FontFace): FontProgram {
  const tables = readTables(face.bytes);
  const metrics = tables.get("hmtx")!;
  const longMetrics = tables.get("hhea")!.getUint16(34);
  const glyphCount = tables.get("maxp")!.getUint16(4);
  const codePoints = reverseCmap(tables.get("cmap")!);
  const texts = new Map<number, string | undefined>();
  const widths: number[] = [];
  const scale = 1000 / face.unitsPerEm;
  return {
    face,
    tables,
    glyphCount,
    isTrueType: tables.has("glyf"),
    space: [...codePoints].find(([, codePoint]) => codePoint === SPACE)?.[0],
    width(glyph) {
      const known = widths[glyph];
      if (known !== undefined) return known;
      const advance = metrics.getUint16(4 * Math.min(glyph, longMetrics - 1));
      const width = Math.round(advance * scale * 100) / 100;
      widths[glyph] = width;
      return width;
    },
    naturalText(glyph) {
      if (texts.has(glyph)) return texts.get(glyph);
      const codePoint = codePoints.get(glyph);
      const text = codePoint === undefined ? undefined : textOf(codePoint);
      texts.set(glyph, text);
      return text;
    },
  };
}
