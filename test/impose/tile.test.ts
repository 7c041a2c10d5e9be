import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Imposed, PAPERS, type Sheet, TARGETS, tile } from "../../src/impose/index.js";
import { mm, type Point, type Rect, toMm } from "../../src/units.js";
import * as check from "./checks.js";
import { BOARD, panelOf, paper, tiled, tileWords } from "./jobs.js";
import { show } from "./show.js";

const tiles = (result: Imposed): readonly Sheet[] => {
  const assembly = result.groups.some(({ kind }) => kind === "assembly") ? 1 : 0;
  return result.sheets.slice(assembly);
};

/** A place on the page in the panel's own trim coordinates. */
const onPanel = (sheet: Sheet, { x, y }: Point): Point => {
  const { transform, slot } = sheet.front.placements[0]!;
  return { x: x - transform[4] - slot.bleed, y: y - transform[5] - slot.bleed };
};
const rectOnPanel = (sheet: Sheet, rect: Rect): Rect => ({ ...rect, ...onPanel(sheet, rect) });
const trimOf = (sheet: Sheet): Rect => rectOnPanel(sheet, sheet.front.placements[0]!.trim);
/** Where the two arms of each cross meet, in the panel's coordinates: an arm ends where the printer does. */
const crossPoints = (sheet: Sheet): readonly Point[] => {
  const lines = check.linesFor(sheet.front, "register");
  const down = lines.filter(({ from, to }) => from.x === to.x);
  return lines
    .filter(({ from, to }) => from.y === to.y)
    .map((across, i) => onPanel(sheet, { x: down[i]!.from.x, y: across.from.y }));
};
const crossesOf = (sheet: Sheet): readonly string[] =>
  crossPoints(sheet).map(({ x, y }) => `${toMm(x).toFixed(3)},${toMm(y).toFixed(3)}`);

const everyRule = (result: Imposed): void => {
  const only = { ...result, sheets: tiles(result) };
  check.everythingPrints(only);
};

describe("how many sheets", () => {
  test.each([
    ["panel", "A3", "home", "1×1"],
    ["panel", "A3", "shop", "1×1"],
    ["matrix", "A3", "home", "1×1"],
    ["panel", "A4", "home", "2×1"],
    ["panel", "A4", "shop", "2×1"],
    ["matrix", "A4", "home", "2×1"],
    ["panel", "Letter", "home", "2×2"],
    ["panel", "Tabloid", "home", "2×1"],
    ["panel", "A2", "home", "1×1"],
    ["panel", "SRA3", "shop", "1×1"],
    ["panel", "A5", "home", "3×2"],
  ] as const)("a %s on %s, %s: %s", (format, on, target, expected) => {
    const result = tiled({ panels: [panelOf(format, "Centre")], paper: paper(on), target: TARGETS[target] });
    const group = result.groups.at(-1)!;
    expect(`${group.columns}×${group.rows}`).toBe(expected);
    expect(tiles(result)).toHaveLength(group.columns * group.rows);
  });

  test("a panel that would need no end of tiles is named", () => {
    const tiny = { name: "ticket", width: mm(30), height: mm(40) };
    const job = { panels: BOARD, direction: "ltr", target: TARGETS.home, copies: 1, label: tileWords } as const;
    const result = tile({ ...job, paper: tiny });
    expect(!result.ok && [result.reason.kind, result.reason.piece]).toEqual(["piece-too-large", "plateau/Gauche"]);
  });

  test("no panels make no sheets", () => {
    expect(tiled({ panels: [] }).sheets).toEqual([]);
  });
});

describe("a panel whole on its paper", () => {
  const result = tiled({ panels: [panelOf("panel", "Centre")], paper: paper("A3") });

  test("has four cuts, marks at both ends, no assembly page and no glue", () => {
    expect(result.sheets).toHaveLength(1);
    expect(result.groups[0]!.cuts).toBe(4);
    expect(check.linesFor(result.sheets[0]!.front, "crop")).toHaveLength(8);
    expect(result.sheets[0]!.front.marks.some(({ kind }) => kind === "glue")).toBe(false);
    expect(show(result.sheets[0]!)).toMatchSnapshot();
  });

  test("three panels are preceded by the page that shows them side by side", () => {
    const board = tiled({ paper: paper("A3") });
    expect(board.groups.map(({ kind }) => kind)).toEqual(["assembly", "tiles", "tiles", "tiles"]);
    expect(board.sheets.map(({ number, total }) => `${number}/${total}`)).toEqual(["1/4", "2/4", "3/4", "4/4"]);
    expect(check.textsOf(board.sheets[2]!.front).at(-1)!.text).toBe("Centre · feuille 3/4");
  });

  test("a board read from right to left is shown that way round, its sheets still in the order of reading", () => {
    const board = tiled({ paper: paper("A3"), direction: "rtl" });
    const shown = board.sheets[0]!.front.placements.toSorted((a, b) => a.trim.x - b.trim.x);
    expect(shown.map(({ slot }) => slot.piece)).toEqual(["plateau/Droite", "plateau/Centre", "plateau/Gauche"]);
    expect(board.sheets.slice(1).map(({ front }) => front.placements[0]!.slot.piece)).toEqual([
      "plateau/Gauche",
      "plateau/Centre",
      "plateau/Droite",
    ]);
  });

  test("tiles read from right to left come from the right, and lie on paper as ever", () => {
    const [left, right] = ["ltr", "rtl"].map((direction) =>
      tiles(tiled({ panels: [panelOf("panel", "Centre")], direction: direction as "ltr" | "rtl" })),
    );
    expect(right!.map(trimOf)).toEqual(left!.map(trimOf).toReversed());
    expect(right!.map(({ front }) => check.textsOf(front).at(-1)!.text)).toEqual([
      "Centre A1 · feuille 2/3",
      "Centre A2 · feuille 3/3",
    ]);
  });
});

describe("a panel on two A4", () => {
  const result = tiled({ panels: [panelOf("panel", "Centre")] });
  const [left, right] = tiles(result) as [Sheet, Sheet];

  test("reads as text", () => {
    expect(tiles(result).map(show).join("\n\n")).toMatchSnapshot();
  });

  test("tiles are equal and overlap by 10 mm", () => {
    const [a, b] = [trimOf(left), trimOf(right)];
    expect(toMm(a.width)).toBeCloseTo(193, 6);
    expect(toMm(b.width)).toBeCloseTo(193, 6);
    expect(toMm(a.x + a.width - b.x)).toBeCloseTo(10, 6);
    expect(toMm(b.x + b.width)).toBeCloseTo(376, 6);
  });

  test("glue is on one side of the seam only, where the neighbour covers it", () => {
    const glue = left.front.marks.flatMap((mark) => (mark.kind === "glue" ? [rectOnPanel(left, mark.area)] : []));
    expect(glue).toHaveLength(1);
    expect(glue[0]!.x).toBeCloseTo(trimOf(right).x, 6);
    expect(toMm(glue[0]!.width)).toBeCloseTo(10, 6);
    expect(right.front.marks.some(({ kind }) => kind === "glue")).toBe(false);
    const lines = check.linesFor(left.front, "overlap").map(({ from }) => onPanel(left, from).x);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toBeCloseTo(trimOf(right).x, 6);
  });

  test("crosses stand on the dashed line, and where the sheet laid on it is cut: half of one continues the other", () => {
    expect(crossesOf(left)).toHaveLength(2);
    expect(crossesOf(left)).toEqual(crossesOf(right));
    for (const { x } of crossPoints(left)) expect(x).toBeCloseTo(trimOf(right).x, 6);
    const rightArms = check.linesFor(right.front, "register").map(({ to }) => onPanel(right, to).x - trimOf(right).x);
    expect(toMm(Math.max(...rightArms))).toBeCloseTo(2, 6);
  });

  test("crosses stand in the margins, which stay until both sheets are glued", () => {
    for (const { y } of [left, right].flatMap(crossPoints)) expect(y < -mm(2) || y > mm(272)).toBe(true);
    for (const mark of check.linesFor(left.front, "register"))
      expect(check.overlap(check.markBox(mark), left.front.placements[0]!.clip)).toBe(false);
  });

  test.each([
    ["home", 2],
    ["shop", 1],
  ] as const)("art prints beyond the cut that will lie on the neighbour, %s: %i mm", (target, beyond) => {
    const [under, over] = tiles(tiled({ panels: [panelOf("panel", "Centre")], target: TARGETS[target] })) as [
      Sheet,
      Sheet,
    ];
    const { trim, clip } = over.front.placements[0]!;
    expect(toMm(trim.x - clip.x)).toBeCloseTo(beyond, 6);
    expect(check.inside(clip, over.bleedBox)).toBe(true);
    // The cut is still marked; the sheet below ends with its glue strip.
    expect(check.linesFor(over.front, "crop").filter(({ from }) => Math.abs(from.x - trim.x) < 1e-6)).toHaveLength(2);
    const below = under.front.placements[0]!;
    expect(below.clip.x + below.clip.width).toBeCloseTo(below.trim.x + below.trim.width, 6);
  });

  test("art without bleed prints beyond the seam all the same: it is the panel's own", () => {
    const [, over] = tiles(tiled({ panels: [panelOf("matrix", "Centre")] })) as [Sheet, Sheet];
    const { trim, clip } = over.front.placements[0]!;
    expect(toMm(trim.x - clip.x)).toBeGreaterThanOrEqual(1);
    expect(check.inside(clip, over.bleedBox)).toBe(true);
  });

  test("tiles of a panel alone are named by row and column", () => {
    expect(tiles(result).map(({ front }) => check.textsOf(front).at(-1)!.text)).toEqual([
      "Centre A1 · feuille 2/3",
      "Centre A2 · feuille 3/3",
    ]);
  });

  test("no two sheets of a board have the same name: the panel's number goes before", () => {
    expect(tiles(tiled()).map(({ front }) => check.textsOf(front).at(-1)!.text)).toEqual([
      "Gauche 1-A1 · feuille 2/7",
      "Gauche 1-A2 · feuille 3/7",
      "Centre 2-A1 · feuille 4/7",
      "Centre 2-A2 · feuille 5/7",
      "Droite 3-A1 · feuille 6/7",
      "Droite 3-A2 · feuille 7/7",
    ]);
  });
});

test.each(["A4", "A3", "A5", "Letter", "Legal", "Tabloid"])(
  "tiles on %s: no art is lost, marks stay off it, words touch nothing, crosses meet",
  (on) => {
    for (const target of Object.values(TARGETS)) {
      for (const format of ["panel", "matrix"] as const) {
        const result = tiled({ panels: [panelOf(format, "Centre")], paper: paper(on), target });
        everyRule(result);
        const sheets = tiles(result);
        check.facesLieOnTheirTrims({ ...result, sheets: sheets.length > 1 ? [] : sheets });
        const counts = new Map<string, number>();
        for (const sheet of sheets) {
          const { page, front } = sheet;
          expect(page).toEqual(sheets[0]!.page);
          expect(front.placements[0]!.transform.slice(0, 4)).toEqual([1, 0, 0, 1]);
          expect(check.rulerLength(front)).toBe(100);
          for (const mark of check.linesFor(front, "crop")) {
            if (format === "panel") expect(check.overlap(check.markBox(mark), front.placements[0]!.clip)).toBe(false);
          }
          const boxes = check.textsOf(front).map((mark) => check.markBox(mark));
          const others = ["crop", "register", "overlap", "ruler"]
            .flatMap((use) => check.linesFor(front, use))
            .map((mark) => check.markBox(mark));
          for (const box of boxes)
            for (const other of others)
              expect(check.overlap(box, { ...other, width: other.width + 0.1, height: other.height + 0.1 })).toBe(
                false,
              );
          for (const cross of new Set(crossesOf(sheet))) counts.set(cross, (counts.get(cross) ?? 0) + 1);
        }
        for (const [cross, count] of counts) expect(count, cross).toBeGreaterThanOrEqual(2);
        // Every point of the panel is on some tile.
        for (let u = 0; u <= 1; u += 0.01) {
          for (let v = 0; v <= 1; v += 0.01) {
            const at = { x: u * mm(376), y: v * mm(270), width: 0, height: 0 };
            expect(sheets.some((sheet) => check.inside(at, trimOf(sheet)))).toBe(true);
          }
        }
      }
    }
  },
);

describe("seams", () => {
  const seamOf = (avoid: readonly Rect[]) => tiled({ panels: [panelOf("panel", "Centre", { avoid })] }).seams[0]!;
  const at = (x: number, width: number): Rect => ({ x: mm(x), y: mm(100), width: mm(width), height: mm(20) });

  test("stand where tiles are equal if nothing is in the way", () => {
    expect(toMm(seamOf([]).at)).toBeCloseTo(183, 6);
  });

  test("step aside for a code, by as little as it takes, and keep 1 mm from it", () => {
    const seam = seamOf([at(165, 19)]);
    expect(toMm(seam.at)).toBeCloseTo(185, 6);
    expect(seam.crosses).toEqual([]);
    expect(toMm(seam.overlap)).toBeGreaterThanOrEqual(8);
  });

  test("never by more than 3 mm: what they cross then is told", () => {
    const wide = at(150, 80);
    const seam = seamOf([wide]);
    expect(toMm(seam.at)).toBeCloseTo(183, 6);
    expect(seam.crosses).toEqual([wide]);
  });

  test("not even by 3.5 mm", () => {
    const seam = seamOf([at(178.5, 7)]);
    expect(toMm(seam.at)).toBeCloseTo(183, 6);
    expect(seam.crosses).toHaveLength(1);
  });

  test("where paper is short, the overlap gives way, down to 8 mm", () => {
    const panels = [panelOf("panel", "Centre", { avoid: [at(179, 6)] })];
    const seam = tiled({ panels, target: TARGETS.shop }).seams[0]!;
    expect(toMm(seam.at)).toBeCloseTo(186, 6);
    expect(toMm(seam.overlap)).toBeCloseTo(8, 6);
  });

  test("whatever is in the way, overlaps are 8 to 10 mm, seams move 3 mm at most, tiles print", () => {
    const rects = fc.array(
      fc.record({
        x: fc.integer({ min: 0, max: 370 }).map(mm),
        y: fc.integer({ min: 0, max: 260 }).map(mm),
        width: fc.integer({ min: 1, max: 30 }).map(mm),
        height: fc.integer({ min: 1, max: 30 }).map(mm),
      }),
      { maxLength: 12 },
    );
    const papers = fc.constantFrom(...["A4", "A5", "Letter", "Legal", "Tabloid"].map((name) => PAPERS.get(name)!));
    fc.assert(
      fc.property(rects, papers, fc.constantFrom(TARGETS.home, TARGETS.shop), (avoid, on, target) => {
        const plain = tiled({ panels: [panelOf("panel", "Centre")], paper: on, target });
        const result = tiled({ panels: [panelOf("panel", "Centre", { avoid })], paper: on, target });
        expect(result.sheets).toHaveLength(plain.sheets.length);
        everyRule(result);
        result.seams.forEach((seam, i) => {
          const balanced = plain.seams[i]!;
          expect(Math.abs(toMm(seam.at - balanced.at))).toBeLessThanOrEqual(3.001);
          expect(toMm(seam.overlap)).toBeGreaterThanOrEqual(7.999);
          expect(toMm(seam.overlap)).toBeLessThanOrEqual(10.001);
        });
      }),
      { numRuns: 60 },
    );
  });
});

test("copies of the board follow one another, with one assembly page", () => {
  const { sheets, groups } = tiled({ copies: 2, paper: paper("A3") });
  expect(groups.filter(({ kind }) => kind === "assembly")).toHaveLength(1);
  expect(
    sheets
      .slice(1)
      .map(({ front }) => `${front.placements[0]!.slot.piece.split("/")[1]} ${front.placements[0]!.slot.copy}`),
  ).toEqual(["Gauche 1", "Centre 1", "Droite 1", "Gauche 2", "Centre 2", "Droite 2"]);
});
