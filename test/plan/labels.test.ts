/** The words of a kit's sheets in its own words, its own digits and its own direction. */
import { describe, expect, it } from "vitest";
import { PRINT_NAMES, PRINT_WORDS } from "../../src/content/print-words.js";
import type { Mark } from "../../src/impose/index.js";
import type { LocaleOptions } from "../../src/localise/index.js";
import { localise } from "../../src/localise/index.js";
import { assemblySteps, assemblyTitle } from "../../src/plan/assembly-words.js";
import { saddleWords } from "../../src/plan/labels.js";
import { mm } from "../../src/units.js";
import { EMPTY_KIT, text } from "../localise/support.js";
import { plan } from "./plans.js";

const WORDS = `print:
  front-long-edge: face A, tourner
  back: face B
  sheet: "numéro {n} de {total}"
  sheet-side: "{side}, numéro {n} de {total}"
  ruler: mesure {n}
`;

const texts = (marks: readonly Mark[]): readonly string[] =>
  marks.flatMap((mark) => (mark.kind === "text" ? [mark.text] : []));

/** The words on all sides of the files of components on A4, at home. */
const wordsOn = (component: string, locale: LocaleOptions = {}): readonly (readonly string[])[] =>
  plan(
    { components: [component], targets: ["home"], papers: ["A4"] },
    { "cards/ui.yaml": (own) => `${own}${WORDS}` },
    locale,
  ).outputs.flatMap(({ imposed }) =>
    imposed.sheets.flatMap(({ front, back }) => [texts(front.marks), ...(back ? [texts(back.marks)] : [])]),
  );

/** Signs that only order words, as signs that one sees. */
const shown = (words: string): string => words.replaceAll("\u2068", "[").replaceAll("\u2069", "]");

describe("margins", () => {
  it("say it in the words of the kit", () => {
    const [front, back] = wordsOn("jeu");
    expect(front).toEqual(["mesure 100", "jeu · face A, tourner, numéro 1 de 1 · atelier v1.0"]);
    expect(back).toContain("jeu · face B, numéro 1 de 1 · atelier v1.0");
    expect(wordsOn("plateau")[1]).toContain("Le matin · 1-A1 · numéro 2 de 5 · atelier v1.0");
  });

  it("keep names and versions in their order where lines run from right to left, and write numbers in its digits", () => {
    const [front] = wordsOn("jeu", { direction: "rtl", digits: "arab" });
    expect(front!.map(shown)).toEqual(["mesure ١٠٠", "[jeu] · [face A, tourner, numéro ١ de ١] · [atelier v1.0]"]);
  });

  it("count tiles from the right there, in the order of sheets", () => {
    const labels = wordsOn("plateau", { direction: "rtl" }).flatMap((words) =>
      words.filter((one) => /numéro \d/.test(one)),
    );
    expect(labels.map((label) => /\d-A\d/.exec(label)?.[0])).toEqual([undefined, "1-A1", "1-A2", "2-A1", "2-A2"]);
  });
});

describe("a booklet’s sheets", () => {
  it.each([
    ["fr", "livret · 1/3 recto · p. 12 | 1 · essai v1.0", "papier 0,1 mm, chasse compensée jusqu’à 0,35 mm"],
    ["en-GB", "livret · 1/3 recto · p. 12 | 1 · essai v1.0", "papier 0.1 mm, chasse compensée jusqu’à 0.35 mm"],
    [
      "ar",
      "[livret] · [1/3 recto] · [p. [12 | 1]] · [essai v1.0]",
      "[papier 0.1 mm, chasse compensée jusqu’à 0.35 mm]",
    ],
  ])("tell pages as they lie, and creep, in %s", (locale, label, creep) => {
    const words = saddleWords("livret", localise(EMPTY_KIT, locale, { digits: "latn" }));
    const plain = (said: string) => shown(said).replace(/[\u00A0\u202F]/g, " ");
    expect(plain(words.sheet(1, 3, "12 | 1", "front"))).toBe(label);
    expect(plain(words.creep(mm(0.1), mm(0.35)))).toBe(creep);
    expect(plain(words.booklets(2))).toContain("2 livrets");
  });
});

describe("an assembly page", () => {
  const french = localise(EMPTY_KIT, "fr").print;
  const facts = { panels: 3, sheets: 6, overlap: mm(10), over: ["1-A2", "2-A2", "3-A2"], edges: ["left"] } as const;
  const said = (more: Partial<Parameters<typeof assemblySteps>[0]> = {}): readonly string[] =>
    assemblySteps({ ...facts, ...more }, french).map(({ words }) => words.replace(/[\u00A0\u202F]/g, " "));

  it.each([
    ["board", "Plateau", "Assembler le plateau"],
    ["board", "Le plateau", "Assembler le plateau"],
    ["board", "Plat", "Assembler le plateau « Plat »"],
    ["board", "La ville", "Assembler le plateau « La ville »"],
    ["matrix", "Matrice", "Assembler la matrice"],
    ["matrix", "Plateau", "Assembler la matrice « Plateau »"],
  ] as const)("of a %s called %s: %s", (kind, title, expected) => {
    expect(assemblyTitle(kind, title, french).replace(/\u00A0/g, " ")).toBe(expected);
  });

  it("names the board once in any language", () => {
    const print = new Map([["assemble-board", text("تركيب اللوحة")]] as const);
    expect(assemblyTitle("board", "اللوحة", localise({ ...EMPTY_KIT, print }, "ar").print)).toBe("تركيب اللوحة");
  });

  it.each([
    [{}, "Sur 1-A2, 2-A2 et 3-A2, coupez un seul bord, celui de gauche :"],
    [{ over: ["B1"], edges: ["top"] }, "Sur B1, coupez un seul bord, celui du haut :"],
    [{ over: ["1", "2", "3", "4"] }, "Coupez seulement les bords à coller, ceux de gauche, là"],
    [{ over: ["1", "2", "3", "4"], edges: ["top"] }, "Coupez seulement les bords à coller, ceux du haut, là"],
    [{ edges: ["left", "top"] }, "Coupez seulement les bords à coller, ceux de gauche et du haut, là"],
  ] as const)("tells which edges are cut first: %j", (more, expected) => {
    expect(said(more)[1]).toContain(expected);
  });

  it("tells of rows, of tape and of glue where there are some", () => {
    expect(said()).toHaveLength(5);
    expect(said()[2]).toContain("(10 mm)");
    expect(said()[2]).not.toContain("rangée");
    expect(said({ edges: ["left", "top"] })[2]).toContain("d’abord chaque rangée");
    expect(said({ panels: 1 }).at(-1)).toContain("tout autour");
    expect(said({ overlap: 0, panels: 1 })).toEqual([said()[0], "Coupez chaque feuille sur ses traits de coupe."]);
  });

  it("uses every word that is there for it", () => {
    const variants = [
      facts,
      { ...facts, edges: ["top"], over: ["1"] },
      { ...facts, over: ["1", "2", "3", "4"] },
      { ...facts, edges: ["top"], over: ["1", "2", "3", "4"] },
      { ...facts, edges: ["left", "top"] },
      { ...facts, overlap: 0 },
    ] as const;
    const used = new Set<string>();
    const print = { ...french, say: (name: string) => used.add(name) && "" } as unknown as typeof french;
    for (const each of variants) assemblySteps(each, print);
    expect([...used].sort()).toEqual(PRINT_NAMES.filter((name) => name.startsWith("step-")).sort());
    expect(PRINT_WORDS["step-tape"].text).not.toContain("{");
  });
});
