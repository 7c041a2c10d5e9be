import { expect, test } from "vitest";
import { countStates, countWords, stateOf } from "../../src/catalog/index.js";
import { entryOf, fileOf, unitOf } from "./support.js";

const unit = unitOf("a", "L’eau");

test.each([
  ["no entry", undefined, "missing"],
  ["no translation", entryOf("a", "L’eau", ""), "missing"],
  ["only spaces", entryOf("a", "L’eau", " \n"), "missing"],
  ["an obsolete entry", entryOf("a", "L’eau", "Water", { obsolete: true }), "missing"],
  ["a translation", entryOf("a", "L’eau", "Water"), "translated"],
  ["the French typed otherwise", entryOf("a", "L'eau ", "Water"), "translated"],
  ["another French", entryOf("a", "L’air", "Air"), "stale"],
  ["a mark", entryOf("a", "L’eau", "Water", { stale: true }), "stale"],
  ["a mark without translation", entryOf("a", "L’eau", "", { stale: true }), "missing"],
] as const)("%s is %s", (_, entry, state) => {
  expect(stateOf(entry, unit)).toBe(state);
});

test("texts and words are counted by state", () => {
  const units = [unitOf("a", "un deux"), unitOf("b", "un"), unitOf("c", "un deux trois"), unitOf("d", "quatre")];
  const file = fileOf([
    entryOf("a", "un deux", "x"),
    entryOf("b", "une", "y"),
    entryOf("c", "un deux trois", ""),
    entryOf("d", "quatre", "z", { obsolete: true }),
  ]);
  expect(countStates(units, file)).toEqual({
    translated: { texts: 1, words: 2 },
    stale: { texts: 1, words: 1 },
    missing: { texts: 2, words: 4 },
  });
  expect(countStates(units, undefined).missing).toEqual({ texts: 4, words: 7 });
});

test.each([
  ["", 0],
  ["L’eau, c’est la vie !", 4],
  ["Quoi\u202f? 3 mots", 3],
  ["**Deux** – mots", 2],
  ["Page {page sequence-1} à lire", 3],
])("%s has %i words", (text, words) => {
  expect(countWords(text)).toBe(words);
});
