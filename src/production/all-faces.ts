/** Planned files → every face they need, made once; each piece with the hash of what it looks like. */
import type { Kit } from "../content/kit.js";
import type { ManifestPiece } from "../deliver/index.js";
import { sha256 } from "../deliver/index.js";
import type { CodeOnFace, Face, FaceMaker } from "../faces/index.js";
import type { Paper } from "../impose/index.js";
import { type Output, trimOf } from "../plan/outputs.js";

export interface FaceNeeds {
  readonly kit: Kit;
  readonly maker: FaceMaker;
  readonly papers: ReadonlyMap<string, Paper>;
}

/** What is remembered of a face once it is made: enough for the manifest, nothing that grows with its content. */
export interface FaceFacts {
  readonly key: string;
  readonly codes: readonly CodeOnFace[];
}

export interface MadePieces {
  readonly list: readonly ManifestPiece[];
  /** By file path's paper, piece and side. */
  facts(paper: string, piece: string, side: "front" | "back"): FaceFacts | undefined;
}

export const factsKey = (paper: string, piece: string, side: string): string => `${paper}|${piece}|${side}`;

export async function makeAllFaces(outputs: readonly Output[], { kit, maker, papers }: FaceNeeds): Promise<MadePieces> {
  const facts = new Map<string, FaceFacts>();
  const hashes = new Map<string, Set<string>>();
  for (const { paper, components } of outputs) {
    for (const component of components) {
      for (const piece of component.pieces) {
        const format = kit.formats.get(piece.format);
        if (!format) continue;
        const name = `${component.id}/${piece.id}`;
        if (facts.has(factsKey(paper, name, "front"))) continue;
        const making = maker.faces(component, piece, trimOf(format, papers.get(paper)));
        const faces = making instanceof Promise ? await making : making;
        if (!faces) continue;
        const seen = hashes.get(name) ?? new Set();
        hashes.set(name, seen);
        for (const side of ["front", "back"] as const) {
          const face: Face | undefined = faces[side];
          if (!face) continue;
          facts.set(factsKey(paper, name, side), { key: face.key, codes: face.codes });
          seen.add(face.key);
        }
      }
    }
  }
  const list = [...hashes].map(([id, keys]) => ({
    id,
    version: kit.version,
    hash: sha256([...keys].sort().join()).slice(0, 16),
  }));
  return { list, facts: (paper, piece, side) => facts.get(factsKey(paper, piece, side)) };
}
