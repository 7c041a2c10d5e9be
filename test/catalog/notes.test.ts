import { expect, test } from "vitest";
import { template, writePo } from "../../src/catalog/index.js";
import { unitOf } from "./support.js";

const notesOf = (text: string, rest: Parameters<typeof unitOf>[2] = {}): readonly string[] =>
  template([unitOf("a", text, { where: "Ici", ...rest })], { project: "kit" }).entries[0]!.notes;

test.each([
  ["where it is", "Bonjour", {}, ["Ici"]],
  ["what the author says", "Bonjour", { note: "Vouvoyer\nle lecteur" }, ["Ici", "Vouvoyer", "le lecteur"]],
  [
    "how long it may be, without its marks",
    "**Bon** jour",
    { max: 130 },
    ["Ici", "MAX_LENGTH: 130 — signes, espaces compris (source : 8)", "À garder : **…** (gras)"],
  ],
  [
    "which length was tried, where no field says the most",
    "**Bon** jour",
    { fits: 18 },
    [
      "Ici",
      "Longueur : jusqu’à 18 signes, cela tient (source : 8) ; au-delà, regardez l’épreuve",
      "À garder : **…** (gras)",
    ],
  ],
  ["that pages follow a running text", "Bon jour", { fits: "any" }, ["Ici", "Longueur : libre, la page suit le texte"]],
  ["marks of a plain text are signs", "**Bon** _a_ [b](c)", { kind: "text" }, ["Ici"]],
  ["bold", "__Bon__ jour", {}, ["Ici", "À garder : **…** (gras)"]],
  ["italic", "un *bon* jour", {}, ["Ici", "À garder : *…* (italique)"]],
  ["italic within bold", "**un *bon* jour**", {}, ["Ici", "À garder : **…** (gras), *…* (italique)"]],
  ["protected marks", "\\*un\\* a_b_c 2 * 3 * 4", {}, ["Ici"]],
  ["a list", "À faire :\n- un\n- deux", {}, ["Ici", "À garder : « - » ou « 1. » en début de ligne (liste)"]],
  ["a link", "Voir [le site](https://x.fr/a_b).", {}, ["Ici", "À garder : […](https://x.fr/a_b) (lien)"]],
  [
    "what is computed, each once",
    "Page {page  sequence-1}, {count donnees answer=share} et {count donnees answer=share}",
    {},
    ["Ici", "À garder : {page sequence-1}, {count donnees answer=share}"],
  ],
] as const)("translators are told %s", (_, text, rest, expected) => {
  expect(notesOf(text, rest)).toEqual(expected);
});

test("an entry of a template has its place, its limit as a flag, and no translation", () => {
  const text = writePo(
    template([unitOf("jeu/un/title", "Bonjour", { where: "Jeu · un", max: 30 })], { project: "kit 1.0" }),
  );
  expect(text).toBe(`msgid ""
msgstr ""
"Project-Id-Version: kit 1.0\\n"
"PO-Revision-Date: \\n"
"Last-Translator: \\n"
"Language-Team: \\n"
"Language: \\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Generator: mallette\\n"

#. Jeu · un
#. MAX_LENGTH: 30 — signes, espaces compris (source : 7)
#: cards/jeu.yaml:2
#, max-length:30
msgctxt "jeu/un/title"
msgid "Bonjour"
msgstr ""
`);
});
