import fc from "fast-check";
import { expect, test } from "vitest";
import { parseYaml } from "../../src/content/yaml/parse.js";
import { Diagnostics } from "../../src/diagnostics/diagnostic.js";
import { load, loadPiece } from "./memory-kit.js";

const titleOf = (written: string): unknown => {
  const { kit, problems } = loadPiece(`    title: x\n    text: ${written}`);
  expect(problems.filter((problem) => problem.code !== "too-long")).toEqual([]);
  const value = kit?.components[0]?.pieces[0]?.values.text;
  return value?.kind === "markdown" ? value.value : value;
};

test("any text written between quotes as JSON does comes back unchanged", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 200 }), (text) => {
      expect(titleOf(JSON.stringify(text))).toBe(text);
    }),
    { numRuns: 300 },
  );
});

/** Words with every sign that means something to YAML. */
const word = fc.string({
  unit: fc.constantFrom(...`abé#:-?*&!|>'"%@\`[]{},~=<«»’…0.\\/`),
  minLength: 1,
  maxLength: 8,
});

test("any text written as a block comes back unchanged", () => {
  const texts = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(texts, (text) => {
      expect(titleOf(`>-\n      ${text}`)).toBe(text);
    }),
    { numRuns: 300 },
  );
});

test("a block folds its lines into one text", () => {
  expect(titleOf(">-\n      un\n      deux : #trois")).toBe("un deux : #trois");
});

/** Whatever is written: no exception, and every problem has a place inside its file. */
function survives(text: string): void {
  const diagnostics = new Diagnostics();
  const source = { name: "x.yaml", text };
  parseYaml(source, diagnostics);
  for (const { at } of diagnostics.all) {
    expect(at?.start).toBeGreaterThanOrEqual(0);
    expect(at?.end).toBeGreaterThanOrEqual(at?.start ?? 0);
    expect(at?.start).toBeLessThanOrEqual(text.length);
  }
}

test("no text makes the parser throw", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), survives), { numRuns: 500 });
});

test("an anchor in a text that breaks off is told at a place of the text", () => {
  survives("[- &");
});

test("no text made of YAML's own signs makes the parser throw", () => {
  const sign = fc.constantFrom(
    ..."a: |- |\n|\n  |\n    |\t|'|\"|[|]|{|}|#|*|&|!|>|?|,|%|@|---\n|x: y\n|- z\n".split("|"),
    "|",
  );
  const texts = fc.array(sign, { maxLength: 60 }).map((signs) => signs.join(""));
  fc.assert(fc.property(texts, survives), { numRuns: 1500 });
});

test("no bytes in any file make a kit throw", () => {
  const files = ["kit.yaml", "cards/jeu.yaml", "templates/fiche.hbs", "cards/links.yaml", "fonts/fonts.yaml"] as const;
  fc.assert(
    fc.property(fc.constantFrom(...files), fc.uint8Array({ maxLength: 200 }), (file, bytes) => {
      expect(load({ [file]: bytes }).problems).toBeInstanceOf(Array);
    }),
    { numRuns: 300 },
  );
});

test("a kit with one character changed never throws", () => {
  const text =
    "template: fiche\npieces:\n  - id: un\n    title: Bonjour à tous\n    steps: [a, b]\n    answer: share\n";
  const sign = fc.constantFrom(..."\n\t :-#'\"[]{}*&!|>?,%@é");
  fc.assert(
    fc.property(fc.nat(text.length), sign, fc.boolean(), (place, put, replace) => {
      const changed = text.slice(0, place) + put + text.slice(place + (replace ? 1 : 0));
      expect(load({ "cards/jeu.yaml": changed }).problems.length).toBeLessThan(12);
    }),
    { numRuns: 1500 },
  );
});

test.each([
  ["brackets", "[".repeat(200_000)],
  ["braces", "{a: ".repeat(100_000)],
  ["dashes", "- ".repeat(90_000)],
  ["indentation", Array.from({ length: 2500 }, (_, n) => `${" ".repeat(n)}- "`).join("\n")],
])("thousands of nested %s are refused, quickly", (_, text) => {
  const diagnostics = new Diagnostics();
  parseYaml({ name: "x.yaml", text }, diagnostics);
  expect(diagnostics.all.map((problem) => problem.code)).toEqual(["too-deep"]);
});

test("aliases that multiply one another are refused without being followed", () => {
  const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"];
  for (let n = 1; n < 30; n++)
    lines.push(
      `a${n}: &a${n} [${Array(9)
        .fill(`*a${n - 1}`)
        .join(", ")}]`,
    );
  const diagnostics = new Diagnostics();
  parseYaml({ name: "x.yaml", text: lines.join("\n") }, diagnostics);
  expect(diagnostics.hasErrors).toBe(true);
});
