import fc from "fast-check";
import LineBreaker from "linebreak";
import { expect, test } from "vitest";
import { lineEndsOf } from "../../src/text/uax14.js";

const found = (text: string): readonly number[] => {
  const offsets: number[] = [];
  lineEndsOf(text, (offset) => offsets.push(offset));
  return offsets;
};

const byTheTables = (text: string): readonly number[] => {
  const offsets: number[] = [];
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) offsets.push(next.position);
  return offsets;
};

test.each([
  ["", []],
  ["un café", [3, 7]],
  ["l’eau, la vie", [7, 10, 13]],
  ["peut-être demain", [5, 10, 16]],
  ["(un mot) dit", [4, 9, 12]],
  ["deux  espaces", [6, 13]],
])("lines of « %s » may end at %j", (text, offsets) => {
  expect(found(text)).toEqual(offsets);
});

/** Words, signs and spaces of all kinds, so that every neighbour of a plain word comes up. */
const PARTS = [
  ..."aZéœ’'«»“”().,;:!?…-–—/%€$°#@&*+=0123",
  ..." \u00a0\u202f\u2009\u200b\u2060\u00ad\t\n",
  ..."אשעربקक한漢ーไ",
  ...["mot", "Été", "l’eau", "10 €", "e\u0301", "🙂", "👩‍👧", "🇫🇷", "ex.", "12 345", "…", "« ", " »", " ", " ", " "],
];

test("plain words, found without the tables of Unicode, end lines just where the tables say", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PARTS), { maxLength: 40 }), (parts) => {
      const text = parts.join("");
      expect(found(text)).toEqual(byTheTables(text));
    }),
    { numRuns: 3000 },
  );
});
