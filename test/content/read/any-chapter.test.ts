import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { loadBooklet } from "../booklet-kit.js";

const FILE = "cards/livret/02-seance.md";

test("no bytes in a chapter make a kit throw", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(loadBooklet({ [FILE]: bytes }).problems).toBeInstanceOf(Array);
    }),
    { numRuns: 200 },
  );
});

test("no text after a right front matter makes a kit throw", () => {
  const sign = fc.constantFrom(..."{}[]:*_#>-|`'\"\\&!<~= \t\n1.aé", "::", ":::conseil {", "---\n", "{page ", "\r\n");
  const text = fc.array(sign, { maxLength: 60 }).map((signs) => signs.join(""));
  fc.assert(
    fc.property(text, (written) => {
      const { problems } = loadBooklet({ [FILE]: `---\ntemplate: chapitre\n---\n${written}` });
      for (const { line, col } of problems) expect([line, col]).toEqual([expect.any(Number), expect.any(Number)]);
    }),
    { numRuns: 1000 },
  );
});

test("a chapter with one character changed never throws, and few problems come of it", () => {
  const text = readFileSync(new URL("../../kits/livret/cards/livret/02-seance.md", import.meta.url), "utf8")
    .replaceAll("encart", "conseil")
    .replaceAll("jeu/lune", "jeu/un")
    .replaceAll("carnet}", "cnil}");
  const sign = fc.constantFrom(..."\n\t :-#'\"[]{}*&!|>?,%@é`\\");
  fc.assert(
    fc.property(fc.nat(text.length), sign, fc.boolean(), (place, put, replace) => {
      const changed = text.slice(0, place) + put + text.slice(place + (replace ? 1 : 0));
      expect(loadBooklet({ [FILE]: changed }).problems.length).toBeLessThan(12);
    }),
    { numRuns: 800 },
  );
  expect(loadBooklet({ [FILE]: text }).problems).toEqual([]);
});
