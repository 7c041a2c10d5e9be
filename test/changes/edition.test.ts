import { describe, expect, it } from "vitest";
import { isEditionName, readEdition } from "../../src/changes/index.js";
import { manifestText } from "../../src/deliver/index.js";
import { Diagnostics, positionOf } from "../../src/diagnostics/index.js";
import { fileEntry, manifestOf } from "../deliver/manifests.js";

const GOOD = manifestText(
  manifestOf([fileEntry("home-A4/jeu.pdf")], {
    pieces: [{ id: "jeu/lune", version: "1.0", number: 1, hash: "abc", texts: { title: "La Lune" } }],
  }),
);

function read(text: string) {
  const diagnostics = new Diagnostics();
  const edition = readEdition({ name: "editions/un/fr.json", text }, diagnostics);
  const told = diagnostics.all.map(({ code, at }) => {
    const { line, column } = positionOf(at!);
    return `${code} ${line}:${column}`;
  });
  return { edition, told };
}

describe("a manifest that was kept", () => {
  it("is read as it was written", () => {
    const { edition, told } = read(GOOD);
    expect(told).toEqual([]);
    expect(edition?.knowsTexts).toBe(true);
    expect(manifestText(edition!.manifest)).toBe(GOOD);
  });

  it("of the first schema does not know texts", () => {
    const old = GOOD.replace("manifest/2", "manifest/1").replace(/,"texts":\{[^}]*\}/, "");
    expect(read(old)).toMatchObject({ edition: { knowsTexts: false }, told: [] });
  });

  it.each([
    ["", "not-json 1:1"],
    ["{", "not-json 1:2"],
    [GOOD.slice(0, 40), "not-json 3:4"],
    [GOOD.replace('"pieces":', '"pieces"'), "not-json 7:"],
    ["[]", "not-a-manifest 1:1"],
    ["null", "not-a-manifest 1:1"],
    ['{"name": "mallette"}', "not-a-manifest 1:1"],
    ['{\n  "schema": "autre/1"}', "not-a-manifest 2:13"],
    [GOOD.replace("manifest/2", "manifest/9"), "newer-manifest 2:13"],
    [GOOD.replace('"hash":"abc"', '"hash":3'), "bad-manifest 8:56"],
    [GOOD.replace('"La Lune"', "null"), "bad-manifest 8:79"],
    [GOOD.replace("jeu/lune", "lune"), "bad-manifest 8:11"],
    [GOOD.replace("2026-11-24", "hier"), "bad-manifest 5:11"],
    [GOOD.replace("essai", "\\u001b[2J"), "bad-manifest 3:10"],
    [GOOD.replace("home-A4/jeu.pdf", "../../jeu.pdf"), "bad-manifest 12:15"],
    [GOOD.replace(/"pieces"[\s\S]*/, '"pieces": [], "files": {}}'), "bad-manifest 7:"],
    [GOOD.replace('  "kit": "essai",\n', ""), "bad-manifest 1:1"],
  ])("that is none is told at its place: %#", (text, place) => {
    const { edition, told } = read(text);
    expect(edition).toBeUndefined();
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(new RegExp(`^${place}`));
  });
});

describe("names of editions", () => {
  it.each(["2026-11", "v1.0", "été", "1", "Édition_2"])("%s is one", (name) => expect(isEditionName(name)).toBe(true));
  it.each(["", "..", ".a", "a.", "-a", "a/b", "a\\b", "a b", "con", "CON.1", "a".repeat(61), "a\0"])(
    "%j is none",
    (name) => expect(isEditionName(name)).toBe(false),
  );
});
