/** Bytes → text, in the encodings in which spreadsheets save. */
import { isUtf8 } from "node:buffer";

export type Encoding = "utf-8" | "utf-16" | "windows-1252";

export interface Decoded {
  /** Without byte order mark. */
  readonly text: string;
  /** What is no Unicode is taken for what Excel on Windows writes in Western Europe. */
  readonly encoding: Encoding;
}

export function decode(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: textOf(bytes, "utf-16le"), encoding: "utf-16" };
  if (first === 0xfe && second === 0xff) return { text: textOf(bytes, "utf-16be"), encoding: "utf-16" };
  if (isUtf8(bytes)) return { text: textOf(bytes, "utf-8"), encoding: "utf-8" };
  return { text: textOf(bytes, "windows-1252"), encoding: "windows-1252" };
}

const textOf = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes);
