import { expect, test } from "vitest";
import { load, loadPiece } from "./memory-kit.js";

interface Row {
  readonly rule: string;
  /** Lines after `  - id: un`, from line 4. */
  readonly written: string;
  readonly code: string;
  readonly at: string;
  readonly correction?: string;
}

const ROWS: readonly Row[] = [
  {
    rule: "a colon in a text asks for quotes",
    written: "    title: Attention : deux points",
    code: "colon-in-text",
    at: "4:12",
    correction: '    title: "Attention : deux points"',
  },
  {
    rule: "a colon at the end of a text asks for quotes",
    written: "    title: Bonjour:",
    code: "colon-in-text",
    at: "4:12",
    correction: '    title: "Bonjour:"',
  },
  {
    rule: "a colon in a text over two lines asks for quotes around both",
    written: "    title: un\n      deux : trois",
    code: "colon-in-text",
    at: "4:12",
    correction: '    title: "un\n      deux : trois"',
  },
  {
    rule: "a remark stays outside the quotes that are added",
    written: "    title: a: b # vu",
    code: "colon-in-text",
    at: "4:12",
    correction: '    title: "a: b" # vu',
  },
  {
    rule: "a colon in an item of a list of texts asks for quotes",
    written: "    title: x\n    steps:\n      - Attention : deux\n      - b",
    code: "colon-in-text",
    at: "6:9",
    correction: '      - "Attention : deux"',
  },
  {
    rule: "an apostrophe between apostrophes asks for straight quotes",
    written: "    title: 'L'eau'",
    code: "apostrophe-in-quotes",
    at: "4:12",
    correction: `    title: "L'eau"`,
  },
  {
    rule: "text after a closing quote asks for quotes around all of it",
    written: '    title: "Bonjour", dit-il',
    code: "text-after-quote",
    at: "4:12",
    correction: `    title: '"Bonjour", dit-il'`,
  },
  {
    rule: "quotes within quotes ask for the other kind outside",
    written: '    title: "Il dit "oui" fort"',
    code: "quote-in-quotes",
    at: "4:12",
    correction: `    title: 'Il dit "oui" fort'`,
  },
  {
    rule: "a quote that is never closed is found where it opens",
    written: '    title: "Bonjour\n    text: "a"',
    code: "unclosed-quote",
    at: "4:12",
    correction: '    title: "Bonjour"',
  },
  {
    rule: "an apostrophe at the start of a text asks for quotes around it",
    written: "    title: 'tite maison\n    text: b",
    code: "unclosed-quote",
    at: "4:12",
    correction: `    title: "'tite maison"`,
  },
  {
    rule: "a backslash between quotes is doubled",
    written: '    title: "C:\\qui"',
    code: "backslash-in-quotes",
    at: "4:12",
    correction: '    title: "C:\\\\qui"',
  },
  {
    rule: "a hash that touches a word does not cut the text in silence",
    written: "    title: Le mot #numérique est là",
    code: "cut-by-hash",
    at: "4:19",
    correction: '    title: "Le mot #numérique est là"',
  },
  {
    rule: "a hash alone does not empty the text in silence",
    written: "    title: #numérique",
    code: "cut-by-hash",
    at: "4:12",
    correction: '    title: "#numérique"',
  },
  {
    rule: "a hash in an item of a list does not empty it in silence",
    written: "    title: x\n    steps:\n      - a\n      - #b",
    code: "cut-by-hash",
    at: "7:9",
    correction: '      - "#b"',
  },
  {
    rule: "a line that begins with a hash does not cut a long text",
    written: "    title: un\n      #deux\n      trois",
    code: "cut-by-hash",
    at: "4:12",
    correction: '    title: "un\n      #deux\n      trois"',
  },
  {
    rule: "a hash after one space may be a remark: that is only a warning",
    written: "    title: Le mot # numérique",
    code: "maybe-cut-by-hash",
    at: "4:19",
  },
  {
    rule: "a star at the start of a text asks for quotes",
    written: "    title: *important*",
    code: "star-at-start",
    at: "4:12",
    correction: '    title: "*important*"',
  },
  {
    rule: "bold at the start of a text asks for quotes",
    written: "    title: x\n    text: **gras** à lire",
    code: "star-at-start",
    at: "5:11",
    correction: '    text: "**gras** à lire"',
  },
  {
    rule: "braces around a name ask for quotes",
    written: "    title: {{nom}}",
    code: "braces-at-start",
    at: "4:12",
    correction: '    title: "{{nom}}"',
  },
  {
    rule: "braces before a text ask for quotes",
    written: "    title: {{nom}} est là",
    code: "braces-at-start",
    at: "4:12",
    correction: '    title: "{{nom}} est là"',
  },
  {
    rule: "a bracket at the start of a text asks for quotes",
    written: "    title: [Nom] à remplir",
    code: "bracket-at-start",
    at: "4:12",
    correction: '    title: "[Nom] à remplir"',
  },
  {
    rule: "a text between brackets asks for quotes",
    written: "    title: [Nom]",
    code: "bracket-at-start",
    at: "4:12",
    correction: '    title: "[Nom]"',
  },
  {
    rule: "an exclamation mark at the start is not dropped in silence",
    written: "    title: !attention au feu",
    code: "tag-at-start",
    at: "4:12",
    correction: '    title: "!attention au feu"',
  },
  {
    rule: "an ampersand at the start is not dropped in silence",
    written: "    title: &co est là",
    code: "anchor-at-start",
    at: "4:12",
    correction: '    title: "&co est là"',
  },
  {
    rule: "a dash at the start of a text asks for quotes",
    written: "    title: - un",
    code: "dash-at-start",
    at: "4:12",
    correction: '    title: "- un"',
  },
  ...["@mairie", "%age", "`code`", ", dit-il", "] x", "? quoi", "> 50 ans", "| x"].map((text) => ({
    rule: `a text that begins with ${text[0]} asks for quotes`,
    written: `    title: ${text}`,
    code: "special-at-start",
    at: "4:12",
    correction: `    title: "${text}"`,
  })),
  {
    rule: "a colon without a space after it is no key",
    written: "    title:Bonjour\n    text: x",
    code: "no-space-after-colon",
    at: "4:5",
    correction: "    title: Bonjour",
  },
  {
    rule: "a no-break space after the colon is replaced",
    written: "    title:\u00a0Bonjour\n    text: x",
    code: "no-space-after-colon",
    at: "4:5",
    correction: "    title: Bonjour",
  },
  {
    rule: "a tab is no indentation",
    written: "\ttitle: x",
    code: "tab-indent",
    at: "4:1",
    correction: "    title: x",
  },
  {
    rule: "a no-break space is no indentation",
    written: "    \u00a0title: x",
    code: "odd-indent",
    at: "4:5",
    correction: "    title: x",
  },
  {
    rule: "a key too far right is moved under its neighbours",
    written: "    title: a\n      text: b",
    code: "bad-indent",
    at: "5:7",
    correction: "    text: b",
  },
  {
    rule: "a key too far left is moved under its neighbours",
    written: "    title: a\n   text: b",
    code: "bad-indent",
    at: "5:4",
    correction: "    text: b",
  },
  {
    rule: "a list item out of line is moved under its neighbours",
    written: "    title: x\n    steps:\n      - a\n     - b",
    code: "bad-indent",
    at: "7:6",
    correction: "      - b",
  },
  {
    rule: "the second line of a text is indented",
    written: "    title: un\n    suite du texte\n    text: b",
    code: "text-not-indented",
    at: "5:5",
    correction: "      suite du texte",
  },
  {
    rule: "a key written twice names the line of the first",
    written: "    title: a\n    title: b",
    code: "duplicate-key",
    at: "5:5",
  },
  {
    rule: "an open bracket is closed",
    written: "    title: x\n    steps: [a, b",
    code: "unclosed-bracket",
    at: "5:12",
    correction: "    steps: [a, b]",
  },
  {
    rule: "a list under a key that has a value already is not guessed at",
    written: "    title: x\n    - a",
    code: "list-after-value",
    at: "5:5",
  },
  {
    rule: "an alias is refused: nothing is defined elsewhere",
    written: "    title: &t Bonjour\n    text: *t",
    code: "alias-used",
    at: "5:11",
  },
];

test.each(ROWS)("$rule", ({ written, code, at, correction }) => {
  const { problems } = loadPiece(written);
  const found = problems.find((problem) => problem.code === code);
  expect(found && `${found.line}:${found.col}`).toBe(at);
  expect(found?.correction).toBe(correction);
});

test.each(ROWS.filter((row) => row.code !== "alias-used"))("one mistake, one message: $rule", ({ written }) => {
  expect(loadPiece(written).problems.map((problem) => problem.code)).toHaveLength(1);
});

test.each(ROWS.filter((row) => row.correction !== undefined))("the correction cures: $rule", (row) => {
  const lines = row.written.split("\n");
  const count = row.correction?.split("\n").length ?? 1;
  lines.splice(Number(row.at.split(":")[0]) - 4, count, row.correction ?? "");
  const left = loadPiece(lines.join("\n")).problems.map((problem) => problem.code);
  expect(left).not.toContain(row.code);
});

test.each([
  ["a number keeps its first zero", "0612345678"],
  ["a postcode keeps its first zero", "01000"],
  ["a version keeps its last zero", "1.10"],
  ["oui is a word", "oui"],
  ["no is a word", "no"],
  ["null is a word", "null"],
  ["a time is a text", "12:30"],
  ["a date is a text", "2026-11-24"],
  ["an address holds a colon without harm", "https://exemple.fr/#ancre"],
  ["guillemets need no quotes", "« L’eau » ?"],
])("%s", (_, text) => {
  const { kit, problems } = loadPiece(`    title: ${text}`);
  expect(problems).toEqual([]);
  expect(kit?.components[0]?.pieces[0]?.values.title).toMatchObject({ kind: "text", value: text });
});

test("a remark after two spaces is only a remark", () => {
  expect(loadPiece("    title: Le mot  # à revoir").problems).toEqual([]);
});

test("several mistakes in one file are all told, and none below them is invented", () => {
  const { problems } = load({
    "cards/jeu.yaml": `template: fiche
pieces:
  - id: un
    title: Attention : danger
  - id: deux
    title: 'L'eau'
\ttext: oui
  - id: trois
    titel: "ouvert
  - id: quatre
    title: @ici
    answer: shar
`,
  });
  expect(problems.map((problem) => `${problem.line} ${problem.code}`)).toEqual([
    "4 colon-in-text",
    "6 apostrophe-in-quotes",
    "7 tab-indent",
    "9 unknown-key",
    "9 unclosed-quote",
    "11 special-at-start",
    "12 unknown-choice",
  ]);
});

test("a file saved on Windows, with a byte order mark, is read as any other", () => {
  const { problems } = load({
    "cards/jeu.yaml": "\ufefftemplate: fiche\r\npieces:\r\n  - id: a\r\n    title: Le : mot\r\n    text: x\r\n",
  });
  expect(problems.map(({ code, line, col, correction }) => ({ code, line, col, correction }))).toEqual([
    { code: "colon-in-text", line: 4, col: 12, correction: '    title: "Le : mot"' },
  ]);
});

test("what stands in a block of text is never taken for a mistake", () => {
  const block = "    text: >-\n      - \"Je ne sais pas\n      [sic] 'tite : #non\n      clé: x\n    title: a : b";
  expect(loadPiece(block).problems.map((problem) => `${problem.line} ${problem.code}`)).toEqual(["8 colon-in-text"]);
});

test("a key after a block of text is aligned with the block's key, not with its text", () => {
  const { problems } = loadPiece("    text: >-\n      Bonjour : oui\n   title: a");
  expect(problems[0]?.correction).toBe("    title: a");
});
