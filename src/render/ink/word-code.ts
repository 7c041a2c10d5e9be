/** A word of a face → the codes that show it wherever it stands, put together once for all runs and sizes. */
import { type Glyph, type GlyphWord, isWordSpace } from "../../text/glyphs.js";
import type { FontProgram } from "../font/program.js";
import { hexCode } from "../pdf/hex.js";

/**
 * Pens may stray by this much (thousandths of the font size) before an adjustment is written. A word may stand so far from
 * its place, and a letter from its own within the word: together less than 0.003 pt at 6 pt.
 */
export const SLACK = 0.25;

/** Lengths in thousandths of the font size. */
export interface WordCode {
  /** What stands between `<` and `>`: codes of glyphs, with adjustments for which the string is left. */
  readonly code: string;
  readonly glyphs: readonly number[];
  /** Whether justification stretches a part of it. */
  readonly hasSpace: boolean;
  /** How far the word moves the pen. */
  readonly advance: number;
  /** How far the widths that the PDF knows and the adjustments move it. */
  readonly shown: number;
}

const codes = new WeakMap<FontProgram, WeakMap<GlyphWord, WordCode | undefined>>();

/** The code of `word`; undefined when its glyphs leave the baseline, or stand for other characters than they usually do. */
export function wordCode(word: GlyphWord, program: FontProgram): WordCode | undefined {
  let known = codes.get(program);
  if (known === undefined) {
    known = new WeakMap();
    codes.set(program, known);
  }
  const code = known.get(word);
  if (code !== undefined || known.has(word)) return code;
  const made = isPlain(word, program) ? encode(word, program) : undefined;
  known.set(word, made);
  return made;
}

function isPlain(word: GlyphWord, program: FontProgram): boolean {
  if (word.length === 0 || word[0]!.dx !== 0 || word.some(({ dy }) => dy !== 0)) return false;
  for (let start = 0; start < word.length; ) {
    const end = clusterEnd(word, start);
    if (!standsFor(word, start, end, program)) return false;
    start = end;
  }
  return true;
}

function encode(word: GlyphWord, program: FontProgram): WordCode {
  const perUnit = 1000 / program.face.unitsPerEm;
  let code = "";
  let advance = 0;
  let shown = 0;
  for (const glyph of word) {
    const move = advance + glyph.dx * perUnit - shown;
    if (Math.abs(move) >= SLACK) {
      const back = adjustment(move);
      code += `>${back}<`;
      shown -= back;
    }
    code += hexCode(glyph.id);
    shown += program.width(glyph.id);
    advance += glyph.advance * perUnit;
  }
  const glyphs = [...new Set(word.map(({ id }) => id))];
  return { code, glyphs, hasSpace: word.some(isWordSpace), advance, shown };
}

/** The number in a TJ list that moves the pen by `move`: it counts backwards. */
export const adjustment = (move: number): number => Math.round(-move * 10) / 10;

/** Behind the last glyph of the cluster that begins at `start`. */
export function clusterEnd(glyphs: readonly Glyph[], start: number): number {
  let end = start + 1;
  while (end < glyphs.length && glyphs[end]!.text === "") end += 1;
  return end;
}

/** Whether the glyphs of a cluster say by themselves what it stands for. */
export function standsFor(glyphs: readonly Glyph[], start: number, end: number, program: FontProgram): boolean {
  const { id, text } = glyphs[start]!;
  return end - start === 1 ? isNatural(id, text, program) : spells(glyphs.slice(start, end), text, program);
}

/** Whether the glyph alone is read as `text`. */
export function isNatural(id: number, text: string, program: FontProgram): boolean {
  const natural = program.naturalText(id);
  return natural !== undefined && (natural === text || natural === plain(text));
}

/** A no-break space is found as a space; a decomposed letter as the composed one. */
const plain = (text: string): string => (text === "\u00a0" ? " " : text.length > 1 ? text.normalize("NFC") : text);

/** Whether the glyphs' own characters make up the cluster's text. */
function spells(cluster: readonly Glyph[], text: string, program: FontProgram): boolean {
  let own = "";
  for (const { id } of cluster) {
    const natural = program.naturalText(id);
    if (natural === undefined) return false;
    own += natural;
  }
  return own === text || own.normalize("NFC") === text.normalize("NFC");
}
