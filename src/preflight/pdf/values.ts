/** What a PDF is made of, and how to ask a value for its kind: whatever stands in a broken file, no question throws. */

/** A number that stands for an object elsewhere in the file. */
export class PdfRef {
  readonly number: number;

  constructor(number: number) {
    this.number = number;
  }
}

/** Bytes between parentheses or angle brackets; their encoding depends on what they are for. */
export class PdfString {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

/** A bare word: an operator of a page, or a keyword of the file (`obj`, `endobj`, `stream`). */
export class PdfWord {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type PdfDict = ReadonlyMap<string, PdfValue>;

/** `packed`: as it stands in the file. */
export interface PdfStream {
  readonly dict: PdfDict;
  readonly packed: Uint8Array;
}

/** Names are plain strings. */
export type PdfValue = null | boolean | number | string | PdfString | PdfRef | PdfWord | PdfArray | PdfDict | PdfStream;
export type PdfArray = readonly PdfValue[];

export const NO_DICT: PdfDict = new Map();

export const isDict = (value: PdfValue | undefined): value is PdfDict => value instanceof Map;
export const isArray = (value: PdfValue | undefined): value is PdfArray => Array.isArray(value);
export const isStream = (value: PdfValue | undefined): value is PdfStream =>
  typeof value === "object" && value !== null && "packed" in value;
export const isName = (value: PdfValue | undefined): value is string => typeof value === "string";

/** Bytes as they are, one letter each. */
export const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");

/** What a person reads in a string of the document: UTF-16 with its mark, UTF-8 with its mark, else Latin. */
export function textOf(value: PdfValue | undefined): string | undefined {
  if (!(value instanceof PdfString)) return undefined;
  const { bytes } = value;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes.subarray(2));
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder().decode(bytes.subarray(3));
  return latin1(bytes);
}
