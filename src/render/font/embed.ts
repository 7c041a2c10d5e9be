/** A document's font → its objects: Type 0 font, CID font, descriptor, subset, ToUnicode, maps of unusual codes. */
import { fingerprint } from "../../fingerprint.js";
import { deflateFont, deflateText } from "../pdf/deflate.js";
import { type PdfDictionary, type PdfRef, type PdfValue, pdfText } from "../pdf/objects.js";
import type { PdfWriter } from "../pdf/pdfkit.js";
import { encodingCMap, toUnicodeCMap } from "./cmaps.js";
import type { DocumentFont, Special } from "./document-font.js";
import type { FontProgram } from "./program.js";
import { subsetCff } from "./subset-cff.js";
import { subsetTrueType } from "./subset-truetype.js";

/** A font file with the glyphs in use, deflated, and the name that tells it from other subsets. */
export interface Subset {
  readonly name: string;
  readonly packed: Uint8Array;
  readonly length: number;
}

/** Subsets by face and glyphs; kept from one document to the next. */
export interface SubsetCache {
  get(key: string): Subset | undefined;
  set(key: string, subset: Subset): void;
}

const IDENTITY_SYSTEM = { Registry: pdfText("Adobe"), Ordering: pdfText("Identity"), Supplement: 0 } as const;

/** Writes all objects of a font; the Type 0 font takes the number that the document reserved for it. */
export async function embedFont(writer: PdfWriter, font: DocumentFont, subsets: SubsetCache): Promise<void> {
  const { program } = font;
  const glyphs = [...font.glyphs].sort((a, b) => a - b);
  const specials = font.specials;
  const { name, packed, length } = await subsetOf(program, glyphs, subsets);
  const stream = (bytes: Uint8Array, dictionary: PdfDictionary = {}): PdfRef => {
    const ref = writer.reserve();
    writer.fill(ref, { ...dictionary, Filter: "FlateDecode" }, bytes);
    return ref;
  };
  const object = (dictionary: PdfDictionary): PdfRef => {
    const ref = writer.reserve();
    writer.fill(ref, dictionary);
    return ref;
  };

  const file = program.isTrueType
    ? { FontFile2: stream(packed, { Length1: length }) }
    : { FontFile3: stream(packed, { Subtype: "OpenType" }) };
  const descendant = object({
    Type: "Font",
    Subtype: program.isTrueType ? "CIDFontType2" : "CIDFontType0",
    BaseFont: name,
    CIDSystemInfo: IDENTITY_SYSTEM,
    FontDescriptor: object({ ...descriptor(program, name), ...file }),
    DW: 0,
    W: widths(program, glyphs, program.isTrueType ? specials : []),
    CIDToGIDMap: program.isTrueType
      ? specials.length === 0
        ? "Identity"
        : stream(deflateFont(glyphMap(program, specials)))
      : undefined,
  });
  writer.fill(font.ref, {
    Type: "Font",
    Subtype: "Type0",
    BaseFont: name,
    Encoding: program.isTrueType || specials.length === 0 ? "Identity-H" : encoding(name, specials, stream),
    DescendantFonts: [descendant],
    ToUnicode: stream(deflateText(toUnicodeCMap(texts(program, glyphs, specials)))),
  });
}

async function subsetOf(program: FontProgram, glyphs: readonly number[], subsets: SubsetCache): Promise<Subset> {
  const key = `${program.face.key} ${glyphs.join()}`;
  const known = subsets.get(key);
  if (known) return known;
  const wanted = new Set(glyphs);
  const bytes = program.isTrueType ? subsetTrueType(program, wanted) : await subsetCff(program.face.bytes, wanted);
  const name = `${subsetTag(key)}+${program.face.postScriptName.replace(/[^\w-]/g, "")}`;
  const subset = { name, packed: deflateFont(bytes), length: bytes.length };
  subsets.set(key, subset);
  return subset;
}

/** Six capitals, by content: two subsets of one font in a book of PDFs have different names. */
function subsetTag(key: string): string {
  let rest = Number.parseInt(fingerprint(key).slice(0, 12), 16);
  let tag = "";
  for (let letter = 0; letter < 6; letter++) {
    tag += String.fromCharCode(65 + (rest % 26));
    rest = Math.floor(rest / 26);
  }
  return tag;
}

const SYMBOLIC = 1 << 2;
const ITALIC = 1 << 6;

function descriptor({ face, tables }: FontProgram, name: string): PdfDictionary {
  const scale = (value: number): number => Math.round((value * 1000) / face.unitsPerEm);
  const head = tables.get("head")!;
  const post = tables.get("post");
  return {
    Type: "FontDescriptor",
    FontName: name,
    Flags: SYMBOLIC | (face.italic ? ITALIC : 0),
    FontBBox: [36, 38, 40, 42].map((place) => scale(head.getInt16(place))),
    ItalicAngle: post ? post.getInt32(4) / 65536 : 0,
    Ascent: scale(face.ascent),
    Descent: scale(face.descent),
    CapHeight: scale(face.capHeight),
    XHeight: scale(face.xHeight),
    // Needed, but used only to imitate a font that is missing: a line from 400 → 80 to 700 → 150.
    StemV: Math.round(80 + ((face.weight - 400) * 70) / 300),
  };
}

/** `W`: runs of neighbouring codes with their widths. */
function widths(program: FontProgram, glyphs: readonly number[], specials: readonly Special[]): readonly PdfValue[] {
  const all = [
    ...glyphs.map((glyph) => [glyph, glyph] as const),
    ...specials.map(({ code, glyph }) => [code, glyph] as const),
  ];
  const runs: PdfValue[] = [];
  let run: number[] = [];
  let next = -1;
  for (const [code, glyph] of all) {
    if (code !== next) {
      run = [];
      runs.push(code, run);
    }
    run.push(program.width(glyph));
    next = code + 1;
  }
  return runs;
}

function* texts(program: FontProgram, glyphs: readonly number[], specials: readonly Special[]) {
  for (const glyph of glyphs) {
    const text = program.naturalText(glyph);
    if (text !== undefined) yield [glyph, text] as const;
  }
  for (const { code, text } of specials) yield [code, text] as const;
}

/** CIDToGIDMap: every code is its glyph, but for the unusual ones behind. */
function glyphMap(program: FontProgram, specials: readonly Special[]): Uint8Array {
  const map = new DataView(new ArrayBuffer(2 * (program.glyphCount + specials.length)));
  for (let glyph = 0; glyph < program.glyphCount; glyph++) map.setUint16(2 * glyph, glyph);
  for (const { code, glyph } of specials) map.setUint16(2 * code, glyph);
  return new Uint8Array(map.buffer);
}

/** CFF fonts have no glyph map, so their encoding leads unusual codes to glyphs. */
function encoding(
  name: string,
  specials: readonly Special[],
  stream: (bytes: Uint8Array, dictionary: PdfDictionary) => PdfRef,
): PdfRef {
  const cmapName = `${name}-H`;
  const cmap = encodingCMap(
    cmapName,
    specials.map(({ code, glyph }) => [code, glyph] as const),
  );
  return stream(deflateText(cmap), { Type: "CMap", CMapName: cmapName, CIDSystemInfo: IDENTITY_SYSTEM });
}
