import { expect, test } from "vitest";
import { loadPiece } from "./memory-kit.js";

/** rule · lines after `- id: un` · code · line:column · correction */
const ROWS: readonly (readonly [string, string, string, string, string?])[] = [
  ["a misspelt key that is needed is one message, not two", "    titel: x", "unknown-key", "4:5", "    title: x"],
  ["a French key finds its English name", "    titre: x", "unknown-key", "4:5", "    title: x"],
  ["a misspelt key is corrected", "    title: x\n    txet: y", "unknown-key", "5:5", "    text: y"],
  ["an unknown key is refused", "    title: x\n    zorglub: y", "unknown-key", "5:5"],
  ["a missing field is told at the piece", "    text: x", "missing-field", "3:9"],
  ["a field with nothing behind it is told at its key", "    title:", "empty-field", "4:5"],
  ["a field with an empty text is told", '    title: ""', "empty-field", "4:12"],
  ["a choice is one of its words", "    title: x\n    answer: Share", "unknown-choice", "5:13", "    answer: share"],
  ["a text has its length", `    title: ${"é".repeat(43)}`, "too-long", "4:12"],
  ["a link of a text runs nothing", "    title: x\n    text: voir [ici](javascript:a)", "bad-address", "5:11"],
  ["a link of a text has an address", "    title: x\n    text: voir [ici]()", "bad-address", "5:11"],
  ["a list has its least length", "    title: x\n    steps: [a]", "too-few-items", "5:5"],
  ["a list has its greatest length", "    title: x\n    steps: [a, b, c, d]", "too-many-items", "5:5"],
  ["a list is no text", "    title: x\n    steps: a", "wrong-type", "5:12"],
  ["a text is no group", "    title:\n      a: b", "wrong-type", "4:5"],
  ["a number has a decimal point", "    title: x\n    count: 1,5", "not-a-number", "5:12", "    count: 1.5"],
  ["yes is said true", "    title: x\n    done: oui", "not-a-boolean", "5:11", "    done: true"],
  ["a French date is turned round", "    title: x\n    on: 24/11/2026", "bad-date", "5:9", "    on: 2026-11-24"],
  ["a day is in the calendar", "    title: x\n    on: 2026-02-29", "bad-date", "5:9"],
  ["an icon has a collection", "    title: x\n    icon: robot", "bad-icon", "5:11"],
  ["an image is in the assets", "    title: x\n    picture: evenements/tallos.svg", "missing-image", "5:14"],
  ["an image does not leave the assets", "    title: x\n    picture: ../kit.yaml", "bad-image-path", "5:14"],
  ["a link is in links.yaml", "    title: x\n    more: cnl", "unknown-link", "5:11"],
  ["a format is in kit.yaml", "    title: x\n    format: care", "unknown-format", "5:13"],
  ["a template is in templates", "    title: x\n    template: fich", "unknown-template", "5:15"],
  ["copies are whole", "    title: x\n    copies: 1.5", "not-whole", "5:13"],
  ["copies are at least one", "    title: x\n    copies: 0", "out-of-range", "5:13"],
  ["an id is written as ids are", "    title: x\n  - id: Été 2\n    title: y", "bad-id", "5:9", "  - id: ete-2"],
  ["an id is taken once", "    title: x\n  - id: un\n    title: y", "duplicate-id", "5:9"],
  ["a piece is a group", "    title: x\n  - bonjour", "wrong-type", "5:5"],
];

for (const [rule, written, code, at, correction] of ROWS) {
  test(rule, () => {
    const { problems } = loadPiece(written);
    expect(problems.map((problem) => `${problem.code} ${problem.line}:${problem.col}`)).toEqual([`${code} ${at}`]);
    expect(problems[0]?.correction).toBe(correction);
  });
}

test.each([
  ["cnl", "cnil", "    title: x\n    more: cnl"],
  ["care", "carte", "    title: x\n    format: care"],
  ["tallos.svg", "talos.svg", "    title: x\n    picture: evenements/tallos.svg"],
])("%s is corrected to %s", (_, meant, written) => {
  expect(loadPiece(written).problems[0]?.hint).toContain(meant);
});

test("too long says by how many characters, without counting markup", () => {
  const bold = (n: number) => `    title: x\n    text: "**${"a".repeat(n)}** [b](https://exemple.fr) \\\\*"`;
  expect(loadPiece(bold(56)).problems).toEqual([]);
  expect(loadPiece(bold(58)).problems[0]?.message).toContain("2 caractères");
});

test("every problem of a piece names the piece and the field", () => {
  const [problem] = loadPiece("    title: x\n    answer: oui").problems;
  expect(problem).toMatchObject({ piece: "jeu/un", field: "answer", file: "cards/jeu.yaml" });
});

test("a field left out has no value; one with a default has it", () => {
  const piece = loadPiece("    title: x").kit?.components[0]?.pieces[0];
  expect(Object.keys(piece?.values ?? {})).toEqual(["title"]);
});

test("items of a list are called by their place", () => {
  const piece = loadPiece("    title: x\n    steps: [a, b]").kit?.components[0]?.pieces[0];
  expect(piece?.values.steps).toMatchObject({ kind: "list", items: [{ field: "steps.1" }, { field: "steps.2" }] });
});

test("a value knows where it was written", () => {
  const at = loadPiece("    title: >-\n      Bonjour à\n      tous").kit?.components[0]?.pieces[0]?.values.title?.at;
  expect(at?.source.text.slice(at.start, at.end).trim()).toBe(">-\n      Bonjour à\n      tous");
});

test("a flood of problems stops at a hundred, and one line counts the others", () => {
  const pieces = Array.from({ length: 150 }, (_, n) => `    title: x\n    answer: non\n  - id: p${n}`).join("\n");
  const { problems } = loadPiece(`${pieces}\n    title: x`);
  expect(problems).toHaveLength(101);
  expect(problems.at(-1)).toMatchObject({ code: "more-problems", message: expect.stringContaining("50 autres") });
});
