import { expect, test } from "vitest";
import type { PoEntry } from "../../src/catalog/index.js";
import { positionOf } from "../../src/diagnostics/index.js";
import { content, entryOf, read, readRight } from "./support.js";

const HEADER = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n\n';
const WORDS = 'msgctxt "jeu/un/title"\nmsgid "Un"\nmsgstr "One"\n';

interface Row {
  readonly rule: string;
  readonly written: string;
  readonly expected: Partial<PoEntry>;
}

const ROWS: readonly Row[] = [
  { rule: "three statements", written: WORDS, expected: {} },
  { rule: "no translation yet", written: WORDS.replace('"One"', '""'), expected: { text: "" } },
  { rule: "windows line ends", written: WORDS.replaceAll("\n", "\r\n"), expected: {} },
  { rule: "no line end at the end", written: WORDS.trimEnd(), expected: {} },
  { rule: "no space before the quote", written: WORDS.replaceAll(' "', '"'), expected: {} },
  { rule: "indented lines", written: WORDS.replaceAll("msg", "\t msg"), expected: {} },
  { rule: "spaces at line ends", written: WORDS.replaceAll("\n", " \t\n"), expected: {} },
  { rule: "empty lines between statements", written: WORDS.replaceAll("\n", "\n\n"), expected: {} },
  { rule: "all on one line", written: WORDS.replaceAll("\n", " "), expected: {} },
  {
    rule: "a text over several lines",
    written: 'msgctxt ""\n"jeu/un/"\n"title"\nmsgid "U"\n"n"\nmsgstr ""\n"O"\n\n"ne"\n',
    expected: {},
  },
  { rule: "texts side by side", written: WORDS.replace('"One"', '"O" "n""e"'), expected: {} },
  { rule: "a keyword alone on its line", written: WORDS.replace(' "One"', '\n"One"'), expected: {} },
  {
    rule: "escapes of C",
    written: WORDS.replace("One", "a\\n\\t\\r\\\\\\\"\\a\\b\\f\\v\\'\\?"),
    expected: { text: "a\n\t\r\\\"\u0007\b\f\v'?" },
  },
  {
    rule: "bytes by their numbers",
    written: WORDS.replace("One", "\\303\\251\\x41\\101 \\xe2\\x80\\xA6"),
    expected: { text: "éAA …" },
  },
  {
    rule: "a protected backslash protects nothing",
    written: WORDS.replace("One", "a\\\\n"),
    expected: { text: "a\\n" },
  },
  { rule: "any letter", written: WORDS.replace("One", "عربى 😀 \u2028"), expected: { text: "عربى 😀 \u2028" } },
  {
    rule: "remarks",
    written: `# bonjour\n#\n#  deux espaces\n#sans espace\n${WORDS}`,
    expected: { remarks: ["bonjour", "", " deux espaces", "sans espace"] },
  },
  { rule: "an empty remark of gettext-parser", written: `# \n${WORDS}`, expected: { remarks: [""] } },
  { rule: "notes", written: `#. un\n#.\n#.deux\n${WORDS}`, expected: { notes: ["un", "", "deux"] } },
  {
    rule: "places",
    written: `#: a.yaml:1 b.yaml:2\n#: \u2068mes cartes.yaml\u2069:3\n${WORDS}`,
    expected: { references: ["a.yaml:1", "b.yaml:2", "mes cartes.yaml:3"] },
  },
  {
    rule: "flags",
    written: `#, fuzzy, max-length:30\n#,no-wrap,\n${WORDS}`,
    expected: { stale: true, flags: ["max-length:30", "no-wrap"] },
  },
  {
    rule: "flags as gettext 0.23 writes them",
    written: `#, fuzzy\n#= no-wrap\n${WORDS}`,
    expected: { stale: true, flags: ["no-wrap"] },
  },
  {
    rule: "a comma between the quotes of a flag",
    written: `#, regex:"a, \\"b", x\n${WORDS}`,
    expected: { flags: ['regex:"a, \\"b"', "x"] },
  },
  {
    rule: "the earlier French",
    written: `#, fuzzy\n#| msgctxt "vieux"\n#| msgid ""\n#| "un\\n"\n#| "deux"\n${WORDS}`,
    expected: { stale: true, previous: { id: "vieux", source: "un\ndeux" } },
  },
  {
    rule: "comments in any order",
    written: `#, fuzzy\n#| msgid "Vieux"\n# remarque\n#: a:1\n#. note\n${WORDS}`,
    expected: {
      stale: true,
      previous: { source: "Vieux" },
      remarks: ["remarque"],
      notes: ["note"],
      references: ["a:1"],
    },
  },
  {
    rule: "an empty line below comments",
    written: `# remarque\n\n#. note\n\n${WORDS}`,
    expected: { remarks: ["remarque"], notes: ["note"] },
  },
  {
    rule: "an obsolete entry",
    written: `# r\n#, fuzzy\n#~| msgid "Vieux"\n${WORDS.replaceAll("msg", "#~ msg")}`,
    expected: { obsolete: true, stale: true, remarks: ["r"], previous: { source: "Vieux" } },
  },
  {
    rule: "an obsolete entry whose comments are marked too, without spaces",
    written: `#~# r\n#~#, fuzzy\n#~|msgid "Vieux"\n${WORDS.replaceAll("msg", "#~msg")}#~\n`,
    expected: { obsolete: true, stale: true, remarks: ["r"], previous: { source: "Vieux" } },
  },
  {
    rule: "an obsolete text over several lines",
    written: '#~ msgctxt "jeu/un/title"\n#~ msgid ""\n#~ "U"\n#~ "n"\n#~ msgstr "One"\n',
    expected: { obsolete: true },
  },
];

test.each(ROWS)("$rule", ({ written, expected }) => {
  const [found, ...others] = readRight(HEADER + written).entries;
  expect(others).toEqual([]);
  expect(content(found!)).toEqual(content(entryOf("jeu/un/title", "Un", "One", expected)));
});

test("the header is no entry; its fields keep their order", () => {
  const { header, headerComments, entries } = readRight(
    `\ufeff# Anglais.\n#\n#, fuzzy\nmsgid ""\nmsgstr ""\n"language:en\\n"\n"PO-Revision-Date: 2026-11-23 10:00+0100\\n"\n"X-A:\\n"\n\n${WORDS}`,
  );
  expect([...header]).toEqual([
    ["Language", "en"],
    ["PO-Revision-Date", "2026-11-23 10:00+0100"],
    ["X-A", ""],
  ]);
  expect(headerComments).toEqual(["Anglais.", ""]);
  expect(entries).toHaveLength(1);
});

test.each([
  ["without a header", WORDS, 1],
  ["with nothing", "", 0],
  ["with remarks only", "# rien\n\n", 0],
  ["with a header only", HEADER, 0],
])("a file %s is right", (_, written, count) => {
  expect(readRight(written).entries).toHaveLength(count);
});

test("an entry begins where the one before is complete, with or without an empty line", () => {
  const { entries } = readRight(
    `${HEADER.trimEnd()}\n# a\n${WORDS}# b\n#~ msgctxt "b"\n#~ msgid "B"\n#~ msgstr "b"\n#| msgid "x"\nmsgctxt "c"\nmsgid "C"\nmsgstr "c"\nmsgctxt "d"\nmsgid "D"\nmsgstr "d"\n`,
  );
  expect(entries.map(({ id, remarks, previous }) => [id, ...remarks, previous?.source])).toEqual([
    ["jeu/un/title", "a", undefined],
    ["b", "b", undefined],
    ["c", "x"],
    ["d", undefined],
  ]);
});

test("a comment between the statements of an entry belongs to it no longer, and breaks nothing", () => {
  const { entries } = readRight(`msgctxt "a"\nmsgid "A"\n# b\nmsgstr "a"\nmsgctxt "b"\nmsgid "B"\nmsgstr "b"\n`);
  expect(entries.map(({ id, text }) => [id, text])).toEqual([
    ["a", "a"],
    ["b", "b"],
  ]);
});

test.each([
  ["one line", 'msgstr "One"', '"One"', "3:8"],
  ["none yet", 'msgstr ""', '""', "3:8"],
  ["an empty first line", 'msgstr ""\n"One\\n"\n"two"', '"One\\n"\n"two"', "4:1"],
  ["several lines", 'msgstr "One "\r\n"two"', '"One "\r\n"two"', "3:8"],
  ["obsolete", '#~ msgstr "One"', '"One"', "3:11"],
])("a translation knows its place: %s", (_, written, shown, place) => {
  const mark = written.startsWith("#~") ? "#~ " : "";
  const { at } = readRight(`${mark}msgctxt "a"\n${mark}msgid "A"\n${written}\n`).entries[0]!;
  expect(at.source.text.slice(at.start, at.end)).toBe(shown);
  expect(`${positionOf(at).line}:${positionOf(at).column}`).toBe(place);
});

test("what Poedit, gettext-parser and Weblate write is read alike", () => {
  const poedit = `${HEADER}# vu
#. Jeu « Données » · carte mon-cv · prompt
#. MAX_LENGTH: 180 — signes, espaces compris (source : 89)
#: cards/donnees.yaml:14
#, fuzzy
#| msgid ""
#| "Une phrase qui est très longue et qui dépasse bien largement les quatre-"
#| "vingts signes d’une ligne."
msgctxt "donnees/mon-cv/prompt"
msgid ""
"Une phrase qui est fort longue et qui dépasse bien largement les quatre-"
"vingts signes d’une ligne."
msgstr ""
"A sentence that is very long and by far exceeds the eighty signs of a line, "
"so it is cut."

#~ msgctxt "donnees/x/prompt"
#~ msgid "Une ligne\\n"
#~ msgstr "A line\\n"
`;
  const parser = `${HEADER}# vu
#: cards/donnees.yaml:14
#. Jeu « Données » · carte mon-cv · prompt
#. MAX_LENGTH: 180 — signes, espaces compris (source : 89)
#, fuzzy
#| msgid "Une phrase qui est très longue et qui dépasse bien largement les quatre-vingts signes d’une ligne."
msgctxt "donnees/mon-cv/prompt"
msgid "Une phrase qui est fort longue et qui dépasse bien largement les quatre-vingts signes d’une ligne."
msgstr "A sentence that is very long and by far exceeds the eighty signs of a line, so it is cut."

#~ msgctxt "donnees/x/prompt"
#~ msgid "Une ligne\\n"
#~ msgstr "A line\\n"`;
  expect(readRight(parser).entries.map(content)).toEqual(readRight(poedit).entries.map(content));
  expect(readRight(poedit).entries[0]).toMatchObject({ stale: true, notes: { length: 2 }, flags: [] });
});

test("an entry without msgctxt is kept, with a warning", () => {
  const { entries, told } = read('msgid "A"\nmsgstr "a"\n\n#~ msgid "B"\n#~ msgstr "b"\n');
  expect(entries.map(({ id, text }) => [id, text])).toEqual([
    ["", "a"],
    ["", "b"],
  ]);
  expect(told.map(({ code, at, problem }) => [code, at, problem.severity])).toEqual([
    ["missing-msgctxt", "1:1", "warning"],
  ]);
});
