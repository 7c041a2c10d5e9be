import { expect, test } from "vitest";
import { type Diagnostic, positionOf, printForTerminal, toJsonProblems } from "../../src/diagnostics/index.js";

const source = { name: "cards/x.yaml", text: "template: fiche\npieces:\n  - id: a\n    titel: L’été 🎲 ici\n" };

const at = (word: string, text = source) => {
  const start = text.text.indexOf(word);
  return { source: text, start, end: start + word.length };
};

const unknownKey: Diagnostic = {
  code: "unknown-key",
  severity: "error",
  message: "Clé inconnue « titel ».",
  at: at("titel"),
  hint: "Vouliez-vous dire « title » ?",
  correction: "    title: L’été 🎲 ici",
  piece: "jeu/a",
};

test("a problem shows its place, its line, what to do and the line as it should be", () => {
  expect(printForTerminal([unknownKey], { color: false })).toBe(`✖ cards/x.yaml:4:5 Clé inconnue « titel ».
  pièce « jeu/a »
    3 |   - id: a
  > 4 |     titel: L’été 🎲 ici
      |     ^^^^^
    5 |
  Vouliez-vous dire « title » ?
  Écrivez :
        title: L’été 🎲 ici

1 erreur dans 1 fichier.
`);
});

test("an emoji is one character", () => {
  expect(positionOf(at("ici"))).toEqual({ line: 4, column: 20 });
});

test("problems are grouped by file and sorted by place; the worst file comes last", () => {
  const other = { name: "cards/a.yaml", text: "x: 1\ny: 2\n" };
  const problem = (word: string, severity: Diagnostic["severity"], text = source): Diagnostic => ({
    code: "c",
    severity,
    message: word,
    at: at(word, text),
  });
  const problems = [
    problem("ici", "error"),
    problem("y", "warning", other),
    problem("id", "info"),
    problem("x", "info", other),
  ];
  const lines = printForTerminal(problems, { color: false }).split("\n");
  expect(lines.filter((line) => /^[✖⚠ℹ]/.test(line))).toEqual([
    "ℹ cards/a.yaml:1:1 x",
    "⚠ cards/a.yaml:2:1 y",
    "ℹ cards/x.yaml:3:5 id",
    "✖ cards/x.yaml:4:20 ici",
  ]);
  expect(lines.at(-2)).toBe("1 erreur, 1 avertissement et 2 informations dans 2 fichiers.");
});

test("colours only where they are asked for", () => {
  expect(printForTerminal([unknownKey], { color: true })).toContain("\u001b[31m✖");
  expect(printForTerminal([unknownKey], { color: false })).not.toContain("\u001b");
});

test("nothing wrong is one line", () => {
  expect(printForTerminal([], { color: false })).toBe("Aucun problème.\n");
});

test("what people wrote cannot command the terminal", () => {
  const wild = { name: "x.yaml", text: "a: \u001b]0;titre\u0007\n" };
  const shown = printForTerminal(
    [{ code: "c", severity: "error", message: "« \u001b[2J »", at: { source: wild, start: 3, end: 5 } }],
    { color: false },
  );
  expect(shown).not.toContain("\u001b");
});

test("a very long line is cut around its mark", () => {
  const long = { name: "x.yaml", text: `${"a".repeat(5000)}X${"b".repeat(5000)}` };
  const shown = printForTerminal([{ code: "c", severity: "error", message: "m", at: at("X", long) }], { color: false });
  const [line = "", mark = ""] = shown.split("\n").slice(1, 3);
  expect(line.length).toBeLessThan(200);
  expect(line[mark.indexOf("^")]).toBe("X");
});

test("line numbers agree with the file even after a Unicode line separator", () => {
  const odd = { name: "x.yaml", text: "a: \u2028b\nX: c\n" };
  expect(
    printForTerminal([{ code: "c", severity: "error", message: "m", at: at("X", odd) }], { color: false }),
  ).toContain("> 2 | X: c");
});

test("a problem of the whole run has no place", () => {
  const problem: Diagnostic = { code: "missing-kit", severity: "error", message: "Rien." };
  expect(printForTerminal([problem], { color: false })).toBe("✖ Rien.\n\n1 erreur.\n");
  expect(toJsonProblems([problem])[0]).toMatchObject({ code: "missing-kit", file: undefined, line: undefined });
});

test("as JSON, a problem has its file, line and column", () => {
  expect(JSON.parse(JSON.stringify(toJsonProblems([unknownKey])))).toEqual([
    {
      code: "unknown-key",
      severity: "error",
      file: "cards/x.yaml",
      line: 4,
      col: 5,
      piece: "jeu/a",
      message: "Clé inconnue « titel ».",
      hint: "Vouliez-vous dire « title » ?",
      correction: "    title: L’été 🎲 ici",
    },
  ]);
});
