/** Languages other than French: their quotes, and what most of them share. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { directionOf, localise, quotesOf } from "../../src/localise/index.js";
import { quotedBy } from "../../src/localise/typography/common.js";
import { EMPTY_KIT, text } from "./support.js";

/** No-break spaces as `~` and, narrow, as `¬`. */
const shown = (words: string): string => words.replaceAll("\u00A0", "~").replaceAll("\u202F", "¬");

describe.each([
  ["en-GB", "“yes”"],
  ["de", "„yes“"],
  ["ar", "«yes»"],
  ["pt-BR", "“yes”"],
  ["eo", "“yes”"],
])("%s", (locale, expected) => {
  it("writes its own quotes", () => expect(localise(EMPTY_KIT, locale).plain(text('"yes"'))).toBe(expected));
});

it("a profile may name other quotes", () =>
  expect(localise(EMPTY_KIT, "de", { quotes: ["»", "«"] }).plain(text('"ja"'))).toBe("»ja«"));

it.each([
  ["don't, the readers' books", "don’t, the readers’ books"],
  ['"**bold**" and "a b"', "“**bold**” and “a b”"],
  ["wait... no", "wait… no"],
  ["one - two – three", "one~– two~– three"],
  ["8.2 t, 15 min, 30 %, 3 apples", "8.2~t, 15~min, 30~%, 3 apples"],
  ["z. B. hier, e. g. there, I. Asimov", "z.¬B. hier, e.¬g. there, I. Asimov"],
])("%s is set %s", (typed, expected) => expect(shown(quotedBy(["“", "”"])(typed))).toBe(expected));

it("setting it twice changes nothing more", () => {
  const scrap = fc.constantFrom(..."aé1 \"'-–….“”", " - ", "...", "z. B.", "30 %");
  const set = quotedBy(quotesOf("en"));
  fc.assert(
    fc.property(fc.array(scrap, { maxLength: 16 }), (parts) => {
      const once = set(parts.join(""));
      expect(set(once)).toBe(once);
    }),
    { numRuns: 3000 },
  );
});

it.each([
  ["ar", "rtl"],
  ["fa-AF", "rtl"],
  ["uz-Arab", "rtl"],
  ["pa-Arab-PK", "rtl"],
  ["fr-XB", "rtl"],
  ["fr-XA", "ltr"],
  ["ku-Latn", "ltr"],
  ["en-GB", "ltr"],
] as const)("%s is written %s", (locale, direction) => expect(directionOf(locale)).toBe(direction));
