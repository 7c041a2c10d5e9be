/** The bytes of a PDF → where each of its objects stands, and its trailer; from its tables, or found by looking. */
import { unpack } from "./filters.js";
import { END, Lexer } from "./lexer.js";
import { objectAt } from "./object-at.js";
import { isArray, isDict, isStream, latin1, NO_DICT, type PdfDict, type PdfValue, PdfWord } from "./values.js";

/** `at`: bytes from the start of the file. `inside`: the number of the object stream that holds it. */
export type Entry = { readonly at: number } | { readonly inside: number; readonly index: number };

export interface Xref {
  readonly entries: ReadonlyMap<number, Entry>;
  readonly trailer: PdfDict;
}

/** More objects than any file has. */
const MOST_OBJECTS = 8_000_000;

/** Of the many that a file may chain, one for each time it was saved. */
const MOST_TABLES = 1000;

/** The last bytes, among which the place of the table is told. */
const TAIL = 2048;

/** Undefined when a table is missing or is not where the file says. */
export function readXref(bytes: Uint8Array): Xref | undefined {
  const tail = latin1(bytes.subarray(Math.max(0, bytes.length - TAIL)));
  const start = [...tail.matchAll(/startxref\s+(\d+)/g)].at(-1)?.[1];
  if (start === undefined) return undefined;
  const entries = new Map<number, Entry>();
  let trailer: PdfDict | undefined;
  const seen = new Set<number>();
  const waiting = [Number(start)];
  while (waiting.length > 0 && seen.size < MOST_TABLES) {
    const at = waiting.shift()!;
    if (seen.has(at)) continue;
    seen.add(at);
    const read = tableAt(bytes, at, entries);
    if (read === undefined) return undefined;
    trailer ??= read;
    for (const key of ["XRefStm", "Prev"]) {
      const next = read.get(key);
      if (typeof next === "number") waiting.push(next);
    }
  }
  return trailer && { entries, trailer };
}

/** Reads one table; what newer ones said of an object stays. */
function tableAt(bytes: Uint8Array, at: number, entries: Map<number, Entry>): PdfDict | undefined {
  const lexer = new Lexer(bytes, at);
  const first = lexer.next();
  if (first instanceof PdfWord && first.text === "xref") return plainTable(lexer, entries);
  if (typeof first !== "number") return undefined;
  const object = objectAt(bytes, at)?.value;
  return isStream(object) ? streamTable(object.dict, unpack(object, direct).bytes, entries) : undefined;
}

const direct = (value: PdfValue | undefined): PdfValue => value ?? null;

function plainTable(lexer: Lexer, entries: Map<number, Entry>): PdfDict | undefined {
  for (;;) {
    const first = lexer.next();
    if (first instanceof PdfWord && first.text === "trailer") {
      const trailer = lexer.next();
      return trailer !== END && isDict(trailer) ? trailer : undefined;
    }
    const count = lexer.next();
    if (typeof first !== "number" || typeof count !== "number" || entries.size > MOST_OBJECTS) return undefined;
    for (let index = 0; index < count; index++) {
      const at = lexer.next();
      lexer.next();
      const kind = lexer.next();
      if (typeof at !== "number" || !(kind instanceof PdfWord)) return undefined;
      if (kind.text === "n" && !entries.has(first + index)) entries.set(first + index, { at });
    }
  }
}

function streamTable(dict: PdfDict, data: Uint8Array, entries: Map<number, Entry>): PdfDict | undefined {
  const widths = numbers(dict.get("W"));
  if (widths.length < 3) return undefined;
  const [kindWidth = 0, placeWidth = 0, lastWidth = 0] = widths;
  const row = kindWidth + placeWidth + lastWidth;
  const ranges = numbers(dict.get("Index"));
  if (ranges.length === 0) ranges.push(0, MOST_OBJECTS);
  let at = 0;
  const field = (width: number): number => {
    let value = 0;
    for (let index = 0; index < width; index++) value = value * 256 + (data[at + index] ?? 0);
    at += width;
    return value;
  };
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    for (let index = 0; index < ranges[range + 1]! && row > 0 && at + row <= data.length; index++) {
      const kind = kindWidth === 0 ? 1 : field(kindWidth);
      const place = field(placeWidth);
      const last = field(lastWidth);
      const number = ranges[range]! + index;
      if (entries.has(number)) continue;
      if (kind === 1) entries.set(number, { at: place });
      else if (kind === 2) entries.set(number, { inside: place, index: last });
    }
  }
  return dict;
}

const numbers = (value: PdfValue | undefined): number[] =>
  isArray(value) ? value.filter((one) => typeof one === "number") : [];

const OBJ = Buffer.from("obj");
const TRAILER = Buffer.from("trailer");

/** For files whose tables are lost: every `12 0 obj` that stands in them, the last one of a number being the newest. */
export function findObjects(bytes: Uint8Array): Xref {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<number, Entry>();
  for (let at = buffer.indexOf(OBJ); at >= 0 && entries.size < MOST_OBJECTS; at = buffer.indexOf(OBJ, at + 3)) {
    // "endobj" has no number before it.
    const before = /(\d{1,9})\s+\d{1,5}\s+$/.exec(latin1(bytes.subarray(Math.max(0, at - 24), at)));
    if (before) entries.set(Number(before[1]), { at: at - before[0].length });
  }
  const trailer = new Map<string, PdfValue>();
  for (let at = buffer.indexOf(TRAILER); at >= 0; at = buffer.indexOf(TRAILER, at + 7)) {
    const value = new Lexer(bytes, at + TRAILER.length).next();
    if (value !== END && isDict(value)) for (const [key, one] of value) trailer.set(key, one);
  }
  addStreams(bytes, entries, trailer);
  return { entries, trailer };
}

/** Streams that hold other objects, and those that stand for a trailer; the catalogue, where no trailer names it. */
function addStreams(bytes: Uint8Array, entries: Map<number, Entry>, trailer: Map<string, PdfValue>): void {
  let catalogue: number | undefined;
  for (const [number, entry] of [...entries]) {
    if (!("at" in entry)) continue;
    const value = objectAt(bytes, entry.at)?.value;
    const dict = isStream(value) ? value.dict : isDict(value) ? value : NO_DICT;
    const type = dict.get("Type");
    if (type === "Catalog") catalogue = number;
    if (!isStream(value)) continue;
    if (type === "XRef") for (const [key, one] of dict) if (!trailer.has(key)) trailer.set(key, one);
    if (type !== "ObjStm") continue;
    const heads = new Lexer(unpack(value, direct).bytes);
    const count = dict.get("N");
    for (let index = 0; index < (typeof count === "number" ? count : 0); index++) {
      const held = heads.next();
      if (typeof held !== "number" || typeof heads.next() !== "number") break;
      if (!entries.has(held)) entries.set(held, { inside: number, index });
    }
  }
  if (!trailer.has("Root") && catalogue !== undefined)
    trailer.set("Root", new Lexer(Buffer.from(`${catalogue} 0 R `)).next() as PdfValue);
}
