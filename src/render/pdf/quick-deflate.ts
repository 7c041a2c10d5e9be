/**
 * Texts of operators and fonts → a zlib stream, at once: each place is compared with one earlier place, and the codes are
 * made ahead instead of anew for each text.
 *
 * A face is some two kilobytes. For so little a general deflater spends its time on tables, which was a tenth of a cold
 * build, and the outlines in small pictures of boards took another tenth of the kit's; what comes out here is a fifth to two
 * fifths larger. The format is that of RFC 1950 and 1951.
 */

/** The codes of a kind of bytes. */
export interface Codes {
  /** Bits of each symbol's code, a hexadecimal digit each: literals and lengths (0 to 285). */
  readonly symbolBits: string;
  /** The same for distances (0 to 29). */
  readonly distanceBits: string;
  /** A last block with these codes, from its first bit to the first symbol: bytes in base 64 … */
  readonly table: string;
  /** … and bits in the last of them. */
  readonly tableBits: number;
}

const END = 256;
const FIRST_LENGTH = 257;
const LONGEST_COPY = 258;
/** Shorter copies hardly save a bit. */
const LEAST_COPY = 4;

/** "Deflate with a window of 32 KB, made quickly" (RFC 1950, section 2.2). */
const ZLIB_HEAD = [0x78, 0x5e];

/** The farthest that a copy may come from. */
export const WINDOW = 32 * 1024;

const HASH_BITS = 13;
/** Where four bytes of a hash were seen last. Places are counted on from text to text, so that older ones fall away. */
const seen = new Int32Array(1 << HASH_BITS);
let begin = 1;
/** Places stay small integers. */
const LAST_PLACE = 2 ** 30;

export function quickDeflate(bytes: Uint8Array, codes: Codes): Uint8Array {
  if (begin + bytes.length > LAST_PLACE) {
    seen.fill(0);
    begin = 1;
  }
  const { symbols, distances, head } = tablesOf(codes);
  scales ??= makeScales();
  const { lengthSymbols, distanceSymbols } = scales;
  const bits = new Bits(bytes.length, head, codes.tableBits);
  const last = bytes.length - LEAST_COPY;
  let place = 0;
  while (place <= last) {
    const word = bytes[place]! | (bytes[place + 1]! << 8) | (bytes[place + 2]! << 16) | (bytes[place + 3]! << 24);
    const hash = Math.imul(word, 0x9e3779b1) >>> (32 - HASH_BITS);
    const from = seen[hash]! - begin;
    seen[hash] = begin + place;
    const length = from < 0 || place - from > WINDOW ? 0 : alike(bytes, from, place);
    if (length < LEAST_COPY) {
      bits.put(symbols[bytes[place]!]!);
      place += 1;
      continue;
    }
    const size = lengthSymbols[length]!;
    bits.put(symbols[FIRST_LENGTH + size]!);
    bits.add(length - LENGTHS.bases[size]!, LENGTHS.extra[size]!);
    const far = distanceSymbols[near(place - from)]!;
    bits.put(distances[far]!);
    bits.add(place - from - DISTANCES.bases[far]!, DISTANCES.extra[far]!);
    place += length;
  }
  while (place < bytes.length) bits.put(symbols[bytes[place++]!]!);
  begin += bytes.length + 1;
  bits.put(symbols[END]!);
  return bits.finish(adler32(bytes));
}

/** How many bytes from `place` on are those from `from` on. */
function alike(bytes: Uint8Array, from: number, place: number): number {
  const most = Math.min(LONGEST_COPY, bytes.length - place);
  let length = 0;
  while (length < most && bytes[from + length] === bytes[place + length]) length += 1;
  return length;
}

/** A stream as it is written, the low bits of each byte first. */
class Bits {
  readonly #bytes: Uint8Array;
  #at: number;
  #open: number;
  #count: number;

  constructor(length: number, head: Uint8Array, tableBits: number) {
    // No code is longer than 15 bits: two bytes for each.
    this.#bytes = new Uint8Array(2 * length + head.length + 8);
    this.#bytes.set(head);
    this.#at = head.length - 1;
    this.#open = head[this.#at]!;
    this.#count = tableBits;
  }

  /** A code with its length above 16 bits of it. */
  put(code: number): void {
    this.add(code & 0xffff, code >>> 16);
  }

  add(value: number, count: number): void {
    this.#open |= value << this.#count;
    this.#count += count;
    if (this.#count < 16) return;
    this.#bytes[this.#at] = this.#open;
    this.#bytes[this.#at + 1] = this.#open >>> 8;
    this.#at += 2;
    this.#open >>>= 16;
    this.#count -= 16;
  }

  finish(sum: number): Uint8Array {
    this.#bytes[this.#at] = this.#open;
    this.#bytes[this.#at + 1] = this.#open >>> 8;
    const end = this.#at + ((this.#count + 7) >> 3);
    for (let index = 0; index < 4; index++) this.#bytes[end + index] = sum >>> (24 - 8 * index);
    return this.#bytes.slice(0, end + 4);
  }
}

/** Values of a kind: what each symbol begins with, and how many bits tell how much more it is. */
interface Scale {
  readonly bases: readonly number[];
  readonly extra: readonly number[];
}

/** RFC 1951, section 3.2.5: each `step` symbols one more bit. */
function scale(first: number, count: number, step: number): Scale {
  const extra = Array.from({ length: count }, (_, symbol) => Math.max(0, Math.floor(symbol / step) - 1));
  const bases: number[] = [];
  let base = first;
  for (const bits of extra) {
    bases.push(base);
    base += 2 ** bits;
  }
  return { bases, extra };
}

const lengthScale = scale(3, 28, 4);
/** The longest copy has a symbol of its own. */
const LENGTHS: Scale = { bases: [...lengthScale.bases, LONGEST_COPY], extra: [...lengthScale.extra, 0] };
const DISTANCES = scale(1, 30, 2);

/** What is made of codes; see `Bits.put`. */
interface Tables {
  readonly symbols: Uint32Array;
  readonly distances: Uint32Array;
  readonly head: Uint8Array;
}

const tables = new WeakMap<Codes, Tables>();

function tablesOf(codes: Codes): Tables {
  const known = tables.get(codes);
  if (known) return known;
  const made = {
    symbols: codesOf(codes.symbolBits),
    distances: codesOf(codes.distanceBits),
    head: Uint8Array.from([...ZLIB_HEAD, ...Buffer.from(codes.table, "base64")]),
  };
  tables.set(codes, made);
  return made;
}

/** Symbols of lengths, and of distances by `near`. */
interface Scales {
  readonly lengthSymbols: Uint8Array;
  readonly distanceSymbols: Uint8Array;
}

let scales: Scales | undefined;

/** Up to 256 the distance itself; beyond, symbols begin at multiples of 128. */
const NEAR = 256;
const near = (distance: number): number => (distance <= NEAR ? distance : NEAR + ((distance - 1) >> 7));

function makeScales(): Scales {
  const lengthSymbols = new Uint8Array(LONGEST_COPY + 1);
  for (let length = 3, symbol = 0; length <= LONGEST_COPY; length++) {
    while (LENGTHS.bases[symbol + 1]! <= length) symbol += 1;
    lengthSymbols[length] = symbol;
  }
  const distanceSymbols = new Uint8Array(NEAR + (WINDOW >> 7) + 1);
  for (let distance = 1, symbol = 0; distance <= WINDOW; distance += distance < NEAR ? 1 : 128) {
    while (DISTANCES.bases[symbol + 1]! <= distance) symbol += 1;
    distanceSymbols[near(distance)] = symbol;
  }
  return { lengthSymbols, distanceSymbols };
}

/** Codes from their lengths (RFC 1951, section 3.2.2), the first bit lowest. */
function codesOf(lengths: string): Uint32Array {
  const codes = new Uint32Array(lengths.length);
  let next = 0;
  for (let length = 1; length <= 15; length++) {
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (Number.parseInt(lengths[symbol]!, 16) === length) codes[symbol] = turned(next++, length) | (length << 16);
    }
    next *= 2;
  }
  return codes;
}

function turned(code: number, length: number): number {
  let result = 0;
  for (let bit = 0; bit < length; bit++) if (code & (1 << bit)) result |= 1 << (length - 1 - bit);
  return result;
}

const ADLER_PRIME = 65_521;
/** As many bytes as 32 bits hold without a remainder. */
const ADLER_BYTES = 5552;

/** RFC 1950, section 8.2. */
function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (let from = 0; from < bytes.length; from += ADLER_BYTES) {
    const to = Math.min(from + ADLER_BYTES, bytes.length);
    for (let index = from; index < to; index++) {
      a += bytes[index]!;
      b += a;
    }
    a %= ADLER_PRIME;
    b %= ADLER_PRIME;
  }
  return (b << 16) | a;
}
