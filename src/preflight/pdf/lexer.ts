/** Bytes → PDF values, one after the other. What is malformed is read as well as can be; nothing throws. */
import { type ReadString, readHex, readLiteral } from "./strings.js";
import { PdfRef, PdfString, type PdfValue, PdfWord } from "./values.js";

/** The end of the bytes. */
export const END = Symbol("end");
export type Token = PdfValue | typeof END;

/** Deeper than any program nests; brackets below are passed over. */
const DEEPEST = 60;

const SPACE = 1;
const DELIMITER = 2;
/** What each byte is to the syntax. */
const KIND = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) KIND[byte] = SPACE;
for (const sign of "()<>[]{}/%") KIND[sign.charCodeAt(0)] = DELIMITER;

const LF = 10;
const CR = 13;
const code = (sign: string): number => sign.charCodeAt(0);
const [SLASH, PERCENT, OPEN, LESS, MORE, BRACKET, UNBRACKET] = [..."/%(<>[]"].map(code) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

const CLOSE_ARRAY = new PdfWord("]");
const CLOSE_DICT = new PdfWord(">>");
const WORDS = new Map<string, PdfWord>();

export class Lexer {
  readonly bytes: Uint8Array;
  position: number;
  /** Whether `3 0 R` is a reference: in the file it is, on a page there are none. */
  readonly #refs: boolean;

  constructor(bytes: Uint8Array, position = 0, refs = true) {
    this.bytes = bytes;
    this.position = position;
    this.#refs = refs;
  }

  /** The next value, or END. */
  next(): Token {
    for (;;) {
      const token = this.#value(0);
      // A bracket that closes nothing says nothing.
      if (token !== CLOSE_ARRAY && token !== CLOSE_DICT) return token;
    }
  }

  /** Past white space and comments. */
  skipSpace(): void {
    const { bytes } = this;
    for (;;) {
      const byte = bytes[this.position];
      if (byte === undefined) return;
      if (byte === PERCENT) {
        while (this.position < bytes.length && bytes[this.position] !== LF && bytes[this.position] !== CR)
          this.position += 1;
      } else if (KIND[byte] !== SPACE) return;
      else this.position += 1;
    }
  }

  #value(depth: number): Token {
    const { bytes } = this;
    for (;;) {
      this.skipSpace();
      const byte = bytes[this.position];
      if (byte === undefined) return END;
      if (byte === SLASH) return this.#name();
      if (byte === OPEN) return this.#string(readLiteral(bytes, this.position));
      if (byte === UNBRACKET) {
        this.position += 1;
        return CLOSE_ARRAY;
      }
      if (byte === MORE) {
        this.position += bytes[this.position + 1] === MORE ? 2 : 1;
        return CLOSE_DICT;
      }
      const isDict = byte === LESS && bytes[this.position + 1] === LESS;
      if (byte === LESS && !isDict) return this.#string(readHex(bytes, this.position));
      if (KIND[byte] !== DELIMITER) return this.#word();
      if (depth < DEEPEST && isDict) return this.#dict(depth);
      if (depth < DEEPEST && byte === BRACKET) return this.#array(depth);
      // Opened too deep, or a brace.
      this.position += 1;
    }
  }

  #string({ bytes, end }: ReadString): PdfString {
    this.position = end;
    return new PdfString(bytes);
  }

  /** The end of the run of ordinary bytes that starts at `from`. */
  #runEnd(from: number): number {
    const { bytes } = this;
    let end = from;
    while (end < bytes.length && KIND[bytes[end]!] === 0) end += 1;
    return end;
  }

  #text(start: number, end: number): string {
    let text = "";
    for (let at = start; at < end; at++) text += String.fromCharCode(this.bytes[at]!);
    return text;
  }

  #name(): string {
    const start = this.position + 1;
    this.position = this.#runEnd(start);
    const name = this.#text(start, this.position);
    return name.includes("#")
      ? name.replace(/#([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      : name;
  }

  #word(): PdfValue {
    const start = this.position;
    this.position = this.#runEnd(start);
    const first = this.bytes[start]!;
    // + - . 0…9
    if ((first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46) {
      const value = this.#number(start, this.position);
      return this.#refs && first >= 48 && Number.isInteger(value) ? this.#refOr(value) : value;
    }
    const text = this.#text(start, this.position);
    if (text === "true") return true;
    if (text === "false") return false;
    if (text === "null") return null;
    let word = WORDS.get(text);
    if (word === undefined) {
      word = new PdfWord(text);
      // Operators are few; what is no operator is not kept.
      if (text.length <= 3) WORDS.set(text, word);
    }
    return word;
  }

  #number(start: number, end: number): number {
    let value = 0;
    let scale = 0;
    let sign = 1;
    for (let at = start; at < end; at++) {
      const byte = this.bytes[at]!;
      if (byte === 45) sign = -1;
      else if (byte === 46) scale ||= 1;
      else if (byte >= 48 && byte <= 57) {
        value = value * 10 + (byte - 48);
        scale *= 10;
      } else if (byte !== 43) break;
    }
    const number = (sign * value) / (scale || 1);
    return Number.isFinite(number) ? number : 0;
  }

  /** `12 0 R` from its 12 on; else the 12 alone. */
  #refOr(number: number): PdfValue {
    const back = this.position;
    const { bytes } = this;
    let at = back;
    while (KIND[bytes[at] ?? 65] === SPACE) at += 1;
    const digits = at;
    while ((bytes[at] ?? 0) >= 48 && (bytes[at] ?? 0) <= 57) at += 1;
    if (at === digits || at === back) return number;
    const spaces = at;
    while (KIND[bytes[at] ?? 65] === SPACE) at += 1;
    const isRef = at > spaces && bytes[at] === 82 && KIND[bytes[at + 1] ?? 32] !== 0;
    if (!isRef) return number;
    this.position = at + 1;
    return new PdfRef(number);
  }

  #array(depth: number): PdfValue {
    this.position += 1;
    const values: PdfValue[] = [];
    for (;;) {
      const value = this.#value(depth + 1);
      if (value === END || value === CLOSE_ARRAY) break;
      // Somebody forgot the bracket.
      if (value === CLOSE_DICT || isKeyword(value)) break;
      values.push(value);
    }
    return values;
  }

  #dict(depth: number): PdfValue {
    this.position += 2;
    const dict = new Map<string, PdfValue>();
    for (;;) {
      const key = this.#value(depth + 1);
      if (key === END || key === CLOSE_DICT || isKeyword(key)) break;
      if (typeof key !== "string") continue;
      const value = this.#value(depth + 1);
      if (value === END || value === CLOSE_DICT) break;
      dict.set(key, value);
    }
    return dict;
  }
}

/** A dictionary or array that was cut off must not swallow the rest of the file. */
const isKeyword = (value: Token): boolean =>
  value instanceof PdfWord && (value.text === "endobj" || value.text === "stream" || value.text === "endstream");
