/** Printers that know one side: the pile goes through twice, and each back still meets its front. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openWorkshop } from "../../src/build.js";
import { DEFAULT_REQUEST } from "../../src/plan/request.js";
import { mallette } from "../cli/fake-terminal.js";
import { copyKit, linkPackages, temporaryFolder } from "../kits/temporary.js";
import { type ReadPage, readPdf } from "./reader.js";

const wordsOf = (pages: readonly ReadPage[]) =>
  pages.map(({ words }) => words.filter(({ text }) => text.trim() !== "").map(({ text, x, y }) => [text, x, y]));

async function build(kit: string, twoPass: "same" | "reversed" | undefined) {
  const workshop = await openWorkshop(copyKit(kit));
  const request = { ...DEFAULT_REQUEST, papers: ["A4"], twoPass, copies: 2 };
  const { manifest, folder, problems } = await workshop.build({ request, out: temporaryFolder() });
  expect(problems).toEqual([]);
  const read = async (path: string): Promise<readonly ReadPage[]> => {
    const pdf = await readPdf(join(folder!, path));
    await pdf.close();
    return pdf.pages;
  };
  return { files: manifest!.files, read };
}

describe.each([
  ["treize-cartes", "jeu"],
  ["livret", "livret"],
])("%s", (kit, name) => {
  it.each(["same", "reversed"] as const)("fronts in one file, their backs in another: %s", async (order) => {
    const both = await build(kit, undefined);
    const apart = await build(kit, order);
    for (const target of ["home", "shop"]) {
      const whole = wordsOf(await both.read(`${target}-A4/${name}.pdf`));
      const fronts = wordsOf(await apart.read(`${target}-A4-deux-passes/${name}-1-recto.pdf`));
      const backs = wordsOf(await apart.read(`${target}-A4-deux-passes/${name}-2-verso.pdf`));
      expect(fronts.length).toBeGreaterThan(1);
      expect(fronts).toEqual(whole.filter((_, i) => i % 2 === 0));
      const inOrder = order === "same" ? backs : backs.toReversed();
      expect(inOrder).toEqual(whole.filter((_, i) => i % 2 === 1));
    }
  });
});

it("says which pass a file is, and leaves what has one side, or is for the screen, as it was", async () => {
  const { files } = await build("livret", "same");
  const passes = files.map(({ path, pass, sheets, pages }) => [path, pass, sheets === pages]);
  expect(passes).toContainEqual(["home-A4-deux-passes/livret-2-verso.pdf", 2, true]);
  expect(passes).toContainEqual(["screen-a5/livret.pdf", undefined, true]);
  const board = await build("atelier", "same");
  expect(board.files.map(({ path, pass }) => [path, pass])).toContainEqual([
    "home-A4-deux-passes/plateau.pdf",
    undefined,
  ]);
});

it("leaves files for an online printer whole: nobody turns their pile by hand", async () => {
  const workshop = await openWorkshop(copyKit("treize-cartes"));
  const targets = ["home", "press"] as const;
  const request = { ...DEFAULT_REQUEST, targets, papers: ["A4"], twoPass: "same" } as const;
  const { manifest } = await workshop.build({ request, out: temporaryFolder() });
  expect(manifest!.files.map(({ path }) => path)).toEqual([
    "home-A4-deux-passes/jeu-1-recto.pdf",
    "home-A4-deux-passes/jeu-2-verso.pdf",
    "press/jeu.pdf",
  ]);
});

it.each([
  ["a board", { components: ["plateau"] }, ["one-sided"]],
  ["a deck that is folded", { components: ["jeu"], duplex: "fold" }, ["one-sided"]],
  ["a deck and a board", { components: ["jeu", "plateau"] }, []],
] as const)("tells whether it changes anything for %s", async (_, wish, codes) => {
  const workshop = await openWorkshop(copyKit("atelier"));
  const request = { ...DEFAULT_REQUEST, targets: ["home"], papers: ["A4"], twoPass: "same", ...wish } as const;
  const { ok, problems } = await workshop.build({ request });
  expect([ok, problems.map(({ code }) => code)]).toEqual([true, codes]);
});

it("is told in words that anybody can follow", async () => {
  const kit = copyKit("treize-cartes");
  linkPackages(kit);
  const { code, err } = await mallette(["build", "--two-pass", "reversed", "--paper", "A4"], { cwd: kit });
  expect(code).toBe(0);
  expect(err).toContain("home-A4-deux-passes/jeu-2-verso.pdf");
  expect(err).toContain("côté blanc à imprimer");
  expect(err).not.toContain("shop");
});
