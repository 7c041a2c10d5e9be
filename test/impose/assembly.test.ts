import { beforeAll, describe, expect, test } from "vitest";
import { proseWidth } from "../../src/impose/assembly-text.js";
import type { Sheet, TileJob } from "../../src/impose/index.js";
import { penAdvances } from "../../src/text/index.js";
import { toMm } from "../../src/units.js";
import { type Fonts, testFonts } from "../text/support.js";
import * as check from "./checks.js";
import { BOARD, panelOf, paper, tiled, tileWords } from "./jobs.js";

const pageOf = (more: Partial<TileJob> = {}): Sheet => tiled(more).sheets[0]!;
const texts = ({ front }: Sheet): readonly string[] => check.textsOf(front).map(({ text }) => text);
const saying = (page: Sheet, text: string) => check.textsOf(page.front).find((mark) => mark.text === text)!;

describe("the assembly page", () => {
  const page = pageOf();

  test("shows all panels in small, side by side, with their own names below", () => {
    const { placements } = page.front;
    expect(placements.map(({ slot }) => slot.piece)).toEqual(BOARD.map(({ piece }) => piece));
    const [first, second] = placements;
    expect(first!.trim.x + first!.trim.width).toBeCloseTo(second!.trim.x, 6);
    expect(first!.transform[0]).toBe(first!.transform[3]);
    for (const { name } of BOARD) expect(saying(page, name).at.y).toBeGreaterThan(first!.trim.y + first!.trim.height);
  });

  test("says how small the picture is, so that words become shapes of the right size", () => {
    for (const { slot, transform } of page.front.placements) {
      expect(slot.sketch).toBe(transform[0]);
      expect(slot.sketch).toBeLessThan(1);
    }
  });

  test("names each tile above its part of the picture, where the name hides nothing", () => {
    const names = ["1-A1", "1-A2", "2-A1", "2-A2", "3-A1", "3-A2"];
    const { trim } = page.front.placements[0]!;
    const places = names.map((name) => saying(page, name).at);
    for (const { y } of places) expect(y).toBeLessThan(trim.y);
    expect(places.map(({ x }) => x)).toEqual(places.map(({ x }) => x).sort((a, b) => a - b));
  });

  test("names the tiles of several rows on the picture itself, on a light ground", () => {
    const letter = pageOf({ panels: [panelOf("panel", "Centre")], paper: paper("Letter") });
    const { trim } = letter.front.placements[0]!;
    for (const name of ["A1", "A2", "B1", "B2"]) {
      const named = check.textsOf(letter.front).find(({ text, ground }) => text === name && ground)!;
      expect(check.inside({ ...named.at, width: 0, height: 0 }, trim)).toBe(true);
    }
  });

  test("has its title and the numbers of its steps in the display face", () => {
    expect(saying(page, "Assembler le plateau").face).toBe("title");
    expect(saying(page, "Assembler le plateau").size).toBeGreaterThanOrEqual(22);
    expect(saying(page, "5.").face).toBe("title");
  });

  test("says what to do in large letters, carries ruler and label, prints whole and is not cut", () => {
    expect(saying(page, "Imprimer les 6 feuilles à 100 %.").size).toBeGreaterThanOrEqual(14);
    expect(check.rulerLength(page.front)).toBe(100);
    expect(texts(page)).toContain("Plateau · feuille 1/7");
    expect(check.linesFor(page.front, "crop")).toEqual([]);
    for (const mark of page.front.marks)
      expect(check.inside(check.markBox(mark), check.printable(page.page))).toBe(true);
    expect(page.trimBox).toEqual(check.pageRect(page.page));
  });

  test("draws the steps of gluing, with their numbers: the hatched strip, the dashed line, crosses, the cuts", () => {
    const { marks } = page.front;
    expect(marks.filter(({ kind }) => kind === "glue")).toHaveLength(1);
    expect(check.linesFor(page.front, "knife").length).toBeGreaterThan(5);
    for (const number of ["2.", "3.", "4."]) expect(texts(page).filter((text) => text === number)).toHaveLength(2);
    expect(texts(page).filter((text) => text === "1-A2").length).toBeGreaterThan(2);
  });

  test("draws none where nothing is glued", () => {
    const whole = pageOf({ paper: paper("A3") });
    expect(whole.front.marks.some(({ kind }) => kind === "glue")).toBe(false);
    expect(check.linesFor(whole.front, "knife")).toEqual([]);
  });

  test.each([
    ["a board", { panels: BOARD }],
    ["a matrix", { panels: [panelOf("matrix", "Les IA autour de moi")] }],
  ])("fills its page: %s on A4 leaves no more than 4 cm free in one place", (_, more) => {
    const filled = pageOf(more);
    const boxes = [
      ...filled.front.marks.map((mark) => check.markBox(mark)),
      ...filled.front.placements.map(({ trim }) => trim),
    ].sort((a, b) => a.y - b.y);
    let foot = 0;
    for (const { y, height } of boxes) {
      expect(toMm(y - foot)).toBeLessThan(40);
      foot = Math.max(foot, y + height);
    }
    expect(toMm(filled.page.height - foot)).toBeLessThan(40);
  });

  test("hangs the lines of a step under its first word, and its number before them", () => {
    const steps = [
      { words: "Poser le bord gauche de la feuille sur la bande hachurée de sa voisine. ".repeat(3).trim() },
    ];
    const hung = pageOf({ label: { ...tileWords, assembly: () => ({ title: "Assembler", steps }) } });
    const lines = check.textsOf(hung.front).filter(({ text }) => /Poser|bord|bande|voisine/.test(text));
    expect(lines.length).toBeGreaterThan(1);
    expect(new Set(lines.map(({ at }) => at.x)).size).toBe(1);
    expect(saying(hung, "1.").at.x).toBeLessThan(lines[0]!.at.x);
    expect(saying(hung, "1.").at.y).toBe(lines[0]!.at.y);
  });

  test("breaks long steps into lines and makes room for them", () => {
    const long =
      "Poser le bord gauche de la feuille sur la bande hachurée de sa voisine et faire coïncider les croix. ".repeat(
        12,
      );
    const steps = [{ words: long }, { words: long }];
    const label = { ...tileWords, assembly: () => ({ title: "Assembler", steps }) };
    for (const on of ["A4", "A5"]) {
      const sheet = pageOf({ label, paper: paper(on) });
      for (const mark of sheet.front.marks)
        expect(check.inside(check.markBox(mark, check.PROSE_LETTER), check.printable(sheet.page)), on).toBe(true);
      expect(texts(sheet).join(" ").split("croix").length - 1).toBe(24);
      const ruler = Math.min(...check.linesFor(sheet.front, "ruler").map(({ to }) => to.y));
      for (const { text, at } of check.textsOf(sheet.front))
        if (!/100|feuille \d/.test(text)) expect(at.y).toBeLessThan(ruler);
    }
  });

  test("parts the names of panels that would run into one another", () => {
    const name = "Les ordinateurs entrent en scène et changent de main";
    const named = pageOf({ panels: BOARD.map((one) => ({ ...one, name })) });
    const lines = check.textsOf(named.front).filter(({ text }) => name.includes(text));
    expect(lines.length).toBeGreaterThan(3);
    for (const { trim } of named.front.placements)
      for (const line of lines.filter(({ at }) => at.x > trim.x && at.x < trim.x + trim.width))
        expect(check.markBox(line, check.PROSE_LETTER).width).toBeLessThanOrEqual(trim.width);
  });
});

describe("the assembly page of a reader who begins on the right", () => {
  const left = pageOf({ direction: "ltr" });
  const right = pageOf({ direction: "rtl" });
  const across = (x: number): number => right.page.width - x;

  test.each(["Assembler le plateau", "1.", "Imprimer les 6 feuilles à 100 %.", "100 mm : imprimer à 100 %"])(
    "has its words laid from there: %s",
    (words) => {
      const [from, to] = [saying(left, words), saying(right, words)];
      expect(from.anchor).toBe("start");
      expect(to.anchor).toBe("end");
      expect(to.at.x).toBeCloseTo(across(from.at.x), 6);
      expect(to.at.y).toBeCloseTo(from.at.y, 6);
    },
  );

  test("has its ruler there, as long as it was, and its label in the middle", () => {
    expect(check.rulerLength(right.front)).toBe(100);
    const ends = check.linesFor(right.front, "ruler").flatMap(({ from, to }) => [from.x, to.x]);
    expect(Math.max(...ends)).toBeCloseTo(
      across(Math.min(...check.linesFor(left.front, "ruler").map(({ from }) => from.x))),
      6,
    );
    expect(saying(right, "Plateau · feuille 1/7").at.x).toBeCloseTo(right.page.width / 2, 6);
  });

  test("has its figures in reading order, each with its number on the right", () => {
    const places = ["2.", "3.", "4."].map(
      (number) => check.textsOf(right.front).findLast(({ text }) => text === number)!,
    );
    expect(places.map(({ anchor }) => anchor)).toEqual(["end", "end", "end"]);
    expect(places.map(({ at }) => at.x)).toEqual(places.map(({ at }) => at.x).sort((a, b) => b - a));
    for (const mark of right.front.marks)
      expect(check.inside(check.markBox(mark), check.printable(right.page))).toBe(true);
  });

  test("shows paper as it lies: the right tile, its A1, is laid over the left one", () => {
    const shown = (name: string) => check.textsOf(right.front).filter(({ text }) => text === name);
    expect(shown("1-A1")[0]!.at.x).toBeGreaterThan(shown("1-A2")[0]!.at.x);
    const [over, cut] = shown("1-A1").slice(-2);
    const under = shown("1-A2").at(-1);
    expect(cut!.at.x).toBeGreaterThan(over!.at.x);
    expect(under!.at.x).toBeLessThan(over!.at.x);
    const [glue] = right.front.marks.flatMap((mark) => (mark.kind === "glue" ? [mark.area] : []));
    expect(glue!.x).toBeGreaterThan(under!.at.x);
    expect(glue!.x).toBeLessThan(over!.at.x);
    // The edge that is cut is the left one of the tile.
    const knife = check.linesFor(right.front, "knife").at(-1);
    expect(knife!.from.x).toBe(knife!.to.x);
    expect(knife!.from.x).toBeLessThan(cut!.at.x);
  });

  test("is told which tiles are laid over others, and on which side", () => {
    const facts: unknown[] = [];
    const assembly: TileJob["label"]["assembly"] = (told) => {
      facts.push(told);
      return tileWords.assembly(told);
    };
    pageOf({ direction: "rtl", label: { ...tileWords, assembly } });
    expect(facts[0]).toMatchObject({ over: ["1-A1", "2-A1", "3-A1"], edges: ["left"] });
  });
});

describe("the width of a sentence, which imposition only estimates", () => {
  let fonts: Fonts;
  beforeAll(async () => {
    fonts = await testFonts();
  });

  test.each([
    ["regular", "Mettez les volets côte à côte dans l’ordre du dessin et fixez-les au dos."],
    ["regular", "Sur 1-A2, 2-A2 et 3-A2, coupez un seul bord : il recouvrira la bande hachurée."],
    ["regular", "Imprimez les 6 feuilles à 100 %, sans « ajuster à la page » : la règle doit mesurer 100 mm."],
    ["title", "Assembler la matrice « Les IA autour de moi »"],
    ["title", "MAXIMUM MEMORY, OMNIBUS WAGON"],
  ] as const)("is never less than in the kit's %s face: %s", (name, text) => {
    const face = fonts.faces[name];
    const how = { features: [], lang: "fr", script: "Latn", rtl: false, wholeGraphemes: false };
    const { glyphs } = fonts.shaper.shape(face, text, how);
    const advances = penAdvances({ face, size: 10, words: [glyphs], letterSpacing: 0, wordSpacing: 0, rtl: false });
    const real = advances.reduce((sum, advance) => sum + advance, 0);
    expect(proseWidth(text, 10)).toBeGreaterThan(real);
    expect(proseWidth(text, 10)).toBeLessThan(1.35 * real);
  });

  test("is not that of marks above letters, nor of signs that only order words", () => {
    expect(proseWidth("قُصّوا", 10)).toBeCloseTo(proseWidth("قصوا", 10), 6);
    expect(proseWidth("\u2068A1\u2069", 10)).toBeCloseTo(proseWidth("A1", 10), 6);
  });
});
