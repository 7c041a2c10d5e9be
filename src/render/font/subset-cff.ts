/** An OpenType font with CFF outlines and the glyphs in use → a font file with only these, by HarfBuzz's subsetter. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** What this file uses of `harfbuzz-subset.wasm`; pointers are numbers. */
interface SubsetLibrary {
  readonly memory: { readonly buffer: ArrayBuffer };
  _initialize(): void;
  malloc(size: number): number;
  free(pointer: number): void;
  hb_blob_create(data: number, length: number, mode: number, userData: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_length(blob: number): number;
  hb_blob_get_data(blob: number, length: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_set_add(set: number, value: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_glyph_set(input: number): number;
  hb_subset_input_set(input: number, which: number): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_or_fail(face: number, input: number): number;
}

/** Node's types lack WebAssembly without those of browsers. */
interface WasmHost {
  readonly WebAssembly: {
    instantiate(
      bytes: Uint8Array,
      imports: object,
    ): Promise<{ readonly instance: { readonly exports: SubsetLibrary } }>;
  };
}

const MODE_WRITABLE = 2;
const NO_HINTING = 1;
const RETAIN_GLYPH_NUMBERS = 2;
const SET_DROPPED_TABLES = 3;
/** Shaping is done; PDF readers use none of these. */
const UNUSED_TABLES = ["BASE", "DSIG", "GDEF", "GPOS", "GSUB", "JSTF", "MATH", "VORG", "name", "post"];

let loading: Promise<SubsetLibrary> | undefined;

async function start(): Promise<SubsetLibrary> {
  const path = createRequire(import.meta.url).resolve("harfbuzzjs/dist/harfbuzz-subset.wasm");
  const host = globalThis as unknown as WasmHost;
  const { instance } = await host.WebAssembly.instantiate(readFileSync(path), {});
  const library = instance.exports;
  library._initialize();
  return library;
}

/** Makes the subset; glyphs keep their numbers. Throws when the file is no font that HarfBuzz reads. */
export async function subsetCff(file: Uint8Array, glyphs: ReadonlySet<number>): Promise<Uint8Array> {
  loading ??= start();
  const hb = await loading;
  const data = hb.malloc(file.length);
  new Uint8Array(hb.memory.buffer).set(file, data);
  const source = hb.hb_blob_create(data, file.length, MODE_WRITABLE, 0, 0);
  const face = hb.hb_face_create(source, 0);
  const input = hb.hb_subset_input_create_or_fail();
  hb.hb_subset_input_set_flags(input, NO_HINTING | RETAIN_GLYPH_NUMBERS);
  const wanted = hb.hb_subset_input_glyph_set(input);
  for (const glyph of glyphs) hb.hb_set_add(wanted, glyph);
  const dropped = hb.hb_subset_input_set(input, SET_DROPPED_TABLES);
  for (const tag of UNUSED_TABLES) hb.hb_set_add(dropped, tagNumber(tag));
  const subset = hb.hb_subset_or_fail(face, input);
  try {
    if (subset === 0) throw new Error("HarfBuzz could not make a subset of the font.");
    const blob = hb.hb_face_reference_blob(subset);
    const start = hb.hb_blob_get_data(blob, 0);
    const bytes = new Uint8Array(hb.memory.buffer, start, hb.hb_blob_get_length(blob)).slice();
    hb.hb_blob_destroy(blob);
    hb.hb_face_destroy(subset);
    return bytes;
  } finally {
    hb.hb_subset_input_destroy(input);
    hb.hb_face_destroy(face);
    hb.hb_blob_destroy(source);
    hb.free(data);
  }
}

const tagNumber = (tag: string): number =>
  [...tag].reduce((number, letter) => ((number << 8) | letter.charCodeAt(0)) >>> 0, 0);
