/** Faces as they are made → what the manifest says of each piece, and where to find it for a placed face. */
import type { Piece } from "../content/kit.js";
import { LOCAL_FILE } from "../content/read/local.js";
import { type Leaf, leavesIn } from "../content/walk.js";
import { type FaceFacts, type ManifestPiece, sha256 } from "../deliver/index.js";
import type { Face, FaceText, PieceFaces } from "../faces/index.js";
import type { LocalKit } from "../localise/index.js";

/** Lists, and not sets: most pieces have two faces and five texts, and a book of cards has ten thousand pieces. */
interface Seen {
  readonly keys: string[];
  readonly texts: FaceText[];
}

export class MadePieces {
  readonly #facts = new Map<string, FaceFacts>();
  readonly #seen = new Map<string, Seen>();

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

  /** Every piece with the hash of all its looks and the texts on them. */
  list(local: LocalKit): readonly ManifestPiece[] {
    const { components, version } = local.kit;
    const pieces = new Map(components.flatMap(({ id, pieces }) => pieces.map((piece) => [`${id}/${piece.id}`, piece])));
    return [...this.#seen].map(([id, { keys, texts }]) => {
      const piece = pieces.get(id);
      return {
        id,
        version,
        ...(piece && { number: piece.number }),
        hash: hashOf(keys.toSorted().join()),
        texts: Object.fromEntries([...namedIn(id, texts), ...(piece ? valuesOf(piece, local) : [])]),
      };
    });
  }

  #add(name: string, piece: string, { key, codes, texts }: Face): void {
    this.#facts.set(name, { key, codes });
    const seen = this.#seen.get(piece) ?? { keys: [], texts: [] };
    this.#seen.set(piece, seen);
    if (!seen.keys.includes(key)) seen.keys.push(key);
    for (const text of texts) if (!seen.texts.some(({ id }) => id === text.id)) seen.texts.push(text);
  }
}

/** The texts of a piece by its fields, others by the names that they have in the kit. */
const namedIn = (piece: string, texts: readonly FaceText[]): readonly (readonly [string, string])[] =>
  texts.map(({ id, text }) => [id.startsWith(`${piece}/`) ? id.slice(piece.length + 1) : id, text]);

/** What is no text and shows all the same: a date, a drawing's name, the address of a link. */
const valuesOf = ({ values }: Piece, { kit }: LocalKit): readonly (readonly [string, string])[] =>
  [...leavesIn(values)]
    .filter((leaf) => !isText(leaf) && leaf.at.source.name !== LOCAL_FILE)
    .map(({ kind, field, value }) => {
      const address = kind === "link" ? kit.links.get(value)?.printed : undefined;
      return [field, address ?? String(value)];
    });

const isText = ({ kind }: Leaf): boolean => kind === "text" || kind === "markdown";

/** Of a kit that an editor has open, all but one card are as they were. */
const MOST_KNOWN = 2000;
const known = new Map<string, string>();

function hashOf(keys: string): string {
  const hash = known.get(keys) ?? sha256(keys).slice(0, HASH_LENGTH);
  if (known.size < MOST_KNOWN) known.set(keys, hash);
  return hash;
}

/** 64 bits: two pieces of a kit will not meet by chance, and a line of the manifest stays short. */
const HASH_LENGTH = 16;

const factsKey = (paper: string, piece: string, side: string): string => `${paper}|${piece}|${side}`;
