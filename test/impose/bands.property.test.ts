import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Duplex,
  type Imposed,
  type ImposePiece,
  impose,
  PAPERS,
  type Sheet,
  TARGETS,
} from "../../src/impose/index.js";
import { mm, type Rect } from "../../src/units.js";
import * as check from "./checks.js";
import { deck, imposed, job, paper } from "./jobs.js";

const length = (min: number, max: number) =>
  fc.integer({ min: min * 10, max: max * 10 }).map((tenths) => mm(tenths / 10));

/** A few pieces each of up to five sizes. */
const pieces = fc
  .array(
    fc.record({
      trim: fc.record({ width: length(35, 210), height: length(35, 210) }),
      bleed: fc.constantFrom(mm(0), mm(2.5), mm(3)),
      safe: length(3, 10),
      hasBack: fc.boolean(),
      copies: fc.integer({ min: 1, max: 6 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((list): readonly ImposePiece[] => list.map((one, i) => ({ piece: `deck/p${i}`, ...one })));

const jobs = fc.record({
  pieces,
  paper: fc.constantFrom(PAPERS.get("A4")!, PAPERS.get("A3")!, PAPERS.get("Letter")!),
  target: fc.constantFrom(...Object.values(TARGETS)),
  duplex: fc.constantFrom<Duplex>("long-edge", "short-edge", "fold", "none"),
  copies: fc.integer({ min: 1, max: 2 }),
});

/** Lines that part the bands of a sheet, from top to bottom. */
const partings = (sheet: Sheet): readonly number[] =>
  check
    .linesFor(sheet.front, "overlap")
    .map(({ from }) => from.y)
    .sort((a, b) => a - b);
const isShared = (sheet: Sheet): boolean => partings(sheet).length > 0;

/** Whether straight cuts, each through all that is left, set every rectangle free. */
function canBeCut(rects: readonly Rect[]): boolean {
  if (rects.length < 2) return true;
  for (const axis of ["x", "y"] as const) {
    const size = axis === "x" ? "width" : "height";
    for (const cut of rects.map((rect) => rect[axis] + rect[size])) {
      const before = rects.filter((rect) => rect[axis] + rect[size] <= cut + 1e-6);
      const after = rects.filter((rect) => rect[axis] >= cut - 1e-6);
      if (after.length > 0 && before.length + after.length === rects.length) return canBeCut(before) && canBeCut(after);
    }
  }
  return false;
}

const placedTwice = (result: Imposed): readonly string[] =>
  result.sheets.flatMap((sheet) =>
    check
      .sidesOf(sheet)
      .flatMap((side) => side.placements.map(({ slot }) => `${slot.piece} ${slot.side} ${slot.copy}`)),
  );

describe("pieces of several sizes on common sheets", () => {
  test("every sheet is right, can be cut, and there are never more of them than apart", () => {
    let shared = 0;
    fc.assert(
      fc.property(jobs, (how) => {
        const apart = impose(job(how));
        fc.pre(apart.ok);
        const result = imposed({ ...how, mixed: true });
        expect(result.sheets.length).toBeLessThanOrEqual((apart as Imposed).sheets.length);
        expect(placedTwice(result).toSorted()).toEqual(placedTwice(apart as Imposed).toSorted());
        expect(result.sheets.map(({ number }) => number)).toEqual(result.sheets.map((_, i) => i + 1));
        check.trimsNeverOverlap(result);
        check.everythingPrints(result);
        check.facesLieOnTheirTrims(result);
        check.marksStayOffTheArt(result);
        check.wordsTouchNothing(result);
        const { duplex } = how;
        if (duplex === "long-edge" || duplex === "short-edge")
          check.backsLieBehindFronts(result, duplex, (name) => how.pieces.some((p) => p.piece === name && p.hasBack));
        for (const sheet of result.sheets.filter(isShared)) {
          shared += 1;
          for (const side of check.sidesOf(sheet)) {
            expect(canBeCut(side.placements.map(({ trim }) => trim))).toBe(true);
            expect(check.rulerLength(side)).toBe(100);
            expect(check.textsOf(side).length).toBeGreaterThanOrEqual(2);
          }
          edgesHaveMarks(sheet);
        }
      }),
      { numRuns: 150 },
    );
    expect(shared).toBeGreaterThan(30);
  });
});

/** Every edge that is cut has a mark at both ends of its band, on its line; no piece lies across a parting. */
function edgesHaveMarks(sheet: Sheet): void {
  const crops = check.linesFor(sheet.front, "crop");
  const bounds = [0, ...partings(sheet), sheet.page.height];
  for (const { trim, clip } of sheet.front.placements) {
    const band = bounds.findIndex((from, i) => trim.y > from && trim.y < bounds[i + 1]!);
    const [top, bottom] = [bounds[band]!, bounds[band + 1]!];
    expect(clip.y).toBeGreaterThan(top);
    expect(clip.y + clip.height).toBeLessThan(bottom);
    const inBand = crops.filter(({ from, to }) => Math.min(from.y, to.y) > top && Math.max(from.y, to.y) < bottom);
    const folds = check.linesFor(sheet.front, "fold").flatMap(({ from }) => [from.x, from.y]);
    for (const x of [trim.x, trim.x + trim.width]) {
      const onEdge = x < mm(1.6) || x > sheet.page.width - mm(1.6);
      const marks = inBand.filter(({ from, to }) => from.x === to.x && Math.abs(from.x - x) < 0.03);
      if (!onEdge && !folds.some((at) => Math.abs(at - x) < 0.03)) expect(marks).toHaveLength(2);
    }
    for (const y of [trim.y, trim.y + trim.height]) {
      const marks = inBand.filter(({ from, to }) => from.y === to.y && Math.abs(from.y - y) < 0.03);
      if (!folds.some((at) => Math.abs(at - y) < 0.03)) expect(marks).toHaveLength(2);
    }
  }
}

describe("what it saves", () => {
  const one = [...deck("card", 1), ...deck("debate", 1)];
  test.each([
    ["a card and a debate card: one sheet", one, 1],
    ["with a handout: two", [...one, ...deck("handout", 1)], 2],
    ["nine cards fill a sheet; the tenth lies with the debate cards", [...deck("card", 10), ...deck("debate", 2)], 2],
    ["a page as large as the paper shares it with nobody", [...one, ...deck("sheet", 1)], 2],
  ])("%s", (_, list, sheets) => {
    expect(imposed({ pieces: list, mixed: true }).sheets).toHaveLength(sheets);
    expect(imposed({ pieces: list }).sheets.length).toBeGreaterThan(sheets);
  });

  test("nothing, where sheets are full anyway: then every size keeps its own", () => {
    const list = [...deck("card", 9), ...deck("debate", 4)];
    expect(imposed({ pieces: list, mixed: true })).toEqual(imposed({ pieces: list }));
  });

  test("on A3 too, and at a shop", () => {
    const result = imposed({ pieces: one, mixed: true, paper: paper("A3"), target: TARGETS.shop });
    expect(result.sheets).toHaveLength(1);
    expect(result.groups[0]!.kind).toBe("bands");
  });
});
