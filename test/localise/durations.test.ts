import { describe, expect, it } from "vitest";
import { durationText } from "../../src/localise/index.js";

/** Spaces that no line ends in are easier to read as what they look like. */
const said = (locale: string, ...minutes: readonly number[]): readonly string[] =>
  minutes.map((one) => durationText(one, locale).replaceAll("\u00A0", "~"));

describe("durations", () => {
  it("are written in French as French writes a time", () => {
    expect(said("fr", 15, 65, 90, 120)).toEqual(["15~min", "1~h~05", "1~h~30", "2~h"]);
  });

  it("take the symbols h and min in every other language of Latin letters", () => {
    for (const locale of ["en-GB", "de", "es", "tr", "vi", "uz", "uz-Latn", "en-GB-u-nu-latn"]) {
      expect(said(locale, 0, 1, 15, 60, 65, 90, 120), locale).toEqual([
        "0~min",
        "1~min",
        "15~min",
        "1~h",
        "1~h~5~min",
        "1~h~30~min",
        "2~h",
      ]);
    }
  });

  it("take the words and figures of a language of other letters", () => {
    expect(said("uk", 90)).toEqual(["1~година~і~30~хвилин"]);
    expect(said("ar-u-nu-latn", 90, 120)).toEqual(["ساعة~و30~دقيقة", "ساعتان"]);
    expect(said("uz-Cyrl", 15)).not.toEqual(["15~min"]);
    expect(said("ar-u-nu-arab", 15)).toEqual(["١٥~دقيقة"]);
  });
});
