import { describe, expect, test } from "vitest";
import { type Sheet, singles } from "../../src/impose/index.js";
import { bookOf, numberOf, sizeMm } from "./books.js";
import * as check from "./checks.js";

const made = (...job: Parameters<typeof singles>) => {
  const result = singles(...job);
  if (!result.ok) throw new Error("a page of its own size fits");
  return result;
};

describe("pages one by one, for the screen", () => {
  const result = made({ pages: bookOf(3), name: "A5" });

  test("are the pages of the book in their order, each on a page of exactly its trim", () => {
    expect(result.sheets.map(({ front }) => front.placements.map(numberOf))).toEqual([[1], [2], [3]]);
    for (const sheet of result.sheets) {
      expect(sizeMm(sheet.page)).toEqual([148, 210]);
      expect(sheet.trimBox).toEqual(check.pageRect(sheet.page));
      expect(sheet.bleedBox).toEqual(sheet.trimBox);
      expect(sheet.front.placements[0]!.clip).toEqual(sheet.trimBox);
    }
    check.facesLieOnTheirTrims(result);
  });

  test("have neither marks nor backs, and nothing to cut", () => {
    expect(result.sheets.flatMap(({ front, back }) => [...front.marks, back].filter(Boolean))).toEqual([]);
    expect(result.groups).toMatchObject([{ kind: "singles", count: 3, cuts: 0, folds: 0, perSheet: 1 }]);
    expect(result.cuts).toBe(0);
  });

  test("name their paper as they are told, or by its size; and each may have its own", () => {
    expect(result.sheets[0]!.paper.name).toBe("A5");
    const { sheets } = made({ pages: [...bookOf(1), ...bookOf(1, "a6")] });
    expect(sheets.map(({ paper }: Sheet) => paper.name)).toEqual(["148 × 210 mm", "105 × 148 mm"]);
  });

  test("none make no page", () => {
    expect(made({ pages: [] }).sheets).toEqual([]);
  });
});
