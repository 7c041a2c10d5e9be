import fc from "fast-check";
import { expect, test } from "vitest";
import { isSameText } from "../../src/catalog/index.js";

test.each([
  ["spaces within", "Il y a", "Il  y\ta"],
  ["no-break spaces", "Quoi ?", "Quoi\u202f?"],
  ["a space before a sign", "Quoi?", "Quoi\u00a0?"],
  ["spaces of a number", "10000", "10\u202f000"],
  ["a line end", "un deux", "un\ndeux"],
  ["a windows line end", "un\n\ndeux", "un\r\n\r\ndeux"],
  ["empty lines", "un\n\ndeux", "un\n \n\ndeux"],
  ["apostrophes", "l'eau", "l’eau"],
  ["an ellipsis", "et...", "et…"],
  ["composed letters", "é", "e\u0301"],
  ["signs that nobody sees", "co\u00adopérer\u2060", "coopérer"],
])("%s change nothing", (_, a, b) => {
  expect(isSameText(a, b)).toBe(true);
});

test.each([
  ["a letter", "eau", "eaux"],
  ["an accent", "a", "à"],
  ["a capital", "a", "A"],
  ["a hyphen", "week-end", "weekend"],
  ["quotes", "« a »", '"a"'],
  ["a mark", "un **mot**", "un mot"],
  ["a paragraph", "un\n\ndeux", "un deux"],
  ["an item of a list", "un\n- deux", "un - deux"],
])("%s changes the text", (_, a, b) => {
  expect(isSameText(a, b)).toBe(false);
});

test("a text is the same as itself whatever spaces its ends have", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => isSameText(text, ` ${text}\n`)));
});
