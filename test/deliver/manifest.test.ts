import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { landing, manifestText } from "../../src/deliver/index.js";
import { isOurPath, mergeManifests, readManifest } from "../../src/deliver/merge.js";
import type { FaceSlot, Placement, Sheet } from "../../src/impose/index.js";
import { IDENTITY, type Matrix, mm, type Rect } from "../../src/units.js";
import { temporaryFolder } from "../kits/temporary.js";
import { fileEntry, manifestOf } from "./manifests.js";

const piece = (id: string, hash: string) => ({ id, version: "1.0", hash });

describe("what earlier builds made", () => {
  const before = manifestOf([fileEntry("home-A4/a.pdf"), fileEntry("home-A4/b.pdf"), fileEntry("shop-A3/a.pdf")], {
    pieces: [piece("a/un", "1"), piece("b/deux", "2")],
  });

  it("is kept by a build of a part, whose own files and pieces are new", () => {
    const now = manifestOf([fileEntry("home-A4/b.pdf", { pages: 7 })], { pieces: [piece("b/deux", "3")] });
    const { manifest, stale } = mergeManifests(before, now, false);
    expect(manifest.files.map(({ path, pages }) => [path, pages])).toEqual([
      ["home-A4/a.pdf", 1],
      ["home-A4/b.pdf", 7],
      ["shop-A3/a.pdf", 1],
    ]);
    expect(manifest.pieces.map(({ id, hash }) => [id, hash])).toEqual([
      ["a/un", "1"],
      ["b/deux", "3"],
    ]);
    expect(stale).toEqual([]);
  });

  it("is dropped by a build of the whole kit, from the folders that it made", () => {
    const now = manifestOf([fileEntry("home-A4/b.pdf")], { pieces: [piece("b/deux", "2")] });
    const { manifest, stale } = mergeManifests(before, now, true);
    expect(manifest.files.map(({ path }) => path)).toEqual(["home-A4/b.pdf", "shop-A3/a.pdf"]);
    expect(manifest.pieces.map(({ id }) => id)).toEqual(["b/deux"]);
    expect(stale).toEqual(["home-A4/a.pdf"]);
  });

  it("is kept by a build of a part of a kit whose booklet is read on the screen, and of a proof", () => {
    for (const path of ["screen-a5/livret.pdf", "home-A4/jeu-EPREUVE.pdf"]) expect(isOurPath(path)).toBe(true);
    for (const path of ["screen-a5/../x.pdf", "home-A4/jeu-epreuve.txt", "/home-A4/jeu.pdf"])
      expect(isOurPath(path)).toBe(false);
  });

  it("goes with its outlines: those of a file made anew without them go, those of other files stay", () => {
    const cutFiles = (path: string) => [{ path, sheets: [1, 2] }];
    const before = manifestOf([
      fileEntry("home-A4/cartes.pdf", { cutFiles: cutFiles("home-A4/cartes-decoupe-1-a-2.svg") }),
      fileEntry("home-A4/debats.pdf", { cutFiles: cutFiles("home-A4/debats-decoupe-1-a-2.dxf") }),
    ]);
    const { stale, manifest } = mergeManifests(before, manifestOf([fileEntry("home-A4/cartes.pdf")]), false);
    expect(stale).toEqual(["home-A4/cartes-decoupe-1-a-2.svg"]);
    expect(manifest.files.map(({ path }) => path)).toEqual(["home-A4/cartes.pdf", "home-A4/debats.pdf"]);
    const whole = mergeManifests(before, manifestOf([fileEntry("home-A4/cartes.pdf")]), true);
    expect([...whole.stale].sort()).toEqual([
      "home-A4/cartes-decoupe-1-a-2.svg",
      "home-A4/debats-decoupe-1-a-2.dxf",
      "home-A4/debats.pdf",
    ]);
  });

  it.each([
    "../../.ssh/id_rsa",
    "home-A4/autres-decoupe-1.svg",
    "home-A4/cartes-decoupe-1.pdf",
    "home-A4/cartes-decoupe-1/../../x.svg",
  ])("that names %s as an outline is not ours", (path) => {
    const folder = temporaryFolder();
    const manifest = manifestOf([fileEntry("home-A4/cartes.pdf", { cutFiles: [{ path, sheets: [1] }] })]);
    writeFileSync(join(folder, "manifest.json"), manifestText(manifest));
    expect(readManifest(join(folder, "manifest.json"))).toBeUndefined();
  });

  it("of another kit counts for nothing, pieces included", () => {
    const now = manifestOf([fileEntry("home-A4/c.pdf")], { kit: "autre" });
    expect(mergeManifests(before, now, false)).toEqual({ manifest: now, stale: [] });
  });
});

describe("manifest.json", () => {
  it("reads back as what was written, one face a line", () => {
    const face = {
      piece: "a/un",
      side: "front",
      copy: 1,
      page: 1,
      rect: { x: 1.5, y: 2, width: 63, height: 88 },
    } as const;
    const manifest = manifestOf([fileEntry("home-A4/a.pdf", { faces: [face, { ...face, copy: 2 }] })], {
      pieces: [piece("a/un", "1")],
    });
    const text = manifestText(manifest);
    expect(JSON.parse(text)).toEqual(manifest);
    expect(text.split("\n").filter((line) => line.includes('"copy"'))).toHaveLength(2);
  });
});

const slot = (side: "front" | "back"): FaceSlot => ({
  piece: "a/un",
  side,
  trim: { width: mm(63), height: mm(88) },
  bleed: 0,
  safe: 0,
  copy: 1,
});

const sheetOf = (front: readonly Placement[], back?: readonly Placement[]): Sheet => {
  const page = { width: mm(210), height: mm(297) };
  const box = { x: 0, y: 0, ...page };
  const side = (placements: readonly Placement[]) => ({ placements, marks: [] });
  const paper = { name: "A4", ...page };
  return {
    page,
    paper,
    trimBox: box,
    bleedBox: box,
    front: side(front),
    back: back && side(back),
    number: 1,
    total: 1,
  };
};

const placed = (transform: Matrix, at: Rect, side: "front" | "back" = "front", clip = at): Placement => ({
  slot: slot(side),
  transform,
  trim: at,
  clip,
});

describe("where faces and codes landed", () => {
  const CARD: Rect = { x: mm(10), y: mm(20), width: mm(63), height: mm(88) };
  const code = {
    linkId: "carnet",
    url: "https://example.org",
    rect: { x: mm(1), y: mm(2), width: mm(20), height: mm(20) },
  };
  const facts = () => ({ key: "abc", codes: [code] });

  it("counts fronts and backs as pages, from 1, in millimetres", () => {
    const move: Matrix = [1, 0, 0, 1, mm(10), mm(20)];
    const both = sheetOf([placed(move, CARD)], [placed(move, CARD, "back")]);
    const { pages, faces } = landing([both, sheetOf([placed(move, CARD)])], () => undefined);
    expect(pages).toBe(3);
    expect(faces.map(({ side, page, rect }) => [side, page, rect.x, rect.y, rect.width, rect.height])).toEqual([
      ["front", 1, 10, 20, 63, 88],
      ["back", 2, 10, 20, 63, 88],
      ["front", 3, 10, 20, 63, 88],
    ]);
  });

  it("turns codes with their face", () => {
    // A quarter turn clockwise, the face's left edge on top.
    const turned: Matrix = [0, 1, -1, 0, mm(100), mm(20)];
    const landed = landing([sheetOf([placed(turned, { x: mm(12), y: mm(20), width: mm(88), height: mm(63) })])], facts);
    expect(landed.codes).toMatchObject([{ link: "carnet", page: 1, rect: { x: 78, y: 21, width: 20, height: 20 } }]);
  });

  it("leaves out the codes that a tile does not show", () => {
    const shown = { x: mm(10), y: mm(50), width: mm(63), height: mm(58) };
    const { codes: found } = landing([sheetOf([placed([1, 0, 0, 1, mm(10), mm(20)], CARD, "front", shown)])], facts);
    expect(found).toEqual([]);
  });

  it("leaves out faces shown in small on an assembly page", () => {
    const { faces, codes: found } = landing([sheetOf([placed([0.2, 0, 0, 0.2, 0, 0], CARD)])], facts);
    expect({ faces, found }).toEqual({ faces: [], found: [] });
  });

  it("keeps to the identity of the page when nothing moves", () => {
    const { codes: found } = landing([sheetOf([placed(IDENTITY, { ...CARD, x: 0, y: 0 })])], facts);
    expect(found).toMatchObject([{ rect: { x: 1, y: 2 } }]);
  });
});
