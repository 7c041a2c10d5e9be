/** Bytes or operators → a zlib stream that is the same on every machine: Node's zlib is not, all here is JavaScript. */
import { zlibSync } from "fflate";
import { MOST_BYTES, quickDeflate } from "./quick-deflate.js";

/** Where more effort stops paying: level 9 takes twice as long for 1 %. */
const LEVEL = 6;

export const deflate = (bytes: Uint8Array): Uint8Array => zlibSync(bytes, { level: LEVEL });

/** Content streams are ASCII: one byte a character. */
export function deflateText(text: string): Uint8Array {
  const bytes = Buffer.from(text, "latin1");
  return bytes.length <= MOST_BYTES ? quickDeflate(bytes) : deflate(bytes);
}
