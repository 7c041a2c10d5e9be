/** A small booklet with chapters under others: its contents, its outline and a list of cards, read from the PDF. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, expect, test } from "vitest";
import { readPdf } from "../build/reader.js";
import { buildKit } from "../kits/building.js";
import { copyKit, replacing, temporaryFolder } from "../kits/temporary.js";

const chapter = (head: string, body: string): string => `---\ntemplate: chapitre\n${head}\n---\n${body}\n`;
const card = (piece: string): string => `:::montre {of: jeu/${piece}}\nLa voici.\n:::\n`;

const EDITS = {
  "templates/chapitre.hbs": replacing("---\n<flow", "  number: number\n  under: { type: text }\n---\n<flow"),
  "templates/montre.hbs": "---\nfields:\n  of: { type: text, translate: false }\n---\n<div>{{body}}</div>\n",
  "templates/sommaire.hbs":
    "{{#each toc}}{{#if (eq level 1)}}<p>{{depth}} {{#if number}}n° {{number}} {{/if}}{{title}}, p. {{page}}</p>{{/if}}{{/each}}",
  "templates/cartes.hbs": '{{#each (sorted (pieces "jeu") "shown")}}<p>{{title}} {{shown}}</p>{{/each}}',
  "cards/livret/01-bienvenue.md": (written: string) => `${written}\n::sommaire\n\n::cartes\n`,
  "cards/livret/02-seance.md": (written: string) =>
    written.replace("duration: 40", "duration: 40\nnumber: 7").replace("\n# ", "\n## "),
  "cards/livret/03-lever.md": chapter("title: Lever les yeux\nunder: seance", `## Dehors\n\n${card("soleil")}`),
  "cards/livret/03-marcher.md": chapter("title: Marcher\nunder: lever", card("soleil")),
};

let words: string;
let outline: readonly string[];

beforeAll(async () => {
  const out = temporaryFolder();
  const { folder, problems } = await buildKit(copyKit("livret", EDITS), out, { targets: ["screen"] });
  if (!folder) throw new Error(problems.map(({ message }) => message).join("\n"));
  const path = join(folder, "screen-a5", "livret.pdf");
  const pdf = await readPdf(path);
  words = pdf.pages.map((page) => page.words.map(({ text }) => text).join(" ")).join("\n");
  await pdf.close();
  const document = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: VerbosityLevel.ERRORS })
    .promise;
  type Entries = Awaited<ReturnType<typeof document.getOutline>>;
  const titles = (entries: Entries, indent: string): readonly string[] =>
    entries.flatMap(({ title, items }) => [indent + title, ...titles(items, `${indent}  `)]);
  outline = titles(await document.getOutline(), "");
  await document.destroy();
});

test("the contents know how deep a chapter stands, what it counts as, and its page", () => {
  for (const line of [
    "0 Bienvenue, p. 1",
    "0 n° 7 La séance, p.",
    "1 Lever les yeux, p.",
    "2 Marcher, p.",
    "0 Pour finir",
  ])
    expect(words.replace(/\s+/g, " ")).toContain(line);
});

test("cards are listed in the order in which boxes show them, others last", () => {
  expect(words.replace(/\s+/g, " ")).toContain("Le Soleil 0 La Lune 1");
});

test("the outline is nested like the contents, sections below their chapter", () => {
  expect(outline).toEqual([
    "Bienvenue",
    "  Avant de commencer",
    "La séance",
    "  Le déroulé",
    "  Lever les yeux",
    "    Dehors",
    "    Marcher",
    "Pour finir, en 5\u00a0min",
  ]);
});
