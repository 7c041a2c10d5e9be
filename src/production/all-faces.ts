/** Planned files → every face they need, made once; each piece with the hash of what it looks like. */
import type { Kit } from "../content/kit.js";
import { type FaceFacts, type ManifestPiece, sha256 } from "../deliver/index.js";
import type { FaceMaker } from "../faces/index.js";
import type { Paper } from "../impose/index.js";
import type { Output } from "../plan/outputs.js";
import { trimOf } from "../plan/sizes.js";
import { breath } from "./breath.js";

export interface FaceNeeds {
  readonly kit: Kit;
  readonly maker: FaceMaker;
  readonly papers: ReadonlyMap<string, Paper>;
}

export interface MadePieces {
  readonly list: readonly ManifestPiece[];
  /** By the paper of the file, piece and side. */
  facts(paper: string, piece: string, side: "front" | "back"): FaceFacts | undefined;
}

/** Faces between two pauses: a few hundredths of a second. */
const FACES_PER_BREATH = 50;

/** Makes every face that the files need; a piece whose faces cannot be made was reported and is left out. */
export async function makeAllFaces(outputs: readonly Output[], { kit, maker, papers }: FaceNeeds): Promise<MadePieces> {
  const facts = new Map<string, FaceFacts>();
  const hashes = new Map<string, Set<string>>();
  let made = 0;
  for (const { paper, component, piece } of occurrences(outputs)) {
    const name = `${component.id}/${piece.id}`;
    const format = kit.formats.get(piece.format);
    if (!format || facts.has(factsKey(paper, name, "front"))) continue;
    const making = maker.faces(component, piece, trimOf(format, papers.get(paper)));
    const faces = making instanceof Promise ? await making : making;
    if (++made % FACES_PER_BREATH === 0) await breath();
    if (!faces) continue;
    const seen = hashes.get(name) ?? new Set();
    hashes.set(name, seen);
    for (const side of ["front", "back"] as const) {
      const face = faces[side];
      if (!face) continue;
      facts.set(factsKey(paper, name, side), { key: face.key, codes: face.codes });
      seen.add(face.key);
    }
  }
  const list = [...hashes].map(([id, keys]) => ({
    id,
    version: kit.version,
    hash: sha256([...keys].sort().join()).slice(0, HASH_LENGTH),
  }));
  return { list, facts: (paper, piece, side) => facts.get(factsKey(paper, piece, side)) };
}

/** 64 bits: two pieces of a kit will not meet by chance, and a line of the manifest stays short. */
const HASH_LENGTH = 16;

const factsKey = (paper: string, piece: string, side: string): string => `${paper}|${piece}|${side}`;

/** Every piece on every paper, as often as files hold it. */
function* occurrences(outputs: readonly Output[]) {
  for (const { paper, components } of outputs)
    for (const component of components) for (const piece of component.pieces) yield { paper, component, piece };
}
