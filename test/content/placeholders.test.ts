import fc from "fast-check";
import { expect, test } from "vitest";
import { parsePlaceholders, placeholderMistakes } from "../../src/content/placeholders.js";

/** Words as they are, placeholders as `<name args key:value>`. */
const parts = (text: string): readonly string[] =>
  parsePlaceholders(text).map((part) =>
    typeof part === "string"
      ? part
      : `<${[part.name, ...part.args, ...[...part.filters].map(([key, value]) => `${key}:${value}`)].join(" ")}>`,
  );

test.each([
  ["words only", "Bonjour", ["Bonjour"]],
  ["nothing", "", []],
  ["a placeholder alone", "{version}", ["<version>"]],
  ["words around", "page {page seance}.", ["page ", "<page seance>", "."]],
  ["two in a row", "{date}{version}", ["<date>", "<version>"]],
  ["several words", "{minutes a b c}", ["<minutes a b c>"]],
  ["a path", "{text jeu/un title}", ["<text jeu/un title>"]],
  ["filters", "{count jeu template=fiche answer=share}", ["<count jeu template:fiche answer:share>"]],
  ["a filter of several words", '{count jeu answer="à garder"}', ["<count jeu answer:à garder>"]],
  ["spaces do not count", "{ page\u00a0 seance }", ["<page seance>"]],
  ["a line end is a space", "{page\nseance}", ["<page seance>"]],
  ["an unknown name", "{pages a}", ["<pages a>"]],
  ["a protected brace is a brace", "\\{page\\} {page a}", ["{page} ", "<page a>"]],
  ["a protected backslash protects nothing", "\\\\{page a}", ["\\\\", "<page a>"]],
  ["other protected signs stay protected", "\\* {date}", ["\\* ", "<date>"]],
  ["a closing brace alone is a sign", "a } b", ["a } b"]],
  ["what is wrong stays as it is written", "{} {page {date}", ["{} {page ", "<date>"]],
])("%s", (_, text, expected) => {
  expect(parts(text)).toEqual(expected);
});

test("a placeholder knows where it stands", () => {
  const text = "page {page seance}, \\{ {date}";
  const found = parsePlaceholders(text).flatMap((part) => (typeof part === "string" ? [] : [part]));
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(["{page seance}", "{date}"]);
});

test.each([
  ["{page a", "unclosed", "{page"],
  ["a { b", "unclosed", "{ b"],
  ["{{title}}", "unclosed", "{"],
  ["a {} b", "empty", "{}"],
  ["{ }", "empty", "{ }"],
  ["{2 fois}", "syntax", "{2 fois}"],
  ["{count jeu answer=}", "syntax", "{count jeu answer=}"],
  ["{#ancre}", "anchor", "{#ancre}"],
])("%s is %s", (text, kind, shown) => {
  const [mistake, ...others] = placeholderMistakes(text);
  expect(mistake?.kind).toBe(kind);
  expect(text.slice(mistake?.start, mistake?.end)).toBe(shown);
  expect(others).toEqual([]);
});

const anyText = fc
  .array(fc.constantFrom(...'{}\\=" \n#', "page ", "a", "{date}", "é"), { maxLength: 40 })
  .map((signs) => signs.join(""));

test("placeholders stand in order, without overlap, and hold no brace inside", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let end = 0;
      for (const part of parsePlaceholders(text)) {
        if (typeof part === "string") continue;
        expect(part.start).toBeGreaterThanOrEqual(end);
        end = part.end;
        expect(text.slice(part.start, end)).toMatch(/^\{[^{}]+\}$/);
      }
    }),
    { numRuns: 1000 },
  );
});

test("words that are protected brace by brace come back as they are", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."{}ab =#\n"), maxLength: 30 }), (text) => {
      expect(parsePlaceholders(text.replace(/[{}]/g, "\\$&")).join("")).toBe(text);
      expect(placeholderMistakes(text.replace(/[{}]/g, "\\$&"))).toEqual([]);
    }),
  );
});

test("thousands of braces are read quickly", () => {
  expect(placeholderMistakes("{a ".repeat(100_000))).toHaveLength(100_000);
});
