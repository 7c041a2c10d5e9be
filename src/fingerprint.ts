/** Numbers and words → a short fingerprint: names of things by what they are. Fast, not secret. */

const scratch = new Float64Array(1);
const words = new Uint32Array(scratch.buffer);

/** Two lanes of 32 bits with different multipliers: with 10,000 faces, two share a name once in 10¹¹ kits. */
export class Fingerprint {
  #a = 0x9e3779b9;
  #b = 0x85ebca6b;

  integer(value: number): this {
    this.#a = Math.imul(this.#a ^ value, 0x9e3779b1);
    this.#a ^= this.#a >>> 15;
    this.#b = Math.imul(this.#b ^ value, 0x5f356495);
    this.#b ^= this.#b >>> 13;
    return this;
  }

  number(value: number): this {
    // Most numbers in frames are small integers; the fraction marks which of the two forms follows.
    if ((value | 0) === value) return this.integer(value);
    // −0 went the short way above, as 0: they draw the same.
    scratch[0] = value;
    return this.integer(0x7fc0ffee).integer(words[0]!).integer(words[1]!);
  }

  text(value: string): this {
    this.integer(value.length);
    for (let index = 0; index < value.length; index++) this.integer(value.charCodeAt(index));
    return this;
  }

  /** All that went into another fingerprint. */
  print(other: Fingerprint): this {
    return this.integer(other.#a).integer(other.#b);
  }

  /** 16 hexadecimal digits. */
  toString(): string {
    return hex(this.#a ^ (this.#b >>> 16)) + hex(this.#b ^ (this.#a >>> 16));
  }
}

const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, "0");

/** The fingerprint of a few strings. */
export function fingerprint(...parts: readonly string[]): string {
  const print = new Fingerprint();
  for (const part of parts) print.text(part);
  return print.toString();
}
