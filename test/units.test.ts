import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compose,
  IDENTITY,
  inverse,
  type Matrix,
  mm,
  outset,
  toMm,
  transformPoint,
  transformRect,
} from "../src/units.js";

const number = fc.double({ min: -1000, max: 1000, noNaN: true });
const matrix = fc.tuple(number, number, number, number, number, number) as fc.Arbitrary<Matrix>;
/** Without −0, which is not the same to a test and the same on paper. */
const coordinate = number.map((value) => value + 0);
const point = fc.record({ x: coordinate, y: coordinate });

it.each([
  [25.4, 72],
  [210, 595.276],
  [297, 841.89],
  [0, 0],
])("%d mm are %d pt", (length, points) => expect(mm(length)).toBeCloseTo(points, 3));

it("millimetres come back from points", () => {
  fc.assert(fc.property(number, (length) => void expect(toMm(mm(length))).toBeCloseTo(length, 9)));
});

it("outset grows on each side and comes back", () => {
  const rect = { x: 10, y: 20, width: 30, height: 40 };
  expect(outset(rect, 3)).toEqual({ x: 7, y: 17, width: 36, height: 46 });
  expect(outset(outset(rect, 3), -3)).toEqual(rect);
});

describe("maps", () => {
  const turn: Matrix = [0, 1, -1, 0, 0, 0];
  const move: Matrix = [1, 0, 0, 1, 10, 20];

  it("the identity changes nothing", () => {
    fc.assert(fc.property(point, (at) => void expect(transformPoint(IDENTITY, at)).toEqual(at)));
  });

  it("a quarter turn takes right to down", () => expect(transformPoint(turn, { x: 1, y: 0 })).toEqual({ x: 0, y: 1 }));

  it("the inverse leads back, and what is flattened has none", () => {
    const small = fc.double({ min: -3, max: 3, noNaN: true });
    const map = fc
      .tuple(small, small, small, small, number, number)
      .filter(([a, b, c, d]) => Math.abs(a * d - b * c) > 0.1);
    fc.assert(
      fc.property(map as fc.Arbitrary<Matrix>, point, (there, at) => {
        const back = transformPoint(inverse(there), transformPoint(there, at));
        expect(Math.hypot(back.x - at.x, back.y - at.y)).toBeLessThan(1e-6);
      }),
    );
    expect(() => inverse([1, 1, 1, 1, 0, 0])).toThrow("no inverse");
  });

  it("compose applies the first map first", () => {
    expect(transformPoint(compose(turn, move), { x: 1, y: 0 })).toEqual({ x: 10, y: 21 });
    expect(transformPoint(compose(move, turn), { x: 1, y: 0 })).toEqual({ x: -20, y: 11 });
  });

  it("composing is doing one after the other", () => {
    fc.assert(
      fc.property(matrix, matrix, point, (first, then, at) => {
        const once = transformPoint(compose(first, then), at);
        const twice = transformPoint(then, transformPoint(first, at));
        const scale = 1e-6 * (1 + Math.abs(once.x) + Math.abs(once.y) + 1e6);
        expect(Math.abs(once.x - twice.x)).toBeLessThan(scale);
        expect(Math.abs(once.y - twice.y)).toBeLessThan(scale);
      }),
    );
  });

  it("the image of a rectangle is upright and holds all its corners", () => {
    expect(transformRect(turn, { x: 0, y: 0, width: 4, height: 2 })).toEqual({ x: -2, y: 0, width: 2, height: 4 });
  });
});
