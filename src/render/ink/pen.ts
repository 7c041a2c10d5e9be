/** Glyphs, one after the other, at places of a run → the `[…] TJ` lists that show them there. */
import type { Glyph, GlyphRun } from "../../text/glyphs.js";
import { type FontProgram, openProgram } from "../font/program.js";
import { hexCode } from "../pdf/hex.js";
import { fontName, type Ink } from "./ink.js";
import { num } from "./numbers.js";
import { adjustment, isNatural, SLACK, type WordCode } from "./word-code.js";

/** Where the glyphs of a run are shown. Lengths in thousandths of the font size, which is how TJ counts. */
export class RunPen {
  /** Where the next glyph belongs, from the start of the run. */
  wanted = 0;
  readonly program: FontProgram;
  readonly #ink: Ink;
  readonly #run: GlyphRun;
  readonly #used: Set<number>;
  readonly #spacing: number;
  /** Operators not yet handed to the ink: a run is many short strings. */
  #open = "";
  #actual = 0;
  #rise = 0;
  #inArray = false;
  #inString = false;

  /** @param used the set of the face's glyphs in use. */
  constructor(ink: Ink, run: GlyphRun, used: Set<number>) {
    this.#ink = ink;
    this.#run = run;
    this.#used = used;
    this.program = openProgram(run.face);
    this.#spacing = (Math.round(run.letterSpacing * 1000) / 1000) * (1000 / run.size);
  }

  /** Shows a whole word. Letters of the run may not be spaced out. */
  word({ code, glyphs, advance, shown }: WordCode): void {
    this.#moveTo(this.wanted);
    this.#openString();
    this.#open += code;
    for (let index = 0; index < glyphs.length; index++) this.#used.add(glyphs[index]!);
    this.#actual += shown;
    this.wanted += advance;
  }

  /** Shows one glyph; `text` is undefined where the glyph's own characters will do. The wanted place stays where it is. */
  glyph({ id, dx, dy }: Glyph, text: string | undefined): void {
    if (dy !== this.#rise) this.#setRise(dy);
    this.#moveTo(this.wanted + (dx * 1000) / this.#run.face.unitsPerEm);
    this.#openString();
    if (text === undefined || isNatural(id, text, this.program)) this.#open += hexCode(id);
    else this.#special(id, text);
    this.#shown(id);
  }

  /** Shows the space where it stands for `text`, which a glyph shown later draws. */
  stand(space: number, text: string): void {
    this.#moveTo(this.wanted);
    this.#openString();
    this.#special(space, text);
    this.#shown(space);
  }

  /** What stands for itself between `operator` and `end`. */
  begin(operator: string): void {
    this.close();
    this.#open += operator;
  }

  end(): void {
    this.close();
    this.#open += "EMC\n";
  }

  /** Ends the list and returns to the baseline; the pen stays where it is. */
  close(): void {
    if (this.#inArray) this.#open += this.#inString ? ">]TJ\n" : "]TJ\n";
    this.#inArray = false;
    this.#inString = false;
    if (this.#rise !== 0) {
      this.#open += "0 Ts\n";
      this.#rise = 0;
    }
  }

  /** Ends the run. */
  finish(): void {
    this.close();
    this.#flush();
  }

  #special(glyph: number, text: string): void {
    this.#flush();
    this.#ink.special({ font: fontName(this.#run.face), glyph, text });
  }

  #shown(id: number): void {
    this.#used.add(id);
    this.#actual += this.program.width(id) + this.#spacing;
  }

  #openString(): void {
    if (!this.#inArray) this.#open += "[";
    this.#inArray = true;
    if (!this.#inString) this.#open += "<";
    this.#inString = true;
  }

  /** Offsets by `dy` count upwards, as text rise does. */
  #setRise(rise: number): void {
    this.close();
    if (rise === 0) return;
    this.#open += `${num((rise / this.#run.face.unitsPerEm) * this.#run.size)} Ts\n`;
    this.#rise = rise;
  }

  #moveTo(position: number): void {
    const move = position - this.#actual;
    if (Math.abs(move) < SLACK) return;
    if (this.#inString) this.#open += ">";
    this.#inString = false;
    const back = adjustment(move);
    this.#open += this.#inArray ? `${back}` : `[${back}`;
    this.#inArray = true;
    this.#actual -= back;
  }

  #flush(): void {
    this.#ink.show(this.#open);
    this.#open = "";
  }
}
