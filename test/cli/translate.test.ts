/** `mallette translate …` and builds in other languages, as a translator and an editor meet them. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { copyKit, editKit, linkPackages, replacing } from "../kits/temporary.js";
import { mallette } from "./fake-terminal.js";

let kit: string;
beforeEach(() => {
  kit = copyKit("atelier");
  linkPackages(kit);
});

const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, " ");
const run = async (line: string) => {
  const { code, out, err } = await mallette(line.split(" "), { cwd: kit });
  return { code, out, said: plain(out + err) };
};
const json = async (line: string) => JSON.parse((await run(`${line} --json`)).out);
const catalog = (): string => readFileSync(join(kit, "locales/en.po"), "utf8");

/** Puts the French, marked, in the place of every translation that lacks. */
function translateAll(): void {
  const text = catalog().replace(/msgid "(.+)"\nmsgstr ""/g, 'msgid "$1"\nmsgstr "$1 (en)"');
  writeFileSync(join(kit, "locales/en.po"), text);
}

const BUILD = "build jeu --locale en --target home --paper A4";

describe("a new language", () => {
  it("gets a profile and a catalog, and is told what its letters need", async () => {
    const { code, said } = await run("translate new en");
    expect(code).toBe(0);
    expect(said).toContain("English (en) : locales/en/locale.yaml et locales/en.po, 18 textes à traduire.");
    expect(said).toContain("celles du kit ont toutes ses lettres");
    expect(readFileSync(join(kit, "locales/en/locale.yaml"), "utf8")).toContain('name: "English"');
  });

  it("that the fonts cannot write is told so", async () => {
    const { code, said } = await run("translate new ta");
    expect(code).toBe(0);
    expect(said).toMatch(/il leur manque [\u0B80-\u0BFF]/);
  });

  it.each([
    ["translate new", "Il manque la langue."],
    ["translate new klingonais", "« klingonais » n’est pas une langue connue."],
    ["translate new xx", "« xx » n’est pas une langue connue."],
    ["translate new fr", "Le kit a déjà un profil pour « fr »."],
    ["translate", "Il manque ce qu’il faut faire"],
    ["translate stats", "Vouliez-vous dire « status » ?"],
    ["translate status", "Ce kit n’a encore aucune traduction."],
  ])("%s: exit code 2, nothing is written", async (line, sentence) => {
    const { code, said } = await run(line);
    expect(code).toBe(2);
    expect(said).toContain(sentence);
    expect(existsSync(join(kit, "locales"))).toBe(false);
  });
});

describe("a proof and a final build", () => {
  beforeEach(async () => void (await run("translate new en")));

  it("without --final it is a proof, by its folder, by its names, and in the margins", async () => {
    const { code } = await run(BUILD);
    expect(code).toBe(0);
    expect(readdirSync(join(kit, "dist"))).toEqual(["en-epreuve"]);
    expect(readdirSync(join(kit, "dist/en-epreuve/home-A4"))).toEqual([
      "bon-d-impression-EPREUVE.json",
      "bon-d-impression-EPREUVE.pdf",
      "jeu-EPREUVE.pdf",
    ]);
  });

  it("--final refuses while anything is missing, and writes nothing", async () => {
    const { code, said } = await run(`${BUILD} --final`);
    expect(code).toBe(1);
    expect(said).toContain("Il manque 12 traductions sur 12 en « en », dont « kit.title ».");
    expect(existsSync(join(kit, "dist"))).toBe(false);
  });

  it("--final asks for the texts of what is printed, and of no other component", async () => {
    translateAll();
    writeFileSync(join(kit, "locales/en.po"), catalog().replace('"Le matin (en)"', '""'));
    await run("translate review en all");
    expect((await run(`${BUILD} --final`)).code).toBe(0);
    const { said } = await run("build plateau --locale en --target home --paper A3 --final");
    expect(said).toContain("dont « plateau/matin/title »");
  });

  it("--final refuses what nobody reviewed, where the profile wants it", async () => {
    translateAll();
    expect((await run(`${BUILD} --final`)).said).toContain("0 % des textes en « en » sont relus");
    expect((await run("translate review en all")).said).toContain("18 textes relus sur 18");
    expect((await run(`${BUILD} --final`)).code).toBe(0);
    expect(readdirSync(join(kit, "dist"))).toEqual(["en"]);
    expect(readdirSync(join(kit, "dist/en/home-A4"))).toEqual([
      "bon-d-impression.json",
      "bon-d-impression.pdf",
      "jeu.pdf",
    ]);
  });

  it("what was printed for good stays when a proof is made", async () => {
    translateAll();
    await run("translate review en all");
    await run(`${BUILD} --final`);
    const before = readFileSync(join(kit, "dist/en/home-A4/jeu.pdf"));
    editKit(kit, { "cards/jeu.yaml": replacing("Une étoile", "Cette étoile") });
    expect((await run(BUILD)).code).toBe(0);
    expect((await run(`${BUILD} --final`)).said).toContain("Le texte d’origine de 1 traduction en « en » a changé");
    expect(readFileSync(join(kit, "dist/en/home-A4/jeu.pdf"))).toEqual(before);
  });

  it("a translation that lost something fails at its line of the catalog", async () => {
    editKit(kit, { "cards/jeu.yaml": replacing("Elle tourne", "Elle **tourne**") });
    await run("translate update");
    writeFileSync(
      join(kit, "locales/en.po"),
      catalog().replace(/(msgid "Elle \*\*tourne.*)\nmsgstr ""/, '$1\nmsgstr "It turns."'),
    );
    const { problems } = await json(BUILD);
    expect(problems).toMatchObject([{ code: "other-marks", file: "locales/en.po", field: "jeu/lune/answer" }]);
  });

  it("a translation that does not fit is told at its line of the catalog", async () => {
    translateAll();
    writeFileSync(join(kit, "locales/en.po"), catalog().replace('"Le Soleil (en)"', `"${"Sonnenschein".repeat(6)}"`));
    const { ok, problems } = await json(BUILD);
    expect(ok).toBe(false);
    expect(problems[0]).toMatchObject({ code: "text-overflow", file: "locales/en.po", locale: "en" });
  });

  it("all builds every language of the kit", async () => {
    expect((await run("build jeu --locale all --target home --paper A4")).code).toBe(0);
    expect(readdirSync(join(kit, "dist")).sort()).toEqual(["en-epreuve", "fr"]);
  });

  it("a language that the kit does not have is told with those that it has", async () => {
    const { code, said } = await run("build --locale es");
    expect(code).toBe(2);
    expect(said).toContain("La langue « es » n’existe pas dans ce kit.");
  });
});

describe("an editor corrects the French", () => {
  beforeEach(async () => {
    await run("translate new en");
    translateAll();
  });

  it("update keeps the translation, stale, with the French that it was made from", async () => {
    editKit(kit, { "cards/jeu.yaml": replacing("Une étoile", "Cette étoile") });
    expect((await run("translate update --check")).code).toBe(1);
    expect((await run("translate update")).said).toContain("en : 1 à revoir parce que le français a changé");
    expect(catalog()).toContain(`#, fuzzy
#| msgid "Une étoile, la plus proche de nous."
msgctxt "jeu/soleil/answer"
msgid "Cette étoile, la plus proche de nous."
msgstr "Une étoile, la plus proche de nous. (en)"`);
    expect((await run("translate update --check")).code).toBe(0);
    expect((await json("translate status")).locales).toMatchObject([{ locale: "en", stale: 1, missing: 0 }]);
  });

  it("--minor leaves every translation right", async () => {
    editKit(kit, { "cards/jeu.yaml": replacing("Une étoile", "Cette étoile") });
    await run("translate update --minor jeu/soleil/answer");
    expect(catalog()).not.toContain("fuzzy");
    expect((await json("translate status")).locales).toMatchObject([{ stale: 0 }]);
  });

  it("--minor of a text that is not there is told", async () => {
    const { code, said } = await run("translate update --minor jeu/soleil/answr");
    expect(code).toBe(2);
    expect(said).toContain("Vouliez-vous dire « jeu/soleil/answer » ?");
  });

  it("a broken catalog is told at its line, and stays as it is", async () => {
    writeFileSync(join(kit, "locales/en.po"), catalog().replace('msgid "Le Soleil"', 'msgid "Le Soleil'));
    const before = catalog();
    const { code, said } = await run("translate update");
    expect(code).toBe(1);
    expect(said).toMatch(/locales\/en\.po:\d+:\d+/);
    expect(catalog()).toBe(before);
  });
});

it("check finds what a build would, and writes nothing", async () => {
  await run("translate new en");
  translateAll();
  expect(await run("translate check")).toMatchObject({ code: 0 });
  expect(existsSync(join(kit, "dist"))).toBe(false);
});

it("pseudo makes proofs in both false languages", async () => {
  expect((await run("translate pseudo")).code).toBe(0);
  expect(readdirSync(join(kit, "dist")).sort()).toEqual(["fr-XA-epreuve", "fr-XB-epreuve"]);
});

describe("files for translators", () => {
  beforeEach(async () => {
    await run("translate new en");
    translateAll();
    await run("translate update");
  });

  const edit = (name: string, from: string, to: string): void => editKit(kit, { [name]: replacing(from, to) });

  it.each([
    ["po", "po"],
    ["xlsx", "xlsx"],
    ["csv", "csv"],
    ["xliff", "xlf"],
  ])("%s: exported, then imported, changes nothing", async (format, ending) => {
    const { code, said } = await run(`translate export en --format ${format}`);
    expect(code).toBe(0);
    expect(said).toContain(`✔ atelier-en.${ending} : 18 textes.`);
    const before = catalog();
    expect(await run(`translate import en atelier-en.${ending}`)).toMatchObject({
      code: 0,
      said: "✔ en : rien de nouveau\n",
    });
    expect(catalog()).toBe(before);
    expect(existsSync(join(kit, "locales/en/reviews.json"))).toBe(false);
  });

  it("what was sent before the French changed comes back to be reviewed; what is broken is refused, the rest is taken", async () => {
    await run("translate export en --format csv --out envoi.csv");
    editKit(kit, { "cards/jeu.yaml": replacing("Une étoile", "Cette étoile") });
    edit("envoi.csv", "Une étoile, la plus proche de nous. (en)", "A star, the nearest one.");
    edit("envoi.csv", "Le Soleil (en)", "The Sun");
    edit("envoi.csv", "La Lune (en)", "The Moon {page a}");
    const trial = await run("translate import en envoi.csv --dry-run");
    expect(trial.said).toContain("(essai : rien n’est écrit)");
    expect(catalog()).not.toContain("The Sun");
    const { code, said } = await run("translate import en envoi.csv");
    expect(code).toBe(1);
    expect(said).toMatch(/envoi\.csv:\d+:1 \{page a\} n’est pas dans le texte d’origine/);
    expect(said).toContain(
      "⚠ en : 1 texte mis à jour, 1 à revoir parce que le français a changé depuis l’envoi, 1 ligne refusée",
    );
    expect(catalog()).toContain(`#, fuzzy
#| msgid "Une étoile, la plus proche de nous."
msgctxt "jeu/soleil/answer"
msgid "Cette étoile, la plus proche de nous."
msgstr "A star, the nearest one."`);
    expect(catalog()).toContain('msgstr "The Sun"');
    expect(catalog()).toContain('msgstr "La Lune (en)"');
  });

  it("--only todo sends what is left, or nothing", async () => {
    expect((await run("translate export en --format xlsx --only todo")).said).toContain("rien à traduire ni à revoir");
    expect(existsSync(join(kit, "atelier-en.xlsx"))).toBe(false);
    editKit(kit, { "cards/jeu.yaml": replacing("Une étoile", "Cette étoile") });
    expect(await json("translate export en --format po --only todo")).toMatchObject({ ok: true, texts: 1 });
    expect(readFileSync(join(kit, "atelier-en.po"), "utf8").match(/^msgctxt/gm)).toHaveLength(1);
  });

  it("approved in XLIFF is reviewed", async () => {
    await run("translate export en --format xliff");
    edit("atelier-en.xlf", 'id="kit.title" approved="no"', 'id="kit.title" approved="yes"');
    expect(await json("translate import en atelier-en.xlf")).toMatchObject({
      files: ["locales/en/reviews.json"],
      counts: { updated: 0, approved: 1 },
    });
    expect((await json("translate status")).locales).toMatchObject([{ reviewed: 1 }]);
  });

  it.each([
    ["translate export en", 2, "Il manque le format"],
    ["translate export --format po", 2, "Il manque la langue."],
    ["translate export en --format odt", 2, "« odt » ne convient pas à l’option --format."],
    ["translate import en", 2, "Il manque le fichier reçu."],
    ["translate import en rien.csv", 2, "Le fichier « rien.csv » ne peut pas être lu."],
    ["translate import en kit.yaml", 1, "Ce tableau n’a pas les colonnes « Identifiant », « Français », « English »."],
    ["translate import en locales/de.po", 1, "Ce fichier est une traduction en « de », pas en « en »."],
  ])("%s: exit code %i, nothing changes", async (line, expected, sentence) => {
    writeFileSync(join(kit, "locales/de.po"), catalog().replace("Language: en", "Language: de"));
    const before = catalog();
    const { code, said } = await run(line);
    expect(code).toBe(expected);
    expect(said).toContain(sentence);
    expect(catalog()).toBe(before);
  });

  it("a folder gets the usual name", async () => {
    await run("translate export en --format csv --out cards");
    expect(existsSync(join(kit, "cards/atelier-en.csv"))).toBe(true);
  });
});
