/** The filters of before Flate: LZW, ASCII85, ASCIIHex and RunLength bytes → what they stand for. */

/** Thrown when what a filter unpacks would not fit. */
export class TooLarge extends Error {}

/** Bytes that come one by one, without knowing how many. */
class Bytes {
  #bytes = new Uint8Array(1024);
  #length = 0;
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  add(chunk: ArrayLike<number>): void {
    const length = this.#length + chunk.length;
    if (length > this.#most) throw new TooLarge();
    if (length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(length, 2 * this.#bytes.length));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(chunk, this.#length);
    this.#length = length;
  }

  all = (): Uint8Array => this.#bytes.subarray(0, this.#length);
}

const CLEAR = 256;
const STOP = 257;
const MOST_CODES = 4096;

/** `early`: 1 when codes grow one code sooner than they need to, as nearly always. */
export function lzw(bytes: Uint8Array, early: number, most: number): Uint8Array {
  const out = new Bytes(most);
  let table: Uint8Array[] = [];
  let width = 9;
  let before: Uint8Array | undefined;
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >> bits) & ((1 << width) - 1);
    if (code === STOP) break;
    if (code === CLEAR) {
      table = [];
      width = 9;
      before = undefined;
      continue;
    }
    const known = code < CLEAR ? Uint8Array.of(code) : table[code - STOP - 1];
    const word = known ?? (before && Uint8Array.of(...before, before[0]!));
    if (word === undefined) break;
    out.add(word);
    if (before && table.length + STOP + 1 < MOST_CODES) {
      const entry = new Uint8Array(before.length + 1);
      entry.set(before);
      entry[before.length] = word[0]!;
      table.push(entry);
    }
    before = word;
    const next = table.length + STOP + 1 + early;
    width = next >= 2048 ? 12 : next >= 1024 ? 11 : next >= 512 ? 10 : 9;
  }
  return out.all();
}

const TILDE = 126;
const LETTER_Z = 122;

export function ascii85(bytes: Uint8Array): Uint8Array {
  const out: number[] = [];
  let group: number[] = [];
  const write = (digits: readonly number[], count: number): void => {
    const value = digits.reduce((sum, digit) => sum * 85 + digit, 0);
    for (let index = 0; index < count; index++) out.push(Math.floor(value / 256 ** (3 - index)) & 255);
  };
  for (const byte of bytes) {
    if (byte === TILDE) break;
    if (byte === LETTER_Z && group.length === 0) out.push(0, 0, 0, 0);
    else if (byte >= 33 && byte <= 117) group.push(byte - 33);
    if (group.length < 5) continue;
    write(group, 4);
    group = [];
  }
  if (group.length > 1) write([...group, 84, 84, 84, 84].slice(0, 5), group.length - 1);
  return Uint8Array.from(out);
}

export function asciiHex(bytes: Uint8Array): Uint8Array {
  const out: number[] = [];
  let high: number | undefined;
  for (const byte of bytes) {
    if (byte === 62) break;
    const digit = Number.parseInt(String.fromCharCode(byte), 16);
    if (Number.isNaN(digit)) continue;
    if (high === undefined) high = digit;
    else {
      out.push(high * 16 + digit);
      high = undefined;
    }
  }
  if (high !== undefined) out.push(high * 16);
  return Uint8Array.from(out);
}

export function runLength(bytes: Uint8Array, most: number): Uint8Array {
  const out = new Bytes(most);
  for (let at = 0; at < bytes.length; ) {
    const length = bytes[at]!;
    if (length === 128) break;
    if (length < 128) {
      out.add(bytes.subarray(at + 1, at + 2 + length));
      at += 2 + length;
    } else {
      out.add(new Uint8Array(257 - length).fill(bytes[at + 1] ?? 0));
      at += 2;
    }
  }
  return out.all();
}
