import { expect, test } from "vitest";
import { type Files, load, RIGHT } from "./memory-kit.js";

/** The right kit with one stretch of one file replaced. */
function changed(file: string, from: string, to: string): Files {
  const text = RIGHT[file];
  if (typeof text !== "string" || !text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  return { [file]: text.replace(from, to) };
}

const FORMAT = "{ width: 63mm, height: 88mm, bleed: 3mm, safe: 4mm }";
const FICHE = "templates/fiche.hbs";
const FONTS = "fonts/fonts.yaml";

/** rule · file · from · to · code · line:column · correction */
const ROWS: readonly (readonly [string, string, string, string, string, string, string?])[] = [
  ["a length has a unit", "kit.yaml", "63mm", "63", "missing-unit", "7:19", `  carte: ${FORMAT}`],
  ["a length has a known unit", "kit.yaml", "63mm", "63px", "bad-length", "7:19"],
  [
    "a length has a decimal point",
    "kit.yaml",
    "63mm",
    "6,3cm",
    "bad-length",
    "7:19",
    `  carte: ${FORMAT.replace("63mm", "6.3cm")}`,
  ],
  ["a length is not negative", "kit.yaml", "63mm", "-63mm", "negative-length", "7:19"],
  ["a side is not zero", "kit.yaml", "63mm", "0mm", "zero-length", "7:19"],
  ["a side fits in a PDF", "kit.yaml", "63mm", "6300mm", "length-too-large", "7:19"],
  ["a format has two sides", "kit.yaml", "width: 63mm, ", "", "missing-field", "7:3"],
  [
    "a format is as large as paper, or has sides",
    "kit.yaml",
    "{ width",
    "{ size: paper, width",
    "size-conflict",
    "7:3",
  ],
  ["bleed is smaller than the piece", "kit.yaml", "bleed: 3mm", "bleed: 90mm", "bleed-too-large", "7:46"],
  ["the safe margin leaves room", "kit.yaml", "safe: 4mm", "safe: 40mm", "safe-too-large", "7:57"],
  ["a radius is at most half a side", "kit.yaml", "safe: 4mm", "radius: 40mm", "radius-too-large", "7:59"],
  [
    "a kind is known",
    "kit.yaml",
    "kind: deck",
    "kind: dek",
    "unknown-choice",
    "9:31",
    "  jeu: { title: Le jeu, kind: deck, cards: cards/jeu.yaml }",
  ],
  ["a comma between braces cuts a text", "kit.yaml", "Le jeu,", "Le jeu, le beau,", "cut-by-comma", "9:25"],
  ["the cards are there", "kit.yaml", "cards/jeu.yaml", "cards/jeux.yaml", "missing-file", "9:44"],
  ["cards are YAML", "kit.yaml", "cards/jeu.yaml", "cards/jeu.txt", "not-a-yaml-file", "9:44"],
  ["a component's id is an id", "kit.yaml", "  jeu:", "  Jeu Été:", "bad-id", "9:3"],
  ["a kit has a date", "kit.yaml", "2026-11-24", "24/11/2026", "bad-date", "4:7", "date: 2026-11-24"],
  ["a kit has a language", "kit.yaml", "locale: fr", "locale: français", "bad-locale", "5:9"],
  ["a kit has an id", "kit.yaml", "kit: essai\n", "", "missing-field", "1:1"],
  [
    "a French key of the kit finds its name",
    "kit.yaml",
    "components:",
    "composants:",
    "unknown-key",
    "8:1",
    "components:",
  ],
  [
    "a gang is of components",
    "kit.yaml",
    "locale: fr",
    "locale: fr\ngangs:\n  a: { title: A, of: [jeux] }",
    "unknown-component",
    "7:23",
  ],
  [
    "a paper has two sides",
    "kit.yaml",
    "locale: fr",
    "locale: fr\npapers:\n  sra3: { width: 320mm }",
    "missing-field",
    "7:3",
  ],
  ["a field's type is known", FICHE, "count: number", "count: nombre", "unknown-choice", "8:10", "  count: number"],
  [
    "a field's options are known",
    FICHE,
    "max: 40",
    "maxi: 40",
    "unknown-key",
    "4:40",
    "  title: { type: text, required: true, max: 40, note: Le titre de la fiche }",
  ],
  ["an option suits its type", FICHE, "count: number", "count: { type: number, max: 3 }", "field-option", "8:31"],
  ["a choice has words", FICHE, "of: [share, keep]", 'note: "a"', "field-needs", "6:3"],
  ["a list has an item", FICHE, "item: { type: text }, ", "", "field-needs", "7:3"],
  [
    "a default is a possible value",
    FICHE,
    "keep]",
    "keep], default: shar",
    "unknown-choice",
    "6:55",
    "  answer: { type: choice, of: [share, keep], default: share }",
  ],
  ["a required field needs no default", FICHE, "max: 40", "default: a", "useless-default", "4:49"],
  ["front matter is closed", FICHE, "\n---\n<p>", "\n<p>", "unclosed-front-matter", "1:1"],
  ["a template's format is known", FICHE, "format: carte", "format: cart", "unknown-format", "2:9"],
  ["a piece has a format", FICHE, "format: carte\n", "", "missing-format", "3:9"],
  ["a field does not take a piece's own key", FICHE, "count: number", "id: number", "reserved-field", "8:3"],
  [
    "fields inside a list are checked too",
    FICHE,
    "count: number",
    "count: { type: list, fields: { b: nmber } }",
    "unknown-choice",
    "8:37",
    "  count: { type: list, fields: { b: number } }",
  ],
  ["an address is one of the web", "cards/links.yaml", "https://www.cnil.fr/", "ftp://cnil.fr", "bad-url", "1:14"],
  [
    "an address without https gets it",
    "cards/links.yaml",
    "https://www.cnil.fr/",
    "www.cnil.fr",
    "bad-url",
    "1:14",
    "cnil: { url: https://www.cnil.fr, title: La CNIL, checked: 2026-11-20 }",
  ],
  ["an address has no space", "cards/links.yaml", "www.cnil.fr", "www.cn il.fr", "bad-url", "1:14"],
  ["a link has the day of its check", "cards/links.yaml", "2026-11-20", "hier", "bad-date", "1:63"],
  ["a font package is installed", FONTS, 'next"', 'nxt"', "unknown-package", "4:16"],
  ["a font file is in its package", FONTS, "Regular.ttf", "Regulr.ttf", "missing-file", "5:13"],
  ["a font file does not leave its package", FONTS, "400Regular/", "../x/", "missing-file", "5:13"],
  ["a font is TTF or OTF", FONTS, ".ttf", ".woff2", "not-a-font", "5:13"],
  ["a weight is a number", FONTS, "weight: 400", "weight: gras", "not-a-number", "3:15"],
  ["a fallback is a family", FONTS, "families:", "fallback: [Atkinsn]\nfamilies:", "unknown-family", "1:12"],
];

for (const [rule, file, from, to, code, at, correction] of ROWS) {
  test(rule, () => {
    const { problems } = load(changed(file, from, to));
    expect(problems.map((problem) => `${problem.code} ${problem.line}:${problem.col}`)).toEqual([`${code} ${at}`]);
    expect(problems[0]?.correction).toBe(correction);
  });
}

test("the right kit has nothing wrong", () => {
  const { kit, problems } = load({});
  expect(problems).toEqual([]);
  expect(kit).toMatchObject({ id: "essai", version: "1.0", date: "2026-11-24" });
  expect(kit?.sources.map((source) => source.name)).toEqual([
    "kit.yaml",
    "cards/jeu.yaml",
    "templates/fiche.hbs",
    "cards/links.yaml",
    "fonts/fonts.yaml",
  ]);
});

test.each([
  ["63 mm", 178.5827],
  ["6.3cm", 178.5827],
  ["2.5in", 180],
  ["180pt", 180],
])("%s is a length", (written, points) => {
  const { kit, problems } = load(changed("kit.yaml", "63mm", written));
  expect(problems).toEqual([]);
  expect(kit?.formats.get("carte")?.width).toBeCloseTo(points, 3);
});

test("a format may be as large as its paper", () => {
  const { kit, problems } = load(changed("kit.yaml", FORMAT, "{ size: paper, safe: 10mm }"));
  expect(problems).toEqual([]);
  expect(kit?.formats.get("carte")).toMatchObject({ width: "paper", height: "paper", bleed: 0 });
});

test("a template's fields keep their places in the whole file", () => {
  const template = load({}).kit?.templates.get("fiche");
  const at = template?.fields[1]?.at;
  expect(at?.source.text.slice(at.start, at.end)).toBe("text");
  expect(template?.source.text.slice(template.bodyStart)).toBe("<p>{{title}}</p>\n");
});

test("a default comes with the place of its field in the template", () => {
  const icon = load(changed(FICHE, "icon: icon", 'icon: { type: icon, default: "ph:robot" }'));
  const value = icon.kit?.components[0]?.pieces[0]?.values.icon;
  expect(value).toMatchObject({ kind: "icon", value: "ph:robot", at: { source: { name: FICHE } } });
});

test("a list of groups is declared with fields", () => {
  const files = changed(FICHE, "count: number", "rows: { type: list, fields: { a: text, n: number } }");
  const cards = "template: fiche\npieces:\n  - id: un\n    title: x\n    rows:\n      - a: oui\n        n: 2\n";
  const { kit, problems } = load({ ...files, "cards/jeu.yaml": cards });
  expect(problems).toEqual([]);
  expect(kit?.components[0]?.pieces[0]?.values.rows).toMatchObject({
    items: [{ kind: "group", values: { a: { value: "oui", field: "rows.1.a" }, n: { value: 2 } } }],
  });
});

test("words of the templates have dotted names", () => {
  const { kit } = load({ "cards/ui.yaml": "duree: Durée\nconsigne:\n  titre: Consigne\n" });
  expect([...(kit?.ui ?? [])].map(([name, text]) => `${name}=${text.value}`)).toEqual([
    "duree=Durée",
    "consigne.titre=Consigne",
  ]);
});

test("components of different formats may share sheets, but none with a board", () => {
  const kit = `${RIGHT["kit.yaml"]}  autre: { title: B, kind: deck, cards: cards/autre.yaml }
gangs:
  a: { title: A, of: [jeu, autre] }
`.replace("components:", "  petit: { width: 50mm, height: 50mm }\ncomponents:");
  const cards = { "cards/autre.yaml": "template: fiche\nformat: petit\npieces:\n  - id: a\n    title: x\n" };
  expect(load({ "kit.yaml": kit, ...cards }).problems).toEqual([]);
  const board = load({ "kit.yaml": kit.replace("title: B, kind: deck", "title: B, kind: board"), ...cards });
  expect(board.problems.map((problem) => problem.code)).toEqual(["ganged-board"]);
});

test("components that share sheets are told when they ask for different papers", () => {
  const kit = (
    one: string,
    other: string,
  ) => `${`${RIGHT["kit.yaml"]}`.replace("kind: deck,", `kind: deck, paper: { weight: ${one} },`)}\
  autre: { title: B, kind: deck, paper: { weight: ${other} }, cards: cards/autre.yaml }
gangs:
  a: { title: A, of: [jeu, autre] }
`;
  const cards = { "cards/autre.yaml": "template: fiche\npieces:\n  - id: a\n    title: x\n" };
  const problems = (one: string, other: string) => load({ "kit.yaml": kit(one, other), ...cards }).problems;
  expect(problems("250-300", "250-300")).toEqual([]);
  const [warning, ...others] = problems("80", "250-300");
  expect(others).toEqual([]);
  expect(warning).toMatchObject({ code: "ganged-papers", severity: "warning" });
  expect(warning?.message).toContain("80\u00A0g/m² pour « jeu », 250 à 300\u00A0g/m² pour « autre »");
});

test("kit.local.yaml replaces values of single pieces", () => {
  const { kit, problems } = load({ "kit.local.yaml": "jeu/un: { title: Chez nous, done: true }\n" });
  expect(problems).toEqual([]);
  expect(kit?.components[0]?.pieces[0]?.values).toMatchObject({ title: { value: "Chez nous" }, done: { value: true } });
});

test.each([
  ["jeu/deux: { title: a }", "unknown-piece"],
  ["jeux/un: { title: a }", "unknown-component"],
  ["un: { title: a }", "bad-override"],
  ["jeu/un: { titre: a }", "unknown-key"],
])("kit.local.yaml: %s is %s", (written, code) => {
  expect(load({ "kit.local.yaml": `${written}\n` }).problems.map((problem) => problem.code)).toEqual([code]);
});

test.each([
  ["template: fiche\npieces: []\n", "no-pieces"],
  ["template: fiche\npieces:\n", "empty-field"],
  ["# rien\n", "empty-file"],
  ["", "empty-file"],
  ["template: fiche\n", "missing-field"],
  ["pieces:\n  - id: a\n    title: x\n", "missing-template"],
])("a file of pieces that says %j is %s", (written, code) => {
  expect(load({ "cards/jeu.yaml": written }).problems.map((problem) => problem.code)).toEqual([code]);
});

test("without kit.yaml there is no kit", () => {
  const { kit, problems } = load({ "kit.yaml": undefined });
  expect(kit).toBeUndefined();
  expect(problems.map((problem) => problem.code)).toEqual(["missing-kit"]);
});

test.each([
  ["a picture", Buffer.from("\x89PNG\r\n\x1a\n\0\0", "latin1"), "not-a-text"],
  ["a text in UTF-16", Buffer.from("\ufeffpieces: é\n", "utf16le"), "not-utf8"],
])("%s under the name of a text is told of, without its bytes", (_, bytes, code) => {
  const { problems } = load({ "cards/jeu.yaml": new Uint8Array(bytes) });
  expect(problems.map((problem) => problem.code)).toEqual([code]);
});

test("a file that is not UTF-8 is told where it goes wrong", () => {
  const { problems } = load({ "cards/jeu.yaml": new Uint8Array([0x61, 0x3a, 0x20, 0xe9, 0x0a]) });
  expect(problems[0]).toMatchObject({ code: "not-utf8", line: 1, col: 4, hint: expect.stringContaining("UTF-8") });
});
