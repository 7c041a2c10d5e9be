import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { channel, channelText, matrix, num, outline } from "../../../src/render/ink/numbers.js";
import { box } from "../fixtures.js";

/** PDF knows no exponents, no « NaN » and no « -0 ». */
const PLAIN = /^-?\d+(\.\d+)?$/;

describe("numbers in a PDF", () => {
  const lengths = fc.double({ min: -20_000, max: 20_000, noNaN: true });

  test("are plain decimals within half a thousandth", () => {
    fc.assert(
      fc.property(lengths, (value) => {
        expect(num(value)).toMatch(PLAIN);
        expect(Math.abs(Number(num(value)) - value)).toBeLessThanOrEqual(0.0005000001);
      }),
    );
  });

  test("of matrices and colours are plain, too", () => {
    const small = fc.double({ min: -1e-3, max: 1e-3, noNaN: true });
    fc.assert(
      fc.property(small, lengths, (a, b) => {
        for (const part of matrix([a, b, a, b, a, b]).split(" ")) expect(part).toMatch(PLAIN);
        expect(channelText(channel(a))).toMatch(PLAIN);
      }),
    );
  });

  test.each([
    [0, "0"],
    [-0.0001, "0"],
    [1 / 3, "0.333"],
    [-12.5, "-12.5"],
    [595.275590551, "595.276"],
  ])("%d is written %s", (value, text) => {
    expect(num(value)).toBe(text);
  });
});

describe("outlines", () => {
  test("a rectangle is one operator", () => {
    expect(outline(box(1, 2, 30, 40), { x: 10, y: 20 })).toBe("11 22 30 40 re\n");
  });

  test("what only looks like a rectangle is drawn step by step", () => {
    const skewed = [["M", 0, 0], ["L", 10, 1], ["L", 10, 11], ["L", 0, 10], ["Z"]] as const;
    expect(outline(skewed, { x: 0, y: 0 })).toBe("0 0 m\n10 1 l\n10 11 l\n0 10 l\nh\n");
  });

  test("curves keep their control points", () => {
    expect(
      outline(
        [
          ["M", 0, 0],
          ["C", 1, 2, 3, 4, 5, 6],
        ],
        { x: 1, y: 1 },
      ),
    ).toBe("1 1 m\n2 3 4 5 6 7 c\n");
  });
});
