/** Pseudo-languages: longer, between brackets, with everything that a translation must keep. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkTranslation } from "../../src/translation/checks.js";
import { unitsOf } from "../../src/translation/index.js";
import { pseudoText } from "../../src/translation/pseudo.js";
import { REPOSITORY } from "../kits/temporary.js";
import { loadedKit } from "./support.js";

describe("a pseudo-translation", () => {
  it.each([
    ["Étape", undefined, "‹Étåpé plus›"],
    ["Voir **page** {page suite}.", undefined, "‹Vöîr **pågé** {page suite}. plus long›"],
    ["[mots](https://a.fr/une-page)", undefined, "‹[möts](https://a.fr/une-page) plus long e›"],
    ["2. Le lieu", undefined, "2. ‹Lé lîéû plus long›"],
    ["1950", undefined, "1950"],
    ["Oui", 5, "‹Öûî›"],
  ])("of %s (at most %s) is %s", (text, max, expected) => expect(pseudoText(text, max)).toBe(expected));

  it("of every text of the kit passes the checks of a translation", () => {
    for (const unit of unitsOf(loadedKit(REPOSITORY))) {
      const problems = checkTranslation(unit, pseudoText(unit.text, unit.max), unit.at);
      const own = problems.filter(({ code }) => code !== "too-long");
      expect(own.map(({ code }) => `${unit.id} ${code}`)).toEqual([]);
    }
  });

  it("is never longer than its field, brackets apart", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60 }), fc.nat(100), (text, room) => {
        const max = [...text].length + room;
        expect([...pseudoText(text, max)].length).toBeLessThanOrEqual(Math.max(max, [...text].length + 2));
      }),
    );
  });
});
