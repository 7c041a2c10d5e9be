import { describe, expect, test } from "vitest";
import { gangSaves, TARGETS } from "../../src/impose/index.js";
import { deck, imposed, paper } from "./jobs.js";

const how = { paper: paper("A4"), target: TARGETS.home, duplex: "long-edge", copies: 1 } as const;

describe("decks on common sheets", () => {
  test("three decks of six cards take two sheets instead of three", () => {
    expect(gangSaves([deck("card", 6), deck("card", 6), deck("card", 6)], how)).toEqual({
      apart: 3,
      together: 2,
      saves: true,
    });
  });

  test("full sheets save nothing", () => {
    expect(gangSaves([deck("card", 9), deck("card", 18)], how)).toEqual({ apart: 3, together: 3, saves: false });
  });

  test("decks of different trim share a sheet in bands, where they find room on one", () => {
    expect(gangSaves([deck("card", 1), deck("debate", 1)], how)).toEqual({ apart: 2, together: 1, saves: true });
    expect(gangSaves([deck("card", 9), deck("debate", 4)], how)?.saves).toBe(false);
    expect(gangSaves([deck("card", 1), deck("sheet", 1)], how)?.saves).toBe(false);
  });

  test("a deck that fits on no sheet has no answer", () => {
    expect(gangSaves([deck("card", 1), deck("panel", 1)], how)).toBeUndefined();
  });

  test.each(["long-edge", "fold", "none"] as const)("counts are those of the sheets made: %s", (duplex) => {
    for (const count of [1, 5, 10, 37]) {
      const decks = [deck("card", count), deck("card", 7, { copies: 2 })];
      const { together, apart } = gangSaves(decks, { ...how, duplex, copies: 2 })!;
      expect(imposed({ pieces: decks.flat(), duplex, copies: 2, mixed: true }).sheets).toHaveLength(together);
      const each = decks.map((pieces) => imposed({ pieces, duplex, copies: 2 }).sheets.length);
      expect(apart).toBe(each.reduce((sum, sheets) => sum + sheets));
    }
  });
});
