/** The group « print » of cards/ui.yaml: what a kit may say of its margins, and what it is told when it says it wrong. */
import { expect, test } from "vitest";
import { PRINT_NAMES, PRINT_WORDS } from "../../../src/content/print-words.js";
import { load } from "../memory-kit.js";

const withWords = (lines: string) => load({ "cards/ui.yaml": `fiche: Fiche\nprint:\n${lines}\n` });
const told = (lines: string): readonly string[] =>
  withWords(lines).problems.map(({ code, line, col }) => `${code} ${line}:${col}`);

test("our own words are right", () => {
  const lines = PRINT_NAMES.map((name) => `  ${name}: "${PRINT_WORDS[name].text}"`).join("\n");
  const { kit, problems } = withWords(lines);
  expect(problems).toEqual([]);
  expect([...kit!.print].map(([name, { value }]) => [name, value])).toEqual(
    PRINT_NAMES.map((name) => [name, PRINT_WORDS[name].text]),
  );
});

test("a kit says as many as it likes, and templates do not see them", () => {
  const { kit, problems } = withWords("  front: face A");
  expect(problems).toEqual([]);
  expect([...kit!.print.keys()]).toEqual(["front"]);
  expect([...kit!.ui.keys()]).toEqual(["fiche"]);
  expect(load({}).kit!.print.size).toBe(0);
});

test.each([
  ["an unknown key", "  verso: dos", "unknown-key 3:3"],
  ["a group", "  front: { a: b }", "braces-at-start 3:10"],
  ["nothing at all", '  front: ""', "empty-field 3:10"],
  ["a placeholder of another text", "  ruler: 100 mm à {n} % {total}", "unknown-placeholder 3:25"],
  ["a placeholder with words", '  ruler: "{n mm} à 100 %"', "unknown-placeholder 3:11"],
  ["a placeholder where there is none", "  front: recto {n}", "unknown-placeholder 3:16"],
  ["a misspelt placeholder", '  sheet: "{n}/{totl}"', "unknown-placeholder 3:15"],
  ["a lost placeholder", '  sheet: "{n} sur beaucoup"', "missing-placeholder 3:10"],
  ["a brace that is not closed", '  sheet: "{total}, {n"', "unclosed-brace 3:20"],
])("%s is told where it stands", (_, lines, expected) => {
  expect(told(lines).join(" ")).toBe(expected);
});

test.each([
  ["  frnt: recto", "« front »"],
  ['  sheet: "{n}/{totl}"', "« {total} »"],
  ["  front: recto {n}", "pas d’accolades"],
  ['  sheet: "{n}"', "{n}/{total}"],
])("%s: what was meant is said", (lines, hint) => {
  expect(withWords(lines).problems[0]!.hint!.replace(/\u00A0/g, " ")).toContain(hint);
});
