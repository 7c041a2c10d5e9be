import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOn, deckSheets } from "../../src/picture/index.js";
import { mm } from "../../src/units.js";

const CARD = { width: mm(63), height: mm(88) };

describe("a deck for Tabletop Simulator", () => {
  it.each([
    [1, 1, "2x2"],
    [3, 1, "2x2"],
    [15, 1, "4x4"],
    [36, 1, "8x5"],
    [69, 1, "10x7"],
    [70, 2, "8x5"],
    [138, 2, "10x7"],
  ])("%d cards are %d pictures of %s", (count, pictures, grid) => {
    const sheets = deckSheets(count, CARD);
    expect(sheets).toHaveLength(pictures);
    expect(`${sheets[0]!.columns}x${sheets[0]!.rows}`).toBe(grid);
  });

  it("of no card is no picture", () => expect(deckSheets(0, CARD)).toEqual([]));

  it("keeps every card once, within what the game accepts, and the last place free", () => {
    const length = fc.double({ min: mm(20), max: mm(300), noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), length, length, (count, width, height) => {
        const sheets = deckSheets(count, { width, height });
        const cards = sheets.flatMap(({ first, count }) => Array.from({ length: count }, (_, index) => first + index));
        expect(cards).toEqual(Array.from({ length: count }, (_, index) => index));
        for (const sheet of sheets) {
          const { columns, rows, cell, pixels } = sheet;
          expect(columns >= 2 && columns <= 10 && rows >= 2 && rows <= 7).toBe(true);
          expect(Math.max(pixels.width, pixels.height)).toBeLessThanOrEqual(4096);
          const { cards: places, hidden } = cellsOn(sheet);
          const all = [...places, hidden].map(({ x, y }) => `${x} ${y}`);
          expect(new Set(all).size).toBe(sheet.count + 1);
          expect(hidden).toEqual({ x: pixels.width - cell.width, y: pixels.height - cell.height });
          for (const { x, y } of places)
            expect(x + cell.width <= pixels.width && y + cell.height <= pixels.height).toBe(true);
        }
      }),
    );
  });
});
