/**
 * A PDF of Chromium's → the glyphs of each line, from left to right, where they stand.
 *
 * Chromium embeds subsets that keep the numbers of the glyphs (`/CIDToGIDMap /Identity`), shows one glyph at a time
 * with `Tj` and moves to the next with `Td`: where each stands is read back to five digits and more.
 */
import { unzlibSync } from "fflate";
import { lineOf } from "./ink.js";

export interface PlacedGlyph {
  /** PostScript name of the font. */
  readonly font: string;
  readonly id: number;
  readonly size: number;
  readonly x: number;
  /** Upwards. */
  readonly y: number;
}

/** The glyphs of each line in CSS pixels, by the number that is its ink. */
export function glyphsByLine(pdf: Uint8Array): ReadonlyMap<number, readonly PlacedGlyph[]> {
  const objects = objectsOf(Buffer.from(pdf).toString("latin1"));
  const fonts = new Map<string, string>();
  for (const [number, { text }] of objects) {
    if (text.includes("/Subtype /Type3")) throw new Error("The glyphs of a Type 3 font have lost their numbers.");
    if (text.includes("/CIDToGIDMap") && !text.includes("/CIDToGIDMap /Identity"))
      throw new Error("Glyphs are renumbered.");
    const [, name] = /\/Subtype \/Type0\n\/BaseFont \/\w+\+(\S+)/.exec(text) ?? [];
    if (name !== undefined) fonts.set(`F${number}`, name);
  }
  const lines = new Map<number, PlacedGlyph[]>();
  const put = (line: number, glyph: PlacedGlyph): void => {
    const glyphs = lines.get(line);
    if (glyphs) glyphs.push(glyph);
    else lines.set(line, [glyph]);
  };
  for (const { text } of objects.values()) {
    const [, contents] = /^<<\/Type \/Page\n[\s\S]*\/Contents (\d+) 0 R/.exec(text) ?? [];
    if (contents !== undefined) readContents(objects.get(Number(contents))!.stream(), fonts, put);
  }
  return lines;
}

interface PdfObject {
  readonly text: string;
  readonly stream: () => string;
}

const STREAM = ">> stream\n";

function objectsOf(pdf: string): ReadonlyMap<number, PdfObject> {
  const found = new Map<number, PdfObject>();
  for (const match of pdf.matchAll(/\n(\d+) 0 obj\n/g)) {
    const start = match.index + match[0].length;
    const [text = ""] = pdf.slice(start, pdf.indexOf("\nendobj", start)).split(STREAM, 1);
    const from = start + text.length + STREAM.length;
    const stream = (): string => {
      const packed = pdf.slice(from, from + Number(/\/Length (\d+)/.exec(text)![1]));
      return Buffer.from(unzlibSync(Buffer.from(packed, "latin1"))).toString("latin1");
    };
    found.set(Number(match[1]), { text, stream });
  }
  return found;
}

/** The operators of a page that colour and place glyphs; all others are about other things. */
function readContents(
  contents: string,
  fonts: ReadonlyMap<string, string>,
  put: (line: number, glyph: PlacedGlyph) => void,
): void {
  let line = -1;
  let font = "";
  let size = 0;
  let [x, y] = [0, 0];
  const operands: string[] = [];
  for (const [token] of contents.matchAll(/<[0-9a-fA-F]*>|[^\s<>[\]()]+/g)) {
    if (/^[-+.\d<]|^\/F\d/.test(token)) {
      operands.push(token);
      continue;
    }
    const numbers = operands.map(Number);
    if (token === "rg") line = lineOf(numbers.slice(-3));
    if (token === "Tf") [font, size] = [fonts.get(operands.at(-2)!.slice(1))!, numbers.at(-1)!];
    // The page counts downwards.
    if (token === "Tm") [x, y] = [numbers.at(-2)!, -numbers.at(-1)!];
    if (token === "Td") [x, y] = [x + numbers.at(-2)!, y + numbers.at(-1)!];
    if (token === "TJ") throw new Error("Glyphs are shown several at a time.");
    if (token === "Tj") {
      const code = operands.at(-1)!;
      if (code.length !== "<0000>".length) throw new Error(`${code} shows several glyphs at a time.`);
      put(line, { font, id: Number.parseInt(code.slice(1, -1), 16), size, x, y });
    }
    operands.length = 0;
  }
}
