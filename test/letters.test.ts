import fc from "fast-check";
import { expect, test } from "vitest";
import { letterPattern } from "../src/letters.js";

const CLASSES = [
  "\\p{L}",
  "\\p{Lu}",
  "\\p{Ll}",
  "\\p{M}",
  "\\p{N}",
  "[^\\p{L}\\p{M}]",
  "[\\p{N}«\\]]",
  "\\p{L}+(?=[\\p{N}'])",
];

const everySign = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code)).filter(
  (sign) => !/[\ud800-\udfff]/.test(sign),
);

test.each(CLASSES)("%s finds the same letters in Latin signs as in all others", (source) => {
  const pattern = letterPattern(source, "u");
  const whole = new RegExp(source, "u");
  const differ = everySign.filter((sign) => pattern.of(`${sign}'`).test(`${sign}'`) !== whole.test(`${sign}'`));
  expect(differ).toEqual([]);
});

test("texts of any script are searched as Unicode says", () => {
  const signs = fc.constantFrom(..."aÉœ12½ '«]-", "ш", "ب", "e\u0301", "🙂", "漢");
  fc.assert(
    fc.property(fc.array(signs), fc.constantFrom(...CLASSES), (parts, source) => {
      const text = parts.join("");
      expect(text.replace(letterPattern(source, "gu").of(text), "x")).toBe(text.replace(new RegExp(source, "gu"), "x"));
    }),
  );
});
