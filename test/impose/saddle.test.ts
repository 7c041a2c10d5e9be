import { describe, expect, test } from "vitest";
import { type Placement, type SaddleJob, type Sheet, type SheetSide, saddle, TARGETS } from "../../src/impose/index.js";
import { mm, toMm } from "../../src/units.js";
import {
  bookOf,
  bound,
  foldSheet,
  numberOf,
  onPage,
  readThrough,
  saddleJob,
  sheetsOfCopy,
  shown,
  sizeMm,
  words,
} from "./books.js";
import * as check from "./checks.js";
import { paper } from "./jobs.js";
import { show } from "./show.js";

const FLIPS = ["long-edge", "short-edge"] as const;
const texts = (sheet: Sheet, side: "front" | "back") => check.textsOf(sheet[side]!).map(({ text }) => text);
const pageNumbered = (placements: readonly Placement[], number: number) =>
  placements.find((placement) => numberOf(placement) === number)!;

describe("a booklet of A5 on A4", () => {
  test.each(FLIPS)("shows the bookbinder's table, whatever edge the paper is flipped on: %s", (duplex) => {
    const { sheets } = bound({ pages: bookOf(8), duplex });
    expect(sheets.map(({ front, back }) => `${shown(front)} / ${shown(back!)}`)).toEqual([
      "8 | 1 / 2 | 7",
      "6 | 3 / 4 | 5",
    ]);
  });

  test.each([
    ["long-edge", "landscape", -1],
    ["short-edge", "landscape", 1],
    ["long-edge", "portrait", -1],
    ["short-edge", "portrait", 1],
  ] as const)(
    "flipped on the %s, a %s page has its back turned by 180° (−1) or not at all: %i",
    (duplex, lie, sense) => {
      const [sheet] = bound({ duplex, turned: lie === "portrait" }).sheets as [Sheet];
      expect(sizeMm(sheet.page)).toEqual(lie === "landscape" ? [297, 210] : [210, 297]);
      const [a, b] = sheet.front.placements[0]!.transform;
      const [c, d] = sheet.back!.placements[0]!.transform;
      expect(a * c + b * d).toBe(sense);
    },
  );

  test("fills the sheet: half a millimetre is left on either side, nothing is cut, nothing is measured", () => {
    const result = bound();
    const [sheet] = result.sheets as [Sheet];
    expect([sheet.trimBox.x, sheet.trimBox.y].map((value) => Math.round(toMm(value) * 100) / 100)).toEqual([0.5, 0]);
    expect(sizeMm(sheet.trimBox)).toEqual([296, 210]);
    expect(result.cuts).toBe(0);
    expect(result.groups).toMatchObject([{ kind: "saddle", folds: 1, cuts: 0, ruler: 0, perSheet: 1, count: 4 }]);
    expect(sheet.front.marks).toEqual([]);
    for (const { clip, trim } of sheet.front.placements) expect(check.inside(clip, trim)).toBe(true);
  });

  test.each(FLIPS)("bears its label on the inner side, on the fold: %s", (duplex) => {
    for (const turned of [false, true]) {
      const { sheets } = bound({ duplex, turned });
      sheets.forEach(({ back }, i) => {
        const [label, ...others] = check.textsOf(back!);
        expect(others).toEqual([]);
        const left = pageNumbered(back!.placements, 2 * i + 2);
        const box = check.markBox(label!);
        const corners = [box, { x: box.x + box.width, y: box.y + box.height }].map((point) => onPage(left, point));
        // Pages of inner sheets move towards the fold: seen from them, it moves out.
        const toFold = corners.map(({ x }) => toMm(left.slot.trim.width - x) - 0.1 * i);
        expect(Math.min(...toFold) + Math.max(...toFold)).toBeCloseTo(0, 6);
        expect(Math.max(...toFold)).toBeLessThan(1.5);
        expect(label!.size).toBeGreaterThanOrEqual(5.5);
        expect(label!.size).toBeLessThanOrEqual(6);
        // Turned a quarter clockwise, to the eye that reads the page.
        const [a, b] = left.transform;
        const page = (Math.round((Math.atan2(b, a) * 180) / Math.PI) + 360) % 360;
        expect((label!.angle - page + 360) % 360).toBe(90);
      });
    }
  });

  test("tells in its label which sheet it is, its pages, and what was done about creep", () => {
    const { sheets } = bound({ pages: bookOf(12) });
    expect(sheets.map((sheet) => texts(sheet, "back"))).toEqual([
      ["livret · feuille 1/3 · p. 2 | 11 verso · bord court · chasse 0.10 mm, 0.20 mm au plus"],
      ["livret · feuille 2/3 · p. 4 | 9 verso · bord court · chasse 0.10 mm, 0.20 mm au plus"],
      ["livret · feuille 3/3 · p. 6 | 7 verso · bord court · chasse 0.10 mm, 0.20 mm au plus"],
    ]);
  });

  test("says nothing of creep where there is none, and calls pages by the numbers printed on them", () => {
    const cover = bookOf(4).map((page, i) => ({ ...page, folio: `c${i + 1}` }));
    const [sheet] = bound({ pages: cover }).sheets as [Sheet];
    expect(texts(sheet, "back")).toEqual(["livret · feuille 1/1 · p. c2 | c3 verso · bord court"]);
  });

  test("leaves creep out of a label that would be too long with it, and the label out where margins are too narrow", () => {
    const long = { ...words, creep: () => "x".repeat(150) };
    expect(texts(bound({ label: long }).sheets[0]!, "back")).toEqual([
      "livret · feuille 1/4 · p. 2 | 15 verso · bord court",
    ]);
    const narrow = bookOf(16).map((page) => ({ ...page, safe: mm(5) }));
    expect(bound({ pages: narrow, thickness: mm(1.5) }).sheets.flatMap((sheet) => texts(sheet, "back"))).toEqual([]);
  });

  test("is not printed where words could stand outside the printer's margin", () => {
    const daring = bookOf(16).map((page) => ({ ...page, safe: mm(3) }));
    expect(saddle(saddleJob({ pages: daring })).ok).toBe(false);
  });
});

describe("a booklet read from right to left", () => {
  /** Sheet by sheet: what the eye sees on either side, held upright, from left to right. */
  const ORDER = [
    ["1 | 8", "7 | 2"],
    ["3 | 6", "5 | 4"],
  ];

  for (const [name, more] of [
    ["A4", {}],
    ["A3, with marks", { paper: paper("A3"), target: TARGETS.shop }],
    ["A3, several a sheet", { paper: paper("A3") }],
  ] as const) {
    test.each(FLIPS)(`has its spine on the right: ${name}, %s`, (duplex) => {
      const result = bound({ pages: bookOf(8), direction: "rtl", duplex, ...more });
      const copy = (side: SheetSide): SheetSide => ({
        ...side,
        placements: side.placements.filter(({ slot }) => slot.copy === 1),
      });
      const seen = sheetsOfCopy(result, 1).map(({ front, back }) => [shown(copy(front)), shown(copy(back!))]);
      expect(seen).toEqual(ORDER);
      const folded = sheetsOfCopy(result, 1).map((sheet) => foldSheet(sheet, 1, duplex));
      expect(readThrough(folded, "rtl")).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    });
  }

  test("moves its first page, which lies on the left, to the right: towards the fold", () => {
    const { sheets } = bound({ pages: bookOf(16), direction: "rtl", thickness: mm(0.2) });
    const moves = sheets.map(({ front }, i) => toMm(pageNumbered(front.placements, 2 * i + 1).trim.x) - 0.5);
    [0, 0.2, 0.4, 0.6].forEach((move, i) => {
      expect(moves[i]).toBeCloseTo(move, 6);
    });
  });

  test("a cover of its own wraps it: front cover left of the spine, back cover right of it", () => {
    const cover = bookOf(4).map((page, i) => ({ ...page, folio: `c${i + 1}` }));
    const [sheet] = bound({ pages: cover, direction: "rtl" }).sheets as [Sheet];
    expect(shown(sheet.front)).toBe("1 | 4");
    expect(texts(sheet, "back")).toEqual(["livret · feuille 1/1 · p. c3 | c2 verso · bord court"]);
  });
});

describe("creep", () => {
  test("moves pages towards the fold by one thickness a sheet, the outermost not at all", () => {
    const { sheets } = bound({ pages: bookOf(16), thickness: mm(0.2) });
    const moves = sheets.map(({ front }, i) => {
      const right = pageNumbered(front.placements, 2 * i + 1);
      return toMm(right.trim.x) - (0.5 + 148);
    });
    [0, -0.2, -0.4, -0.6].forEach((move, i) => {
      expect(moves[i]).toBeCloseTo(move, 6);
    });
  });

  test("begins with the thickness of a cover that wraps the block", () => {
    const [sheet] = bound({ wrapped: mm(0.25) }).sheets as [Sheet];
    expect(toMm(pageNumbered(sheet.front.placements, 1).trim.x)).toBeCloseTo(148.5 - 0.25, 6);
  });

  test("takes its share at the fold, and lets bleed fill the outer edge", () => {
    const [, , , last] = bound({ thickness: mm(1) }).sheets as Sheet[];
    const left = pageNumbered(last!.front.placements, 10);
    expect(toMm(left.clip.x)).toBeCloseTo(0.5, 6);
    expect(toMm(left.clip.x + left.clip.width)).toBeCloseTo(148.5, 6);
    const bare = bound({ pages: bookOf(16, "bleedless"), thickness: mm(1) }).sheets[3]!;
    expect(toMm(pageNumbered(bare.front.placements, 10).clip.x)).toBeCloseTo(3.5, 6);
  });
});

describe("paper with room for marks", () => {
  const [sheet] = bound({ paper: paper("A3"), target: TARGETS.shop }).sheets as [Sheet];

  test("has crop marks at the corners, fold marks above and below, staples beside, all outside the bleed", () => {
    const { trimBox, front, back } = sheet;
    expect(check.linesFor(front, "crop")).toHaveLength(8);
    const folds = check.linesFor(front, "fold");
    expect(folds).toHaveLength(2);
    for (const { from, to } of folds) {
      expect(from.x).toBeCloseTo(trimBox.x + trimBox.width / 2, 6);
      expect(to.x).toBe(from.x);
    }
    const staples = check.linesFor(front, "staple");
    expect(staples).toHaveLength(4);
    const heights = staples.map(({ from }) => (from.y - trimBox.y) / trimBox.height).sort();
    [0.25, 0.25, 0.75, 0.75].forEach((height, i) => {
      expect(heights[i]).toBeCloseTo(height, 6);
    });
    expect(back!.marks.filter(({ kind }) => kind === "line")).toEqual(
      front.marks.filter(({ kind }) => kind === "line"),
    );
  });

  test("has a ruler and a label on both sides", () => {
    for (const side of ["front", "back"] as const) {
      expect(check.rulerLength(sheet[side]!)).toBe(100);
      expect(texts(sheet, side)).toHaveLength(4);
    }
    expect(texts(sheet, "front").at(-1)).toContain("p. 16 | 1 recto · bord court · chasse");
  });

  test("keeps the whole bleed around the spread, and none at the fold", () => {
    const [left, right] = sheet.front.placements as [Placement, Placement];
    expect(toMm(left.trim.x - left.clip.x)).toBeCloseTo(3, 6);
    expect(toMm(left.trim.y - left.clip.y)).toBeCloseTo(3, 6);
    expect(left.clip.x + left.clip.width).toBeCloseTo(right.clip.x, 6);
    expect(sizeMm(sheet.bleedBox)).toEqual([302, 216]);
  });

  test.each([
    ["a sheet at the shop", { paper: paper("SRA3"), target: TARGETS.shop, pages: bookOf(8) }],
    ["a bare sheet", { pages: bookOf(8), duplex: "long-edge" as const }],
    ["two small booklets at home", { paper: paper("Letter"), pages: bookOf(8, "a7") }],
  ])("as text: %s", (_, more) => {
    expect(show(bound(more).sheets[1]!)).toMatchSnapshot();
  });
});

describe("how many booklets a sheet carries", () => {
  const carried = (more: Partial<SaddleJob>) => {
    const { groups, sheets } = bound(more);
    const { columns, rows, cuts, ruler, page } = groups[0]!;
    return [`${columns}×${rows}`, cuts, ruler, sizeMm(page).join("×"), sheets.length];
  };

  test.each([
    ["A5 on A4 at home", { pages: bookOf(8) }, ["1×1", 0, 0, "297×210", 2]],
    ["A5 on A3 at home", { pages: bookOf(8), paper: paper("A3") }, ["1×2", 1, 0, "297×420", 2]],
    ["A6 on A4 at home", { pages: bookOf(8, "a6") }, ["1×2", 1, 0, "210×297", 2]],
    ["A6 on A3 at home", { pages: bookOf(8, "a6"), paper: paper("A3") }, ["2×2", 2, 0, "420×297", 2]],
    ["A4 on A3 at home", { pages: bookOf(8, "a4"), paper: paper("A3") }, ["1×1", 0, 0, "420×297", 2]],
    ["A5 on A4 at the shop", { pages: bookOf(8), target: TARGETS.shop }, ["1×1", 0, 0, "297×210", 2]],
    [
      "A5 on A3 at the shop",
      { pages: bookOf(8), paper: paper("A3"), target: TARGETS.shop },
      ["1×1", 4, 100, "420×297", 2],
    ],
    [
      "half letter on Letter",
      { pages: bookOf(8, "halfLetter"), paper: paper("Letter") },
      ["1×1", 0, 0, "279.4×215.9", 2],
    ],
    ["A6 on Letter, with marks", { pages: bookOf(8, "a6"), paper: paper("Letter") }, ["1×1", 4, 100, "279.4×215.9", 2]],
    ["A7 on Letter, with marks", { pages: bookOf(8, "a7"), paper: paper("Letter") }, ["1×2", 5, 100, "215.9×279.4", 2]],
  ] as const)("%s", (_, more, wanted) => {
    expect(carried(more)).toEqual(wanted);
  });

  const copies = (sheet: Sheet) => [...new Set(sheet.front.placements.map(({ slot }) => slot.copy))];

  test("two on A3: one copy comes out twice, and the label says so", () => {
    const { sheets } = bound({ pages: bookOf(8), paper: paper("A3") });
    expect(sheets.map(copies)).toEqual([
      [1, 2],
      [1, 2],
    ]);
    const [first, second] = texts(sheets[0]!, "back");
    expect(first).toContain("2 livrets par feuille");
    expect(second).toBe(first);
  });

  test("three copies, two to a sheet: two sets, each from its outermost sheet to its innermost", () => {
    const { sheets } = bound({ pages: bookOf(8), paper: paper("A3"), copies: 3 });
    expect(sheets.map(copies)).toEqual([
      [1, 2],
      [1, 2],
      [3, 4],
      [3, 4],
    ]);
    expect(sheets.map((sheet) => texts(sheet, "back")[0]!.split(" · ")[1])).toEqual([
      "feuille 1/2",
      "feuille 2/2",
      "feuille 1/2",
      "feuille 2/2",
    ]);
  });

  test("where they meet, ticks on the cut show the knife its way, from 5 to 9 mm in", () => {
    const [sheet] = bound({ paper: paper("A3") }).sheets as [Sheet];
    const ticks = check.linesFor(sheet.front, "crop");
    expect(ticks).toHaveLength(2);
    for (const { from, to } of ticks)
      expect([from.y, to.y].map(toMm)).toEqual([210, 210].map((at) => expect.closeTo(at)));
    expect(ticks.flatMap(({ from, to }) => [from.x, to.x]).map((x) => Math.round(toMm(x)))).toEqual([5, 9, 292, 288]);
  });

  test("no copies and no pages make no sheets", () => {
    expect(bound({ copies: 0 }).sheets).toEqual([]);
    expect(bound({ pages: [] }).sheets).toEqual([]);
  });
});

describe("a booklet that cannot be printed", () => {
  const reason = (more: Partial<SaddleJob>) => {
    const result = saddle(saddleJob(more));
    return result.ok
      ? undefined
      : { ...result.reason, needs: sizeMm(result.reason.needs), has: sizeMm(result.reason.has) };
  };

  test("names its first page, the size of its spread, and the paper as it suits best", () => {
    expect(reason({ paper: paper("Letter") })).toEqual({
      kind: "piece-too-large",
      piece: "livret/p-1",
      needs: [296, 210],
      has: [279.4, 215.9],
    });
  });

  test("asks for the room of bleed and marks where the paper is larger than the spread, but not enough", () => {
    expect(reason({ pages: bookOf(8, "digest"), paper: paper("Letter") })).toMatchObject({ needs: [272, 221.2] });
  });

  test("pages that are not all of one size are a fault of the program", () => {
    const odd = [...bookOf(3), ...bookOf(1, "a6")];
    expect(() => saddle(saddleJob({ pages: odd }))).toThrow("one size");
    expect(() => saddle(saddleJob({ pages: bookOf(6) }))).toThrow("6 pages");
  });
});
