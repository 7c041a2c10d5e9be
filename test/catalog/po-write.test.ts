import { expect, test } from "vitest";
import { writePo } from "../../src/catalog/index.js";
import { entryOf, fileOf, readRight } from "./support.js";

const WHOLE = `# Traduction anglaise.
#
msgid ""
msgstr ""
"Project-Id-Version: mallette-ia 1.0.0\\n"
"Report-Msgid-Bugs-To: x@example.org\\n"
"PO-Revision-Date: 2026-11-23 10:00+0100\\n"
"Last-Translator: Ada\\n"
"Language-Team: \\n"
"Language: en\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"X-Generator: Poedit 3.2.2\\n"

# À relire
#
#. Jeu « Données » · carte mon-cv · prompt
#. MAX_LENGTH: 130 — signes, espaces compris (source : 24)
#: cards/donnees.yaml:14
#, fuzzy, no-wrap, max-length:130
#| msgctxt "vieux"
#| msgid ""
#| "Une ligne\\n"
#| "et une autre"
msgctxt "donnees/mon-cv/prompt"
msgid ""
"Une ligne\\n"
"\\n"
"et une autre\\n"
msgstr "Il dit \\"oui\\" \\\\ \\t\\r une phrase assez longue pour dépasser de loin les quatre-vingts signes d’une ligne"

msgctxt "donnees/mon-cv/why"
msgid "Une ligne\\n"
msgstr ""

# parti
#, fuzzy
#~| msgid "Vieux"
#~ msgctxt "donnees/parti/prompt"
#~ msgid ""
#~ "Un\\n"
#~ "deux"
#~ msgstr "One"
`;

test("a file is written as the GNU tools write it without wrapping", () => {
  expect(writePo(readRight(WHOLE))).toBe(WHOLE);
});

test("obsolete entries come last", () => {
  const entries = [entryOf("a", "A", "a", { obsolete: true }), entryOf("b", "B", "b")];
  expect(writePo(fileOf(entries))).toBe(
    'msgctxt "b"\nmsgid "B"\nmsgstr "b"\n\n#~ msgctxt "a"\n#~ msgid "A"\n#~ msgstr "a"\n',
  );
});

test("an empty file is empty", () => {
  expect(writePo(fileOf([]))).toBe("");
});

test("the fields of the header have their order, whatever the file had; no date of extraction is written", () => {
  const header = new Map([
    ["X-Generator", "x"],
    ["POT-Creation-Date", "2026-11-23"],
    ["X-Other", "y\nz"],
    ["Language", "en"],
    ["Project-Id-Version", "kit"],
  ]);
  expect(writePo(fileOf([], { header }))).toBe(
    'msgid ""\nmsgstr ""\n"Project-Id-Version: kit\\n"\n"Language: en\\n"\n"X-Other: y z\\n"\n"X-Generator: x\\n"\n',
  );
});

test("a remark of several lines is several remarks; a place with spaces stands between isolating marks", () => {
  const entry = entryOf("a", "A", "a", { remarks: ["un\ndeux", ""], references: ["mes cartes.yaml:3", "b.yaml:4"] });
  expect(writePo(fileOf([entry]))).toBe(
    '# un\n# deux\n#\n#: \u2068mes cartes.yaml\u2069:3 b.yaml:4\nmsgctxt "a"\nmsgid "A"\nmsgstr "a"\n',
  );
});
