/** A build and what became of each piece since an edition → the manifest of boxes in which only the changes were exchanged. */
import type { Manifest } from "../deliver/index.js";
import type { Comparison } from "./compare.js";

/** Pieces that stayed in the boxes keep the version that stands on them: the next list of what to exchange names it. */
export function carryVersions(built: Manifest, before: Manifest, { reprint }: Pick<Comparison, "reprint">): Manifest {
  const printed = new Map(before.pieces.map(({ id, version }) => [id, version]));
  const again = new Set(reprint);
  return {
    ...built,
    pieces: built.pieces.map((piece) => {
      const version = again.has(piece.id) ? undefined : printed.get(piece.id);
      return version === undefined ? piece : { ...piece, version };
    }),
  };
}
