/** Text and a chain of faces → runs that one face draws, and the characters that none draws. */
import type { FontFace } from "./glyphs.js";
import { NO_BREAK_HYPHEN } from "./shaper.js";

export interface FaceRun {
  readonly text: string;
  readonly face: FontFace;
}

export interface Coverage {
  readonly runs: readonly FaceRun[];
  /** Characters left out of the runs: nothing is ever drawn as an empty box. */
  readonly missing: readonly string[];
}

/** Letters that hang together: drawn by two faces, a word would be torn. */
const JOINED_LETTER = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}]/u;

/**
 * Splits `text` by face: for each grapheme cluster the first face that draws all of it, so marks stay on their base.
 * A word of joined letters stays whole where one face has all of it.
 */
export function coverText(text: string, chain: readonly FontFace[]): Coverage {
  const first = chain[0];
  if (first && coversDirectly(first, text)) return { runs: [{ text, face: first }], missing: [] };
  const whole = JOINED_LETTER.test(text) ? chain.find((face) => covers(face, text)) : undefined;
  if (whole) return { runs: [{ text, face: whole }], missing: [] };
  const runs: { text: string; face: FontFace }[] = [];
  const missing: string[] = [];
  for (const { segment } of graphemes().segment(text)) {
    const cover = coverGrapheme(segment, chain);
    missing.push(...cover.missing);
    if (!cover.face || cover.text === "") continue;
    const last = runs.at(-1);
    if (last?.face === cover.face) last.text += cover.text;
    else runs.push({ text: cover.text, face: cover.face });
  }
  return { runs, missing };
}

function coverGrapheme(
  grapheme: string,
  chain: readonly FontFace[],
): { readonly face: FontFace | undefined; readonly text: string; readonly missing: readonly string[] } {
  const whole = chain.find((face) => covers(face, grapheme));
  if (whole) return { face: whole, text: grapheme, missing: [] };
  // No face draws all of it: keep what the first useful face draws and report the rest.
  const characters = [...grapheme];
  const face = chain.find((candidate) => draws(candidate, characters[0]!));
  const kept = face ? characters.filter((character) => draws(face, character)) : [];
  return {
    face,
    text: kept.join(""),
    missing: characters.filter((character) => !kept.includes(character) && !IGNORABLE.test(character)),
  };
}

/** HarfBuzz composes and decomposes accents, so either form of a grapheme will do. */
const covers = (face: FontFace, grapheme: string): boolean =>
  coversDirectly(face, grapheme) ||
  coversDirectly(face, grapheme.normalize("NFC")) ||
  coversDirectly(face, grapheme.normalize("NFD"));

function coversDirectly(face: FontFace, text: string): boolean {
  for (const character of text) if (!draws(face, character)) return false;
  return true;
}

const SPACE = 0x20;
const HYPHEN = 0x2d;
/** Spaces that HarfBuzz makes from the font's own space, with their right width. */
const MADE_FROM_SPACE = /^[\u00a0\u2000-\u200a\u202f\u205f\u3000]$/;
/** Joiners, direction marks, variation selectors steer shaping and draw nothing; HarfBuzz does draw Hangul fillers. */
const IGNORABLE = /^(?![\u115f\u1160\u3164\uffa0\u{1bca0}-\u{1bca3}])\p{Default_Ignorable_Code_Point}$/u;

function draws(face: FontFace, character: string): boolean {
  const codePoint = character.codePointAt(0)!;
  if (face.has(codePoint)) return true;
  if (codePoint < 0x80) return false;
  if (codePoint === NO_BREAK_HYPHEN) return face.has(HYPHEN);
  if (MADE_FROM_SPACE.test(character)) return face.has(SPACE);
  return IGNORABLE.test(character);
}

let segmenter: Intl.Segmenter | undefined;

function graphemes(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter("und", { granularity: "grapheme" });
  return segmenter;
}
