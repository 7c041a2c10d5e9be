/** Cut and stack: sheets lie on one another, the pile is cut, its piles are laid on one another: is that the deck? */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Imposed, type Placement, type Sheet, TARGETS } from "../../src/impose/index.js";
import { deck, type FormatName, imposed, paper } from "./jobs.js";

const placeOf = ({ trim }: Placement): string => `${trim.x.toFixed(2)} ${trim.y.toFixed(2)}`;

/** The piles that fall off the knife, in the order in which one reads their places, top card first. */
function piles(sheets: readonly Sheet[]): readonly (readonly string[])[] {
  const found = new Map<string, { readonly at: Placement; readonly names: string[] }>();
  for (const { front } of sheets)
    for (const placement of front.placements) {
      const { at, names } = found.get(placeOf(placement)) ?? { at: placement, names: [] };
      found.set(placeOf(placement), { at, names: [...names, `${placement.slot.piece} ${placement.slot.copy}`] });
    }
  return [...found.values()]
    .sort((a, b) => a.at.trim.y - b.at.trim.y || a.at.trim.x - b.at.trim.x)
    .map(({ names }) => names);
}

const deckOf = (pieces: ReturnType<typeof deck>, kits: number): readonly string[] =>
  Array.from({ length: kits }, (_, kit) =>
    pieces.flatMap(({ piece, copies }) =>
      Array.from({ length: copies }, (_, copy) => `${piece} ${kit * copies + copy + 1}`),
    ),
  ).flat();

const jobs = fc.record({
  format: fc.constantFrom<FormatName>("card", "debate", "wide"),
  count: fc.integer({ min: 1, max: 60 }),
  copies: fc.integer({ min: 1, max: 3 }),
  kits: fc.integer({ min: 1, max: 3 }),
  on: fc.constantFrom("A4", "A3", "Letter"),
  duplex: fc.constantFrom("long-edge", "short-edge", "fold", "none"),
});

test("piles laid on one another from the first to the last are the deck, however full the last sheet is", () => {
  fc.assert(
    fc.property(jobs, ({ format, count, copies, kits, on, duplex }) => {
      const pieces = deck(format, count, { copies });
      const result: Imposed = imposed({ pieces, paper: paper(on), target: TARGETS.shop, copies: kits, duplex });
      const fronts = result.sheets.filter(({ front }) => front.placements[0]?.slot.side === "front");
      const single = fronts.map((sheet) => ({
        ...sheet,
        front: { ...sheet.front, placements: sheet.front.placements.filter(({ slot }) => slot.side === "front") },
      }));
      expect(piles(single).flat()).toEqual(deckOf(pieces, kits));
      // Answers are piles of their own, in the same order.
      const answers = result.sheets.filter(({ front }) => front.placements[0]?.slot.side === "back");
      if (duplex === "none") expect(piles(answers).flat()).toEqual(deckOf(pieces, kits));
    }),
    { numRuns: 200 },
  );
});

test("at home each sheet is cut for itself, and cards follow one another on it", () => {
  const { sheets } = imposed({ pieces: deck("card", 13) });
  const names = sheets.flatMap(({ front }) => front.placements.map(({ slot }) => slot.piece));
  expect(names).toEqual(deck("card", 13).map(({ piece }) => piece));
});
