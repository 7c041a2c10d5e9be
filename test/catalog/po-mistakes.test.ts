import { expect, test } from "vitest";
import { read } from "./support.js";

interface Row {
  readonly rule: string;
  /** From line 1; an entry of its own follows. */
  readonly written: string;
  readonly code: string;
  readonly at: string;
  readonly shown: string;
  readonly correction?: string;
  /** Id and translation of what is read even so. */
  readonly entries?: readonly (readonly [string, string])[];
}

const entry = (text: string): string => `msgctxt "a"\nmsgid "A"\n${text}`;
const plain = (text: string): readonly (readonly [string, string])[] => [["a", text]];

const ROWS: readonly Row[] = [
  {
    rule: "a quote that is never closed",
    written: entry('msgstr "One'),
    code: "unclosed-quote",
    at: "3:8",
    shown: '"One',
    correction: 'msgstr "One"',
    entries: plain("One"),
  },
  {
    rule: "a quote whose closing one is protected",
    written: entry('msgstr "One\\"'),
    code: "unclosed-quote",
    at: "3:8",
    shown: '"One\\"',
    correction: 'msgstr "One\\""',
    entries: plain('One"'),
  },
  {
    rule: "a text that ends with a backslash",
    written: entry('msgstr "One\\'),
    code: "unclosed-quote",
    at: "3:8",
    shown: '"One\\',
    correction: 'msgstr "One"',
    entries: plain("One"),
  },
  {
    rule: "a quote that is not closed on a line that goes on",
    written: entry('msgstr ""\n"One \n"two"'),
    code: "unclosed-quote",
    at: "4:1",
    shown: '"One',
    correction: '"One"',
    entries: plain("Onetwo"),
  },
  {
    rule: "quotes within quotes",
    written: entry('msgstr "He said "yes" loudly"'),
    code: "quote-in-quotes",
    at: "3:8",
    shown: '"He said "yes" loudly"',
    correction: 'msgstr "He said \\"yes\\" loudly"',
    entries: plain('He said "yes" loudly'),
  },
  {
    rule: "an odd quote within quotes",
    written: entry('msgstr "a 5" screen"'),
    code: "unclosed-quote",
    at: "3:8",
    shown: '"a 5" screen"',
    correction: 'msgstr "a 5\\" screen\\""',
    entries: plain('a 5" screen"'),
  },
  {
    rule: "words after the closing quote",
    written: entry('msgstr "One" two'),
    code: "text-after-quote",
    at: "3:8",
    shown: '"One" two',
    entries: plain("One"),
  },
  {
    rule: "no quotes at all",
    written: entry("msgstr One two"),
    code: "missing-quotes",
    at: "3:8",
    shown: "One two",
    correction: 'msgstr "One two"',
    entries: plain("One two"),
  },
  {
    rule: "quotes of a language in place of straight ones",
    written: entry("msgstr “One”"),
    code: "missing-quotes",
    at: "3:8",
    shown: "“One”",
    correction: 'msgstr "One"',
    entries: plain("One"),
  },
  {
    rule: "nothing after a keyword",
    written: entry("msgstr"),
    code: "missing-quotes",
    at: "3:1",
    shown: "msgstr",
    correction: 'msgstr ""',
    entries: plain(""),
  },
  {
    rule: "a misspelt keyword",
    written: entry('mgstr "One"'),
    code: "unknown-keyword",
    at: "3:1",
    shown: "mgstr",
    entries: plain("One"),
  },
  {
    rule: "a keyword that nobody knows",
    written: `domain "x"\n${entry('msgstr "One"')}`,
    code: "unknown-keyword",
    at: "1:1",
    shown: "domain",
    entries: plain("One"),
  },
  {
    rule: "a backslash that means nothing",
    written: entry('msgstr ""\n"C:\\Kit"'),
    code: "unknown-escape",
    at: "4:4",
    shown: "\\K",
    entries: plain("C:\\Kit"),
  },
  {
    rule: "no translation",
    written: 'msgctxt "a"\nmsgid "A"\n',
    code: "missing-msgstr",
    at: "2:7",
    shown: '"A"',
    entries: plain(""),
  },
  { rule: "no French", written: 'msgctxt "a"\nmsgstr "One"\n', code: "missing-msgid", at: "1:1", shown: "msgctxt" },
  {
    rule: "two translations",
    written: entry('msgstr "One"\nmsgstr "Two"\n"and more"'),
    code: "repeated-keyword",
    at: "4:1",
    shown: "msgstr",
    entries: plain("One"),
  },
  {
    rule: "words before the first keyword",
    written: `"One"\n${entry('msgstr "One"')}`,
    code: "stray-text",
    at: "1:1",
    shown: '"One"',
    entries: plain("One"),
  },
  {
    rule: "an earlier text before its keyword",
    written: `#| "One"\n${entry('msgstr "One"')}`,
    code: "stray-text",
    at: "1:4",
    shown: '"One"',
    entries: plain("One"),
  },
  {
    rule: "several forms",
    written: 'msgctxt "a"\nmsgid "A"\nmsgid_plural "As"\nmsgstr[0] "One"\nmsgstr[1] "More"\n',
    code: "plural-entry",
    at: "3:1",
    shown: "msgid_plural",
  },
  {
    rule: "a numbered form",
    written: entry('msgstr[0] "One"'),
    code: "plural-entry",
    at: "3:1",
    shown: "msgstr[0]",
  },
  {
    rule: "the same entry twice",
    written: `${entry('msgstr "One"')}\n\n# encore\n${entry('msgstr "Uno"')}`,
    code: "duplicate-entry",
    at: "6:1",
    shown: "msgctxt",
    entries: plain("One"),
  },
  {
    rule: "two French texts under one id",
    written: `${entry('msgstr "One"')}\n\nmsgctxt "a"\nmsgid "B"\nmsgstr "Two"`,
    code: "duplicate-entry",
    at: "5:1",
    shown: "msgctxt",
    entries: plain("One"),
  },
  {
    rule: "an entry and the same one obsolete",
    written: `${entry('msgstr "One"')}\n\n#~ msgctxt "a"\n#~ msgid "A"\n#~ msgstr "Uno"`,
    code: "duplicate-entry",
    at: "5:4",
    shown: "msgctxt",
    entries: plain("One"),
  },
  {
    rule: "two headers",
    written: 'msgid ""\nmsgstr ""\n"Language: en\\n"\n\nmsgid ""\nmsgstr "Language: fr\\n"\n',
    code: "duplicate-entry",
    at: "5:1",
    shown: "msgid",
  },
  {
    rule: "two versions that Git could not join",
    written: entry('<<<<<<< HEAD\nmsgstr "One"\n=======\n>>>>>>> main'),
    code: "merge-conflict",
    at: "3:1",
    shown: "<<<<<<< HEAD",
    entries: plain("One"),
  },
];

test.each(ROWS)("$rule is told at its place, and reading goes on", (row) => {
  const { entries, told } = read(`${row.written}\n\nmsgctxt "z"\nmsgid "Z"\nmsgstr "zed"\n`);
  expect(told.map(({ code, at, shown }) => ({ code, at, shown }))).toEqual([
    { code: row.code, at: row.at, shown: row.shown },
  ]);
  expect(told[0]?.problem).toMatchObject({ severity: "error" });
  expect(told[0]?.problem.correction).toBe(row.correction);
  expect(told[0]?.problem.hint ?? row.correction).toBeDefined();
  expect(entries.map(({ id, text }) => [id, text])).toEqual([...(row.entries ?? []), ["z", "zed"]]);
});

test.each([
  ["JSON", '{\n  "title": "Un"\n}\n', "1:1"],
  ["a text", "\nBonjour tout le monde\n", "2:1"],
])("%s is no PO file", (_, written, at) => {
  const { file, told } = read(written);
  expect(file).toBeUndefined();
  expect(told.map((problem) => [problem.code, problem.at])).toEqual([["not-a-po-file", at]]);
});

test("a correction is right", () => {
  for (const { written, correction, at } of ROWS) {
    if (correction === undefined) continue;
    const lines = written.split("\n");
    lines[Number.parseInt(at, 10) - 1] = correction;
    expect(read(lines.join("\n")).told).toEqual([]);
  }
});
