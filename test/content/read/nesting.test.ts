import { expect, test } from "vitest";
import { nestChapters } from "../../../src/content/nesting.js";
import { BOOKLET, chaptersOf, codes, loadBooklet } from "../booklet-kit.js";

const TEMPLATE = String(BOOKLET["templates/chapitre.hbs"]).replace("  intro:", "  under: text\n  intro:");

/** `a b>a` loads chapters `a` and, under it, `b`, after the booklet's own `bienvenue`. */
function loadChapters(written: string) {
  const files = written.split(" ").map((chapter, index) => {
    const [id, under] = chapter.split(">");
    const head = `---\ntemplate: chapitre\ntitle: ${id}\n${under === undefined ? "" : `under: ${under}\n`}---\n`;
    return [`cards/livret/0${index + 2}-${id}.md`, `${head}## Ici {#ici-${id}}\n`] as const;
  });
  return loadBooklet({ "templates/chapitre.hbs": TEMPLATE, ...Object.fromEntries(files) });
}

test.each([
  ["a b c", "0 0 0"],
  ["a b>a c>a d", "0 1 1 0"],
  ["a b>a c>b d>a e>bienvenue", "0 1 2 1 -"],
  ['a b>""', "0 0"],
])("%s stand as deep as %s", (written, depths) => {
  const nested = nestChapters(chaptersOf(loadChapters(written)));
  const found = nested.slice(1).map(({ depth, stray }) => (stray ? "-" : String(depth)));
  expect(found.join(" ")).toBe(depths);
});

test.each([
  ["a chapter that there is not", "a b>c", "unknown-chapter 4:8"],
  ["itself", "a b>b", "unknown-chapter 4:8"],
  ["an anchor", "a b>ici-a", "unknown-chapter 4:8"],
  ["a chapter further down", "a>b b", "stray-chapter 4:8"],
  ["a chapter with another in between", "a b c>a", "stray-chapter 4:8"],
])("none stands under %s", (_, written, problem) => {
  expect(codes(loadChapters(written))).toEqual([problem]);
});

test("the chapter that was meant is told", () => {
  const [problem] = loadChapters("seance b>sceance").problems;
  expect(problem).toMatchObject({
    file: "cards/livret/03-b.md",
    piece: "livret/b",
    hint: expect.stringContaining("seance"),
  });
});

test("a chapter that is wrong itself has been told already", () => {
  const wrong = "---\ntemplate: chapitr\n---\n";
  const under = "---\ntemplate: chapitre\ntitle: b\nunder: a\n---\n";
  const files = { "cards/livret/02-a.md": wrong, "cards/livret/03-b.md": under };
  expect(codes(loadBooklet({ "templates/chapitre.hbs": TEMPLATE, ...files }))).toEqual(["unknown-template 2:11"]);
});
