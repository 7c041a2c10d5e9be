/** Drawings and the codes of their special glyphs → deflated operators, remembered from one document to the next. */
import type { Drawing } from "./ink/drawing.js";
import { LruCache } from "./lru.js";
import { deflateText } from "./pdf/deflate.js";
import { hexCode } from "./pdf/hex.js";

interface Packed {
  readonly codes: string;
  readonly bytes: Uint8Array;
}

/** Pages are drawn anew for each document, from few and short operators: a thousand of them are kept by their text. */
const PAGE_LIMIT = 16 * 1024 * 1024;

export class PackCache {
  /** Drawings that are kept themselves (faces, vectors) keep their bytes as long as they live. */
  readonly #byDrawing = new WeakMap<Drawing, Packed>();
  readonly #byText = new LruCache<Uint8Array>(PAGE_LIMIT, (bytes) => 4 * bytes.length);

  pack(drawing: Drawing, codes: readonly number[]): Uint8Array {
    const key = codes.join();
    const known = this.#byDrawing.get(drawing);
    if (known?.codes === key) return known.bytes;
    const bytes = this.#deflate(fillIn(drawing.parts, codes));
    this.#byDrawing.set(drawing, { codes: key, bytes });
    return bytes;
  }

  #deflate(text: string): Uint8Array {
    const known = this.#byText.get(text);
    if (known) return known;
    const bytes = deflateText(text);
    this.#byText.set(text, bytes);
    return bytes;
  }
}

function fillIn(parts: readonly string[], codes: readonly number[]): string {
  let text = parts[0]!;
  for (let index = 0; index < codes.length; index++) text += hexCode(codes[index]!) + parts[index + 1]!;
  return text;
}
