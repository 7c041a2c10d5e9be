/** A printer that misses, in the mind: it prints the sheet, the sheet is folded and read, and what is corrected comes out right. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backError, correctionOf, errorOf, reachOf, together } from "../../src/calibration/correction.js";
import { MIDDLE, type Places, placesOn } from "../../src/calibration/places.js";
import { errorRead, type Readings } from "../../src/calibration/readings.js";
import type { SideError } from "../../src/content/index.js";
import { PAPERS } from "../../src/impose/index.js";
import { compose, type Matrix, mm, type Point, toMm, transformPoint } from "../../src/units.js";

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const errors: fc.Arbitrary<SideError> = fc.record({
  right: between(-5, 5).map(mm),
  down: between(-5, 5).map(mm),
  turn: between(-1.5, 1.5),
  width: between(0.97, 1.03),
  height: between(0.97, 1.03),
});
const papers = fc.constantFrom(...["A4", "A3", "Letter", "A5"].map((name) => PAPERS.get(name)!));

/** The number at which a fold through the paper's middle crosses a scale: looked for, not computed. */
function crossing(printed: Matrix, places: Places, scale: "top" | "right" | "bottom" | "left"): number {
  const { page, scales } = places;
  const middle = { x: page.width / 2, y: page.height / 2 };
  const level = scale === "top" || scale === "bottom";
  const markAt = (number: number): Point => {
    const s = mm(number - MIDDLE);
    const drawn = level
      ? { x: middle.x + s, y: middle.y + (scale === "top" ? -scales.y : scales.y) }
      : { x: middle.x + (scale === "left" ? -scales.x : scales.x), y: middle.y + s };
    return transformPoint(printed, drawn);
  };
  let [low, high] = [-100, 120];
  for (let i = 0; i < 100; i++) {
    const number = (low + high) / 2;
    const before = level ? markAt(number).x < middle.x : markAt(number).y < middle.y;
    if (before) low = number;
    else high = number;
  }
  return low;
}

const readOff = (error: SideError, places: Places): Readings => readOffPrint(errorOf(error, places.page), places);

function readOffPrint(printed: Matrix, places: Places): Readings {
  const { width, height } = places.crosses;
  const distance = (x: number, y: number): number => {
    const [from, to] = [transformPoint(printed, { x: 0, y: 0 }), transformPoint(printed, { x, y })];
    return toMm(Math.hypot(to.x - from.x, to.y - from.y));
  };
  return {
    top: crossing(printed, places, "top"),
    right: crossing(printed, places, "right"),
    bottom: crossing(printed, places, "bottom"),
    left: crossing(printed, places, "left"),
    width: distance(mm(width), 0),
    height: distance(0, mm(height)),
  };
}

describe("a printer that misses", () => {
  test("is found out by two folds and a ruler, whatever it does", () => {
    fc.assert(
      fc.property(errors, papers, (error, paper) => {
        const places = placesOn(paper);
        const read = errorRead(readOff(error, places), places);
        for (const key of ["right", "down", "turn", "width", "height"] as const)
          expect(read.error[key], key).toBeCloseTo(error[key], 6);
        expect(read.doubt).toBeCloseTo(0, 6);
      }),
    );
  });

  test("is known still better once the sheet that was corrected for it is read", () => {
    // What is known at first is off by what an eye and a fold miss.
    const slip = between(-0.5, 0.5).map(mm);
    const slips = fc.record({ right: slip, down: slip, turn: between(-0.1, 0.1) });
    fc.assert(
      fc.property(errors, slips, papers, (error, { right, down, turn }, paper) => {
        const places = placesOn(paper);
        const known = { ...error, right: error.right + right, down: error.down + down, turn: error.turn + turn };
        const printed = compose(correctionOf(known, places.page), errorOf(error, places.page));
        const better = together(known, errorRead(readOffPrint(printed, places), places).error);
        expect(toMm(Math.hypot(better.right - error.right, better.down - error.down))).toBeLessThan(0.01);
        expect(better.turn).toBeCloseTo(error.turn, 2);
        expect([better.width, better.height]).toEqual([
          expect.closeTo(error.width, 3),
          expect.closeTo(error.height, 3),
        ]);
      }),
    );
  });

  test("prints in the right place what is corrected for it", () => {
    fc.assert(
      fc.property(errors, papers, between(0, 1), between(0, 1), (error, paper, u, v) => {
        const { page } = placesOn(paper);
        const printed = compose(correctionOf(error, page), errorOf(error, page));
        const at = { x: u * page.width, y: v * page.height };
        const found = transformPoint(printed, at);
        expect(Math.hypot(found.x - at.x, found.y - at.y)).toBeLessThan(1e-9);
      }),
    );
  });

  test("runs backs turned along the short edge through upside down", () => {
    fc.assert(
      fc.property(errors, papers, (error, paper) => {
        const { page } = placesOn(paper);
        const over: Matrix = [-1, 0, 0, -1, page.width, page.height];
        const upsideDown = compose(compose(over, errorOf(error, page)), over);
        const claimed = errorOf(backError(error, "short-edge"), page);
        upsideDown.forEach((value, i) => {
          expect(claimed[i]).toBeCloseTo(value, 9);
        });
        expect(backError(error, "long-edge")).toEqual(error);
      }),
    );
  });
});

describe("what is read off", () => {
  const places = placesOn(PAPERS.get("A4")!);
  const read = (readings: Partial<Readings>) =>
    errorRead({ top: 10, right: 10, bottom: 10, left: 10, ...readings }, places);

  test("ten everywhere: a printer that does not miss", () => {
    expect(read({})).toEqual({ error: { right: 0, down: 0, turn: 0, width: 1, height: 1 }, doubt: 0 });
  });

  test("the fold lies left of ten: all is printed too far right, by as much", () => {
    expect(toMm(read({ top: 8.5, bottom: 8.5 }).error.right)).toBeCloseTo(1.5, 9);
  });

  test("the fold lies below ten: all is printed too high", () => {
    expect(toMm(read({ left: 12, right: 12 }).error.down)).toBeCloseTo(-2, 9);
  });

  test("less at the top than at the bottom, less on the right than on the left: turned clockwise", () => {
    const [x, y] = [toMm(places.scales.x), toMm(places.scales.y)];
    const tangent = 0.01;
    const { error, doubt } = read({
      top: 10 - y * tangent,
      bottom: 10 + y * tangent,
      left: 10 + x * tangent,
      right: 10 - x * tangent,
    });
    expect(error.turn).toBeCloseTo((Math.atan(tangent) * 180) / Math.PI, 9);
    expect(doubt).toBeCloseTo(0, 9);
  });

  test("numbers that contradict one another are doubted", () => {
    expect(read({ top: 8, bottom: 12 }).doubt).toBeGreaterThan(1);
  });
});

test("a map's reach is how far it moves a corner of the page", () => {
  const { page } = placesOn(PAPERS.get("A4")!);
  expect(reachOf([1, 0, 0, 1, 3, 4], page)).toBeCloseTo(5, 9);
  expect(reachOf([1, 0, 0, 1, 0, 0], page)).toBe(0);
});
