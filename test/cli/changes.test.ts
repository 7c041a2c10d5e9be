/** `mallette release` and `mallette changes`, as an editor meets them between two editions. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { copyKit, type Edits, editKit, linkPackages, replacing } from "../kits/temporary.js";
import { mallette } from "./fake-terminal.js";

/** Built and released once; every test edits a copy of it. */
let printed: { readonly edition: string; readonly kit: string };
let kit: string;

const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, " ");
const runIn = async (cwd: string, line: string) => {
  const { code, out, err } = await mallette(line.split(" "), { cwd });
  return { code, out: plain(out), err: plain(err) };
};
const run = (line: string) => runIn(kit, line);
const json = async (line: string) => JSON.parse((await run(`${line} --json`)).out);

const BUILD = "build -q --target home --paper A4";
const EDITION = "editions/un/fr.json";

beforeAll(async () => {
  const made = copyKit("atelier");
  linkPackages(made);
  expect(await runIn(made, BUILD)).toMatchObject({ code: 0, err: "" });
  expect((await runIn(made, "release un")).code).toBe(0);
  printed = { kit: made, edition: readFileSync(join(made, EDITION), "utf8") };
});

beforeEach(() => {
  kit = copyKit("atelier", { [EDITION]: printed.edition });
  linkPackages(kit);
});

/** What `changes` tells of the kit after some edits. */
const changesAfter = async (edits: Edits, words = "") => {
  editKit(kit, edits);
  return json(`changes ${words}--since un`);
};

const CARD = "cards/jeu.yaml";
const SOLEIL = "  - id: soleil\n    title: Le Soleil\n    answer: Une étoile, la plus proche de nous.\n";

describe("what changed since an edition", () => {
  it("nothing, in a kit that nobody touched, and nothing is written", async () => {
    const before = readdirSync(kit, { recursive: true });
    const { code, out, err } = await run("changes --since un");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("✔ Rien à réimprimer : les 5 pièces sont comme elles ont été imprimées.");
    expect(await changesAfter({})).toMatchObject({ ok: true, pieces: [], unchanged: 5, reprint: [], problems: [] });
    expect(readdirSync(kit, { recursive: true })).toEqual(before);
  });

  it("one word: exactly that piece and field, old and new", async () => {
    const { schema, since, pieces, unchanged, reprint } = await changesAfter({
      [CARD]: replacing("Une étoile", "Cette étoile"),
    });
    expect(schema).toBe("mallette.changes/1");
    expect(since).toEqual({ name: "un", kit: "atelier", locale: "fr", version: "1.0", date: "2026-11-24" });
    const fields = [
      {
        field: "answer",
        before: "Une étoile, la plus proche de nous.",
        after: "Cette étoile, la plus proche de nous.",
      },
    ];
    expect(pieces).toEqual([{ piece: "jeu/soleil", change: "changed", fields }]);
    expect({ unchanged, reprint }).toEqual({ unchanged: 4, reprint: ["jeu/soleil"] });
  });

  it("an item of a list, an address, a word that templates print: each by its name", async () => {
    const { pieces } = await changesAfter({
      "cards/fiches.yaml": replacing("Attendre dix minutes", "Attendre un quart d'heure"),
      "cards/links.yaml": replacing("example.org/ciel", "example.org/la-lune"),
      "cards/ui.yaml": replacing("fiche: Fiche", "fiche: La fiche"),
    });
    expect(pieces).toMatchObject([
      {
        piece: "fiches/regarder",
        fields: [
          { field: "ui.fiche", before: "Fiche", after: "La fiche" },
          { field: "steps.2", after: "Attendre un quart d’heure" },
        ],
      },
      { piece: "jeu/lune", fields: [{ field: "link", before: "https://example.org/ciel" }] },
    ]);
  });

  it("a text of which nothing shows is not told", async () => {
    const { pieces } = await changesAfter({ "cards/links.yaml": replacing("Le carnet du ciel", "Un carnet") });
    expect(pieces).toEqual([]);
  });

  it.each([
    ["a colour of the theme", { "templates/theme.css": replacing("#20242b", "#000000") }, 5],
    ["a template", { "templates/carte.hbs": replacing("#f6efe2", "#ffffff") }, 2],
    [
      "a font",
      {
        "fonts/fonts.yaml": replacing(
          "700Bold/AtkinsonHyperlegibleNext_700Bold",
          "600SemiBold/AtkinsonHyperlegibleNext_600SemiBold",
        ),
      },
      5,
    ],
    ["a drawing", { "assets/lune.svg": (text: string) => text.replace(/#[0-9a-f]{6}/i, "#123456") }, 1],
    ["a bold word", { [CARD]: replacing("Elle tourne", "Elle **tourne**") }, 1],
  ])("%s: the look, and no text", async (_, edits, count) => {
    const { pieces } = await changesAfter(edits as Edits);
    expect(pieces).toHaveLength(count);
    for (const piece of pieces) expect(piece).toEqual({ piece: piece.piece, change: "look" });
  });

  it("another order: moved, nothing to print", async () => {
    const swap = (text: string): string => text.replace(SOLEIL, "").replace("pieces:\n", `pieces:\n${SOLEIL}`);
    const { pieces, reprint } = await changesAfter({ [CARD]: swap });
    expect(pieces).toEqual([
      { piece: "jeu/soleil", change: "moved", place: { before: 2, after: 1 } },
      { piece: "jeu/lune", change: "moved", place: { before: 1, after: 2 } },
    ]);
    expect(reprint).toEqual([]);
  });

  it("a number that is printed: the look, with the place", async () => {
    const numbered = copyKit("atelier", {
      "templates/carte.hbs": replacing("{{title}}</h1>", "{{title}} {{piece.number}}</h1>"),
    });
    linkPackages(numbered);
    kit = numbered;
    await run(BUILD);
    await run("release un");
    const { pieces } = await changesAfter({
      [CARD]: (text) => text.replace(SOLEIL, "").replace("pieces:\n", `pieces:\n${SOLEIL}`),
    });
    expect(pieces[0]).toEqual({ piece: "jeu/soleil", change: "look", place: { before: 2, after: 1 } });
    expect((await run("changes --since un")).out).toContain(
      "place 2 → 1 : si elle imprime son numéro, il change aussi",
    );
  });

  it("a card more, a card less, another name", async () => {
    const added = await changesAfter({
      [CARD]: (text) => `${text}${SOLEIL.replace("soleil", "etoile").replace("Le Soleil", "Sirius")}`,
    });
    expect(added).toMatchObject({ pieces: [{ piece: "jeu/etoile", change: "added" }], reprint: ["jeu/etoile"] });
    const renamed = await changesAfter({ [CARD]: replacing("id: soleil", "id: notre-etoile") });
    expect(renamed.pieces).toContainEqual({ piece: "jeu/notre-etoile", change: "renamed", from: "jeu/soleil" });
    const removed = await changesAfter({ [CARD]: (text) => text.slice(0, text.indexOf("  - id: notre-etoile")) });
    expect(removed).toMatchObject({ pieces: [{ piece: "jeu/soleil", change: "removed" }], unchanged: 4, reprint: [] });
  });

  it("a component by its name: of the others nothing is told", async () => {
    const edits = { [CARD]: replacing("La Lune", "Lune"), "cards/plateau.yaml": replacing("Le matin", "Matin") };
    expect((await changesAfter(edits, "plateau ")).reprint).toEqual(["plateau/matin"]);
    expect(await json("changes platau --since un")).toMatchObject({
      ok: false,
      problems: [{ code: "unknown-component" }],
    });
  });

  it("a booklet: its pages, with the words of its chapters by the names that translators know", async () => {
    kit = copyKit("livret");
    linkPackages(kit);
    await run(BUILD);
    await run("release un");
    const { pieces } = await changesAfter({ "cards/livret/02-seance.md": replacing("Laisser parler", "Laisser dire") });
    expect(pieces).toHaveLength(1);
    const [{ piece, change, fields }] = pieces;
    expect(piece).toMatch(/^livret\/p-\d+$/);
    expect({ change, fields }).toEqual({
      change: "changed",
      fields: [{ field: "livret/deroule/3", before: "Laisser parler.", after: "Laisser dire." }],
    });
  });

  it("a new version that is printed does not make all that was printed wrong", async () => {
    kit = copyKit("nouvelle-carte");
    linkPackages(kit);
    await run(BUILD);
    await run("release un");
    editKit(kit, {
      "kit.yaml": (text) => text.replace(/^version:.*$/m, 'version: "9.9"').replace(/^date:.*$/m, "date: 2027-01-31"),
      "cards/defis.yaml": replacing("La bonne consigne", "La meilleure consigne"),
    });
    const { out } = await run("changes --since un");
    expect(out).toContain("9.9 du 2027-01-31) ne comptent pas");
    expect(out).toContain("→ 1 pièce à réimprimer : defis/bonne-consigne\n");
  });

  it("a kit with a mistake: the mistake, exit code 1", async () => {
    editKit(kit, { [CARD]: replacing("title: La Lune", "titel: La Lune") });
    const { code, err } = await run("changes --since un");
    expect(code).toBe(1);
    expect(err).toContain("cards/jeu.yaml:4:5");
  });
});

describe("the report", () => {
  it("tells components, fields and what is to be printed, on the standard output", async () => {
    editKit(kit, {
      [CARD]: replacing("Une étoile", "Cette étoile"),
      "cards/plateau.yaml": replacing("Le matin", "Matin"),
    });
    expect(await run("changes --since un")).toEqual({
      code: 0,
      err: "",
      out: [
        "Depuis « un » (fr, version 1.0 du 2026-11-24) :",
        "",
        "jeu",
        "  ± soleil",
        "      answer : « Une étoile, la plus proche de nous. » → « Cette étoile, la plus proche de nous. »",
        "",
        "plateau",
        "  ± matin",
        "      title : « Le matin » → « Matin »",
        "",
        "3 pièces inchangées",
        "→ 2 pièces à réimprimer : jeu/soleil, plateau/matin\n",
      ].join("\n"),
    });
    expect(await run("changes --since un -q")).toEqual({ code: 0, out: "", err: "" });
  });
});

describe("with what it is compared", () => {
  it.each(["dist", "dist/", "dist/fr", "dist/fr/manifest.json", "editions/un", "editions/un/fr.json"])(
    "--since %s, from where the command is typed",
    async (since) => {
      const { code, out } = await runIn(printed.kit, `changes --since ${since}`);
      expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining("Rien à réimprimer") });
    },
  );

  it.each([
    ["changes", 2, "Il manque l’édition avec laquelle comparer."],
    ["changes --since deux", 2, "Éditions gardées : un, v1.0."],
    ["changes --since v10", 2, "Vouliez-vous dire « v1.0 » ?"],
    ["changes --since cards", 2, "Le dossier « cards » ne contient pas de fabrication en « fr »."],
    ["changes --since kit.yaml", 1, "kit.yaml:1:1 Ce fichier n’est pas du JSON"],
    ["changes --since v1.0", 2, "L’édition « v1.0 » n’a pas été gardée en « fr »."],
    ["changes --since un --locale en", 2, "La langue « en » n’existe pas dans ce kit."],
    ["changes --since un --locale all", 2, "une seule à la fois"],
    ["changes --since autre.json", 2, "Ce manifeste est celui d’un autre kit, « autre »"],
    ["changes --since casse.json", 1, "casse.json:5:11 Ce manifeste n’est pas tel que mallette l’écrit : « date »"],
  ])("mallette %s: one sentence", async (line, exit, sentence) => {
    editKit(kit, {
      "editions/v1.0/en.json": "{}",
      "autre.json": printed.edition.replace('"kit": "atelier"', '"kit": "autre"'),
      "casse.json": printed.edition.replace("2026-11-24", "2026-13-45"),
    });
    const { code, err } = await run(line);
    expect(code).toBe(exit);
    expect(err).toContain(sentence);
    expect(err.match(/✖/g)).toHaveLength(1);
    expect(await json(line)).toMatchObject({
      schema: "mallette.changes/1",
      ok: false,
      problems: [{ severity: "error" }],
    });
  });

  it("an edition of before texts were kept: which pieces, and one sentence on what cannot be told", async () => {
    const old = printed.edition.replace("manifest/2", "manifest/1").replace(/,"number":\d+|,"texts":\{[^}]*\}/g, "");
    editKit(kit, { [EDITION]: old, [CARD]: replacing("Une étoile", "Cette étoile") });
    const { code, out, err } = await run("changes --since un");
    expect(code).toBe(0);
    expect(err).toContain("mais ni quels mots ni quelles places");
    expect(out).toContain("  ~ soleil : changée ; l’édition ne garde pas ses textes");
    expect(out).toContain("→ 1 pièce à réimprimer : jeu/soleil");
    expect((await json("changes --since un")).pieces).toEqual([{ piece: "jeu/soleil", change: "changed" }]);
  });
});

describe("another language", () => {
  beforeEach(async () => {
    await run("translate new en");
    const path = join(kit, "locales/en.po");
    const translated = readFileSync(path, "utf8").replace(/msgid "(.+)"\nmsgstr ""/g, 'msgid "$1"\nmsgstr "$1 (en)"');
    writeFileSync(path, translated);
    await run("translate review en all");
  });

  it("is kept beside the French, and compared with itself", async () => {
    await run(`${BUILD} --locale en --final`);
    expect((await run("release un --locale en")).err).toContain("✔ editions/un/en.json : ce que dist/en a imprimé");
    expect(readdirSync(join(kit, "editions/un")).sort()).toEqual(["en.json", "fr.json"]);
    expect((await json("changes --since un --locale en")).pieces).toEqual([]);
    editKit(kit, { "locales/en.po": replacing("Le matin (en)", "The morning") });
    const fields = [{ field: "title", before: "Le matin (en)", after: "The morning" }];
    expect((await json("changes --since un --locale en")).pieces).toEqual([
      { piece: "plateau/matin", change: "changed", fields },
    ]);
    // The language of a file is its own.
    expect((await json("changes --since editions/un/en.json")).reprint).toEqual(["plateau/matin"]);
    const { err } = await run("changes --since editions/un/en.json --locale fr");
    expect(err).toContain("Cette édition est en « en », et non en « fr ».");
  });

  it("a proof is no edition", async () => {
    await run(`${BUILD} --locale en`);
    const { code, err } = await run("release deux --locale en");
    expect(code).toBe(2);
    expect(err).toContain("Il n’y a qu’une épreuve en « en », et une épreuve n’est pas une édition.");
    expect(err).toContain("mallette build --locale en --final");
    renameSync(join(kit, "dist/en-epreuve"), join(kit, "dist/en"));
    expect((await run("release deux --locale en")).err).toContain("une épreuve n’est pas une édition");
    expect(existsSync(join(kit, "editions/deux"))).toBe(false);
  });

  it("all keeps every language of which there is a build, or none", async () => {
    await run(BUILD);
    await run(`${BUILD} --locale en --final`);
    expect((await json("release deux --locale all")).files).toEqual([
      { path: "editions/deux/fr.json" },
      { path: "editions/deux/en.json" },
    ]);
    rmSync(join(kit, "dist/en/home-A4/jeu.pdf"));
    expect((await run("release trois --locale all")).code).toBe(2);
    expect(existsSync(join(kit, "editions/trois"))).toBe(false);
  });
});

describe("mallette release", () => {
  it("keeps the manifest as it is, says so, and says it when it was kept already", async () => {
    await run(BUILD);
    rmSync(join(kit, "editions"), { recursive: true });
    const { code, err } = await run("release un");
    expect(code).toBe(0);
    expect(err).toBe(
      [
        "✔ editions/un/fr.json : ce que dist/fr a imprimé (5 pièces). Gardez ce fichier avec le kit.",
        "→ Plus tard : mallette changes --since un\n",
      ].join("\n"),
    );
    expect(readFileSync(join(kit, EDITION), "utf8")).toBe(readFileSync(join(kit, "dist/fr/manifest.json"), "utf8"));
    expect(await run("release un")).toMatchObject({ code: 0, err: expect.stringContaining("rien n’a changé") });
  });

  it("never changes an edition", async () => {
    editKit(kit, { [CARD]: replacing("La Lune", "Lune") });
    await run(BUILD);
    const { code, err } = await run("release un");
    expect(code).toBe(2);
    expect(err).toContain("editions/un/fr.json garde déjà une autre fabrication : une édition ne change plus.");
    expect(readFileSync(join(kit, EDITION), "utf8")).toBe(printed.edition);
  });

  it("wants the files that the manifest tells of", async () => {
    await run(BUILD);
    writeFileSync(join(kit, "dist/fr/home-A4/jeu.pdf"), "another");
    rmSync(join(kit, "dist/fr/home-A4/plateau.pdf"));
    const { code, err } = await run("release deux");
    expect(code).toBe(2);
    expect(err).toContain("home-A4/jeu.pdf, home-A4/plateau.pdf manquent ou ont changé.");
  });

  it("does not mind what is wrong with the kit by now", async () => {
    await run(BUILD);
    editKit(kit, { [CARD]: replacing("title: La Lune", "titel: La Lune") });
    expect(await json("release deux")).toMatchObject({ ok: true, problems: [] });
  });

  it("warns of files from several builds", async () => {
    await run(BUILD);
    editKit(kit, { "kit.yaml": replacing('"1.0"', '"1.1"') });
    await run("build jeu -q --target home --paper A4");
    const { code, err } = await run("release deux");
    expect(code).toBe(0);
    expect(err).toContain("Ces PDF viennent de plusieurs fabrications");
  });

  it.each([
    ["release", "Il manque le nom de l’édition à garder."],
    ["release a b", "« b » est de trop"],
    ["release ../x", "« ../x » ne peut pas être le nom d’une édition."],
    ["release deux", "Il n’y a pas de fabrication dans dist/fr."],
    ["release deux --locale xx", "La langue « xx » n’existe pas dans ce kit."],
    ["release deux --out ailleurs", "Il n’y a pas de fabrication dans ailleurs/fr."],
  ])("mallette %s: one sentence, exit code 2, nothing is kept", async (line, sentence) => {
    const { code, err } = await run(line);
    expect(code).toBe(2);
    expect(err.replaceAll("\\", "/")).toContain(sentence);
    expect(readdirSync(join(kit, "editions"))).toEqual(["un"]);
    expect(await json(line)).toMatchObject({ schema: "mallette.release/1", ok: false, files: [] });
  });

  it("a manifest that was broken or made by an older program is told", async () => {
    mkdirSync(join(kit, "dist/fr"), { recursive: true });
    const place = join(kit, "dist/fr/manifest.json");
    writeFileSync(place, printed.edition.slice(0, 200));
    expect((await run("release deux")).err).toContain("Ce fichier n’est pas du JSON");
    writeFileSync(place, printed.edition.replace("manifest/2", "manifest/1"));
    expect((await run("release deux")).err).toContain("ne notait pas les textes");
  });
});
