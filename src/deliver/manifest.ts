/** What was made, where each face and code landed → `manifest.json`. */
import { createHash } from "node:crypto";
import type { Mm, Pt, Rect } from "../units.js";
import { toMm } from "../units.js";

export interface RectMm {
  readonly x: Mm;
  readonly y: Mm;
  readonly width: Mm;
  readonly height: Mm;
}

export interface PlacedFace {
  readonly piece: string;
  readonly side: "front" | "back";
  readonly copy: number;
  /** 1-based page of the file. */
  readonly page: number;
  /** The trim on the page, from the top left corner. */
  readonly rect: RectMm;
  /** Hash of all that can be seen of the face; absent for a side that its template leaves empty. */
  readonly hash?: string | undefined;
}

export interface PlacedCode {
  readonly link: string;
  /** What the code holds. */
  readonly url: string;
  /** The page that the kit's redirect must lead it to; absent without a redirect. */
  readonly target?: string | undefined;
  readonly piece: string;
  readonly page: number;
  readonly rect: RectMm;
}

/** The outlines of sheets that are cut alike. */
export interface CutFile {
  readonly path: string;
  /** Their numbers, from 1. */
  readonly sheets: readonly number[];
}

export interface ManifestFile {
  readonly path: string;
  readonly title: string;
  readonly target: string;
  readonly paper: string;
  readonly components: readonly string[];
  readonly duplex: string;
  /**
   * Its pages are drawn for this printer, which misses by as much: `faces` and `codes` tell where they come to lie on its
   * paper. Absent where any printer may print it.
   */
  readonly printer?: string | undefined;
  /** For paper that goes through the printer twice: 1 are the fronts, 2 the backs, on the same sheets. */
  readonly pass?: 1 | 2 | undefined;
  readonly pages: number;
  /** Sheets of paper: a front and its back are one. */
  readonly sheets: number;
  readonly cuts: number;
  readonly bytes: number;
  readonly sha256: string;
  /** Files for a cutting machine beside it; absent where none were asked for. */
  readonly cutFiles?: readonly CutFile[] | undefined;
  readonly faces: readonly PlacedFace[];
  readonly codes: readonly PlacedCode[];
}

export interface ManifestPiece {
  readonly id: string;
  readonly version: string;
  /** 1-based place in its component; pages of booklets have theirs in their name. */
  readonly number?: number | undefined;
  /** Hash of what can be seen of its faces. */
  readonly hash: string;
  /**
   * What it prints, by name: its own fields (`title`; of a link its address), other texts of the kit (`ui.why`). Only so
   * can it be told later which words changed. Absent where a program of before the second schema made it.
   */
  readonly texts?: Readonly<Record<string, string>> | undefined;
}

/** The number changes when what is told changes so that programs must know. */
export const MANIFEST_SCHEMA = "mallette.manifest/2";

/** Before, pieces told neither their place nor their texts. */
export const FIRST_SCHEMA = "mallette.manifest/1";

/** A file that tells of others: it holds no piece. */
export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What goes with the files of a folder: their ticket, an archive of all. */
export interface ManifestOrder {
  readonly folder: string;
  readonly files: readonly WrittenFile[];
}

export interface Manifest {
  readonly schema: typeof MANIFEST_SCHEMA;
  readonly kit: string;
  readonly version: string;
  readonly date: string;
  readonly locale: string;
  /** The edition some of whose pieces these replace; absent where all was made. */
  readonly since?: string | undefined;
  readonly pieces: readonly ManifestPiece[];
  readonly files: readonly ManifestFile[];
  /** By folder; absent where nothing goes with the files. */
  readonly orders?: readonly ManifestOrder[] | undefined;
}

/** A hundredth of a millimetre is finer than any printer. */
const round = (value: Pt): Mm => Math.round(toMm(value) * 100) / 100;

export const rectMm = ({ x, y, width, height }: Rect): RectMm => ({
  x: round(x),
  y: round(y),
  width: round(width),
  height: round(height),
});

/** The length and checksum of a file that is written piece by piece. */
export function fileSum() {
  const hash = createHash("sha256");
  let bytes = 0;
  return {
    add(chunk: Uint8Array): void {
      hash.update(chunk);
      bytes += chunk.length;
    },
    get bytes(): number {
      return bytes;
    },
    /** Ends the sum. */
    sha256: (): string => hash.digest("hex"),
  };
}

export const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

const json = (value: unknown): string => JSON.stringify(value);

/** A list, an item a line. */
function* rowsOf(values: readonly unknown[], indent: string): Generator<string> {
  for (const [at, value] of values.entries()) yield `${at === 0 ? "[" : ","}\n${indent}  ${json(value)}`;
  yield values.length === 0 ? "[]" : `\n${indent}]`;
}

/** JSON that a person can read: one face, code or piece a line. In parts, for that of a large kit is ten megabytes long. */
export function* manifestParts(manifest: Manifest): Generator<string> {
  const { pieces, files, orders = [], ...head } = manifest;
  yield "{\n";
  for (const [name, value] of Object.entries(head)) yield `  ${json(name)}: ${json(value)},\n`;
  yield '  "pieces": ';
  yield* rowsOf(pieces, "  ");
  yield ',\n  "files": [\n';
  for (const [at, { faces, codes, ...file }] of files.entries()) {
    const facts = Object.entries(file).map(([name, value]) => `      ${json(name)}: ${json(value)},\n`);
    yield `${at === 0 ? "" : ",\n"}    {\n${facts.join("")}      "faces": `;
    yield* rowsOf(faces, "      ");
    yield ',\n      "codes": ';
    yield* rowsOf(codes, "      ");
    yield "\n    }";
  }
  yield "\n  ]";
  if (orders.length > 0) {
    yield ',\n  "orders": ';
    yield* rowsOf(orders, "  ");
  }
  yield "\n}\n";
}

/** The same as one text. */
export const manifestText = (manifest: Manifest): string => [...manifestParts(manifest)].join("");
