/** `BI … ID … EI`: a small picture that stands in the midst of a page's operators. */
import { END, type Lexer, type PdfStream, type PdfValue, PdfWord } from "../pdf/index.js";

/** The short names that such pictures use. */
const FULL: Readonly<Record<string, string>> = {
  W: "Width",
  H: "Height",
  BPC: "BitsPerComponent",
  CS: "ColorSpace",
  D: "Decode",
  DP: "DecodeParms",
  F: "Filter",
  IM: "ImageMask",
  I: "Interpolate",
};

const [LETTER_E, LETTER_I] = [69, 73];
const isSpace = (byte: number | undefined): boolean =>
  byte === undefined || byte === 32 || byte === 10 || byte === 13 || byte === 9 || byte === 0;

/** Reads from behind `BI` to behind `EI`. */
export function readInlineImage(lexer: Lexer): PdfStream {
  const dict = new Map<string, PdfValue>();
  for (;;) {
    const key = lexer.next();
    if (key === END || (key instanceof PdfWord && key.text === "ID")) break;
    if (typeof key !== "string") continue;
    const value = lexer.next();
    if (value === END) break;
    dict.set(FULL[key] ?? key, value);
  }
  const { bytes } = lexer;
  const start = lexer.position + 1;
  let end = start;
  while (end < bytes.length && !isEnd(bytes, end)) end += 1;
  lexer.position = Math.min(end + 3, bytes.length);
  return { dict, packed: bytes.subarray(start, end) };
}

/** White space, `EI`, white space, and then something that looks like operators: the bytes of pictures hold anything. */
function isEnd(bytes: Uint8Array, at: number): boolean {
  if (!isSpace(bytes[at]) || bytes[at + 1] !== LETTER_E || bytes[at + 2] !== LETTER_I || !isSpace(bytes[at + 3]))
    return false;
  return bytes.subarray(at + 3, at + 15).every((byte) => byte < 127 && (byte >= 32 || isSpace(byte)));
}
