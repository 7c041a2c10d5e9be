/** Shaped text: fonts by face, glyphs with their advances in font units, the characters that each cluster stands for. */
import type { Path } from "../graphics.js";
import type { Pt } from "../units.js";

/** One static font file, opened once per process. Numbers are in font units. */
export interface FontFace {
  /** Hash of the file's bytes: the identity of the face everywhere. */
  readonly key: string;
  readonly postScriptName: string;
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  readonly bytes: Uint8Array;
  readonly unitsPerEm: number;
  readonly ascent: number;
  /** Negative. */
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly underlinePosition: number;
  readonly underlineThickness: number;
  /** Whether the face draws this code point itself. */
  has(codePoint: number): boolean;
  /** The shape of a glyph, upwards from its origin. */
  outline(glyph: number): Path;
}

/** One glyph. Offsets and advance in font units. */
export interface Glyph {
  readonly id: number;
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
  /** The characters of the cluster on its first glyph in visual order, "" on the others. */
  readonly text: string;
}

/**
 * What was shaped at one go, mostly a word or a space: whole clusters of one face. Every run that shows the word holds
 * the same object, so what is found out about it (its fingerprint, its operators) is found out once.
 */
export type GlyphWord = readonly Glyph[];

/** Glyphs of one face and one size on one baseline, in visual order (left to right). */
export interface GlyphRun {
  readonly face: FontFace;
  readonly size: Pt;
  readonly words: readonly GlyphWord[];
  /** Extra space after each cluster (CSS letter-spacing), in points. */
  readonly letterSpacing: Pt;
  /** Extra space after each word space (justification), in points. */
  readonly wordSpacing: Pt;
  readonly rtl: boolean;
}

/** Whether the glyph is a space between words: the one that justification stretches. Narrow spaces keep their width. */
export const isWordSpace = (glyph: Glyph): boolean => glyph.text === " " || glyph.text === "\u00a0";

/** All glyphs of the run. */
export const glyphsOf = ({ words }: Pick<GlyphRun, "words">): readonly Glyph[] =>
  words.length === 1 ? words[0]! : words.flat();

/**
 * How far the pen moves after each glyph of a word of the run, in points: its advance, letter-spacing at the end of each
 * cluster (not between a letter and its accent), word spacing after a word space. Offsets `dx`, `dy` do not move the pen.
 */
export function wordAdvances(word: GlyphWord, run: GlyphRun): Pt[] {
  const scale = run.size / run.face.unitsPerEm;
  return word.map((glyph, index) => {
    const next = word[index + 1];
    const endsCluster = next === undefined || next.text !== "";
    return (
      glyph.advance * scale +
      (endsCluster ? run.letterSpacing : 0) +
      (run.wordSpacing !== 0 && isWordSpace(glyph) ? run.wordSpacing : 0)
    );
  });
}

/** The same for all glyphs of the run. */
export const penAdvances = (run: GlyphRun): Pt[] => run.words.flatMap((word) => wordAdvances(word, run));

/** How far the whole run moves the pen, in points. */
export const runWidth = (run: GlyphRun): Pt => penAdvances(run).reduce((sum, advance) => sum + advance, 0);
