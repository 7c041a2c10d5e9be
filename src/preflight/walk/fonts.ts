/** A font of a PDF → whether it travels with the file, how wide its glyphs are, what its codes read as. */
import { latin1, type PdfDict, type PdfDocument, type PdfStream } from "../pdf/index.js";

export interface Font {
  /** Without the six letters that mark a subset. */
  readonly name: string;
  readonly kind: "Type0" | "Type1" | "MMType1" | "TrueType" | "Type3" | "other";
  readonly isEmbedded: boolean;
  readonly isSubset: boolean;
  /** Whether its text can be searched and read aloud. */
  readonly hasText: boolean;
  /** Bytes a code. */
  readonly step: 1 | 2;
  /** In thousandths of its size. */
  widthOf(code: number): number;
  /** Undefined where the file does not tell. */
  textOf(code: number): string | undefined;
}

const KINDS = new Set(["Type0", "Type1", "MMType1", "TrueType", "Type3"]);

/** What most letters of a font without widths are: the standard fonts, which every reader knows. */
const USUAL_WIDTH = 500;

export function fontOf(document: PdfDocument, dict: PdfDict): Font {
  const subtype = document.name(dict.get("Subtype")) ?? "";
  const kind = (KINDS.has(subtype) ? subtype : "other") as Font["kind"];
  const [below] = document.array(dict.get("DescendantFonts"));
  const inner = kind === "Type0" ? document.dict(below) : dict;
  const descriptor = document.dict(inner.get("FontDescriptor"));
  const program = ["FontFile", "FontFile2", "FontFile3"].some((key) => document.stream(descriptor.get(key)));
  const whole = document.name(dict.get("BaseFont")) ?? document.name(inner.get("BaseFont")) ?? "";
  const toUnicode = document.stream(dict.get("ToUnicode"));
  const texts = toUnicode ? readToUnicode(document, toUnicode) : undefined;
  const widths = kind === "Type0" ? compositeWidths(document, inner) : simpleWidths(document, dict, kind);
  return {
    name: whole.replace(/^[A-Z]{6}\+/, ""),
    kind,
    isEmbedded: program || kind === "Type3",
    isSubset: /^[A-Z]{6}\+/.test(whole),
    hasText: texts !== undefined || kind !== "Type0",
    step: kind === "Type0" ? 2 : 1,
    widthOf: widths,
    textOf: (code) => texts?.get(code) ?? (kind === "Type0" || texts ? undefined : String.fromCharCode(code)),
  };
}

function simpleWidths(document: PdfDocument, dict: PdfDict, kind: Font["kind"]): (code: number) => number {
  const first = document.number(dict.get("FirstChar")) ?? 0;
  const widths = document.numbers(dict.get("Widths"));
  const missing = document.number(document.dict(dict.get("FontDescriptor")).get("MissingWidth"));
  const scale = kind === "Type3" ? Math.abs(document.numbers(dict.get("FontMatrix"))[0] ?? 0.001) * 1000 : 1;
  return (code) => (widths[code - first] ?? missing ?? (widths.length > 0 ? 0 : USUAL_WIDTH)) * scale;
}

/** `W`: `first [w w w]` or `first last w`. */
function compositeWidths(document: PdfDocument, dict: PdfDict): (code: number) => number {
  const otherwise = document.number(dict.get("DW")) ?? 1000;
  const widths = new Map<number, number>();
  const list = document.array(dict.get("W"));
  for (let at = 0; at + 1 < list.length; ) {
    const first = list[at];
    const second = list[at + 1];
    const width = list[at + 2];
    if (typeof first !== "number") break;
    if (Array.isArray(second)) {
      for (const [index, one] of document.numbers(second).entries()) widths.set(first + index, one);
      at += 2;
    } else if (typeof second === "number" && typeof width === "number") {
      for (let code = first; code <= Math.min(second, MOST_CODES); code++) widths.set(code, width);
      at += 3;
    } else break;
  }
  return (code) => widths.get(code) ?? otherwise;
}

const MOST_CODES = 65_535;

/** `<01> <0041>` and `<01> <05> <0041>`, as every program writes them. */
function readToUnicode(document: PdfDocument, stream: PdfStream): ReadonlyMap<number, string> {
  const text = latin1(document.unpack(stream).bytes.subarray(0, LONGEST_TABLE));
  const texts = new Map<number, string>();
  for (const [, block = ""] of text.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, code = "", to = ""] of block.matchAll(/<([\da-f\s]+)>\s*<([\da-f\s]*)>/gi))
      texts.set(Number.parseInt(code, 16), utf16(to));
  }
  for (const [, block = ""] of text.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    const rows = block.matchAll(/<([\da-f\s]+)>\s*<([\da-f\s]+)>\s*(?:\[([^\]]*)\]|<([\da-f\s]*)>)/gi);
    for (const [, from = "", to = "", list, start = ""] of rows) {
      const [first, last] = [Number.parseInt(from, 16), Math.min(Number.parseInt(to, 16), MOST_CODES)];
      const listed = list === undefined ? [] : [...list.matchAll(/<([\da-f\s]*)>/gi)].map(([, one = ""]) => utf16(one));
      const base = utf16(start);
      for (let code = first; code <= last; code++) {
        const next = base.slice(0, -1) + String.fromCharCode(base.charCodeAt(base.length - 1) + code - first);
        texts.set(code, list === undefined ? (base === "" ? "" : next) : (listed[code - first] ?? ""));
      }
    }
  }
  return texts;
}

/** More than a table for every character there is. */
const LONGEST_TABLE = 4 * 1024 * 1024;

const utf16 = (hex: string): string => {
  const digits = hex.replace(/\s/g, "");
  const units = digits.match(/.{4}/g) ?? (digits === "" ? [] : [digits]);
  return String.fromCharCode(...units.slice(0, 32).map((unit) => Number.parseInt(unit, 16)));
};
