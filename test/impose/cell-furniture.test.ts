import { describe, expect, test } from "vitest";
import { type Imposed, type Sheet, TARGETS } from "../../src/impose/index.js";
import { toMm } from "../../src/units.js";
import * as check from "./checks.js";
import { deck, imposed, paper } from "./jobs.js";

/** Handouts fill the paper: what is not a mark on it is kept by somebody. */
const handouts = (count: number, more: Parameters<typeof imposed>[0] = {}): Imposed =>
  imposed({ pieces: deck("handout", count), ...more });

const rulers = ({ sheets }: Imposed): readonly (readonly number[])[] =>
  sheets.map((sheet) => check.sidesOf(sheet).map(check.rulerLength));

const furnitureOf = (sheet: Sheet) =>
  check.sidesOf(sheet).map((side) => ({
    side,
    boxes: [...check.textsOf(side), ...check.linesFor(side, "ruler")].map((mark) => check.markBox(mark)),
  }));

describe("pieces that fill the paper", () => {
  test("carry no ruler: nobody wants one on the page that is kept", () => {
    expect(rulers(handouts(4))).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(handouts(4).groups[0]!.ruler).toBe(0);
  });

  test("carry the label as small as can be, 1 mm beside the cut", () => {
    const [sheet] = handouts(2).sheets;
    const cut = check.linesFor(sheet!.front, "crop")[0]!.from.x;
    for (const side of check.sidesOf(sheet!)) {
      const labels = check.textsOf(side);
      expect(labels.map(({ size }) => size)).toEqual([6]);
      const box = check.markBox(labels[0]!);
      expect(toMm(cut - box.x - box.width)).toBeGreaterThan(0.9);
      expect(toMm(cut - box.x - box.width)).toBeLessThan(1.6);
    }
  });

  test("of an odd number leave a cell empty on the last sheet: ruler and label stand there, on both sides", () => {
    const result = handouts(5);
    expect(rulers(result)).toEqual([
      [0, 0],
      [0, 0],
      [100, 100],
    ]);
    expect(result.groups[0]!.ruler).toBe(100);
    for (const { side, boxes } of furnitureOf(result.sheets[2]!)) {
      for (const box of boxes) for (const { trim } of side.placements) expect(check.overlap(box, trim)).toBe(false);
      expect(check.textsOf(side).map(({ size }) => size)).toEqual([7, 8]);
    }
  });

  test("nine on A3 at the shop leave one cell of every sheet empty: each has its ruler", () => {
    expect(rulers(handouts(9, { paper: paper("A3"), target: TARGETS.shop }))).toEqual(Array(3).fill([100, 100]));
  });

  test("four on A3: the label stays in one handout and does not run over the cut across", () => {
    const [sheet] = handouts(4, { paper: paper("A3") }).sheets;
    for (const side of check.sidesOf(sheet!)) {
      const box = check.markBox(check.textsOf(side)[0]!);
      expect(side.placements.filter(({ trim }) => check.overlap(box, trim))).toHaveLength(1);
    }
  });

  test("alone on paper twice as large have their ruler in the half that is cut off", () => {
    for (const duplex of ["long-edge", "short-edge", "none"] as const)
      expect(rulers(handouts(1, { duplex })).flat()).toEqual([100, 100]);
  });

  test("with a margin around them have ruler and label in the margin, on every sheet", () => {
    const result = handouts(4, { paper: paper("SRA3") });
    expect(rulers(result).flat()).toEqual(result.sheets.flatMap((sheet) => check.sidesOf(sheet).map(() => 100)));
    check.wordsTouchNothing(result);
  });
});
