/** What gets lost on the way from one language to another, each with its problem. */
import { describe, expect, it } from "vitest";
import type { Unit } from "../../src/catalog/index.js";
import { checkTranslation } from "../../src/translation/checks.js";
import { text } from "../localise/support.js";

const unit = (french: string, more: Partial<Unit> = {}): Unit => ({
  id: "jeu/un/texte",
  text: french,
  kind: "markdown",
  where: "Jeu · un",
  critical: false,
  at: text(french).at,
  ...more,
});
const codes = (french: string, translation: string, more: Partial<Unit> = {}): readonly string[] =>
  checkTranslation(unit(french, more), translation, text(translation).at).map(({ code }) => code);

describe("a translation", () => {
  it.each([
    ["Voir page {page suite}.", "See page {page suite}."],
    ["**Un** mot *doux* et [un lien](https://a.fr).", "A *soft*, **single** word and [a link](https://a.fr)."],
    ["- un\n- deux", "- one\n- two"],
    ["En 1950, 1 500 cartes, 8,2 tonnes.", "In 1950, 1,500 cards, 8.2 tonnes."],
    ["En 1950.", "في عام ١٩٥٠."],
    ["Une carte sur 3.", "One card in three."],
    ["{count donnees answer=share} cartes", "{count  donnees answer=share} cards"],
  ])("%s: that keeps everything has no problem", (french, translation) => {
    expect(codes(french, translation)).toEqual([]);
  });

  it.each([
    ["Voir page {page suite}.", "See page.", "lost-reference"],
    ["{n}/{total} {side}", "{n} of {total}", "lost-reference"],
    ["{n} mm à 100 %", "{n} mm at {percent}", "strange-reference lost-number"],
    ["Voir la suite.", "See {page suite}.", "strange-reference"],
    ["Voir page {page suite}.", "See page {seite suite}.", "lost-reference strange-reference"],
    ["Voir page {page suite}.", "See page {page suite} {", "broken-braces"],
    ["**Un** mot.", "A word.", "other-marks"],
    ["Un *mot*.", "A **word**.", "other-marks other-marks"],
    ["- un\n- deux", "one, two", "other-marks"],
    ["Voir [ici](https://a.fr).", "See here.", "lost-address"],
    ["Voir ici.", "See [here](https://b.fr).", "strange-address"],
    ["En 1950.", "In 1590.", "lost-number"],
    ["Le 23/11/2026.", "Am 23.11.2026.", ""],
    ["Le 23/11/2026.", "Am 23. 11. 2026.", ""],
    ["Le 23/11/2026.", "Am 23.12.2026.", "lost-number"],
    ["Il y en a 10\u202F000.", "There are 10,000.", ""],
    ["De 1 à 22.", "From 12.", "lost-number"],
  ])("%s → %s: %s", (french, translation, expected) => {
    expect(codes(french, translation).join(" ")).toBe(expected);
  });

  it("has the room of its field, marks not counted", () => {
    expect(codes("**Un** mot.", "**A** little word.", { max: 14 })).toEqual([]);
    expect(codes("**Un** mot.", "**A** little word.", { max: 13 })).toEqual(["too-long"]);
  });

  it("in plain text, stars are stars", () => {
    expect(codes("2 * 3 * 4", "2 × 3 × 4", { kind: "text" })).toEqual([]);
  });

  it("tells its problem at the translator's line, with the text's name", () => {
    const translation = text("See page.");
    const [problem] = checkTranslation(unit("Voir {page a}."), "See page.", translation.at);
    expect(problem).toMatchObject({ at: translation.at, field: "jeu/un/texte", severity: "error" });
  });
});
