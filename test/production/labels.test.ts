import { describe, expect, test } from "vitest";
import type { FontFile, Kit } from "../../src/content/kit.js";
import { textFace, titleFace } from "../../src/production/labels.js";

/** A kit with these families, each with its weights; italics have a minus. */
const kitWith = (families: Readonly<Record<string, readonly number[]>>): Pick<Kit, "fonts"> => ({
  fonts: {
    families: Object.entries(families).map(([name, weights]) => ({
      name,
      faces: weights.map((weight) => ({ weight: Math.abs(weight), italic: weight < 0 }) as FontFile),
    })),
    fallback: [],
  },
});

describe("the words in sheets' margins", () => {
  test("are set in the first family that has a regular face", () => {
    expect(textFace(kitWith({ Titre: [700], Texte: [400, 700] }))).toEqual({ family: "Texte", weight: 400 });
  });

  test("titles of assembly pages in the first that has a bold one", () => {
    expect(titleFace(kitWith({ Titre: [700], Texte: [400, 700] }))).toEqual({ family: "Titre", weight: 700 });
    expect(titleFace(kitWith({ Texte: [400, -700], Gras: [800] }))).toEqual({ family: "Gras", weight: 700 });
  });

  test("or like text, where a kit has none", () => {
    expect(titleFace(kitWith({ Texte: [400] }))).toEqual({ family: "Texte", weight: 400 });
  });
});
