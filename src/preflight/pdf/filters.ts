/** A stream as it stands in the file → its bytes, unpacked; the formats of pictures stay as they are. */
import { inflateRawSync, inflateSync, constants as zlib } from "node:zlib";
import { ascii85, asciiHex, lzw, runLength, TooLarge } from "./old-filters.js";
import { unpredict } from "./predictor.js";
import { isArray, isDict, NO_DICT, type PdfDict, type PdfStream, type PdfValue } from "./values.js";

export interface Unpacked {
  readonly bytes: Uint8Array;
  /** The format that is left, which is that of a picture: `DCTDecode`, `JPXDecode`, `CCITTFaxDecode`, `JBIG2Decode`. */
  readonly picture?: string | undefined;
  /** Why there are no bytes: they are no longer what they were, or unpack to more than fits into memory. */
  readonly failure?: "damaged" | "too-large" | undefined;
}

/** More than any page or picture that is meant to be printed; a few kilobytes can unpack to gigabytes. */
const MOST_BYTES = 384 * 1024 * 1024;

/** Programs apply one or two. */
const MOST_FILTERS = 8;

const PICTURES = new Set(["DCTDecode", "DCT", "JPXDecode", "CCITTFaxDecode", "CCF", "JBIG2Decode"]);
const FULL_NAMES: Readonly<Record<string, string>> = { DCT: "DCTDecode", CCF: "CCITTFaxDecode" };

type Filter = (bytes: Uint8Array, parameters: (name: string) => number | undefined) => Uint8Array;

const FILTERS: Readonly<Record<string, Filter>> = {
  FlateDecode: (bytes, of) => unpredict(inflate(bytes), of),
  LZWDecode: (bytes, of) => unpredict(lzw(bytes, of("EarlyChange") ?? 1, MOST_BYTES), of),
  ASCII85Decode: (bytes) => ascii85(bytes),
  ASCIIHexDecode: (bytes) => asciiHex(bytes),
  RunLengthDecode: (bytes) => runLength(bytes, MOST_BYTES),
  Crypt: (bytes) => bytes,
};
const SHORT: Readonly<Record<string, string>> = {
  Fl: "FlateDecode",
  LZW: "LZWDecode",
  A85: "ASCII85Decode",
  AHx: "ASCIIHexDecode",
  RL: "RunLengthDecode",
};

/** `resolve`: follows references, of which filters may have some. */
export function unpack({ dict, packed }: PdfStream, resolve: (value: PdfValue | undefined) => PdfValue): Unpacked {
  const listed = (name: string, short: string): readonly PdfValue[] => {
    const value = resolve(dict.get(name) ?? dict.get(short));
    return isArray(value) ? value.map(resolve) : value === null ? [] : [value];
  };
  const names = listed("Filter", "F");
  const parameters = listed("DecodeParms", "DP");
  let bytes = packed;
  for (const [index, name] of names.slice(0, MOST_FILTERS).entries()) {
    if (typeof name !== "string") return { bytes: new Uint8Array(), failure: "damaged" };
    if (PICTURES.has(name)) return { bytes, picture: FULL_NAMES[name] ?? name };
    const filter = FILTERS[SHORT[name] ?? name];
    if (filter === undefined) return { bytes: new Uint8Array(), failure: "damaged" };
    const given = parameters[index];
    const own: PdfDict = isDict(given) ? given : NO_DICT;
    try {
      bytes = filter(bytes, (key) => {
        const value = resolve(own.get(key));
        return typeof value === "number" ? value : undefined;
      });
    } catch (error) {
      return { bytes: new Uint8Array(), failure: isTooLarge(error) ? "too-large" : "damaged" };
    }
  }
  return { bytes };
}

/** Files that were cut off end in the middle; some programs write a wrong checksum. */
function inflate(bytes: Uint8Array): Uint8Array {
  const options = { finishFlush: zlib.Z_SYNC_FLUSH, maxOutputLength: MOST_BYTES };
  try {
    return inflateSync(bytes, options);
  } catch (error) {
    if (isTooLarge(error)) throw error;
    return inflateRawSync(bytes.subarray(2), options);
  }
}

const isTooLarge = (error: unknown): boolean =>
  error instanceof TooLarge || (error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE");
