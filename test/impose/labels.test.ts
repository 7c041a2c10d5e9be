import { describe, expect, test } from "vitest";
import { type Imposed, type Sheet, TARGETS, type TileJob, tile, whole } from "../../src/impose/index.js";
import { bookOf, words as bookWords, bound } from "./books.js";
import * as check from "./checks.js";
import { deck, imposed, paper, pieceOf, tileWords, words } from "./jobs.js";

/** What a proof says of itself on every sheet. */
const PROOF =
  "mallette-ia v1.0 · ÉPREUVE en · 1115 à traduire (cadre plein) · 12 à revoir (cadre tireté) · ne pas imprimer";
const PARTS = PROOF.split(" · ");

const label = (number: number, total: number, side: string, flip?: string): string =>
  `algorithmes · ${number}/${total} ${side}${flip ? ", retourner sur le bord long" : ""} · ${PROOF}`;
const longWords = { ...words, label };

/** Every part of the label is there, in the order of reading, whole on the paper and touching nothing. */
const saysAll = (result: Imposed, sides: (sheet: Sheet) => ReturnType<typeof check.sidesOf> = check.sidesOf): void => {
  expect(result.sheets.length).toBeGreaterThan(0);
  for (const sheet of result.sheets) {
    for (const side of sides(sheet)) {
      const said = check
        .textsOf(side)
        .map(({ text }) => text)
        .join(" · ");
      for (const part of PARTS) expect(said).toContain(part);
      for (const mark of check.textsOf(side))
        expect(check.inside(check.markBox(mark), check.printable(sheet.page)), mark.text).toBe(true);
    }
  }
};

describe("the long label of a proof finds room in the smallest margin, on one line or several", () => {
  const FORMATS = ["card", "debate", "handout", "wide"] as const;

  test.each(FORMATS)("around the grid of a %s", (format) => {
    for (const on of ["A4", "A3", ...(format === "handout" ? [] : ["Letter"])]) {
      for (const target of Object.values(TARGETS)) {
        for (const duplex of ["long-edge", "fold", "none"] as const) {
          const pieces = deck(format, 11);
          const result = imposed({ pieces, paper: paper(on), target, duplex, label: longWords });
          saysAll(result);
          check.wordsTouchNothing(result);
          check.marksStayOffTheArt(result);
        }
      }
    }
  });

  const panelsOf = (format: "panel" | "matrix"): TileJob["panels"] =>
    ["Rêver, compter, construire", "Les ordinateurs entrent en scène", "L’IA entre dans nos vies"].map((name) => ({
      ...pieceOf(format, `plateau/${name}`),
      name,
    }));

  test.each(["panel", "matrix"] as const)("on the tiles of a %s, and on their assembly page", (format) => {
    for (const on of ["A4", "A3"]) {
      for (const target of Object.values(TARGETS)) {
        const result = tile({
          panels: panelsOf(format),
          direction: "ltr",
          paper: paper(on),
          target,
          copies: 1,
          label: {
            ...tileWords,
            tile: (panel, place, number, total) => `${panel} · ${place} · ${number}/${total} · ${PROOF}`,
            assemblyLabel: (total) => `Plateau · 1/${total} · ${PROOF}`,
          },
        });
        if (!result.ok) throw new Error("too large");
        saysAll(result);
      }
    }
  });

  test("on a plotter's page", () => {
    const result = whole({
      panels: panelsOf("panel"),
      direction: "ltr",
      target: TARGETS.shop,
      copy: 1,
      label: longWords,
    });
    if (!result.ok) throw new Error("too large");
    saysAll(result);
    check.wordsTouchNothing(result);
  });

  const booklet = {
    ...bookWords,
    sheet: (number: number, total: number, pages: string, side: string) =>
      `livret · ${number}/${total} ${side === "front" ? "recto" : "verso"} · p. ${pages} · ${PROOF}`,
  };

  test("around a booklet's spread", () => {
    saysAll(bound({ pages: bookOf(48), paper: paper("A3"), target: TARGETS.shop, label: booklet }));
  });

  test("along the fold of a booklet that fills its sheet", () => {
    saysAll(bound({ pages: bookOf(48), label: booklet }), ({ back }) => [back!]);
  });
});

test("a short label stays on one line, and words part at their dots", () => {
  const [sheet] = imposed({ pieces: deck("card", 9) }).sheets;
  expect(check.textsOf(sheet!.front).map(({ text }) => text)).toContain("Jeu « Données » · feuille 1/1 · recto");
  const narrow = { name: "A6", width: paper("A5").height / 2, height: paper("A5").width };
  const [small] = imposed({ pieces: deck("card", 1), paper: narrow, label: longWords }).sheets;
  const lines = check.textsOf(small!.front).filter(({ text }) => !text.includes("100 %"));
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.map(({ text }) => text).join(" · ")).toBe(label(1, 1, "front", "long-edge"));
});
