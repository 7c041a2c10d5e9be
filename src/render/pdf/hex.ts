/** Codes and texts → hexadecimal digits, as PDF strings have them. */

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** A text of a kit has the same hundred glyphs over and over. */
const codes: string[] = [];

/** A two-byte code as it stands in a hexadecimal string. */
export const hexCode = (code: number): string => {
  codes[code] ??= HEX[code >> 8]! + HEX[code & 255]!;
  return codes[code];
};

/** UTF-16BE, without its mark. */
export function utf16(text: string): string {
  let digits = "";
  for (let index = 0; index < text.length; index++) digits += hexCode(text.charCodeAt(index));
  return digits;
}
