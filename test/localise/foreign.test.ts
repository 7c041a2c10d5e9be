/** A text without a translation is written as its own language is, whatever the language around it. */
import { describe, expect, it } from "vitest";
import type { TextValue } from "../../src/content/kit.js";
import { localise } from "../../src/localise/index.js";
import { EMPTY_KIT, text } from "./support.js";

const inState = (state: TextValue["state"], words: string): TextValue => ({ ...text(words, "markdown"), state });
const shown = (words: string): string => words.replaceAll("\u00A0", "~").replaceAll("\u202F", "¬");

describe.each([
  ["de", "„Ja“!", "«~**Oui**~»¬!"],
  ["ar", "«Ja»!", "«~**Oui**~»¬!"],
])("a French kit in %s", (locale, translated, original) => {
  const local = localise(EMPTY_KIT, locale);
  const french = original.replace("**Oui**", "<strong>Oui</strong>");

  it.each<[state: TextValue["state"], lang: string | undefined]>([
    ["missing", "fr"],
    ["stale", undefined],
    [undefined, undefined],
  ])("%s: a foreign text is %s", (state, lang) => {
    expect(local.foreign(inState(state, "Oui"))?.locale).toBe(lang);
  });

  it("writes what is translated by its own rules, what is not by the French ones", () => {
    expect(shown(local.plain(inState(undefined, '"Ja"!')))).toBe(translated);
    expect(shown(local.plain(inState("stale", '"Ja"!')))).toBe(translated);
    expect(shown(local.html(inState("missing", '"**Oui**" !')))).toBe(french);
    expect(shown(local.inline(inState("missing", '"**Oui**" !')))).toBe(french);
    expect(shown(local.plain(inState("missing", '"Oui" !')))).toBe("«~Oui~»¬!");
  });
});

it.each([
  ["fr", "ar", "ltr"],
  ["ar", "fr", "rtl"],
  ["ar", "fa", "rtl"],
])("a text in %s, in a kit in %s, runs %s", (original, locale, direction) => {
  const local = localise({ ...EMPTY_KIT, locale: original }, locale);
  expect(local.foreign(inState("missing", "…"))?.direction).toBe(direction);
});

it("in its own language, a kit has no foreign text", () => {
  expect(localise(EMPTY_KIT, "fr").foreign(inState("missing", "Oui"))).toBeUndefined();
});
