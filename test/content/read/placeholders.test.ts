import { expect, test } from "vitest";
import { BOOKLET, codes, loadBooklet, loadText } from "../booklet-kit.js";
import { load } from "../memory-kit.js";

test.each([
  "{count jeu} {count jeu answer=share} {count jeu template=fiche count=3 done=true}",
  "{page bienvenue} {page seance} {page ici}",
  "{title bienvenue} {title ici}",
  "{minutes bienvenue}",
  "{text jeu/un title} {text livret/bienvenue title}",
  "{address cnil}",
  "{version} {date}",
  "\\{rien\\} \\{",
])("%s can be computed", (text) => {
  expect(codes(loadText(`${text}\n\n## Ici {#ici}`))).toEqual([]);
});

/** rule · text · code line:column */
const MISTAKES: readonly (readonly [string, string, string])[] = [
  ["a brace is closed", "un {page bienvenue", "unclosed-brace 1:4"],
  ["braces are not empty", "un {} deux", "empty-braces 1:4"],
  ["braces hold a name and words", "{2 cartes}", "placeholder-syntax 1:1"],
  ["the name is known", "- a\n- {pages bienvenue}", "unknown-placeholder 2:3"],
  ["a count is of a component", "{count jeux}", "unknown-component 1:1"],
  ["a count is of something", "{count}", "placeholder-words 1:1"],
  ["a count is of one component", "{count jeu livret}", "placeholder-words 1:1"],
  ["a count goes by templates of the component", "{count jeu template=chapitre}", "unknown-template 1:1"],
  ["a count goes by fields", "{count jeu anser=share}", "unknown-field 1:1"],
  ["a count goes by words of a choice", "{count jeu answer=shar}", "unknown-choice 1:1"],
  ["a count does not go by texts", "{count jeu title=Bonjour}", "unfit-filter 1:1"],
  ["only a count has filters", "{page bienvenue a=b}", "placeholder-filter 1:1"],
  ["a page is of a chapter or an anchor", "> un\n> {page bienvenu}", "unknown-anchor 2:3"],
  ["a title is of a chapter or an anchor", "{title rien}", "unknown-anchor 1:1"],
  ["minutes are of chapters", "{minutes bienvenue rien}", "unknown-chapter 1:1"],
  ["minutes are not of anchors", "{minutes ici}\n\n## a {#ici}", "unknown-chapter 1:1"],
  ["minutes need a duration", "{minutes seance}", "no-duration 1:1"],
  ["a text is of a piece", "{text jeu title}", "bad-piece-name 1:1"],
  ["a text is of a component that exists", "{text jeux/un title}", "unknown-component 1:1"],
  ["a text is of a piece that exists", "{text jeu/trois title}", "unknown-piece 1:1"],
  ["a text is of a field that exists", "{text jeu/un titre}", "unknown-field 1:1"],
  ["a text is of a field that is filled", "{text jeu/un text}", "no-text 1:1"],
  ["a text is of a field of texts", "{text jeu/un answer}", "no-text 1:1"],
  ["an address is of a link", "{address cnl}", "unknown-link 1:1"],
  ["a version takes no word", "{version 2}", "placeholder-words 1:1"],
  ["headings are checked", "## Page {page x}", "unknown-anchor 1:9"],
  ["cells are checked", "| a | b |\n|---|---|\n| c | {page x} |", "unknown-anchor 3:7"],
  ["texts of boxes are checked", '::conseil {title: "{page x}"}', "unknown-anchor 1:20"],
];

for (const [rule, text, problem] of MISTAKES) {
  test(rule, () => {
    const loaded = loadText(text);
    expect(codes(loaded)).toEqual([problem]);
    expect(loaded.problems[0]).toMatchObject({ file: "cards/livret/02-seance.md", piece: "livret/seance" });
  });
}

test.each([
  ["{pages bienvenue}", "page"],
  ["{durée bienvenue}", "minutes"],
  ["{page bienvenu}", "bienvenue"],
  ["{adresse cnil}", "address"],
])("%s: %s was meant", (text, meant) => {
  expect(loadText(text).problems[0]?.hint).toContain(
    `«\u00a0${meant}\u00a0»`
      .normalize()
      .replace(/\u00a0/g, " ")
      .slice(2, -2),
  );
});

test("the second of two equal placeholders is told at its place", () => {
  expect(codes(loadText("\\{page x} {page bienvenue} {page x}\n{page x}"))).toEqual([
    "unknown-anchor 1:28",
    "unknown-anchor 2:1",
  ]);
});

test("texts of a front matter have placeholders too", () => {
  const chapter = "---\ntemplate: chapitre\ntitle: Un\nintro: >-\n  Voir\n  page {page rien}.\n---\n";
  expect(codes(loadBooklet({ "cards/livret/02-un.md": chapter }))).toEqual(["unknown-anchor 6:8"]);
});

test("texts of kit.local.yaml have placeholders too", () => {
  const local = 'livret/bienvenue: { title: "Page {page rien}" }\n';
  const loaded = loadBooklet({ "kit.local.yaml": local });
  expect(codes(loaded)).toEqual(["unknown-anchor 1:34"]);
  expect(loaded.problems[0]?.file).toBe("kit.local.yaml");
});

test("a chapter without title has none to print", () => {
  const files = { ...BOOKLET, "cards/livret/02-un.md": "---\ntemplate: chapitre\n---\n{title un}\n" };
  expect(codes(load(files))).toEqual(["untitled-chapter 4:1"]);
});

test("names of chapters and cards that are wrong themselves count as known", () => {
  const wrong = "---\ntemplate: chapitr\n---\n## a {#la}\n";
  const text = "---\ntemplate: chapitre\n---\n{page un} {page la} {minutes un} {text jeu/trois title}\n";
  const cards = `${BOOKLET["cards/jeu.yaml"]}  - id: trois\n    template: fich\n    title: x\n`;
  const loaded = loadBooklet({ "cards/livret/02-un.md": wrong, "cards/livret/03-b.md": text, "cards/jeu.yaml": cards });
  expect(loaded.problems.map(({ code, file }) => `${code} ${file}`).sort()).toEqual([
    "unknown-template cards/jeu.yaml",
    "unknown-template cards/livret/02-un.md",
  ]);
});

test("a brace in the text of a card is a brace", () => {
  const { problems } = load({ "cards/jeu.yaml": 'template: fiche\npieces:\n  - id: un\n    title: "{page x} { {}"\n' });
  expect(problems).toEqual([]);
});
