/** A run of glyphs → text operators that place every glyph exactly and say which characters it stands for. */
import type { Color } from "../../graphics.js";
import { type Glyph, type GlyphRun, penAdvances } from "../../text/glyphs.js";
import type { Matrix } from "../../units.js";
import { type FontProgram, openProgram } from "../font/program.js";
import { hexCode, utf16 } from "../pdf/hex.js";
import { fontName, type Ink } from "./ink.js";
import { matrix, num } from "./numbers.js";
import { type TurnedText, turnedText } from "./turned.js";

/** Pens may stray by this much (thousandths of the font size) before an adjustment is written: 0.003 pt at 6 pt. */
const SLACK = 0.5;

/** Stands for "no characters" on the later glyphs of a cluster: readers skip it, and ToUnicode may not be empty. */
const NOTHING = "\u2060";

/** Draws `run` with its baseline's start at the origin of `at`, whose text space has y upwards. */
export function drawRun(ink: Ink, run: GlyphRun, at: Matrix, color: Color): void {
  if (run.glyphs.length === 0) return;
  const glyphs = ink.font(run.face, run.size);
  ink.letterSpacing(run.letterSpacing);
  const printed = ink.space.textColor(color);
  ink.fillColor(printed);
  ink.alpha(color.a, ink.space.overprints(printed));
  ink.show(`${matrix(at)} Tm\n`);
  const isWide = !run.rtl && run.letterSpacing > WIDE_SPACING * run.size;
  if (isWide) ink.show(actualText(run.glyphs.map(({ text }) => text).join("")));
  const writer = new RunWriter(ink, run, glyphs);
  if (run.rtl) writer.turned(turnedText(run));
  else writer.clusters();
  writer.finish();
  if (isWide) ink.show("EMC\n");
}

/** From here on (in ems) readers take the gaps between spaced letters for spaces, unless they are told the text. */
const WIDE_SPACING = 0.09;

const actualText = (text: string): string => `/Span<</ActualText<feff${utf16(text)}>>>BDC\n`;

function clusterEnd(glyphs: readonly Glyph[], start: number): number {
  let end = start + 1;
  while (end < glyphs.length && glyphs[end]!.text === "") end += 1;
  return end;
}

/** The state of one `[…] TJ` list. Lengths in thousandths of the font size, which is how TJ counts. */
class RunWriter {
  readonly #ink: Ink;
  readonly #run: GlyphRun;
  readonly #used: Set<number>;
  readonly #program: FontProgram;
  readonly #advances: readonly number[];
  readonly #perPoint: number;
  readonly #perUnit: number;
  readonly #spacing: number;
  /** Operators not yet handed to the ink: a run is many short strings. */
  #open = "";
  #wanted = 0;
  #actual = 0;
  #rise = 0;
  #inArray = false;
  #inString = false;

  constructor(ink: Ink, run: GlyphRun, used: Set<number>) {
    this.#ink = ink;
    this.#run = run;
    this.#used = used;
    this.#program = openProgram(run.face);
    this.#advances = penAdvances(run);
    this.#perPoint = 1000 / run.size;
    this.#perUnit = 1000 / run.face.unitsPerEm;
    this.#spacing = (Math.round(run.letterSpacing * 1000) / 1000) * this.#perPoint;
  }

  /** Text that runs from left to right. */
  clusters(): void {
    const { glyphs } = this.#run;
    for (let start = 0; start < glyphs.length; ) {
      const end = clusterEnd(glyphs, start);
      this.#cluster(start, end);
      start = end;
    }
  }

  /** Text that runs from right to left. */
  turned({ texts, stoodFor, parts }: TurnedText): void {
    const starts = this.#starts();
    const { space } = this.#program;
    for (const { glyphs, kind } of parts) {
      this.#close();
      if (kind !== "letters") this.#open += kind === "end" ? "/Span BMC\n" : actualText("");
      for (const index of glyphs) {
        this.#wanted = starts[index]!;
        if (space !== undefined && kind !== "silent" && stoodFor.has(index)) this.#stand(space, texts[index]!);
        else if (kind === "silent") this.#place(index, NOTHING);
        else this.#place(index, texts[index] || NOTHING);
      }
      this.#close();
      if (kind !== "letters") this.#open += "EMC\n";
    }
  }

  /** Shows the space where it stands for `text`. */
  #stand(space: number, text: string): void {
    this.#moveTo(this.#wanted);
    this.#openString();
    this.#flush();
    this.#ink.special({ font: fontName(this.#run.face), glyph: space, text });
    this.#used.add(space);
    this.#actual += this.#program.width(space) + this.#spacing;
  }

  /** Where the pen is before each glyph. */
  #starts(): readonly number[] {
    let pen = 0;
    return this.#advances.map((advance) => {
      const start = pen;
      pen += advance * this.#perPoint;
      return start;
    });
  }

  #cluster(start: number, end: number): void {
    const { glyphs } = this.#run;
    const { text } = glyphs[start]!;
    if (end - start === 1) {
      this.#place(start, text === "" ? NOTHING : text);
      return;
    }
    if (this.#spells(start, end, text)) {
      for (let index = start; index < end; index++) this.#place(index, undefined);
      return;
    }
    this.#close();
    this.#open += actualText(text);
    for (let index = start; index < end; index++) this.#place(index, index === start ? text : NOTHING);
    this.#close();
    this.#open += "EMC\n";
  }

  /** Whether the glyphs' own characters make up the cluster's text, so that nothing has to be said. */
  #spells(start: number, end: number, text: string): boolean {
    let own = "";
    for (let index = start; index < end; index++) {
      const natural = this.#program.naturalText(this.#run.glyphs[index]!.id);
      if (natural === undefined) return false;
      own += natural;
    }
    return own === text || own.normalize("NFC") === text.normalize("NFC");
  }

  /** Places one glyph; `text` is undefined where the glyph's own characters will do. */
  #place(index: number, text: string | undefined): void {
    const glyph = this.#run.glyphs[index]!;
    if (glyph.dy !== this.#rise) this.#setRise(glyph.dy);
    this.#moveTo(this.#wanted + glyph.dx * this.#perUnit);
    this.#openString();
    if (text === undefined || this.#isNatural(glyph.id, text)) {
      this.#open += hexCode(glyph.id);
    } else {
      this.#flush();
      this.#ink.special({ font: fontName(this.#run.face), glyph: glyph.id, text });
    }
    this.#used.add(glyph.id);
    this.#actual += this.#program.width(glyph.id) + this.#spacing;
    this.#wanted += this.#advances[index]! * this.#perPoint;
  }

  #openString(): void {
    if (!this.#inArray) this.#open += "[";
    this.#inArray = true;
    if (!this.#inString) this.#open += "<";
    this.#inString = true;
  }

  #isNatural(id: number, text: string): boolean {
    const natural = this.#program.naturalText(id);
    return natural !== undefined && (natural === text || natural === plain(text));
  }

  /** Offsets by `dy` count upwards, as text rise does. */
  #setRise(rise: number): void {
    this.#close();
    if (rise === 0) return;
    this.#open += `${num((rise / this.#run.face.unitsPerEm) * this.#run.size)} Ts\n`;
    this.#rise = rise;
  }

  #moveTo(position: number): void {
    const move = position - this.#actual;
    if (Math.abs(move) < SLACK) return;
    if (this.#inString) this.#open += ">";
    this.#inString = false;
    const back = Math.round(-move * 10) / 10;
    this.#open += this.#inArray ? `${back}` : `[${back}`;
    this.#inArray = true;
    this.#actual -= back;
  }

  #flush(): void {
    this.#ink.show(this.#open);
    this.#open = "";
  }

  /** Ends the run. */
  finish(): void {
    this.#close();
    this.#flush();
  }

  /** Ends the list and returns to the baseline; the pen stays where it is. */
  #close(): void {
    if (this.#inArray) this.#open += this.#inString ? ">]TJ\n" : "]TJ\n";
    this.#inArray = false;
    this.#inString = false;
    if (this.#rise !== 0) {
      this.#open += "0 Ts\n";
      this.#rise = 0;
    }
  }
}

/** A no-break space is found as a space; a decomposed letter as the composed one. */
const plain = (text: string): string => (text === "\u00a0" ? " " : text.length > 1 ? text.normalize("NFC") : text);
