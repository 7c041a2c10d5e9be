/** A text ↔ what stands between the quotes of a PO file. */

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\\", "\\\\"],
  ['"', '\\"'],
  ["\n", "\\n"],
  ["\t", "\\t"],
  ["\r", "\\r"],
  ["\u0007", "\\a"],
  ["\b", "\\b"],
  ["\f", "\\f"],
  ["\v", "\\v"],
  // The tools are written in C, where this sign ends a text.
  ["\0", "\\000"],
]);

/** What follows a backslash → what it stands for. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ...Array.from(ESCAPES, ([sign, written]) => [written.slice(1), sign] as const),
  ["'", "'"],
  ["?", "?"],
]);

/** Bytes by their number, one or several in a row, or a backslash and what it protects. */
const ESCAPE = /(?<bytes>(?:\\(?:[0-7]{1,3}|x[0-9a-fA-F]{1,2}))+)|\\(?<sign>[\s\S]?)/g;
const BYTE = /\\(?:(?<octal>[0-7]+)|x(?<hex>[0-9a-fA-F]+))/g;

export const escapeText = (text: string): string => text.replace(/[\\"]|\p{Cc}/gu, (sign) => ESCAPES.get(sign) ?? sign);

export interface Unescaped {
  readonly text: string;
  /** Offsets of backslashes that mean nothing; they are kept as they are written. */
  readonly wrong: readonly number[];
}

export function unescapeText(raw: string): Unescaped {
  if (!raw.includes("\\")) return { text: raw, wrong: [] };
  const wrong: number[] = [];
  let text = "";
  let done = 0;
  for (const { 0: whole, index, groups } of raw.matchAll(ESCAPE)) {
    const { bytes, sign = "" } = groups ?? {};
    const meant = bytes === undefined ? SIGNS.get(sign) : textOfBytes(bytes);
    if (meant === undefined) wrong.push(index);
    text += raw.slice(done, index) + (meant ?? whole);
    done = index + whole.length;
  }
  return { text: text + raw.slice(done), wrong };
}

/** Old tools write each byte of an accented letter by its number. */
function textOfBytes(written: string): string {
  const bytes = Array.from(written.matchAll(BYTE), ({ groups: { octal, hex } = {} }) =>
    octal === undefined ? Number.parseInt(hex ?? "", 16) : Number.parseInt(octal, 8),
  );
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(bytes));
}
