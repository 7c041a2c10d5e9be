import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Comparison, compareManifests, type PieceChange } from "../../src/changes/index.js";
import type { Manifest, ManifestPiece, PlacedFace } from "../../src/deliver/index.js";
import { fileEntry, manifestOf } from "../deliver/manifests.js";

const NAMES = ["jeu/a", "jeu/b", "jeu/c", "fiches/a", "fiches/b", "livret/p-1", "livret/p-2", "livret/p-10"];
const few = (...values: string[]) => fc.constantFrom(...values);

const piece = (id: string): fc.Arbitrary<ManifestPiece> =>
  fc.record(
    {
      id: fc.constant(id),
      version: fc.constant("1.0"),
      hash: few("1", "2", "3"),
      number: fc.integer({ min: 1, max: 4 }),
      texts: fc.dictionary(few("title", "steps.1", "ui.why", "livret/un/1", "__proto__"), few("", "Oui", "Non")),
    },
    { requiredKeys: ["id", "version", "hash"] },
  );

const faces = (pieces: readonly ManifestPiece[]): readonly PlacedFace[] =>
  pieces.map(({ id, hash }) => ({
    piece: id,
    side: "front",
    copy: 1,
    page: 1,
    rect: { x: 0, y: 0, width: 1, height: 1 },
    hash,
  }));

/** With what is on A4 or on A3, or with nothing placed at all. */
const manifest: fc.Arbitrary<Manifest> = fc
  .tuple(
    fc.subarray(NAMES).chain((names) => fc.tuple(...names.map(piece))),
    fc.subarray(["A4", "A3"]),
  )
  .map(([pieces, papers]) =>
    manifestOf(
      papers.map((paper) => fileEntry(`home-${paper}/tout.pdf`, { paper, faces: faces(pieces) })),
      { pieces },
    ),
  );

const named = (change: PieceChange["change"], { pieces }: Comparison): readonly string[] =>
  pieces
    .filter((one) => one.change === change)
    .map(({ piece }) => piece)
    .sort();

const idsOf = ({ pieces }: Manifest): readonly string[] => pieces.map(({ id }) => id);

describe("an edition and the kit of today", () => {
  it("an edition compared with itself: nothing", () => {
    fc.assert(
      fc.property(manifest, (one) => {
        const { pieces, unchanged, reprint } = compareManifests(one, one);
        expect({ pieces, unchanged, reprint }).toEqual({ pieces: [], unchanged: one.pieces.length, reprint: [] });
      }),
    );
  });

  it("each piece is told exactly once, under its name of today or its former one", () => {
    fc.assert(
      fc.property(manifest, manifest, (before, after) => {
        const { pieces, unchanged } = compareManifests(before, after);
        const told = pieces.flatMap(({ piece, from }) => (from === undefined ? [piece] : [piece, from]));
        expect(new Set(told).size).toBe(told.length);
        const all = new Set([...idsOf(before), ...idsOf(after)]);
        expect(told.every((id) => all.has(id))).toBe(true);
        expect(told.length + unchanged).toBe(all.size);
      }),
    );
  });

  it("what is not told is there on both sides, and looks the same", () => {
    fc.assert(
      fc.property(manifest, manifest, (before, after) => {
        const told = new Set(compareManifests(before, after).pieces.flatMap(({ piece, from }) => [piece, from]));
        for (const { id, hash } of after.pieces.filter((one) => !told.has(one.id)))
          expect(before.pieces.find((one) => one.id === id)?.hash).toBe(hash);
      }),
    );
  });

  it("the other way round, what was added is removed, and names and texts change back", () => {
    fc.assert(
      fc.property(manifest, manifest, (before, after) => {
        const there = compareManifests(before, after);
        const back = compareManifests(after, before);
        expect(named("removed", back)).toEqual(named("added", there));
        expect(named("added", back)).toEqual(named("removed", there));
        for (const change of ["changed", "look", "moved"] as const)
          expect(named(change, back)).toEqual(named(change, there));
        const names = ({ pieces }: Comparison) =>
          new Set(pieces.flatMap(({ piece, from }) => (from === undefined ? [] : [[piece, from].sort().join()])));
        expect(names(back)).toEqual(names(there));
        const fieldsOf = ({ pieces }: Comparison, turned: boolean) =>
          pieces
            .flatMap(({ piece, fields = [] }) =>
              fields.map(({ field, before: a, after: b }) => [piece, field, turned ? b : a, turned ? a : b].join("|")),
            )
            .sort();
        expect(fieldsOf(back, true)).toEqual(fieldsOf(there, false));
      }),
    );
  });

  it("what is to print again is all that is new or looks different, and nothing else", () => {
    fc.assert(
      fc.property(manifest, manifest, (before, after) => {
        const comparison = compareManifests(before, after);
        const kinds = (["added", "changed", "look"] as const).flatMap((change) => named(change, comparison));
        expect([...comparison.reprint].sort()).toEqual(kinds.sort());
      }),
    );
  });
});
