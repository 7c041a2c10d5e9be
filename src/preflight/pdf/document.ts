/** The bytes of a PDF → a document whose objects are read when they are asked for. */
import { type Unpacked, unpack } from "./filters.js";
import { END, Lexer } from "./lexer.js";
import { objectAt } from "./object-at.js";
import {
  isArray,
  isDict,
  isStream,
  latin1,
  NO_DICT,
  type PdfArray,
  type PdfDict,
  PdfRef,
  type PdfStream,
  type PdfValue,
} from "./values.js";
import { findObjects, readXref, type Xref } from "./xref.js";

export class PdfDocument {
  readonly #bytes: Uint8Array;
  readonly #objects = new Map<number, PdfValue>();
  readonly #unpacked = new Map<PdfStream, Unpacked>();
  readonly #streams = new WeakMap<PdfDict, PdfStream>();
  #kept = 0;
  #xref: Xref;
  /** Whether its tables were wrong, so that its objects had to be looked for. */
  #isDamaged: boolean;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    const xref = readXref(bytes);
    this.#isDamaged = xref === undefined;
    this.#xref = xref ?? findObjects(bytes);
    if (!this.#isDamaged && !isDict(this.get(this.dict(this.trailer.get("Root")).get("Pages")))) this.#lookForObjects();
  }

  get trailer(): PdfDict {
    return this.#xref.trailer;
  }

  get catalogue(): PdfDict {
    return this.dict(this.trailer.get("Root"));
  }

  get isDamaged(): boolean {
    return this.#isDamaged;
  }

  get isEncrypted(): boolean {
    return this.get(this.trailer.get("Encrypt")) !== null;
  }

  /** As the file's first line says it. */
  get version(): string {
    return /%PDF-(\d\.\d)/.exec(latin1(this.#bytes.subarray(0, HEADER)))?.[1] ?? "";
  }

  /** The value itself, references followed; null for what is not there. */
  get(value: PdfValue | undefined): PdfValue {
    let found = value ?? null;
    for (let step = 0; found instanceof PdfRef; step++) {
      if (step === LONGEST_CHAIN) return null;
      found = this.#object(found.number);
    }
    return found;
  }

  /** An empty one for what is none. A stream answers with its own. */
  dict(value: PdfValue | undefined): PdfDict {
    const found = this.get(value);
    if (!isStream(found)) return isDict(found) ? found : NO_DICT;
    this.#streams.set(found.dict, found);
    return found.dict;
  }

  array(value: PdfValue | undefined): PdfArray {
    const found = this.get(value);
    return isArray(found) ? found.map((one) => this.get(one)) : [];
  }

  numbers(value: PdfValue | undefined): readonly number[] {
    return this.array(value).filter((one) => typeof one === "number");
  }

  number(value: PdfValue | undefined): number | undefined {
    const found = this.get(value);
    return typeof found === "number" ? found : undefined;
  }

  name(value: PdfValue | undefined): string | undefined {
    const found = this.get(value);
    return typeof found === "string" ? found : undefined;
  }

  stream(value: PdfValue | undefined): PdfStream | undefined {
    const found = this.get(value);
    return isStream(found) ? found : undefined;
  }

  /** The stream whose dictionary that is: where only its dictionary was kept. */
  streamOf(dict: PdfDict): PdfStream | undefined {
    return this.#streams.get(dict);
  }

  /** Kept as long as all that is kept is small: a card that is printed a hundred times is unpacked once. */
  unpack(stream: PdfStream): Unpacked {
    const known = this.#unpacked.get(stream);
    if (known) return known;
    const made = unpack(stream, (value) => this.get(value));
    if (made.bytes.length > LARGEST_KEPT) return made;
    this.#kept += made.bytes.length;
    if (this.#kept > MOST_KEPT) {
      this.#unpacked.clear();
      this.#kept = made.bytes.length;
    }
    this.#unpacked.set(stream, made);
    return made;
  }

  #object(number: number): PdfValue {
    const known = this.#objects.get(number);
    if (known !== undefined) return known;
    // Asked for while it is read, it is nothing.
    this.#objects.set(number, null);
    const value = this.#read(number);
    this.#objects.set(number, value);
    return value;
  }

  #read(number: number): PdfValue {
    const entry = this.#xref.entries.get(number);
    if (entry === undefined) return null;
    if ("inside" in entry) return this.#fromStream(entry.inside, entry.index);
    const found = objectAt(this.#bytes, entry.at, (value) => this.get(value));
    if (found?.number === number) return found.value;
    if (this.#isDamaged) return null;
    this.#lookForObjects();
    return this.#read(number);
  }

  #fromStream(container: number, index: number): PdfValue {
    const stream = this.#object(container);
    if (!isStream(stream)) return null;
    const { bytes } = this.unpack(stream);
    const first = this.number(stream.dict.get("First")) ?? 0;
    const heads = new Lexer(bytes);
    for (let step = 0; step < index; step++) {
      if (heads.next() === END) return null;
      heads.next();
    }
    heads.next();
    const offset = heads.next();
    if (typeof offset !== "number") return null;
    const value = new Lexer(bytes, first + offset).next();
    return value === END ? null : value;
  }

  #lookForObjects(): void {
    this.#isDamaged = true;
    this.#objects.clear();
    this.#xref = findObjects(this.#bytes);
  }
}

/** Readers look for the first line this far. */
const HEADER = 1024;

/** A reference to a reference to a reference… */
const LONGEST_CHAIN = 16;

const LARGEST_KEPT = 4 * 1024 * 1024;
const MOST_KEPT = 64 * 1024 * 1024;

/** Whether bytes are those of a PDF at all. */
export const isPdf = (bytes: Uint8Array): boolean => latin1(bytes.subarray(0, HEADER)).includes("%PDF-");
