/** Numbers that the program writes itself, in the digits of a language. */
import { describe, expect, it } from "vitest";
import { localise } from "../../src/localise/index.js";
import { EMPTY_KIT } from "./support.js";

describe("a number is written in the digits of its language, and as they are written otherwise in none", () => {
  it.each<[locale: string, digits: string | undefined, written: string]>([
    ["fr", undefined, "10 2026 8.5"],
    ["de", undefined, "10 2026 8.5"],
    ["ar", "latn", "10 2026 8.5"],
    ["ar", "arab", "١٠ ٢٠٢٦ ٨.٥"],
    ["fa", undefined, "۱۰ ۲۰۲۶ ۸.۵"],
    ["fa", "latn", "10 2026 8.5"],
    ["hi", "deva", "१० २०२६ ८.५"],
    ["th", "thai", "๑๐ ๒๐๒๖ ๘.๕"],
  ])("%s, digits %s: %s", (locale, digits, written) => {
    const { number } = localise(EMPTY_KIT, locale, { digits });
    expect([10, "2026", 8.5].map(number).join(" ")).toBe(written);
  });
});
