/** Small imposed jobs → what their tickets say of cutting; sums and lines are those of the imposition. */
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type Imposed, type ImposeJob, impose, PAPERS, TARGETS } from "../../src/impose/index.js";
import { cuttingMinutes } from "../../src/ticket/minutes.js";
import { runsOf } from "../../src/ticket/runs.js";
import { mm } from "../../src/units.js";

const label = { label: () => "", ruler: () => "", part: "" };

interface Deck {
  readonly width?: number;
  readonly height?: number;
  readonly bleed?: number;
  readonly count?: number;
  readonly paper?: string;
  readonly target?: "home" | "shop";
  readonly duplex?: ImposeJob["duplex"];
  readonly copies?: number;
}

function deck(options: Deck): Imposed {
  const { width = 63, height = 88, bleed = 3, count = 8, paper = "A4", target = "shop" } = options;
  const pieces = Array.from({ length: count }, (_, index) => ({
    piece: `jeu/${index}`,
    trim: { width: mm(width), height: mm(height) },
    bleed: mm(bleed),
    safe: mm(8),
    hasBack: true,
    copies: 1,
  }));
  const { duplex = "long-edge", copies = 1 } = options;
  const made = impose({ pieces, paper: PAPERS.get(paper)!, target: TARGETS[target], duplex, copies, label });
  if (!made.ok) throw new Error("too large");
  return made;
}

/** `12 cuts on 1-6: left 283.5 220.5 …` */
const told = (imposed: Imposed): readonly string[] =>
  runsOf(imposed).map(({ handling, sheets, cuts, folds }) => {
    const side = (from: "left" | "top"): string =>
      [from, ...cuts.filter((cut) => cut.from === from).map(({ at }) => at)].join(" ");
    const where = sheets.map(([first, last]) => `${first}-${last}`).join(",");
    return `${handling} ${where}: ${side("left")}, ${side("top")}, folds ${folds.length}`;
  });

test.each<[string, Deck, readonly string[]]>([
  [
    "eight cards with bleed, for a shop: two cuts between neighbours",
    {},
    ["cut 1-1: left 283.5 220.5 214.5 151.5 145.5 82.5 76.5 13.5, top 196 108 102 14, folds 0"],
  ],
  [
    "nine at home: neighbours share a cut",
    { count: 9, target: "home" },
    ["cut 1-1: left 199.5 136.5 73.5 10.5, top 280.5 192.5 104.5 16.5, folds 0"],
  ],
  ["two A5 on A4: one cut", { width: 148, height: 210, bleed: 0, count: 2 }, ["cut 1-1: left 148.5, top, folds 0"]],
  ["A4 on A4: none", { width: 210, height: 297, bleed: 0, count: 2 }, ["keep 1-2: left, top, folds 0"]],
])("%s", (_, options, expected) => {
  expect(told(deck(options))).toEqual(expected);
});

test("cards to fold have a fold between front and back, and it is not cut", () => {
  const [run] = runsOf(deck({ duplex: "fold", target: "home", count: 4 }));
  expect(run!.folds.length).toBeGreaterThan(0);
  for (const { from, at } of run!.folds)
    expect(run!.cuts.some((cut) => cut.from === from && Math.abs(cut.at - at) < 1)).toBe(false);
});

test("answers on sheets of their own are cut like the cards, and told apart", () => {
  const runs = runsOf(deck({ duplex: "none", count: 10 }));
  expect(runs.map(({ kind, sheets }) => [kind, sheets])).toEqual([
    ["cards", [[1, 2]]],
    ["answers", [[3, 4]]],
  ]);
});

test("pieces of two sizes on a sheet: no distances, but all their cuts, and minutes for them", () => {
  const piece = (name: string, width: number, height: number) => ({
    piece: name,
    trim: { width: mm(width), height: mm(height) },
    bleed: mm(3),
    safe: mm(8),
    hasBack: true,
    copies: 1,
  });
  const pieces = [piece("debats/0", 88, 130), piece("jeu/0", 63, 88)];
  const made = impose({
    pieces,
    paper: PAPERS.get("A4")!,
    target: TARGETS.shop,
    duplex: "long-edge",
    copies: 1,
    mixed: true,
    label,
  });
  if (!made.ok) throw new Error("too large");
  const [run, ...others] = runsOf(made);
  expect(others).toEqual([]);
  expect(run).toMatchObject({ kind: "bands", handling: "parts", cuts: [], cutCount: made.cuts });
  expect(run!.cutCount).toBeGreaterThan(8);
  expect(cuttingMinutes(run!, { least: 250, most: 300 }, "pile")).toBeGreaterThan(0);
});

describe("whatever the deck", () => {
  const decks = fc.record({
    width: fc.integer({ min: 30, max: 120 }),
    height: fc.integer({ min: 30, max: 120 }),
    bleed: fc.constantFrom(0, 3),
    count: fc.integer({ min: 1, max: 60 }),
    paper: fc.constantFrom("A4", "A3", "Letter"),
    target: fc.constantFrom("home" as const, "shop" as const),
    copies: fc.integer({ min: 1, max: 4 }),
  });

  it("sheets and cuts of its runs are those of the imposition", () => {
    fc.assert(
      fc.property(decks, (options) => {
        const imposed = deck(options);
        const runs = runsOf(imposed);
        expect(runs.reduce((sum, { count }) => sum + count, 0)).toBe(imposed.sheets.length);
        expect(runs.reduce((sum, { cuts }) => sum + cuts.length, 0)).toBe(imposed.cuts);
      }),
      { numRuns: 40 },
    );
  });

  it("cut as told, each piece keeps its trim: every edge of a trim lies on a cut or on the paper's edge", () => {
    fc.assert(
      fc.property(decks, (options) => {
        for (const { trims, cuts, page } of runsOf(deck(options))) {
          const edges = (from: "left" | "top", end: number) => [
            0,
            end,
            ...cuts.filter((cut) => cut.from === from).map(({ at }) => at),
          ];
          const [xs, ys] = [edges("left", page.width), edges("top", page.height)];
          const isEdge = (at: number, all: readonly number[]) => all.some((edge) => Math.abs(edge - at) <= 1.6);
          for (const { x, y, width, height } of trims) {
            for (const at of [x, x + width]) expect(isEdge(at, xs), `x ${at} of ${xs}`).toBe(true);
            for (const at of [y, y + height]) expect(isEdge(at, ys), `y ${at} of ${ys}`).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("each cut is measured from an edge that is still there: from far to near, left before top", () => {
    fc.assert(
      fc.property(decks, (options) => {
        for (const { cuts } of runsOf(deck(options))) {
          const sorted = [...cuts].sort((a, b) => (a.from === b.from ? b.at - a.at : a.from < b.from ? -1 : 1));
          expect(cuts).toEqual(sorted);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("minutes at the guillotine", () => {
  const [run] = runsOf(deck({ count: 8 }));
  const many = { ...run!, count: 200 };
  const card = { least: 250, most: 300 };

  it("do not grow with a pile that one clamp holds", () => {
    expect(cuttingMinutes({ ...run!, count: 50 }, card, "pile")).toBe(cuttingMinutes(run!, card, "pile"));
  });
  it("grow with the number of piles: thick paper makes more", () => {
    expect(cuttingMinutes(many, card, "pile")).toBeGreaterThan(cuttingMinutes(many, { least: 80, most: 80 }, "pile"));
  });
  it("are counted sheet by sheet at home", () => {
    expect(cuttingMinutes({ ...run!, count: 2 }, card, "each")).toBeCloseTo(
      2 * cuttingMinutes({ ...run!, count: 1 }, card, "each"),
    );
  });
  it("are none where nothing is cut", () => {
    expect(cuttingMinutes({ ...run!, cuts: [], cutCount: 0 }, card, "pile")).toBe(0);
  });
});
