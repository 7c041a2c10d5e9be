/** Faces as they are made → what the manifest says of each piece, and where to find it for a placed face. */
import { type FaceFacts, type ManifestPiece, sha256 } from "../deliver/index.js";
import type { Face, PieceFaces } from "../faces/index.js";

export class MadePieces {
  readonly #facts = new Map<string, FaceFacts>();
  readonly #hashes = new Map<string, Set<string>>();

  /** Takes down the faces of a piece on a paper: what is as large as its paper looks different on each. */
  note(paper: string, piece: string, { front, back }: PieceFaces): void {
    if (this.#facts.has(factsKey(paper, piece, "front"))) return;
    this.#add(factsKey(paper, piece, "front"), piece, front);
    if (back) this.#add(factsKey(paper, piece, "back"), piece, back);
  }

  /** What was noted of a face; undefined for a side that its template leaves empty. */
  facts(paper: string, piece: string, side: "front" | "back"): FaceFacts | undefined {
    return this.#facts.get(factsKey(paper, piece, side));
  }

  /** Every piece with the hash of all its looks. */
  list(version: string): readonly ManifestPiece[] {
    return [...this.#hashes].map(([id, keys]) => ({
      id,
      version,
      hash: sha256([...keys].sort().join()).slice(0, HASH_LENGTH),
    }));
  }

  #add(name: string, piece: string, { key, codes }: Face): void {
    this.#facts.set(name, { key, codes });
    const seen = this.#hashes.get(piece) ?? new Set();
    this.#hashes.set(piece, seen.add(key));
  }
}

/** 64 bits: two pieces of a kit will not meet by chance, and a line of the manifest stays short. */
const HASH_LENGTH = 16;

const factsKey = (paper: string, piece: string, side: string): string => `${paper}|${piece}|${side}`;
