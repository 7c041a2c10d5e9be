/** A face as one document uses it: its glyphs, and the codes of those that stand for unusual characters. */
import type { FontFace } from "../../text/glyphs.js";
import type { FontUse } from "../ink/drawing.js";
import type { PdfRef } from "../pdf/objects.js";
import { type FontProgram, openProgram } from "./program.js";

export interface Special {
  readonly code: number;
  readonly glyph: number;
  readonly text: string;
}

/** The largest two-byte code. */
const LAST_CODE = 0xffff;

export class DocumentFont {
  readonly ref: PdfRef;
  readonly program: FontProgram;
  readonly glyphs = new Set<number>();
  readonly #specials = new Map<string, Special>();

  constructor(face: FontFace, ref: PdfRef) {
    this.ref = ref;
    this.program = openProgram(face);
  }

  add(use: FontUse): void {
    for (const glyph of use.glyphs) this.glyphs.add(glyph);
  }

  /** The code of `glyph` where it stands for `text`: behind the glyph numbers, in order of first use. */
  code(glyph: number, text: string): number {
    const key = `${glyph} ${text}`;
    let special = this.#specials.get(key);
    if (special === undefined) {
      const code = this.program.glyphCount + this.#specials.size;
      // A font so full that no code is left shows the glyph and loses only its unusual reading.
      if (code > LAST_CODE) return glyph;
      special = { code, glyph, text };
      this.#specials.set(key, special);
    }
    return special.code;
  }

  get specials(): readonly Special[] {
    return [...this.#specials.values()];
  }
}
