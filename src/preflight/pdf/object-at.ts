/** The object that starts at a place of the file: `12 0 obj … endobj`, a stream with its bytes. */
import { END, Lexer } from "./lexer.js";
import { isDict, type PdfStream, type PdfValue, PdfWord } from "./values.js";

export interface FoundObject {
  readonly number: number;
  readonly value: PdfValue;
}

const ENDSTREAM = Buffer.from("endstream");
const LF = 10;
const CR = 13;

/** `lengthOf` follows the reference that a stream's length may be; without it, such a stream ends where its end is found. */
export function objectAt(
  bytes: Uint8Array,
  at: number,
  lengthOf?: (value: PdfValue | undefined) => PdfValue,
): FoundObject | undefined {
  if (!(at >= 0 && at < bytes.length)) return undefined;
  const lexer = new Lexer(bytes, at);
  const number = lexer.next();
  const generation = lexer.next();
  const word = lexer.next();
  const isObject = typeof number === "number" && typeof generation === "number" && isWord(word, "obj");
  if (!isObject) return undefined;
  const value = lexer.next();
  if (value === END) return undefined;
  // An object without content.
  if (isWord(value, "endobj")) return { number, value: null };
  if (!isDict(value)) return { number, value };
  const after = lexer.position;
  if (!isWord(lexer.next(), "stream")) {
    lexer.position = after;
    return { number, value };
  }
  const length = lengthOf ? lengthOf(value.get("Length")) : value.get("Length");
  const stream: PdfStream = { dict: value, packed: dataOf(bytes, lexer.position, length) };
  return { number, value: stream };
}

const isWord = (token: unknown, text: string): boolean => token instanceof PdfWord && token.text === text;

/** The bytes between `stream` and `endstream`; the length that is told is believed when the end is there. */
function dataOf(bytes: Uint8Array, after: number, length: PdfValue | undefined): Uint8Array {
  let start = after;
  if (bytes[start] === CR) start += 1;
  if (bytes[start] === LF) start += 1;
  if (typeof length === "number" && length >= 0) {
    const end = start + length;
    const lexer = new Lexer(bytes, end);
    if (end <= bytes.length && isWord(lexer.next(), "endstream")) return bytes.subarray(start, end);
  }
  const found = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(ENDSTREAM, start);
  let end = found < 0 ? bytes.length : found;
  if (found >= 0 && bytes[end - 1] === LF) end -= 1;
  if (found >= 0 && bytes[end - 1] === CR) end -= 1;
  return bytes.subarray(start, Math.max(start, end));
}
