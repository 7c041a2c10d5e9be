import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Duplex, type Imposed, type ImposePiece, impose, PAPERS, TARGETS } from "../../src/impose/index.js";
import { mm, outset } from "../../src/units.js";
import * as check from "./checks.js";
import { deck, type FormatName, imposed, job, paper } from "./jobs.js";

const length = (min: number, max: number) =>
  fc.integer({ min: min * 10, max: max * 10 }).map((tenths) => mm(tenths / 10));

/** Pieces of one or two odd sizes, with and without bleed, backs and copies. */
const size = fc.record({
  trim: fc.record({ width: length(30, 200), height: length(30, 200) }),
  bleed: fc.constantFrom(mm(0), mm(1), mm(2.5), mm(3), mm(5)),
  safe: length(0, 12),
});
const pieces = fc
  .array(size, { minLength: 1, maxLength: 2 })
  .chain((sizes) =>
    fc.array(
      fc.record({
        size: fc.constantFrom(...sizes),
        hasBack: fc.boolean(),
        copies: fc.integer({ min: 0, max: 3 }),
      }),
      { minLength: 1, maxLength: 25 },
    ),
  )
  .map((list): readonly ImposePiece[] =>
    list.map(({ size, hasBack, copies }, i) => ({ piece: `deck/p${i}`, ...size, hasBack, copies })),
  );
const jobs = fc
  .record({
    pieces,
    paper: fc.constantFrom(...PAPERS.values(), { name: "odd", width: mm(223.7), height: mm(301.3) }),
    target: fc.constantFrom(TARGETS.home, TARGETS.shop),
    duplex: fc.constantFrom<Duplex>("long-edge", "short-edge", "fold", "none"),
    copies: fc.integer({ min: 1, max: 3 }),
  })
  .map((more) => job(more));

/** Runs a check over jobs that fit; those that do not must say which piece. */
const always = (name: string, rule: (result: Imposed, of: ReturnType<typeof job>) => void) =>
  test(name, () => {
    fc.assert(
      fc.property(jobs, (one) => {
        const result = impose(one);
        if (result.ok) rule(result, one);
        else expect(one.pieces.map(({ piece }) => piece)).toContain(result.reason.piece);
      }),
      { numRuns: 150 },
    );
  });

describe("on every sheet of every job", () => {
  always("no two trims overlap, and no bleed lies on a neighbour", check.trimsNeverOverlap);
  always("everything that matters lies within the printer's margin", check.everythingPrints);
  always("faces lie on their trims at 100 %", check.facesLieOnTheirTrims);
  always("marks stay off trim and bleed, 3 to 5 mm long", check.marksStayOffTheArt);
  always("ruler and label touch nothing", check.wordsTouchNothing);

  always("every copy of every face is placed exactly once", (result, { pieces, copies }) => {
    const wanted = pieces.flatMap(({ piece, hasBack, copies: own }) =>
      Array.from({ length: own * copies }, (_, i) => [
        `${piece} front ${i + 1}`,
        ...(hasBack ? [`${piece} back ${i + 1}`] : []),
      ]).flat(),
    );
    const placed = result.sheets.flatMap((sheet) =>
      check
        .sidesOf(sheet)
        .flatMap((side) => side.placements.map(({ slot }) => `${slot.piece} ${slot.side} ${slot.copy}`)),
    );
    expect(placed.sort()).toEqual(wanted.sort());
  });

  always("backs lie behind their fronts", (result, { duplex, pieces }) => {
    if (duplex === "fold" || duplex === "none") {
      expect(result.sheets.every((sheet) => sheet.back === undefined)).toBe(true);
      return;
    }
    const backs = new Set(pieces.filter(({ hasBack }) => hasBack).map(({ piece }) => piece));
    check.backsLieBehindFronts(result, duplex, (piece) => backs.has(piece));
  });

  always("cuts and folds are marked alike on both sides: what is cut is cut once", (result) => {
    for (const { front, back } of result.sheets)
      for (const use of back ? ["crop", "fold"] : [])
        expect(check.linesFor(back!, use)).toEqual(check.linesFor(front, use));
  });

  always("no ruler stands on what people keep", (result) => {
    for (const side of result.sheets.flatMap(check.sidesOf))
      for (const ruler of check.linesFor(side, "ruler"))
        for (const { trim } of side.placements) expect(check.overlap(check.solid(ruler), trim)).toBe(false);
  });

  always("TrimBox is around the trims, BleedBox around it and on the page", (result) => {
    for (const sheet of result.sheets) {
      for (const { trim, clip } of check.sidesOf(sheet).flatMap((side) => side.placements)) {
        expect(check.inside(trim, sheet.trimBox)).toBe(true);
        expect(check.inside(clip, sheet.bleedBox)).toBe(true);
      }
      expect(check.inside(sheet.trimBox, sheet.bleedBox)).toBe(true);
      expect(check.inside(sheet.bleedBox, check.pageRect(sheet.page))).toBe(true);
    }
  });

  always("sheets are numbered through, groups tell them all", ({ sheets, groups }) => {
    expect(sheets.map(({ number }) => number)).toEqual(sheets.map((_, i) => i + 1));
    expect(sheets.every(({ total }) => total === sheets.length)).toBe(true);
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(sheets.length);
  });
});

describe("crop marks", () => {
  const near = (a: number, b: number) => Math.abs(a - b) < 1e-6;

  test.each(["home", "shop"] as const)(
    "stand in line with the trims' edges, one at each end of each cut: %s",
    (target) => {
      for (const format of ["card", "debate", "handout", "panel", "wide"] as const) {
        for (const on of ["A4", "A3", "Letter", "SRA3"]) {
          const result = impose(job({ pieces: deck(format, 72), paper: paper(on), target: TARGETS[target] }));
          if (!result.ok) continue;
          const [sheet] = result.sheets;
          const [group] = result.groups;
          const trims = sheet!.front.placements.map(({ trim }) => trim);
          const xs = trims.flatMap(({ x, width }) => [x, x + width]);
          const ys = trims.flatMap(({ y, height }) => [y, y + height]);
          const crops = check.linesFor(sheet!.front, "crop");
          for (const { from, to } of crops) {
            const edges = from.x === to.x ? xs.some((x) => near(x, from.x)) : ys.some((y) => near(y, from.y));
            expect(edges, `${format} on ${on}`).toBe(true);
          }
          expect(crops).toHaveLength(2 * group!.cuts);
          expect(new Set(crops.map((mark) => JSON.stringify(mark))).size).toBe(crops.length);
        }
      }
    },
  );

  test("stand beside every edge that the paper does not make", () => {
    const [sheet] = imposed({ pieces: deck("card", 9) }).sheets;
    expect(check.linesFor(sheet!.front, "crop")).toHaveLength(16);
  });

  test("two handouts on A4: two ticks on the cut between them, from 5 to 9 mm in", () => {
    const [sheet] = imposed({ pieces: deck("handout", 2) }).sheets;
    const middle = sheet!.page.width / 2;
    const ticks = check.linesFor(sheet!.front, "crop").map(({ from, to }) => [from.x - middle, from.y, to.y]);
    expect(ticks).toHaveLength(2);
    for (const [x] of ticks) expect(x).toBeCloseTo(0, 6);
    expect(ticks[0]![1]).toBeCloseTo(mm(5), 6);
    expect(ticks[0]![2]).toBeCloseTo(mm(9), 6);
  });

  test("an A4 piece on A4 is not cut and carries nothing foreign", () => {
    const { sheets } = imposed({ pieces: deck("sheet", 2) });
    expect(sheets.map(({ front, back }) => [front.marks.length, back?.marks.length])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });
});

test.each(["card", "debate", "panel", "wide"] as const)(
  "a 100 mm ruler, clear of all marks, and a label are on every cut sheet of %s",
  (format: FormatName) => {
    // The shortest mark leaves two rows of 88.9 mm on A4 less than a millimetre for anything else.
    const near = format === "wide" ? mm(0.3) : mm(1.4);
    for (const on of ["A4", "A3", "Letter", "Tabloid", "SRA3", "A2"]) {
      for (const target of Object.values(TARGETS)) {
        for (const duplex of ["long-edge", "short-edge", "fold", "none"] as const) {
          const result = impose(job({ pieces: deck(format, 20), paper: paper(on), target, duplex }));
          if (!result.ok) continue;
          for (const sheet of result.sheets) {
            for (const side of check.sidesOf(sheet)) {
              expect(check.rulerLength(side), `${on} ${target.name} ${duplex}`).toBe(100);
              expect(check.textsOf(side), `${on} ${target.name} ${duplex}`).toHaveLength(2);
              const marks = ["crop", "fold"].flatMap((use) => check.linesFor(side, use)).map(check.solid);
              for (const ruler of check.linesFor(side, "ruler").map(check.solid))
                for (const mark of marks)
                  expect(check.overlap(outset(ruler, near), mark), `${on} ${target.name} ${duplex}`).toBe(false);
            }
          }
        }
      }
    }
  },
);

test("paper too small for 100 mm gets a ruler of 50 mm, and its words say so", () => {
  const small = { name: "A7", width: mm(74), height: mm(105) };
  const [sheet] = imposed({
    pieces: [{ ...deck("card", 1)[0]!, trim: { width: mm(40), height: mm(60) } }],
    paper: small,
  }).sheets;
  expect(check.rulerLength(sheet!.front)).toBe(50);
  expect(check.textsOf(sheet!.front).map(({ text }) => text)).toContain("50 mm : imprimer à 100 %");
});
