/** Words of margins, filled in as each language writes numbers, lists and names. */
import { describe, expect, it } from "vitest";
import { parsePlaceholders } from "../../src/content/placeholders.js";
import { PRINT_NAMES, PRINT_WORDS, type PrintName } from "../../src/content/print-words.js";
import { type LocaleOptions, localise } from "../../src/localise/index.js";
import { EMPTY_KIT, text } from "./support.js";

const wordsIn = (locale: string, own: Partial<Record<PrintName, string>> = {}, options: LocaleOptions = {}) => {
  const print = new Map(Object.entries(own).map(([name, words]) => [name as PrintName, text(words)]));
  return localise({ ...EMPTY_KIT, print }, locale, options);
};

/** Signs that only order words, as signs that one sees. */
const shown = (words: string): string =>
  words
    .replaceAll("\u2068", "[")
    .replaceAll("\u2069", "]")
    .replace(/[\u00A0\u202F]/g, "~");

describe("a word", () => {
  it("is the kit’s own, else ours, in the typography of the language", () => {
    expect(wordsIn("fr").print.say("front")).toBe("recto");
    expect(wordsIn("fr", { front: "l'endroit" }).print.say("front")).toBe("l’endroit");
    expect(shown(wordsIn("fr").print.say("ruler", { n: 100 }))).toBe("100~mm à 100~%");
    expect(shown(wordsIn("fr").print.say("assemble-board-named", { title: "La ville" }))).toBe(
      "Assembler le plateau «~La ville~»",
    );
  });

  it.each(PRINT_NAMES)("%s has every placeholder filled in, from left to right and from right to left", (name) => {
    const holes = parsePlaceholders(PRINT_WORDS[name].text).flatMap((part) =>
      typeof part === "string" ? [] : [part.name],
    );
    const values = Object.fromEntries(holes.map((hole, index) => [hole, index % 2 === 0 ? `valeur ${hole}` : index]));
    for (const [locale, open, close] of [
      ["fr", "", ""],
      ["ar", "\u2068", "\u2069"],
    ] as const) {
      // Any word, with whatever its own placeholders are called.
      const say = wordsIn(locale).print.say as (name: PrintName, values: object) => string;
      const said = say(name, values);
      expect(said).not.toMatch(/[{}]|undefined/);
      for (const [index, hole] of holes.entries())
        expect(said).toContain(index % 2 === 0 ? `${open}valeur ${hole}${close}` : String(index));
    }
  });

  it("takes a brace for a brace where somebody wants one", () => {
    expect(wordsIn("fr", { front: "recto \\{A\\}" }).print.say("front")).toBe("recto {A}");
  });
});

describe("what is filled in", () => {
  it.each([
    ["fr", {}, "0,1 12 1500"],
    ["en-GB", {}, "0.1 12 1500"],
    ["de", {}, "0,1 12 1500"],
    ["ar", { digits: "latn" }, "0.1 12 1500"],
    ["ar", { digits: "arab" }, "٠٫١ ١٢ ١٥٠٠"],
  ] as const)("numbers are written as in %s %j", (locale, options, expected) => {
    const { print } = wordsIn(locale, {}, options);
    expect([0.1, 12, 1500].map(print.number).join(" ")).toBe(expected);
    expect(print.say("sheet", { n: 12, total: 1500 })).toBe(expected.split(" ").slice(1).join("/"));
  });

  it.each([
    ["fr", "1-A2, 2-A2 et 3-A2"],
    ["en-GB", "1-A2, 2-A2 and 3-A2"],
    ["de", "1-A2, 2-A2 und 3-A2"],
    ["ar", "[1-A2] و[2-A2] و[3-A2]"],
    ["fr-XB", "[1-A2], [2-A2] et [3-A2]"],
  ])("lists are told as in %s, each name in its own order", (locale, expected) => {
    expect(shown(wordsIn(locale).print.list(["1-A2", "2-A2", "3-A2"]).replaceAll("\u200F", ""))).toBe(expected);
  });
});

describe("a proof", () => {
  it.each([
    [{ missing: 0, stale: 0 }, "ÉPREUVE es · ne pas imprimer"],
    [{ missing: 3, stale: 0 }, "ÉPREUVE es · 3 à traduire (cadre plein) · ne pas imprimer"],
    [{ missing: 3, stale: 1 }, "ÉPREUVE es · 3 à traduire (cadre plein) · 1 à revoir (cadre tireté) · ne pas imprimer"],
  ])("%j says what it is", (proof, expected) => {
    expect(wordsIn("es", {}, { proof }).proof).toBe(expected);
  });

  it("says it in its own words and order", () => {
    const own = { proof: "بروفة {language}", "proof-end": "ليست للطباعة" };
    expect(shown(wordsIn("ar", own, { proof: { missing: 0, stale: 0 } }).proof!)).toBe("[بروفة [ar]] · [ليست للطباعة]");
  });

  it("is none without a proof", () => expect(wordsIn("es").proof).toBeUndefined());
});
