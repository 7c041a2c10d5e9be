/** The words beside the pieces in every language of the kit: translated, in their order, with room for them. */
import { describe, expect, it } from "vitest";
import { textWidth } from "../../src/impose/furniture.js";
import { REPOSITORY } from "../kits/temporary.js";
import { marginsOf, sticksOut } from "./margins.js";

/** Labels; what is larger is the page of assembly's. */
const LABEL_LARGEST = 8;

const LANGUAGES = ["fr", "en-GB", "de", "ar"] as const;
const inLanguage = new Map(
  await Promise.all(LANGUAGES.map(async (locale) => [locale, await marginsOf(REPOSITORY, locale, false)] as const)),
);
const marginsIn = (locale: (typeof LANGUAGES)[number]) => inLanguage.get(locale)!.margins;

describe.each(LANGUAGES)("margins in %s", (locale) => {
  it("stand where the printer reaches", () => {
    expect(marginsIn(locale).flatMap(sticksOut)).toEqual([]);
  });

  it("take no more room than imposition gave them, which has no fonts", () => {
    const labels = marginsIn(locale).flatMap(({ words }) => words.filter(({ mark }) => mark.size <= LABEL_LARGEST));
    expect(labels.length).toBeGreaterThan(100);
    expect(labels.filter(({ mark, width }) => width > textWidth(mark.text, mark.size))).toEqual([]);
  });

  it("say how the paper is turned over, and how long the ruler is", () => {
    const all = marginsIn(locale)
      .flatMap(({ words }) => words.map(({ mark }) => mark.text))
      .join("\n");
    const [turned, ruler] = {
      fr: ["recto, retourner sur le bord long", "100\u00A0mm à 100\u00A0%"],
      "en-GB": ["front, flip on long edge", "100\u00A0mm at 100%"],
      de: ["Vorderseite, über die lange Kante wenden", "100\u00A0mm bei 100\u00A0%"],
      ar: ["الوجه، القلب على الحافة الطويلة", "100 مم بحجم 100%"],
    }[locale];
    expect(all).toContain(turned);
    expect(all).toContain(ruler);
    if (locale !== "fr") expect(all).not.toMatch(/recto|verso|retourner|feuille|Assembler|imprimer/);
  });
});
