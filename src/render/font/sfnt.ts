/** Bytes of a TrueType or OpenType file ↔ its tables. */

/** Tables by tag, as views of the file's own bytes. */
export type Tables = ReadonlyMap<string, DataView>;

const HEADER = 12;
const RECORD = 16;

export function readTables(bytes: Uint8Array): Tables {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, DataView>();
  for (let index = 0; index < file.getUint16(4); index++) {
    const record = HEADER + index * RECORD;
    const tag = String.fromCharCode(...bytes.subarray(record, record + 4));
    const [offset, length] = [file.getUint32(record + 8), file.getUint32(record + 12)];
    tables.set(tag, new DataView(bytes.buffer, bytes.byteOffset + offset, length));
  }
  return tables;
}

/** The bytes of a table. */
export const bytesOf = (table: DataView): Uint8Array =>
  new Uint8Array(table.buffer, table.byteOffset, table.byteLength);

/** Makes a TrueType file of `tables`, which come in the order of their tags. */
export function writeTables(tables: readonly (readonly [tag: string, bytes: Uint8Array])[]): Uint8Array {
  const padded = (length: number): number => (length + 3) & ~3;
  const size = tables.reduce((sum, [, bytes]) => sum + padded(bytes.length), HEADER + RECORD * tables.length);
  const file = new Uint8Array(size);
  const view = new DataView(file.buffer);
  const power = Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, 16 << power);
  view.setUint16(8, power);
  view.setUint16(10, RECORD * tables.length - (16 << power));
  let offset = HEADER + RECORD * tables.length;
  let head = 0;
  for (const [index, [tag, bytes]] of tables.entries()) {
    const record = HEADER + index * RECORD;
    for (let letter = 0; letter < 4; letter++) file[record + letter] = tag.charCodeAt(letter);
    file.set(bytes, offset);
    if (tag === "head") {
      head = offset;
      view.setUint32(head + CHECKSUM_IN_HEAD, 0);
    }
    view.setUint32(record + 4, checksum(view, offset, padded(bytes.length)));
    view.setUint32(record + 8, offset);
    view.setUint32(record + 12, bytes.length);
    offset += padded(bytes.length);
  }
  view.setUint32(head + CHECKSUM_IN_HEAD, (WHOLE_FILE_SUM - checksum(view, 0, size)) >>> 0);
  return file;
}

const CHECKSUM_IN_HEAD = 8;
/** What all words of a right file add up to. */
const WHOLE_FILE_SUM = 0xb1b0afba;

function checksum(view: DataView, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
