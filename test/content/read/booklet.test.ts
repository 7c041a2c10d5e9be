import { expect, test } from "vitest";
import { kitSchemas } from "../../../src/content/index.js";
import { BOOKLET, chaptersOf, codes, loadBooklet, shown } from "../booklet-kit.js";
import type { Files } from "../memory-kit.js";

const ONE = "cards/livret/01-bienvenue.md";
const TWO = "cards/livret/02-seance.md";
const chapter = (front: string, text = "Bonjour.\n"): string => `---\ntemplate: chapitre\n${front}---\n${text}`;

/** kit.yaml with other keys of the booklet. */
const kitWith = (keys: string, kind = "booklet", cards = "cards/livret"): Files => ({
  "kit.yaml": String(BOOKLET["kit.yaml"]).replace(
    / {2}livret:.*/,
    `  livret: { title: L, kind: ${kind}, cards: ${cards}${keys} }`,
  ),
});

test("a booklet is its chapters in order, each with its values and blocks", () => {
  const loaded = loadBooklet({ [TWO]: chapter("title: Séance\nformat: a5\n", "# Un\n\n- deux\n") });
  expect(codes(loaded)).toEqual([]);
  expect(chaptersOf(loaded)).toMatchObject([
    { id: "bienvenue", component: "livret", number: 1, template: "chapitre", format: "a5", copies: 1 },
    { id: "seance", number: 2, values: { title: { kind: "text", value: "Séance", field: "title" } } },
  ]);
  expect(chaptersOf(loaded).map(({ body }) => shown(body ?? []))).toEqual(["p(Bonjour.)", "h1(Un) ul[p(deux)]"]);
  expect(chaptersOf(loaded)[0]?.values).not.toHaveProperty("template");
});

test("a booklet is bound as kit.yaml says", () => {
  const binding = (keys: string) =>
    loadBooklet(kitWith(keys)).kit?.components.find(({ id }) => id === "livret")?.binding;
  expect(binding("")).toMatchObject({ cover: "self", page: "feuille" });
  expect(binding("")?.thickness).toBeCloseTo(0.2835, 3);
  expect(binding(", thickness: 1mm, cover: separate")).toMatchObject({ cover: "separate" });
  expect(binding(", thickness: 1mm")?.thickness).toBeCloseTo(2.835, 3);
});

test("a deck is not bound, and its pieces have no blocks", () => {
  const deck = loadBooklet({}).kit?.components[0];
  expect(deck?.binding).toBeUndefined();
  expect(deck?.pieces[0]?.body).toBeUndefined();
});

test("templates of chapters, boxes and pages are the kit's, and files its sources", () => {
  const { kit } = loadBooklet({ [TWO]: chapter("", "::conseil {title: x}\n") });
  expect([...(kit?.templates.keys() ?? [])].sort()).toEqual(["chapitre", "conseil", "feuille", "fiche"]);
  expect(kit?.sources.map(({ name }) => name)).toEqual(expect.arrayContaining([ONE, TWO, "templates/feuille.hbs"]));
});

test("numbers put chapters in order, and other files are left alone", () => {
  const loaded = loadBooklet({
    [ONE]: undefined,
    "cards/livret/10-dix.md": chapter(""),
    "cards/livret/2-deux.MD": chapter(""),
    "cards/livret/fin.md": chapter(""),
    "cards/livret/notes.txt": "rien",
    "cards/livret/.brouillon.md": "rien",
    "cards/livret/images/03-plan.md": "rien",
  });
  expect(codes(loaded)).toEqual([]);
  expect(chaptersOf(loaded).map(({ id }) => id)).toEqual(["deux", "dix", "fin"]);
});

test("chapters may be named one by one, in another order", () => {
  const loaded = loadBooklet({ [TWO]: chapter(""), ...kitWith("", "booklet", `[${TWO}, ${ONE}]`) });
  expect(codes(loaded)).toEqual([]);
  expect(chaptersOf(loaded).map(({ id }) => id)).toEqual(["seance", "bienvenue"]);
});

test("a byte order mark and Windows line ends change nothing", () => {
  const text = `\ufeff${chapter("title: Un\n", "Un\ndeux\n\n::conseil {title: x}\n")}`.replaceAll("\n", "\r\n");
  const loaded = loadBooklet({ [TWO]: text });
  expect(codes(loaded)).toEqual([]);
  expect(shown(chaptersOf(loaded)[1]?.body ?? [])).toBe("p(Un\ndeux) conseil{title}[]");
});

test("a front matter may be all there is", () => {
  const loaded = loadBooklet({ [TWO]: "---\ntemplate: chapitre\n---" });
  expect(codes(loaded)).toEqual([]);
  expect(chaptersOf(loaded)[1]?.body).toEqual([]);
});

/** rule · keys of the component · code line:column in kit.yaml */
const KEYS: readonly (readonly [string, Files, string])[] = [
  ["a thickness is of booklets", kitWith(", thickness: 1mm", "deck", "cards/jeu.yaml"), "booklet-only 11:69"],
  ["a cover is of booklets", kitWith(", cover: self", "sheets", "cards/jeu.yaml"), "booklet-only 11:67"],
  ["a cover is of the booklet or not", kitWith(", cover: apart"), "unknown-choice 11:66"],
  ["a thickness has a unit", kitWith(", thickness: 0.1"), "missing-unit 11:70"],
  ["a thickness is of a sheet", kitWith(", thickness: 4mm"), "paper-too-thick 11:70"],
  ["a booklet has two sides", kitWith(", duplex: none"), "booklet-duplex 11:67"],
  ["a booklet is not folded twice", kitWith(", duplex: fold"), "booklet-duplex 11:67"],
  ["a folder exists", kitWith("", "booklet", "cards/livre"), "missing-folder 11:45"],
  ["a folder stays in the kit", kitWith("", "booklet", "../livret"), "outside-kit 11:45"],
  ["a folder is written with slashes", kitWith("", "booklet", "cards\\livret"), "backslash-in-path 11:45"],
  ["a folder is no file", kitWith("", "booklet", "cards/jeu.yaml"), "not-chapters 11:45"],
  ["a folder has chapters", kitWith("", "booklet", "templates"), "no-pieces 11:45"],
  ["a chapter that is named exists", kitWith("", "booklet", "cards/rien.md"), "missing-file 11:45"],
];

for (const [rule, files, problem] of KEYS) test(rule, () => expect(codes(loadBooklet(files))).toEqual([problem]));

test("the folder that was meant is named", () => {
  expect(loadBooklet(kitWith("", "booklet", "cards/livre")).problems[0]?.hint).toContain("cards/livret");
});

test("a folder may be written with slashes around", () => {
  expect(codes(loadBooklet(kitWith("", "booklet", "./cards/livret/")))).toEqual([]);
});

/** rule · the second chapter · code line:column */
const CHAPTERS: readonly (readonly [string, string, string])[] = [
  ["a chapter has a front matter", "# Bonjour\n", "missing-front-matter 1:1"],
  ["a front matter comes first", "\n---\ntemplate: chapitre\n---\n", "missing-front-matter 1:1"],
  ["a front matter is closed", "---\ntemplate: chapitre\nBonjour\n", "unclosed-front-matter 1:1"],
  ["an empty file has no front matter", "", "missing-front-matter 1:1"],
  ["a chapter has a template", "---\ntitle: x\nzorglub: y\n---\n", "missing-template 1:1"],
  ["an empty front matter has no template", "---\n---\nx\n", "missing-template 1:1"],
  ["a chapter's template exists", "---\ntemplate: chapitr\n---\n", "unknown-template 2:11"],
  ["a chapter has a format", "---\ntemplate: conseil\n---\n", "missing-format 1:1"],
  ["a chapter's format exists", chapter("format: a6\n"), "unknown-format 3:9"],
  ["chapters have one format", chapter("format: carte\n"), "mixed-formats 1:1"],
  ["a chapter's keys are known", chapter("titre: x\n"), "unknown-key 3:1"],
  ["a chapter's values are checked", chapter("duration: une heure\n"), "not-a-number 3:11"],
  ["a chapter's id is its file's name", chapter("id: autre\n"), "chapter-id 3:1"],
  ["a chapter is not printed twice", chapter("copies: 2\n"), "chapter-copies 3:1"],
  ["front matter is YAML", chapter("title: Un: deux\n"), "colon-in-text 3:8"],
  ["a front matter is keys", "---\nBonjour\n---\n", "wrong-type 2:1"],
];

for (const [rule, text, problem] of CHAPTERS) {
  test(rule, () => {
    const loaded = loadBooklet({ [TWO]: text });
    expect(codes(loaded)).toEqual([problem]);
    expect(loaded.problems[0]?.file).toBe(TWO);
  });
}

test("anchors of a chapter without front matter count as known", () => {
  const loaded = loadBooklet({ [TWO]: "## a {#ici}\n", "cards/livret/03-c.md": chapter("", "{page ici}\n") });
  expect(codes(loaded)).toEqual(["missing-front-matter 1:1"]);
});

test.each([
  ["cards/livret/02-Été.md", "bad-id 1:1", "01-ete.md"],
  ["cards/livret/02.md", "bad-id 1:1", "01-bienvenue.md"],
  ["cards/livret/02-bienvenue.md", "duplicate-id 1:1", "nom"],
])("the name of %s is refused", (file, problem, hint) => {
  const loaded = loadBooklet({ [file]: chapter("") });
  expect(codes(loaded)).toEqual([problem]);
  expect(loaded.problems[0]?.hint).toContain(hint);
});

test("an anchor that is taken is told with the place of the other", () => {
  const loaded = loadBooklet({
    [TWO]: chapter("", "## a {#ici}\n"),
    "cards/livret/03-c.md": chapter("", "## b {#ici}\n"),
  });
  expect(codes(loaded)).toEqual(["duplicate-anchor 4:8"]);
  expect(loaded.problems[0]?.message).toContain(`${TWO} ligne 4`);
});

test("an anchor may not take the name of a later chapter", () => {
  const loaded = loadBooklet({ [TWO]: chapter("", "## a {#fin}\n"), "cards/livret/03-fin.md": chapter("") });
  expect(codes(loaded)).toEqual(["duplicate-anchor 4:8"]);
});

test("pages of a booklet have a size of their own", () => {
  const kit = String(BOOKLET["kit.yaml"]).replace(/ {2}a5:.*/, "  a5: { size: paper }");
  expect(codes(loadBooklet({ "kit.yaml": kit }))).toEqual(["booklet-without-size 1:1"]);
});

test("a booklet shares its sheets with nothing", () => {
  const kit = `${BOOKLET["kit.yaml"]}gangs:\n  a: { title: A, of: [jeu, livret] }\n`;
  expect(codes(loadBooklet({ "kit.yaml": kit }))).toEqual(["ganged-booklet 13:28"]);
});

/** rule · root of the chapter's template · code line:column in the template */
const FLOWS: readonly (readonly [string, string, string])[] = [
  ["running text names its page", "<flow>{{body}}</flow>", "flow-without-page 8:1"],
  ["the page of running text is a template", '<flow page="feuile">{{body}}</flow>', "unknown-template 8:13"],
];

for (const [rule, root, problem] of FLOWS) {
  test(rule, () => {
    const template = String(BOOKLET["templates/chapitre.hbs"]).replace(/<flow.*/, root);
    const loaded = loadBooklet({ "templates/chapitre.hbs": template });
    expect(codes(loaded)).toEqual([problem]);
    expect(loaded.problems[0]?.file).toBe("templates/chapitre.hbs");
  });
}

test("a booklet has one template of pages", () => {
  const other = "---\nformat: a5\n---\n<!-- <flow> --><flow opens=\"left\" page='autre'></flow>\n";
  const files = { "templates/annexe.hbs": other, "templates/autre.hbs": "<front><slot/></front>" };
  const loaded = loadBooklet({ ...files, [TWO]: "---\ntemplate: annexe\n---\n" });
  expect(codes(loaded)).toEqual(["several-page-templates 4:41"]);
});

test("a chapter designed whole needs no page around it", () => {
  const files = { "templates/plat.hbs": "---\nformat: a5\n---\n<front>{{body}}</front>\n" };
  const loaded = loadBooklet({ ...files, [ONE]: undefined, [TWO]: "---\ntemplate: plat\n---\n" });
  expect(codes(loaded)).toEqual([]);
  expect(loaded.kit?.components[1]?.binding?.page).toBe("");
});

test("kit.local.yaml replaces values of chapters", () => {
  const loaded = loadBooklet({ "kit.local.yaml": "livret/bienvenue: { title: Chez nous }\n" });
  expect(codes(loaded)).toEqual([]);
  expect(chaptersOf(loaded)[0]).toMatchObject({
    values: { title: { value: "Chez nous" } },
    body: [{ kind: "paragraph" }],
  });
});

test("chapters have no JSON Schema, and kit.yaml knows booklets", () => {
  const schemas = kitSchemas(loadBooklet({}).kit!);
  expect([...schemas.keys()].filter((name) => name.endsWith(".md"))).toEqual([]);
  expect(JSON.stringify(schemas.get("kit.yaml"))).toMatch(/"booklet".*"thickness".*"separate"/);
});

test("a chapter that did not change is not parsed again", async () => {
  const { loadKit } = await import("../../../src/content/index.js");
  const { Diagnostics } = await import("../../../src/diagnostics/diagnostic.js");
  const { memoryFiles, RIGHT } = await import("../memory-kit.js");
  const memory = new Map();
  const read = () => {
    const diagnostics = new Diagnostics();
    return loadKit(memoryFiles({ ...RIGHT, ...BOOKLET }, diagnostics), diagnostics, memory);
  };
  const [first, second] = [read(), read()];
  const source = (kit: typeof first) => kit?.components[1]?.pieces[0]?.at.source;
  expect(source(second)).toBe(source(first));
});
