/** `mallette changes --sheets`: from a corrected kit to the sheets and the list that bring a printed box up to date. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Manifest } from "../../src/deliver/index.js";
import { readPdf } from "../build/reader.js";
import { copyKit, type Edits, editKit, linkPackages, replacing } from "../kits/temporary.js";
import { mallette } from "./fake-terminal.js";

const CARD = "cards/jeu.yaml";
const EDITION = "editions/un/fr.json";
const SHEETS = "dist/fr/reimpression-un";
const BUILD = "build -q --target home --paper A4";
const SOLEIL = "  - id: soleil\n    title: Le Soleil\n    answer: Une étoile, la plus proche de nous.\n";
const NEW_VERSION = { "kit.yaml": (text: string) => text.replace(/^version: .*$/m, 'version: "1.1"') };

let edition: string;
let kit: string;

const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, " ");
const runIn = async (cwd: string, line: string) => {
  const { code, out, err } = await mallette(line.split(" "), { cwd });
  return { code, out: plain(out), err: plain(err) };
};
const run = (line: string) => runIn(kit, line);
const json = async (line: string) => JSON.parse((await run(`${line} --json`)).out);

/** A kit that was printed as `un`. */
async function printedKit(name: string, edits: Edits = {}): Promise<string> {
  const made = copyKit(name, edits);
  linkPackages(made);
  expect(await runIn(made, BUILD)).toMatchObject({ code: 0, err: "" });
  expect((await runIn(made, "release un")).code).toBe(0);
  return made;
}

beforeAll(async () => {
  edition = readFileSync(join(await printedKit("atelier"), EDITION), "utf8");
});

beforeEach(() => {
  kit = copyKit("atelier", { [EDITION]: edition });
  linkPackages(kit);
});

const manifestIn = (folder = SHEETS): Manifest => JSON.parse(readFileSync(join(kit, folder, "manifest.json"), "utf8"));

/** The words of each page, in the order in which they stand in the file. */
async function readTexts(path: string): Promise<readonly string[]> {
  const { pages, close } = await readPdf(path);
  await close();
  return pages.map(({ words }) => words.map(({ text }) => text).join(""));
}

/** The sheets after some edits: files with their number of sheets, faces, and what the list says. */
async function sheetsAfter(edits: Edits, options = "") {
  editKit(kit, { ...NEW_VERSION, ...edits });
  const { ok, sheets, problems } = await json(`changes --since un --sheets${options}`);
  expect({ ok, problems }).toEqual({ ok: true, problems: [] });
  const { files } = manifestIn();
  return {
    files: Object.fromEntries(files.map(({ path, sheets: count }) => [path, count])),
    faces: files.flatMap(({ faces }) => faces.map(({ piece, side }) => `${piece} ${side}`)),
    pull: sheets.pull.map(({ text }: { text: string }) => plain(text)),
    sheets,
  };
}

describe("what is printed again", () => {
  it("one changed word: one sheet with one card, and a list of one line", async () => {
    const { files, faces, pull, sheets } = await sheetsAfter({ [CARD]: replacing("Une étoile", "Cette étoile") });
    expect(files).toEqual({ "home-A4/a-echanger.pdf": 1, "home-A4/reimpression.pdf": 1 });
    expect(faces).toEqual(["jeu/soleil front", "jeu/soleil back"]);
    expect(pull).toEqual(["N° 2 « Le Soleil » : sortez la version 1.0, mettez la version 1.1."]);
    expect(sheets.pull[0]).toMatchObject({
      action: "replace",
      pieces: ["jeu/soleil"],
      component: "Jeu",
      before: { version: "1.0", number: 2, title: "Le Soleil" },
    });
    expect(sheets.folder).toBe(SHEETS);
  });

  it("every sheet says since which edition; the list, how many boxes and sheets", async () => {
    await sheetsAfter({ [CARD]: replacing("Une étoile", "Cette étoile") }, " --copies 3");
    const [front, back] = await readTexts(join(kit, SHEETS, "home-A4/reimpression.pdf"));
    expect(plain(front!)).toContain("1/1 recto, retourner sur le bord long · atelier v1.1 · réimpression depuis un");
    expect(plain(back!)).toContain("réimpression depuis un");
    const [list] = await readTexts(join(kit, SHEETS, "home-A4/a-echanger.pdf"));
    expect(plain(list!)).toContain("Mettre la boîte à jour");
    expect(plain(list!)).toContain("Édition imprimée : un. Boîtes à mettre à jour : 3. Feuilles à");
    expect(manifestIn().files[1]!.faces.map(({ side, copy }) => `${side} ${copy}`)).toHaveLength(6);
  });

  it("another look: the same, for all whose look changed", async () => {
    const { faces, pull } = await sheetsAfter({ "templates/carte.hbs": replacing("#f6efe2", "#ffffff") });
    expect(new Set(faces.map((face) => face.split(" ")[0]))).toEqual(new Set(["jeu/lune", "jeu/soleil"]));
    expect(pull).toHaveLength(2);
  });

  it("copies of a card are all exchanged", async () => {
    const { faces, pull } = await sheetsAfter({
      [CARD]: (text) => text.replace("Une étoile", "Cette étoile").replace("  - id: soleil\n", "$&    copies: 4\n"),
    });
    expect(faces.filter((face) => face.endsWith("front"))).toHaveLength(4);
    expect(pull[0]).toContain("N° 2 « Le Soleil », 4 exemplaires : sortez");
  });

  it("a card more, a card less, a card elsewhere", async () => {
    const etoile = SOLEIL.replace("soleil", "etoile").replace("Le Soleil", "Sirius");
    const added = await sheetsAfter({ [CARD]: replacing("pieces:\n", `pieces:\n${etoile}`) });
    expect(added.faces).toEqual(["jeu/etoile front", "jeu/etoile back"]);
    // Those behind it have other numbers now, and nobody has to move them.
    expect(added.pull).toEqual(["N° 1 « Sirius » : ajoutez la version 1.1."]);
    const swapped = (text: string) => text.replace(etoile, "").replace(SOLEIL, "").replace("pieces:\n", `$&${SOLEIL}`);
    editKit(kit, { [CARD]: swapped });
    expect(
      (await json("changes --since un --sheets")).sheets.pull.map(({ text }: { text: string }) => plain(text)),
    ).toEqual(["N° 1 « La Lune » : passez de la place 1 à la place 2."]);
    // Nothing to print is no reason for a sheet: the list alone, and what an earlier run left is gone.
    expect(readdirSync(join(kit, SHEETS, "home-A4"))).toEqual(["a-echanger.pdf"]);
    editKit(kit, { [CARD]: (text) => text.replace(SOLEIL, "") });
    const { sheets } = await json("changes --since un --sheets");
    expect(sheets.pull).toMatchObject([{ action: "remove", before: { title: "Le Soleil", number: 2 } }]);
  });

  it("a panel of a board: its own tiles, and how to glue them", async () => {
    const { files, faces, pull } = await sheetsAfter({ "cards/plateau.yaml": replacing("Le matin", "Matin") });
    expect(files).toEqual({ "home-A4/a-echanger.pdf": 1, "home-A4/plateau.pdf": 3 });
    expect(new Set(faces)).toEqual(new Set(["plateau/matin front"]));
    expect(pull).toEqual(["N° 1 « Le matin » : sortez la version 1.0, mettez la version 1.1."]);
    const [page] = await readTexts(join(kit, SHEETS, "home-A4/plateau.pdf"));
    expect(plain(page!)).toContain("Assembler le plateau « Matin »");
    expect(page).not.toContain("ruban adhésif");
  });

  it("without backs, their sheets stand apart", async () => {
    const { files } = await sheetsAfter({ [CARD]: replacing("Une étoile", "Cette étoile") }, " --duplex none");
    expect(files["home-A4/reimpression.pdf"]).toBe(2);
  });

  it("for a shop, on its paper", async () => {
    const { files } = await sheetsAfter(
      { [CARD]: replacing("Une étoile", "Cette étoile") },
      " --target shop --paper A3,Letter",
    );
    expect(Object.keys(files)).toEqual([
      "shop-A3/a-echanger.pdf",
      "shop-A3/reimpression.pdf",
      "shop-Letter/a-echanger.pdf",
      "shop-Letter/reimpression.pdf",
    ]);
  });

  it("a component that came, and one that went, are one line each", async () => {
    const { pull } = await sheetsAfter({
      "kit.yaml": (text) =>
        NEW_VERSION["kit.yaml"](text).replace(
          /^ {2}fiches:.*$/m,
          "  autres: { title: Autres fiches, kind: sheets, cards: cards/fiches.yaml }",
        ),
    });
    expect(pull).toEqual(["Autres fiches : ajoutez la version 1.1.", "fiches : retirez la version 1.0."]);
  });
});

describe("a booklet", () => {
  beforeEach(async () => {
    kit = await printedKit("livret");
    const again = kit;
    kit = copyKit("livret", { [EDITION]: readFileSync(join(again, EDITION), "utf8") });
    linkPackages(kit);
  });

  it("the folded sheet that holds the changed page, whole", async () => {
    const { files, faces, pull } = await sheetsAfter({
      "cards/livret/02-seance.md": replacing("Laisser parler", "Laisser dire"),
    });
    // Two booklets are in the box.
    expect(files).toEqual({ "home-A4/a-echanger.pdf": 1, "home-A4/livret.pdf": 2 });
    expect(faces).toHaveLength(2 * 4);
    expect(new Set(faces).size).toBe(4);
    const [list] = await readTexts(join(kit, SHEETS, "home-A4/a-echanger.pdf"));
    expect(plain(list!)).toContain("Livret d’animation, 2 exemplaires");
    expect(pull).toHaveLength(1);
    expect(pull[0]).toMatch(/^Dégrafez, remplacez la feuille \d+ \(pages [\d, ]+ et \d+\), agrafez\.$/);
  });

  it("all of it when it has more pages", async () => {
    const more = `\n${"Encore un paragraphe de plus pour remplir la page.\n\n".repeat(120)}`;
    const { files, pull } = await sheetsAfter({ "cards/livret/02-seance.md": (text) => `${text}${more}` });
    expect(files["home-A4/livret.pdf"]).toBe(2 * 2);
    expect(pull).toContain("Remplacez tout l’intérieur : il n’a plus le même nombre de pages.");
  });
});

describe("a booklet of several folded sheets", () => {
  const SESSION = "cards/livret/02-seance.md";
  /** Long enough that every second step is on another page. */
  const steps = Array.from({ length: 56 }, (_, i) => `Étape ${i + 1}. ${"Regarder le ciel et en parler. ".repeat(14)}`);
  const long: Edits = { [SESSION]: (text) => `${text}\n${steps.join("\n\n")}\n` };
  /** The four pages of each folded sheet, the outermost first. */
  const foldedSheets = (pages: number): readonly (readonly string[])[] =>
    Array.from({ length: pages / 4 }, (_, i) =>
      [2 * i + 1, 2 * i + 2, pages - 2 * i - 1, pages - 2 * i].map((number) => `livret/p-${number}`),
    );

  beforeEach(async () => {
    kit = await printedKit("livret", long);
  });

  it("of those, only the ones that hold a changed page, each whole and once a booklet", async () => {
    const printed: Manifest = JSON.parse(readFileSync(join(kit, EDITION), "utf8"));
    const all = foldedSheets(printed.pieces.filter(({ id }) => id.startsWith("livret/")).length);
    expect(all.length).toBeGreaterThanOrEqual(4);
    const { files, faces, pull } = await sheetsAfter({
      [SESSION]: (text) => text.replace(/(?<=Étape (?:9|33)\. )Regarder/g, "Observer"),
    });
    const { pieces } = await json("changes --since un");
    const changed: readonly string[] = pieces.map(({ piece }: { piece: string }) => piece);
    expect(changed).toHaveLength(2);
    const wanted = all.flatMap((pages, i) => (pages.some((page) => changed.includes(page)) ? [i] : []));
    expect([wanted.length, wanted.length < all.length]).toEqual([2, true]);
    expect(files["home-A4/livret.pdf"]).toBe(2 * wanted.length);
    const pages = wanted.flatMap((i) => [...all[i]!, ...all[i]!]);
    expect(faces.toSorted()).toEqual(pages.map((page) => `${page} front`).toSorted());
    expect(pull).toEqual(
      wanted.map((i) => {
        const numbers = all[i]!.map((page) => page.split("-")[1]);
        return `Dégrafez, remplacez la feuille ${i + 1} (pages ${numbers.slice(0, 3).join(", ")} et ${numbers[3]}), agrafez.`;
      }),
    );
  });
});

describe("release --since", () => {
  it("keeps the versions of pieces that stayed in the box: the next list tells the right one to take out", async () => {
    await sheetsAfter({ [CARD]: replacing("Une étoile", "Cette étoile") });
    await run(BUILD);
    expect((await run("release deux --since un")).code).toBe(0);
    const kept: Manifest = JSON.parse(readFileSync(join(kit, "editions/deux/fr.json"), "utf8"));
    const versions = Object.fromEntries(kept.pieces.map(({ id, version }) => [id, version]));
    expect(versions).toMatchObject({ "jeu/soleil": "1.1", "jeu/lune": "1.0", "plateau/matin": "1.0" });
    editKit(kit, {
      "kit.yaml": replacing('"1.1"', '"1.2"'),
      [CARD]: (text) => text.replace("Cette étoile", "Notre étoile").replace("Elle tourne", "La Lune tourne"),
    });
    const { sheets } = await json("changes --since deux --sheets");
    expect(sheets.pull.map(({ text }: { text: string }) => plain(text))).toEqual([
      "N° 1 « La Lune » : sortez la version 1.0, mettez la version 1.2.",
      "N° 2 « Le Soleil » : sortez la version 1.1, mettez la version 1.2.",
    ]);
    expect((await run("release deux --since un")).code).toBe(2);
    expect((await run("release trois --since rien")).err).toContain("Il n’y a ni édition");
    expect(existsSync(join(kit, "editions/trois"))).toBe(false);
  });
});

describe("what cannot be made", () => {
  it("nothing changed: one sentence, no file", async () => {
    const { code, out, err } = await run("changes --since un --sheets");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("→ Rien à échanger dans la boîte : aucun fichier n’a été écrit.");
    expect(existsSync(join(kit, "dist"))).toBe(false);
    expect(await json("changes --since un --sheets")).toMatchObject({ ok: true, pieces: [] });
  });

  it("pieces of the same version as those that they replace: a warning", async () => {
    editKit(kit, { [CARD]: replacing("Une étoile", "Cette étoile") });
    const { code, err, out } = await run("changes --since un --sheets");
    expect(code).toBe(0);
    expect(err).toContain("⚠ Ces pièces portent la même version et la même date (1.0)");
    expect(out).toContain("À faire dans chaque boîte :\n\nJeu\n  ☐ N° 2 « Le Soleil »");
    expect(out).toContain(`✔ Feuilles prêtes dans ${SHEETS}`);
  });

  it.each([
    ["changes --since deux --sheets", "Il n’y a ni édition"],
    ["changes --since un --paper A4", "--paper ne sert qu’avec --sheets"],
    ["changes --since un --sheets --target screen", "On ne réimprime que du papier"],
    ["changes --since un --sheets --paper A9", "Le papier « A9 » n’existe pas dans ce kit."],
  ])("mallette %s: one sentence, exit code 2, nothing is written", async (line, sentence) => {
    editKit(kit, { ...NEW_VERSION, [CARD]: replacing("Une étoile", "Cette étoile") });
    const { code, err } = await run(line);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
    expect(err.match(/✖/g)).toHaveLength(1);
    expect(existsSync(join(kit, "dist"))).toBe(false);
  });

  it("a folder that cannot be written to: one sentence, exit code 3", async () => {
    editKit(kit, { ...NEW_VERSION, [CARD]: replacing("Une étoile", "Cette étoile") });
    writeFileSync(join(kit, "ici"), "a file, no folder");
    const { code, err } = await run("changes --since un --sheets --out ici");
    expect(code).toBe(3);
    expect(err.match(/✖/g)).toHaveLength(1);
  });

  it("the manifest of a reprint is no edition", async () => {
    await sheetsAfter({ [CARD]: replacing("Une étoile", "Cette étoile") });
    const { code, err } = await run(`changes --since ${SHEETS}`);
    expect(code).toBe(1);
    expect(err).toContain("Ce manifeste n’est que celui d’une réimpression depuis « un »");
  });
});
