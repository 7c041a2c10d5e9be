/** The `cmap` table of a font → the characters that each glyph stands for when nothing else is said. */

/** The lowest code point of each glyph, by glyph id. Subtables of formats 4 and 12 are read: others hold no more. */
export function reverseCmap(cmap: DataView): ReadonlyMap<number, number> {
  const lowest = new Map<number, number>();
  const add = (codePoint: number, glyph: number): void => {
    if (glyph === 0) return;
    const known = lowest.get(glyph);
    if (known === undefined || codePoint < known) lowest.set(glyph, codePoint);
  };
  for (let index = 0; index < cmap.getUint16(2); index++) {
    const record = 4 + index * 8;
    if (!isUnicode(cmap.getUint16(record), cmap.getUint16(record + 2))) continue;
    const offset = cmap.getUint32(record + 4);
    const format = cmap.getUint16(offset);
    if (format === 4) readSegments(cmap, offset, add);
    else if (format === 12) readGroups(cmap, offset, add);
  }
  return lowest;
}

type Add = (codePoint: number, glyph: number) => void;

const isUnicode = (platform: number, encoding: number): boolean =>
  platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));

/** Format 4: segments of the basic plane. */
function readSegments(cmap: DataView, at: number, add: Add): void {
  const doubled = cmap.getUint16(at + 6);
  const ends = at + 14;
  const starts = ends + doubled + 2;
  const deltas = starts + doubled;
  const ranges = deltas + doubled;
  for (let segment = 0; segment < doubled; segment += 2) {
    const start = cmap.getUint16(starts + segment);
    const end = cmap.getUint16(ends + segment);
    const delta = cmap.getUint16(deltas + segment);
    const range = cmap.getUint16(ranges + segment);
    for (let code = start; code <= end && code < 0xffff; code++) {
      if (range === 0) {
        add(code, (code + delta) & 0xffff);
        continue;
      }
      const place = ranges + segment + range + 2 * (code - start);
      const glyph = place + 2 <= cmap.byteLength ? cmap.getUint16(place) : 0;
      if (glyph !== 0) add(code, (glyph + delta) & 0xffff);
    }
  }
}

/** Format 12: groups of any plane. */
function readGroups(cmap: DataView, at: number, add: Add): void {
  for (let group = 0; group < cmap.getUint32(at + 12); group++) {
    const record = at + 16 + group * 12;
    const start = cmap.getUint32(record);
    const end = cmap.getUint32(record + 4);
    const glyph = cmap.getUint32(record + 8);
    for (let code = start; code <= end; code++) add(code, glyph + code - start);
  }
}

/** Blocks of letter forms (ﬁ, ﺒ) that stand for ordinary letters. */
const PRESENTATION_FORMS = [
  [0xfb00, 0xfdff],
  [0xfe70, 0xfefe],
] as const;

/** The text of a code point; of a ligature or a letter's form, the letters it is made of. */
export function textOf(codePoint: number): string {
  const text = String.fromCodePoint(codePoint);
  const isForm = PRESENTATION_FORMS.some(([first, last]) => codePoint >= first && codePoint <= last);
  return isForm ? text.normalize("NFKC") : text;
}
