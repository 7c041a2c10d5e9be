/** A string as it is written in a PDF, in brackets or as hex digits → its bytes, and where it ends. */

export interface ReadString {
  readonly bytes: Uint8Array;
  /** Behind what closes it, or the end of the file. */
  readonly end: number;
}

const LF = 10;
const CR = 13;
const code = (sign: string): number => sign.charCodeAt(0);
const [OPEN, CLOSE, MORE, BACKSLASH] = [..."()>\\"].map(code) as [number, number, number, number];

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** `(…)`, whose bracket stands at `start`: brackets in it come in pairs or are escaped. */
export function readLiteral(bytes: Uint8Array, start: number): ReadString {
  const out: number[] = [];
  let open = 1;
  let at = start + 1;
  for (; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === OPEN) open += 1;
    else if (byte === CLOSE && --open === 0) break;
    if (byte !== BACKSLASH) {
      out.push(byte);
      continue;
    }
    const escaped = bytes[++at];
    if (escaped === undefined) break;
    if (escaped >= 48 && escaped <= 55) {
      let value = escaped - 48;
      for (let more = 0; more < 2 && (bytes[at + 1] ?? 0) >= 48 && (bytes[at + 1] ?? 0) <= 55; more++)
        value = value * 8 + (bytes[++at]! - 48);
      out.push(value & 255);
    } else if (escaped === CR) {
      if (bytes[at + 1] === LF) at += 1;
    } else if (escaped !== LF) out.push(ESCAPES[String.fromCharCode(escaped)] ?? escaped);
  }
  return { bytes: Uint8Array.from(out), end: at + 1 };
}

/** `<…>`, whose bracket stands at `start`; what is no digit is passed over. */
export function readHex(bytes: Uint8Array, start: number): ReadString {
  const digits: number[] = [];
  let at = start + 1;
  for (; at < bytes.length && bytes[at] !== MORE; at++) {
    const digit = Number.parseInt(String.fromCharCode(bytes[at]!), 16);
    if (!Number.isNaN(digit)) digits.push(digit);
  }
  if (digits.length % 2 === 1) digits.push(0);
  const pairs = Uint8Array.from({ length: digits.length / 2 }, (_, i) => digits[2 * i]! * 16 + digits[2 * i + 1]!);
  return { bytes: pairs, end: at + 1 };
}
