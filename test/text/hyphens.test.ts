import { beforeAll, describe, expect, test } from "vitest";
import { hyphenPoints } from "../../src/text/hyphenate.js";
import { glyphsOf, loadHyphenation } from "../../src/text/index.js";
import { broken, type Fonts, spec, testFonts, text } from "./support.js";

let fonts: Fonts;
beforeAll(async () => {
  fonts = await testFonts();
  expect(hyphenPoints("intelligence", "fr")).toEqual([]);
  loadHyphenation("fr-CH");
});

const syllables = (word: string, lang = "fr"): string => {
  const points = hyphenPoints(word, lang);
  return [0, ...points].map((start, index) => word.slice(start, points[index])).join("-");
};

const hyphenated = (content: string) => spec([text(content, { hyphens: true })]);

describe("a French word", () => {
  test.each([
    ["intelligence", "in-tel-li-gence"],
    ["constitutionnellement", "consti-tu-tion-nel-le-ment"],
    ["générative,", "gé-né-ra-tive,"],
    ["«extraordinaire»", "«ex-tra-or-di-naire»"],
    ["Intelligence", "In-tel-li-gence"],
  ])("%s is hyphenated by its syllables: %s", (word, expected) => expect(syllables(word)).toBe(expected));

  test.each([
    ["of fewer than seven letters is not", "modèle", "modèle"],
    ["keeps at least three letters on the next line", "société", "so-ciété"],
    ["with capitals inside is not", "JavaScripteur", "JavaScripteur"],
    ["in capitals is not", "INTELLIGENCE", "INTELLIGENCE"],
    ["with digits is not", "intelligence2", "intelligence2"],
    ["that is an address is not", "intelligence.example", "intelligence.example"],
    ["that is a compound is not", "intelligence-artificielle", "intelligence-artificielle"],
  ])("%s: %s", (_, word, expected) => expect(syllables(word)).toBe(expected));

  test("is not hyphenated at its apostrophe, and its elided article does not count", () => {
    expect(syllables("l’intelligence")).toBe("l’in-tel-li-gence");
    expect(syllables("qu’avant")).toBe("qu’avant");
    expect(syllables("d’écoles")).toBe("d’écoles");
  });

  test("stays whole in a language without patterns", () => {
    loadHyphenation("tlh");
    expect(syllables("intelligence", "tlh")).toBe("intelligence");
  });
});

describe("a paragraph", () => {
  const LONG = "anticonstitutionnellement extraordinairement internationalisation constitutionnellement oui";

  test("never ends more than two lines in a row with a hyphen", () => {
    for (const breaking of ["greedy", "balance", "optimal"] as const) {
      for (const align of ["start", "justify"] as const) {
        for (let width = 40; width < 140; width += 3) {
          const paragraph = fonts.text.prepare({ ...hyphenated(`${LONG} ${LONG}`), breaking, align });
          const marks = paragraph.at(width).lines.map((line) => (line.hyphenated ? "-" : " "));
          expect(marks.join(""), `${breaking} ${align} ${width}`).not.toContain("---");
        }
      }
    }
  });

  test("never hyphenates its last word", () => {
    const paragraph = fonts.text.prepare(hyphenated("Une intelligence extraordinaire."));
    for (let width = 30; width < 150; width += 5) {
      expect(broken(paragraph, width).at(-1)).toMatch(/extraordinaire\.$/);
    }
  });

  test.each([
    ["a name", "Parmi nous, la fondation Hyperlegible dessine", /Hyper-|per-$/],
    ["a name after an article", "Ils ont vu l’entreprise d’Hyperlegible dessiner", /Hyper-$/],
    ["an address", "Sur le site numerique.anct.gouv.fr/ressources/intelligence", /[a-z]-$/],
  ])("keeps %s whole", (_, content, cut) => {
    for (let width = 60; width < 200; width += 2) {
      for (const line of broken(fonts.text.prepare(hyphenated(`${content} puis continue`)), width))
        expect(line, String(width)).not.toMatch(cut);
    }
  });

  test.each([
    "Hyperlegible dessine",
    "Oui. Hyperlegible dessine",
    "« Hyperlegible » dessine",
    "Ceci : « Hyperlegible »",
  ])("may cut the first word of a sentence: %s", (content) => {
    const paragraph = fonts.text.prepare(hyphenated(`${content} des lettres`));
    expect(broken(paragraph, 50).join(" ")).toMatch(/\p{L}-/u);
  });

  test("may cut nouns with capitals where all have them", () => {
    loadHyphenation("de");
    const german = text("Das ist eine Wissenschaftlerin aus Mainz", { hyphens: true, lang: "de" });
    expect(broken(fonts.text.prepare(spec([german])), 60).join(" ")).toMatch(/Wissen-/);
  });

  test("has hyphens only where its style asks for them", () => {
    const paragraph = fonts.text.prepare(spec(LONG));
    for (let width = 30; width < 150; width += 10) expect(broken(paragraph, width).join("")).not.toContain("-");
  });

  test("that is ragged is hyphenated only where a line would stay rather empty", () => {
    const paragraph = fonts.text.prepare(hyphenated("Bonjour tout le monde intelligemment réuni"));
    expect(broken(paragraph, 110)).toEqual(["Bonjour tout le monde", "intelligemment réuni"]);
    expect(broken(paragraph, 125)[0]).toBe("Bonjour tout le monde intel-");
  });

  test("ends a line at a soft hyphen that the author wrote, even where hyphens are off", () => {
    const paragraph = fonts.text.prepare(spec("photo\u00adgraphie sur papier"));
    expect(broken(paragraph, 300)).toEqual(["photographie sur papier"]);
    expect(broken(paragraph, 40)[0]).toBe("photo-");
  });

  test("says that a line is hyphenated, and lets copied text join again", () => {
    const paragraph = fonts.text.prepare(spec("photo\u00adgraphie sur papier"));
    const [first, second] = paragraph.at(40).lines;
    expect([first?.hyphenated, second?.hyphenated]).toEqual([true, false]);
    const piece = first?.pieces.at(-1);
    expect(piece?.kind === "glyphs" && glyphsOf(piece.run).at(-1)?.text).toBe("\u00ad");
  });
});
