/** A language → what CLDR, by way of Node, knows of it: its name, the paper of its country, its letters. */

/** In `language`; the tag itself when nobody has a name for it. */
export const nameOf = (tag: string, language: string): string => {
  const name = new Intl.DisplayNames([language], { type: "language" }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
};

/** Whether a well-formed tag is a language that somebody has a name for. */
export const isKnown = (tag: string): boolean =>
  new Intl.DisplayNames(["fr"], { type: "language", fallback: "none" }).of(tag) !== undefined;

/** Countries that print on Letter (CLDR, supplemental data: measurementData, paperSize US-Letter). */
const LETTER = new Set("BZ CA CL CO CR GT MX NI PA PH PR SV US VE".split(" "));

/** Of the country that is named; a language without one is printed where the kit is. */
export const paperOf = (tag: string): readonly string[] =>
  LETTER.has(new Intl.Locale(tag).region ?? "") ? ["Letter"] : ["A4", "A3"];

const YEAR = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 5 + month)));

/**
 * Letters of a language as its own words use them: names of days, months, numbers, languages and countries. Node does
 * not say what the alphabet is; these words hold nearly all of it.
 */
export function lettersOf(tag: string): readonly string[] {
  const days = new Intl.DateTimeFormat(tag, { dateStyle: "full", timeZone: "UTC", calendar: "gregory" });
  const languages = new Intl.DisplayNames([tag], { type: "language" });
  const regions = new Intl.DisplayNames([tag], { type: "region" });
  const words = [
    ...YEAR.map((day) => days.format(day)),
    ...["ar", "bn", "de", "en", "es", "fa", "fr", "hi", "ja", "ps", "ru", "ta", "th", "tr", "uk", "vi", "zh"].map(
      (one) => languages.of(one),
    ),
    ...[
      "AF",
      "BD",
      "BR",
      "CN",
      "DE",
      "DZ",
      "EG",
      "ES",
      "FR",
      "GB",
      "IN",
      "JP",
      "MA",
      "MX",
      "NZ",
      "PL",
      "SY",
      "UA",
      "VN",
      "ZA",
    ].map((one) => regions.of(one)),
    languages.of(tag),
  ].join("");
  const letters = new Set(words.match(/\p{L}\p{M}*/gu));
  return [...letters].sort((a, b) => a.localeCompare(b, tag));
}
