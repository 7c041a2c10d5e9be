import { describe, expect, it } from "vitest";
import { compareManifests } from "../../src/changes/index.js";
import type { Manifest, ManifestPiece, PlacedFace } from "../../src/deliver/index.js";
import { fileEntry, manifestOf } from "../deliver/manifests.js";

const piece = (id: string, change: Partial<ManifestPiece> = {}): ManifestPiece => ({
  id,
  version: "1.0",
  hash: "h",
  texts: {},
  ...change,
});

const face = (id: string, hash: string | undefined, side: "front" | "back" = "front"): PlacedFace => ({
  piece: id,
  side,
  copy: 1,
  page: 1,
  rect: { x: 0, y: 0, width: 1, height: 1 },
  ...(hash !== undefined && { hash }),
});

const on = (paper: string, ...faces: PlacedFace[]) => fileEntry(`home-${paper}/tout.pdf`, { paper, faces });
const kindsOf = (before: Manifest, after: Manifest) =>
  compareManifests(before, after).pieces.map(({ piece: id, change }) => `${id} ${change}`);

describe("the paper", () => {
  it("a poster printed on A4 alone is not changed by being made on A3 too", () => {
    const before = manifestOf([on("A4", face("affiche/une", "a4"))], { pieces: [piece("affiche/une", { hash: "4" })] });
    const both = [on("A4", face("affiche/une", "a4")), on("A3", face("affiche/une", "a3"))];
    expect(kindsOf(before, manifestOf(both, { pieces: [piece("affiche/une", { hash: "43" })] }))).toEqual([]);
  });

  it("a sheet of an older build beside a newer one counts: it was printed too", () => {
    const old = [on("A4", face("jeu/a", "new")), on("A3", face("jeu/a", "old"))];
    const now = [on("A4", face("jeu/a", "new")), on("A3", face("jeu/a", "new"))];
    const pieces = [piece("jeu/a")];
    expect(kindsOf(manifestOf(old, { pieces }), manifestOf(now, { pieces }))).toEqual(["jeu/a look"]);
  });

  it("a back that was not printed is none that is lacking; a back that was drawn since is", () => {
    const front = [on("A4", face("jeu/a", "f"))];
    const both = [on("A4", face("jeu/a", "f"), face("jeu/a", "b", "back"))];
    const pieces = [piece("jeu/a")];
    expect(kindsOf(manifestOf(front, { pieces }), manifestOf(both, { pieces }))).toEqual([]);
    const drawn = manifestOf(both, { pieces: [piece("jeu/a", { hash: "with a back" })] });
    expect(kindsOf(manifestOf(front, { pieces }), drawn)).toEqual(["jeu/a look"]);
  });
});

describe("a booklet", () => {
  const page = (number: number, hash: string, texts: ManifestPiece["texts"]) =>
    piece(`livret/p-${number}`, { hash, texts });
  const LONG = { "livret/un/1": "Un", "livret/un/2": "Deux" };

  it("a text that is pushed to the next page is not changed, its pages look different", () => {
    const before = manifestOf([], { pieces: [page(1, "1", LONG), page(2, "2", { "livret/un/3": "Trois" })] });
    const after = manifestOf([], {
      pieces: [
        page(1, "1b", { "livret/un/1": "Un" }),
        page(2, "2b", { "livret/un/2": "Deux", "livret/un/3": "Trois" }),
      ],
    });
    expect(kindsOf(before, after)).toEqual(["livret/p-1 look", "livret/p-2 look"]);
  });

  it("one that is changed and pushed is told with what it was", () => {
    const before = manifestOf([], { pieces: [page(1, "1", LONG), page(2, "2", {})] });
    const after = manifestOf([], {
      pieces: [page(1, "1b", { "livret/un/1": "Un" }), page(2, "2b", { "livret/un/2": "Deux !" })],
    });
    const fields = [{ field: "livret/un/2", before: "Deux", after: "Deux !" }];
    expect(compareManifests(before, after).pieces.map((change) => change.fields)).toEqual([fields, fields]);
  });

  it("pages come in the order of their numbers", () => {
    const numbers = [10, 9, 1];
    const after = manifestOf([], { pieces: numbers.map((number) => page(number, `${number}`, {})) });
    expect(compareManifests(manifestOf([]), after).reprint).toEqual(["livret/p-1", "livret/p-9", "livret/p-10"]);
  });
});

describe("names", () => {
  const before = manifestOf([], { pieces: [piece("jeu/vieux", { hash: "x" })] });

  it("a piece of another name that looks the same was renamed", () => {
    const after = manifestOf([], { pieces: [piece("jeu/neuf", { hash: "x" })] });
    const { pieces, reprint } = compareManifests(before, after);
    expect(pieces).toEqual([{ piece: "jeu/neuf", component: "jeu", change: "renamed", from: "jeu/vieux" }]);
    expect(reprint).toEqual([]);
  });

  it("in another component it is another piece", () => {
    const after = manifestOf([], { pieces: [piece("fiches/neuf", { hash: "x" })] });
    expect(kindsOf(before, after)).toEqual(["fiches/neuf added", "jeu/vieux removed"]);
  });
});
