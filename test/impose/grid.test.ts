import { describe, expect, test } from "vitest";
import { impose, TARGETS } from "../../src/impose/index.js";
import { toMm } from "../../src/units.js";
import { deck, type FormatName, imposed, job, paper } from "./jobs.js";

const round = (value: number) => Math.round(toMm(value) * 100) / 100;

const describeGroup = (
  format: FormatName,
  paperName: string,
  target: "home" | "shop",
  duplex: "long-edge" | "fold",
) => {
  const result = impose(job({ pieces: deck(format, 72), paper: paper(paperName), target: TARGETS[target], duplex }));
  if (!result.ok) return "too large";
  const [group] = result.groups;
  const { columns, rows, page, turned, margin, cuts, folds } = group!;
  const lie = page.width > page.height ? "landscape" : "portrait";
  return `${columns}×${rows} ${lie}${turned ? " turned" : ""}, ${round(margin.x)}/${round(margin.y)}, ${cuts} cuts${folds ? `, ${folds} folds` : ""}`;
};

describe("each format fills its paper at 100 %", () => {
  test.each([
    ["card", "A4", "home", "long-edge", "3×3 portrait, 10.5/16.5, 8 cuts"],
    ["card", "A4", "shop", "long-edge", "4×2 landscape, 13.5/14, 12 cuts"],
    ["card", "A4", "home", "fold", "2×2 landscape, 22.5/17, 6 cuts, 2 folds"],
    ["card", "A4", "shop", "fold", "2×2 landscape, 19.5/14, 8 cuts, 2 folds"],
    ["card", "A3", "home", "long-edge", "6×3 landscape, 21/16.5, 11 cuts"],
    ["card", "A3", "shop", "long-edge", "4×4 portrait, 13.5/25, 16 cuts"],
    ["card", "Letter", "home", "long-edge", "4×2 landscape, 13.7/19.95, 8 cuts"],
    ["card", "Letter", "shop", "long-edge", "3×2 landscape, 39.2/16.95, 10 cuts"],
    ["debate", "A4", "home", "long-edge", "2×2 portrait, 17/18.5, 6 cuts"],
    ["debate", "A4", "shop", "long-edge", "2×2 portrait, 14/15.5, 8 cuts"],
    ["debate", "A3", "home", "long-edge", "3×3 portrait, 16.5/15, 8 cuts"],
    ["debate", "A3", "shop", "long-edge", "4×2 landscape, 25/15.5, 12 cuts"],
    ["debate", "Letter", "home", "long-edge", "2×2 portrait, 19.95/9.7, 6 cuts"],
    ["handout", "A4", "home", "long-edge", "2×1 landscape, 0.5/0, 1 cuts"],
    ["handout", "A4", "shop", "long-edge", "2×1 landscape, 0.5/0, 1 cuts"],
    ["handout", "A4", "home", "fold", "1×1 landscape, 0.5/0, 0 cuts, 1 folds"],
    ["handout", "A3", "home", "long-edge", "2×2 portrait, 0.5/0, 2 cuts"],
    ["handout", "Letter", "home", "long-edge", "1×1 portrait, 33.95/34.7, 4 cuts"],
    ["sheet", "A4", "home", "long-edge", "1×1 portrait, 0/0, 0 cuts"],
    ["sheet", "A4", "shop", "long-edge", "1×1 portrait, 0/0, 0 cuts"],
    ["sheet", "A3", "home", "long-edge", "2×1 landscape, 0/0, 1 cuts"],
    ["sheet", "Letter", "home", "long-edge", "too large"],
    ["sheet", "A4", "home", "fold", "too large"],
    ["panel", "A3", "home", "long-edge", "1×1 landscape, 22/13.5, 4 cuts"],
    ["panel", "A4", "home", "long-edge", "too large"],
    ["wide", "A4", "home", "long-edge", "3×3 portrait, 9.75/15.15, 8 cuts"],
    ["wide", "A4", "shop", "long-edge", "4×2 landscape, 12.5/13.1, 12 cuts"],
  ] as const)("%s on %s, %s, %s: %s", (format, on, target, duplex, expected) => {
    expect(describeGroup(format, on, target, duplex)).toBe(expected);
  });
});

describe("the grid is chosen for the deck", () => {
  test("nine cards take one sheet at home and two at the shop", () => {
    expect(imposed({ pieces: deck("card", 9) }).sheets).toHaveLength(1);
    expect(imposed({ pieces: deck("card", 9), target: TARGETS.shop }).sheets).toHaveLength(2);
  });

  test("one handout alone lies where a single cut frees it", () => {
    const [group] = imposed({ pieces: deck("handout", 1) }).groups;
    expect([group!.columns, group!.rows, group!.cuts]).toEqual([2, 1, 1]);
  });

  test("four cards are cut with six cuts, not eight: no grid is larger than the deck", () => {
    const [group] = imposed({ pieces: deck("card", 4) }).groups;
    expect([group!.columns, group!.rows, group!.cuts]).toEqual([2, 2, 6]);
  });

  test("pieces of different trim never share a sheet", () => {
    const { sheets, groups } = imposed({ pieces: [...deck("card", 2), ...deck("debate", 1), ...deck("card", 1)] });
    expect(groups).toHaveLength(2);
    expect(sheets.map((sheet) => sheet.front.placements.map(({ slot }) => slot.piece))).toEqual([
      ["card/1", "card/2", "card/1"],
      ["debate/1"],
    ]);
  });

  test("a landscape paper is the same as a portrait one", () => {
    const a4 = paper("A4");
    const lying = { name: "A4", width: a4.height, height: a4.width };
    expect(imposed({ paper: lying }).groups).toEqual(imposed({ paper: a4 }).groups);
  });

  test("paper of an odd size, even square, takes what it can", () => {
    const [group] = imposed({ paper: { name: "square", width: 600, height: 600 } }).groups;
    expect([group!.columns, group!.rows]).toEqual([3, 2]);
  });
});

describe("a piece too large for the paper", () => {
  test("is named, with what it needs and what there is, lying alike", () => {
    const result = impose(job({ pieces: [...deck("card", 1), ...deck("panel", 1)], paper: paper("A4") }));
    expect(result.ok).toBe(false);
    if (result.ok) return;
    const { kind, piece, needs, has } = result.reason;
    expect([kind, piece]).toEqual(["piece-too-large", "panel/1"]);
    expect([round(needs.width), round(needs.height)]).toEqual([394, 288]);
    expect([round(has.width), round(has.height)]).toEqual([297, 210]);
  });

  test("folded pairs need room for both faces", () => {
    const result = impose(job({ pieces: deck("sheet", 1), duplex: "fold" }));
    expect(!result.ok && [round(result.reason.needs.width), round(result.reason.needs.height)]).toEqual([420, 297]);
  });
});

test("no pieces make no sheets", () => {
  expect(imposed({ pieces: [] })).toEqual({ ok: true, sheets: [], groups: [], cuts: 0, seams: [] });
});

test("ten thousand cards are imposed in less than 200 ms", () => {
  const pieces = deck("card", 10_000);
  imposed({ pieces: deck("card", 100) });
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    expect(imposed({ pieces, target: TARGETS.shop }).sheets).toHaveLength(1250);
    return performance.now() - start;
  });
  expect(Math.min(...times)).toBeLessThan(200);
});
