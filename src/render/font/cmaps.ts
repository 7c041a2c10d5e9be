/** Codes of a font in a document → its CMap streams: which characters, and (for CFF) which glyphs they stand for. */
import { hexCode, utf16 } from "../pdf/hex.js";

const HEAD = (name: string): string =>
  `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (${name === "Adobe-Identity-UCS" ? "UCS" : "Identity"}) /Supplement 0>> def\n/CMapName /${name} def\n`;
const CODES = "1 begincodespacerange\n<0000><ffff>\nendcodespacerange\n";
const TAIL = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";

/** The most entries that one block of a CMap may have. */
const BLOCK = 100;

function blocks(kind: string, entries: readonly string[]): string {
  let text = "";
  for (let start = 0; start < entries.length; start += BLOCK) {
    const block = entries.slice(start, start + BLOCK);
    text += `${block.length} begin${kind}\n${block.join("\n")}\nend${kind}\n`;
  }
  return text;
}

/** ToUnicode: the text of each code. */
export function toUnicodeCMap(texts: Iterable<readonly [code: number, text: string]>): string {
  const entries = [...texts].map(([code, text]) => `<${hexCode(code)}><${utf16(text)}>`);
  return `${HEAD("Adobe-Identity-UCS")}/CMapType 2 def\n${CODES}${blocks("bfchar", entries)}${TAIL}`;
}

/** The encoding of a font whose codes are glyph numbers but for a few. */
export function encodingCMap(name: string, specials: Iterable<readonly [code: number, glyph: number]>): string {
  const entries = [...specials];
  const first = Math.min(...entries.map(([code]) => code));
  const own = entries.map(([code, glyph]) => `<${hexCode(code)}> ${glyph}`);
  // A range may not pass the end of a high byte.
  const ranges: string[] = [];
  for (let start = 0; start < first; start += 256) {
    ranges.push(`<${hexCode(start)}><${hexCode(Math.min(start + 255, first - 1))}> ${start}`);
  }
  return `${HEAD(name)}/CMapType 1 def\n/WMode 0 def\n${CODES}${blocks("cidrange", ranges)}${blocks("cidchar", own)}${TAIL}`;
}
