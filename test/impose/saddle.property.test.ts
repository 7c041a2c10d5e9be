import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type BookPage,
  type Imposed,
  PAPERS,
  type SaddleJob,
  type Sheet,
  saddle,
  TARGETS,
} from "../../src/impose/index.js";
import { mm, outset, type Rect } from "../../src/units.js";
import {
  bookOf,
  copiesOn,
  type FoldedSheet,
  foldSheet,
  PAGES,
  type PageName,
  reach,
  readThrough,
  saddleJob,
  sheetsOfCopy,
} from "./books.js";
import * as check from "./checks.js";

const length = (min: number, max: number) =>
  fc.integer({ min: min * 100, max: max * 100 }).map((hundredths) => mm(hundredths / 100));
const PAPER_NAMES = ["A4", "A3", "Letter", "Tabloid", "SRA3", "A2"];

/** Pages that suit common papers, and odd ones. */
const page = fc.oneof(
  fc.constantFrom(...(Object.keys(PAGES) as PageName[])).map((name) => bookOf(1, name)[0]!),
  fc.record({
    piece: fc.constant(""),
    trim: fc.record({ width: length(40, 200), height: length(40, 280) }),
    bleed: fc.constantFrom(mm(0), mm(2.5), mm(5)),
    safe: length(0, 12),
  }),
);
const pages = fc
  .record({ page, quarter: fc.integer({ min: 1, max: 16 }) })
  .map(({ page, quarter }): readonly BookPage[] =>
    Array.from({ length: 4 * quarter }, (_, i) => ({ ...page, piece: `livret/p-${i + 1}` })),
  );
const jobs = fc
  .record({
    pages,
    paper: fc.constantFrom(...PAPER_NAMES.map((name) => PAPERS.get(name)!)),
    target: fc.constantFrom(TARGETS.home, TARGETS.shop),
    duplex: fc.constantFrom("long-edge" as const, "short-edge" as const),
    copies: fc.integer({ min: 1, max: 5 }),
    thickness: length(0, 0.3),
    wrapped: length(0, 0.5),
    direction: fc.constantFrom("ltr" as const, "rtl" as const),
    turned: fc.boolean(),
  })
  .map((more) => saddleJob(more));

const always = (name: string, rule: (result: Imposed, of: SaddleJob) => void) =>
  test(name, () => {
    let bound = 0;
    fc.assert(
      fc.property(jobs, (job) => {
        const result = saddle(job);
        if (result.ok) {
          bound++;
          rule(result, job);
        } else expect(result.reason.piece).toBe("livret/p-1");
      }),
      { numRuns: 120 },
    );
    expect(bound).toBeGreaterThan(40);
  });

/** Every booklet of a job, folded. */
const foldAll = (result: Imposed, { duplex }: SaddleJob): readonly (readonly FoldedSheet[])[] =>
  copiesOn(result).map((copy) => sheetsOfCopy(result, copy).map((sheet) => foldSheet(sheet, copy, duplex)));

/** Sheets without a single mark around their spreads: the paper's edges are theirs. */
const isBare = ({ front }: Sheet): boolean => check.linesFor(front, "fold").length === 0;

describe("every booklet, folded and nested", () => {
  always("reads from its first page to its last, upright, back to back", (result, job) => {
    const wanted = job.pages.map((_, i) => i + 1);
    for (const sheets of foldAll(result, job)) expect(readThrough(sheets, job.direction)).toEqual(wanted);
  });

  always("is folded at the same place of every sheet", (result, job) => {
    for (const sheets of foldAll(result, job))
      for (const { fold } of sheets) expect(fold).toBeCloseTo(sheets[0]!.fold, 6);
  });

  always(
    "has its pages moved towards the fold by one thickness a sheet, beginning with what wraps it",
    (result, job) => {
      for (const sheets of foldAll(result, job))
        sheets.forEach(({ creep }, i) => {
          expect(creep).toBeCloseTo(job.wrapped! + i * job.thickness, 6);
        });
    },
  );

  always("shows nothing of a page beyond its fold, and all of it up to there", (result, job) => {
    for (const sheets of foldAll(result, job)) {
      for (const { left, right, fold } of sheets) {
        const [leftFrom, leftTo] = reach(left.outer, left.outer.clip);
        const [rightFrom, rightTo] = reach(left.outer, right.outer.clip);
        expect(leftTo).toBeCloseTo(fold, 6);
        expect(rightFrom).toBeCloseTo(fold, 6);
        expect(leftFrom).toBeLessThan(fold);
        expect(rightTo).toBeGreaterThan(fold);
      }
    }
  });

  always("shows nothing of one booklet on another, nor of a page on its neighbour", (result) => {
    for (const sheet of result.sheets) {
      for (const { placements } of check.sidesOf(sheet)) {
        placements.forEach((a, i) => {
          expect(placements.slice(i + 1).filter((b) => check.overlap(a.clip, b.clip))).toEqual([]);
        });
      }
    }
  });
});

describe("on every sheet of every booklet", () => {
  always("pages lie at 100 %, and print no more than their bleed", (result) => {
    for (const sheet of result.sheets) {
      for (const { placements } of check.sidesOf(sheet)) {
        for (const { transform, clip, trim, slot } of placements) {
          const [a, b, c, d] = transform;
          expect(a * d - b * c).toBeCloseTo(1, 9);
          expect([a, b, c, d].map(Math.abs).sort()).toEqual([0, 0, 1, 1]);
          expect(check.inside(clip, outset(trim, slot.bleed))).toBe(true);
        }
      }
    }
  });

  always("pages print up to their outer edge, where their bleed fills what creep leaves", (result, job) => {
    for (const sheets of foldAll(result, job)) {
      for (const { left, fold, creep } of sheets) {
        const { slot, clip } = left.outer;
        const [from] = reach(left.outer, clip);
        const lost = Math.max(0, creep - slot.bleed) + mm(0.5);
        expect(from).toBeLessThan(fold - slot.trim.width + lost + 1e-6);
      }
    }
  });

  always("everything lies on the paper, marks within the printer's margin", (result) => {
    for (const sheet of result.sheets) {
      for (const { placements, marks } of check.sidesOf(sheet)) {
        for (const { clip } of placements) expect(check.inside(clip, check.pageRect(sheet.page))).toBe(true);
        const outside = marks.filter((mark) => !check.inside(check.markBox(mark), check.printable(sheet.page)));
        expect(outside).toEqual([]);
      }
      expect(check.inside(sheet.trimBox, sheet.bleedBox)).toBe(true);
      expect(check.inside(sheet.bleedBox, check.pageRect(sheet.page))).toBe(true);
    }
  });

  always("marks stand outside trim and bleed where there is room for them", (result) => {
    for (const sheet of result.sheets.filter((one) => !isBare(one))) {
      for (const { placements, marks } of check.sidesOf(sheet)) {
        const art: readonly Rect[] = [sheet.trimBox, ...placements.map(({ clip }) => clip)];
        const onArt = marks.filter((mark) => art.some((area) => check.overlap(check.markBox(mark), area)));
        expect(onArt).toEqual([]);
      }
    }
  });

  always("ruler, label and marks touch nothing where there is room for them", (result) => {
    // Marks are the same on all sheets, labels differ by a letter or two.
    const [first, last] = [result.sheets[0]!, result.sheets.at(-1)!];
    if (!isBare(first)) check.wordsTouchNothing({ ...result, sheets: [first, last] });
  });

  always("where spreads fill the paper, words stand on the fold of the sheet's inner side alone", (result) => {
    for (const { front, back } of result.sheets.filter(isBare)) {
      expect(check.textsOf(front)).toEqual([]);
      for (const text of check.textsOf(back!)) {
        const box = check.markBox(text);
        for (const { trim, slot } of back!.placements)
          expect(check.overlap(box, outset(trim, -slot.safe)), text.text).toBe(false);
        expect(back!.placements.filter(({ clip }) => check.overlap(box, clip))).toHaveLength(2);
        expect(text.size).toBeGreaterThanOrEqual(5.5);
      }
    }
  });

  always("sheets are numbered through; at least as many booklets come out as were asked for", (result, job) => {
    const [group] = result.groups;
    expect(result.sheets.map(({ number }) => number)).toEqual(result.sheets.map((_, i) => i + 1));
    expect(result.sheets.every(({ total }) => total === result.sheets.length)).toBe(true);
    expect(group!.count).toBe(result.sheets.length);
    const made = copiesOn(result).length;
    expect(made).toBe(Math.ceil(job.copies / group!.perSheet) * group!.perSheet);
    expect(result.sheets).toHaveLength((made / group!.perSheet) * (job.pages.length / 4));
  });
});
