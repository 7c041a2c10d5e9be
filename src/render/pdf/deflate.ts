/** Bytes or operators → a zlib stream that is the same on every machine: Node's zlib is not, all here is JavaScript. */
import { zlibSync } from "fflate";
import { FONT_CODES } from "./font-codes.js";
import { OPERATOR_CODES } from "./operator-codes.js";
import { quickDeflate } from "./quick-deflate.js";

/** Where more effort stops paying: level 9 takes twice as long for 1 %. */
const LEVEL = 6;

/** Pictures, colour profiles. */
export const deflate = (bytes: Uint8Array): Uint8Array => zlibSync(bytes, { level: LEVEL });

/** Content streams are ASCII: one byte a character. */
export const deflateText = (text: string): Uint8Array => quickDeflate(Buffer.from(text, "latin1"), OPERATOR_CODES);

export const deflateFont = (bytes: Uint8Array): Uint8Array => quickDeflate(bytes, FONT_CODES);
