/** Bytes of a font file → its tables, or the reason why we cannot print with it. */
import { type FontProblem, fontProblem } from "./messages.js";

/** A font file that cannot be used. `message` and `hint` are made for users; `code` names the diagnostic. */
export class FontError extends Error {
  override readonly name = "FontError";
  readonly code: FontProblem;
  readonly hint: string;

  constructor(code: FontProblem) {
    const { message, hint } = fontProblem(code);
    super(message);
    this.code = code;
    this.hint = hint;
  }
}

/** First four bytes of the kinds of font files that people try. */
const SIGNATURES: ReadonlyMap<number, "static" | FontProblem> = new Map([
  [0x00010000, "static"],
  [0x4f54544f, "static"], // OTTO
  [0x74727565, "static"], // true
  [0x774f4632, "font-woff2"], // wOF2
  [0x774f4646, "font-woff"], // wOFF
  [0x74746366, "font-collection"], // ttcf
  [0x80010000, "font-type1"], // PFB, read with the length masked out
  [0x25215053, "font-type1"], // %!PS
]);

/** Without these, HarfBuzz still opens the file and shows nothing. */
const NEEDED_TABLES = ["cmap", "head", "hhea", "hmtx", "maxp"];
const OUTLINE_TABLES = ["glyf", "CFF "];

/** Tags of the tables of a static TTF or OTF file. Throws a `FontError` for anything else. */
export function checkFontFile(bytes: Uint8Array): ReadonlySet<string> {
  if (bytes.length < 12) throw new FontError("font-not-a-font");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const signature = view.getUint32(0);
  const kind = SIGNATURES.get(signature >>> 16 === 0x8001 ? 0x80010000 : signature) ?? "font-not-a-font";
  if (kind !== "static") throw new FontError(kind);
  const tables = readTableTags(view);
  if (tables.has("fvar")) throw new FontError("font-variable");
  const complete = NEEDED_TABLES.every((tag) => tables.has(tag)) && OUTLINE_TABLES.some((tag) => tables.has(tag));
  if (!complete) throw new FontError("font-broken");
  return tables;
}

const TABLE_RECORD = 16;

function readTableTags(view: DataView): ReadonlySet<string> {
  const count = view.getUint16(4);
  if (view.byteLength < 12 + count * TABLE_RECORD) throw new FontError("font-broken");
  const tags = new Set<string>();
  for (let index = 0; index < count; index++) {
    const record = 12 + index * TABLE_RECORD;
    if (view.getUint32(record + 8) + view.getUint32(record + 12) > view.byteLength) throw new FontError("font-broken");
    tags.add(String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(record + byte))));
  }
  return tags;
}
