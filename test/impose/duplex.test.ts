import { describe, expect, test } from "vitest";
import { type Imposed, type Sheet, TARGETS } from "../../src/impose/index.js";
import { mm } from "../../src/units.js";
import * as check from "./checks.js";
import { deck, imposed, paper, pieceOf } from "./jobs.js";
import { show } from "./show.js";

const ids = (sheet: Sheet, side: "front" | "back") =>
  sheet[side]?.placements.map(({ slot }) => `${slot.piece.split("/")[1]}${slot.side[0]}`);
const labels = (result: Imposed) =>
  result.sheets.flatMap((sheet) =>
    check.sidesOf(sheet).map((side) => check.textsOf(side).at(-1)!.text.split("· ").at(-1)),
  );

describe("nine cards, and a last sheet that is half full, in all four ways", () => {
  for (const on of ["A4", "A3", "Letter"]) {
    for (const duplex of ["long-edge", "short-edge", "fold", "none"] as const) {
      for (const target of Object.values(TARGETS)) {
        for (const count of [9, 13]) {
          test(`${count} cards, ${on}, ${target.name}, ${duplex}`, () => {
            const result = imposed({ pieces: deck("card", count), paper: paper(on), duplex, target });
            check.trimsNeverOverlap(result);
            check.everythingPrints(result);
            check.facesLieOnTheirTrims(result);
            check.marksStayOffTheArt(result);
            check.wordsTouchNothing(result);
            const placed = result.sheets.flatMap((sheet) => check.sidesOf(sheet).flatMap((side) => side.placements));
            expect(placed).toHaveLength(2 * count);
            if (duplex === "long-edge" || duplex === "short-edge")
              check.backsLieBehindFronts(result, duplex, () => true);
            // The grid stays where it is: the last sheet's cells are cells of the first.
            const cells = new Set(result.sheets[0]!.front.placements.map(({ trim }) => JSON.stringify(trim)));
            for (const { front } of result.sheets) {
              for (const { trim } of front.placements) expect(cells).toContain(JSON.stringify(trim));
            }
          });
        }
      }
    }
  }
});

describe("printed behind", () => {
  test("upright cards on a portrait page: the back's columns run the other way", () => {
    const { sheets } = imposed({ pieces: deck("card", 10), target: { ...TARGETS.home, rulerLength: 100 } });
    expect(show(sheets[1]!)).toMatchSnapshot();
  });

  test("if one sheet has a back, all have one, so that pages pair up", () => {
    const pieces = [...deck("card", 1), ...deck("debate", 1, { hasBack: false })];
    const { sheets } = imposed({ pieces });
    expect(sheets.map((sheet) => ids(sheet, "back"))).toEqual([["1b"], []]);
  });

  test("if no piece has a back, no sheet has one", () => {
    const { sheets } = imposed({ pieces: deck("card", 3, { hasBack: false }) });
    expect(sheets.map(({ back }) => back)).toEqual([undefined]);
  });

  test("a card without a back leaves its place empty, and the others do not move", () => {
    const pieces = [pieceOf("card", "d/1"), pieceOf("card", "d/2", { hasBack: false }), pieceOf("card", "d/3")];
    const result = imposed({ pieces });
    expect(ids(result.sheets[0]!, "back")).toEqual(["1b", "3b"]);
    check.backsLieBehindFronts(result, "long-edge", (piece) => piece !== "d/2");
  });

  test("labels say which side one holds", () => {
    expect(labels(imposed({ pieces: deck("card", 9) }))).toEqual(["recto", "verso"]);
  });
});

describe("folded", () => {
  const result = imposed({ pieces: deck("card", 2), duplex: "fold" });
  const [sheet] = result.sheets;

  test("the front is on the left, its back on the right, both upright, the fold between them", () => {
    expect(ids(sheet!, "front")).toEqual(["1f", "1b", "2f", "2b"]);
    const [front, back] = sheet!.front.placements;
    expect(front!.trim.x + front!.trim.width).toBeCloseTo(back!.trim.x, 9);
    expect(front!.transform.slice(0, 4)).toEqual([1, 0, 0, 1]);
    expect(back!.transform.slice(0, 4)).toEqual([1, 0, 0, 1]);
  });

  test("bleed ends at the fold, and the fold is marked at both ends", () => {
    const [front, back] = sheet!.front.placements;
    const fold = back!.trim.x;
    expect(front!.clip.x + front!.clip.width).toBeCloseTo(fold, 9);
    expect(back!.clip.x).toBeCloseTo(fold, 9);
    const marked = check.linesFor(sheet!.front, "fold").filter(({ from }) => Math.abs(from.x - fold) < 1e-6);
    expect(marked).toHaveLength(2);
    expect(check.linesFor(sheet!.front, "crop").every(({ from }) => Math.abs(from.x - fold) > 1)).toBe(true);
  });

  test("folded backwards along that line, each point of the back lies behind the front", () => {
    const [front, back] = sheet!.front.placements;
    const fold = back!.trim.x;
    // A point of the back at distance d right of the fold comes to lie d left of it: behind the front's mirror image.
    for (const u of [0, 0.25, 1]) {
      const onBack = back!.trim.x + u * back!.trim.width;
      const behind = fold - (onBack - fold);
      expect(behind).toBeCloseTo(front!.trim.x + (1 - u) * front!.trim.width, 6);
    }
  });

  test("cards without a back take one cell each, on sheets of their own, where every line is cut", () => {
    const mixed = imposed({
      pieces: [...deck("card", 2), pieceOf("card", "d/single", { hasBack: false })],
      duplex: "fold",
    });
    expect(mixed.groups.map(({ folds, count }) => [folds > 0, count])).toEqual([
      [true, 1],
      [false, 1],
    ]);
    expect(ids(mixed.sheets[1]!, "front")).toEqual(["singlef"]);
  });
});

describe("answers on sheets of their own", () => {
  test("all fronts come first, then all backs in the same order, in the same cells, not mirrored", () => {
    const result = imposed({ pieces: deck("card", 10), duplex: "none" });
    expect(labels(result)).toEqual(["recto", "recto", "réponses", "réponses"]);
    const [first, , answers] = result.sheets;
    expect(answers!.front.placements.map(({ trim, transform }) => [trim, transform])).toEqual(
      first!.front.placements.map(({ trim, transform }) => [trim, transform]),
    );
    expect(ids(answers!, "front")).toEqual(ids(first!, "front")!.map((id) => id.replace("f", "b")));
    expect(result.groups.map(({ kind, first, count }) => [kind, first, count])).toEqual([
      ["cards", 1, 2],
      ["answers", 3, 2],
    ]);
  });

  test("only cards that have a back are answered", () => {
    const pieces = [pieceOf("card", "d/1", { hasBack: false }), pieceOf("card", "d/2")];
    expect(imposed({ pieces, duplex: "none" }).sheets.map((sheet) => ids(sheet, "front"))).toEqual([
      ["1f", "2f"],
      ["2b"],
    ]);
  });
});

describe("copies and order", () => {
  const names = (result: Imposed) =>
    result.sheets.map((sheet) =>
      sheet.front.placements.map(({ slot }) => `${slot.piece.split("/")[1]}.${slot.copy}`).join(" "),
    );

  test("one kit follows the other on the same sheets", () => {
    const pieces = [pieceOf("card", "d/a", { copies: 2 }), pieceOf("card", "d/b")];
    expect(names(imposed({ pieces, copies: 3 }))).toEqual(["a.1 a.2 b.1 a.3 a.4 b.2 a.5 a.6 b.3"]);
  });

  test("at the shop, small piles laid on one another are the deck in its order", () => {
    const result = imposed({ pieces: deck("card", 19), target: TARGETS.shop });
    expect(names(result)).toEqual([
      "1.1 4.1 7.1 10.1 13.1 16.1 19.1",
      "2.1 5.1 8.1 11.1 14.1 17.1",
      "3.1 6.1 9.1 12.1 15.1 18.1",
    ]);
  });

  test("a piece of no copies is on no sheet", () => {
    expect(imposed({ pieces: deck("card", 2, { copies: 0 }) }).sheets).toEqual([]);
  });
});

describe("sheets as text", () => {
  test.each([
    ["nine cards at home", { pieces: deck("card", 9) }],
    ["eight cards at the shop, on a landscape page", { pieces: deck("card", 8), target: TARGETS.shop }],
    ["two handouts", { pieces: deck("handout", 2, { hasBack: false }) }],
    ["a pair to fold", { pieces: deck("debate", 1), duplex: "fold" as const }],
  ])("%s", (_, more) => {
    expect(show(imposed(more).sheets[0]!)).toMatchSnapshot();
  });

  test("bleed around the grid is 2 mm at home, 3 mm at the shop, none between neighbours at home", () => {
    const home = imposed({ pieces: deck("card", 9) }).sheets[0]!;
    const shop = imposed({ pieces: deck("card", 8), target: TARGETS.shop }).sheets[0]!;
    const [corner, next] = home.front.placements;
    expect(corner!.trim.x - corner!.clip.x).toBeCloseTo(mm(2), 6);
    expect(corner!.clip.x + corner!.clip.width).toBeCloseTo(next!.clip.x, 6);
    for (const { clip, trim } of shop.front.placements) expect(trim.x - clip.x).toBeCloseTo(mm(3), 6);
  });
});
