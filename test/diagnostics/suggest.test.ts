import { expect, test } from "vitest";
import { editDistance, suggest } from "../../src/diagnostics/suggest.js";

const KEYS = ["title", "text", "answer", "picture", "template", "copies", "id", "long-edge"];

test.each([
  ["titel", "title", "two letters were swapped"],
  ["titl", "title", "a letter is missing"],
  ["Title", "title", "case does not count"],
  ["títle", "title", "accents do not count"],
  ["long_edge", "long-edge", "dashes do not count"],
  ["titre", "title", "French words find their English name"],
  ["texte", "text", "French words find their English name"],
  ["réponse", "answer", "French words with accents too"],
  ["image", "picture", "French words with another root too"],
  ["modèle", "template", "French words with accents too"],
  ["exemplaires", "copies", "French words with another root too"],
])("%s is taken for %s: %s", (word, meant) => {
  expect(suggest(word, KEYS)).toBe(meant);
});

test.each([["zorglub"], [""], ["xy"], ["x".repeat(5000)]])("%s resembles nothing", (word) => {
  expect(suggest(word, KEYS)).toBeUndefined();
});

test("the closest candidate wins, whatever the order", () => {
  expect(suggest("carta", ["cartes", "carte"])).toBe("carte");
  expect(suggest("carta", ["carte", "cartes"])).toBe("carte");
});

test.each([
  ["", "abc", 3],
  ["abc", "abc", 0],
  ["abc", "acb", 1],
  ["abc", "ab", 1],
  ["abc", "axc", 1],
  ["kitten", "sitting", 3],
])("from %j to %j there are %i steps", (from, to, steps) => {
  expect(editDistance(from, to)).toBe(steps);
});
