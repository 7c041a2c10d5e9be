import { describe, expect, test } from "vitest";
import { pageOrder } from "../../src/impose/index.js";
import { asTheyStand } from "../../src/impose/page-order.js";

/** Sheet by sheet from the outermost: its outer side, its inner side; left | right. */
const table = (count: number, direction: "ltr" | "rtl" = "ltr"): readonly string[] =>
  pageOrder(count, direction).map(({ front, back }) => `${front.join(" | ")} / ${back.join(" | ")}`);

describe("the bookbinder's table", () => {
  test.each([
    [0, []],
    [4, ["4 | 1 / 2 | 3"]],
    [8, ["8 | 1 / 2 | 7", "6 | 3 / 4 | 5"]],
    [12, ["12 | 1 / 2 | 11", "10 | 3 / 4 | 9", "8 | 5 / 6 | 7"]],
    [16, ["16 | 1 / 2 | 15", "14 | 3 / 4 | 13", "12 | 5 / 6 | 11", "10 | 7 / 8 | 9"]],
  ] as const)("of %i pages", (count, sheets) => {
    expect(table(count)).toEqual(sheets);
  });

  test.each([
    [4, ["1 | 4 / 3 | 2"]],
    [8, ["1 | 8 / 7 | 2", "3 | 6 / 5 | 4"]],
    [12, ["1 | 12 / 11 | 2", "3 | 10 / 9 | 4", "5 | 8 / 7 | 6"]],
    [16, ["1 | 16 / 15 | 2", "3 | 14 / 13 | 4", "5 | 12 / 11 | 6", "7 | 10 / 9 | 8"]],
  ] as const)("of %i pages read from right to left", (count, sheets) => {
    expect(table(count, "rtl")).toEqual(sheets);
  });

  test.each(["ltr", "rtl"] as const)("what is read %s stands on the table that way", (direction) => {
    expect(asTheyStand(["a", "b", "c"], direction).join("")).toBe(direction === "ltr" ? "abc" : "cba");
  });

  test("each pair adds up to one more than the pages", () => {
    for (const { front, back } of pageOrder(64, "ltr")) {
      expect(front[0] + front[1]).toBe(65);
      expect(back[0] + back[1]).toBe(65);
    }
  });

  test.each([1, 2, 3, 6, 13, -4])("%i pages cannot be bound: a fault of the program", (count) => {
    expect(() => pageOrder(count, "ltr")).toThrow(`${count} pages`);
  });
});
