/** Bytes or operators → a zlib stream that is the same on every machine: fflate is plain JavaScript, Node's zlib is not. */
import { zlibSync } from "fflate";

/** Where more effort stops paying: level 9 takes twice as long for 1 %. */
const LEVEL = 6;

export const deflate = (bytes: Uint8Array): Uint8Array => zlibSync(bytes, { level: LEVEL });

/** Content streams are ASCII: one byte a character. */
export const deflateText = (text: string): Uint8Array => deflate(Buffer.from(text, "latin1"));
