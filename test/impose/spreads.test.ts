import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PAPERS, type Sheet, type SpreadsJob, spreads, TARGETS } from "../../src/impose/index.js";
import { mm, toMm } from "../../src/units.js";
import { bookOf, PAGES, type PageName, shown, sizeMm } from "./books.js";
import * as check from "./checks.js";
import { paper } from "./jobs.js";

const label = { sheet: (number: number, total: number, pages: string) => `lecture ${number}/${total} · p. ${pages}` };

const jobOf = (more: Partial<SpreadsJob> = {}): SpreadsJob => ({
  pages: bookOf(8),
  paper: paper("A4"),
  target: TARGETS.home,
  direction: "ltr",
  label,
  ...more,
});
const opened = (more: Partial<SpreadsJob> = {}) => {
  const result = spreads(jobOf(more));
  if (!result.ok) throw new Error(`${result.reason.piece} is too large`);
  return result;
};
/** `· | 1` is a page alone on the right of the paper's middle. */
const openings = (sheets: readonly Sheet[]) =>
  sheets.map(({ front, page }) => {
    if (front.placements.length === 2) return shown(front);
    const [only] = front.placements;
    return only!.trim.x < page.width / 2 - 1 ? `${shown(front)} | ·` : `· | ${shown(front)}`;
  });

describe("pages as they are read", () => {
  test.each([
    [1, "ltr", ["· | 1"]],
    [2, "ltr", ["· | 1", "2 | ·"]],
    [5, "ltr", ["· | 1", "2 | 3", "4 | 5"]],
    [8, "ltr", ["· | 1", "2 | 3", "4 | 5", "6 | 7", "8 | ·"]],
    [4, "rtl", ["1 | ·", "3 | 2", "· | 4"]],
  ] as const)("%i pages %s: the first alone, then two by two", (count, direction, wanted) => {
    expect(openings(opened({ pages: bookOf(count), direction }).sheets)).toEqual(wanted);
  });

  test("lie in the middle of the paper at 100 %, on one side, clipped to their trims", () => {
    const result = opened();
    check.facesLieOnTheirTrims(result);
    check.trimsNeverOverlap(result);
    const [first, second] = result.sheets as Sheet[];
    expect(sizeMm(first!.page)).toEqual([297, 210]);
    expect(first!.back).toBeUndefined();
    expect([second!.trimBox.x, second!.trimBox.y].map((at) => toMm(at).toFixed(2))).toEqual(["0.50", "0.00"]);
    for (const { clip, trim } of second!.front.placements) expect(sizeMm(clip)).toEqual(sizeMm(trim));
    expect(sizeMm(first!.trimBox)).toEqual([148, 210]);
    expect(result.groups).toMatchObject([{ kind: "spreads", count: 5, cuts: 0, folds: 0 }]);
  });

  test("carry no marks on paper of their size, and only a label on larger paper", () => {
    expect(opened().sheets.flatMap(({ front }) => front.marks)).toEqual([]);
    const { sheets } = opened({ paper: paper("A3") });
    expect(
      sheets.map(({ front }) => front.marks.map((mark) => (mark.kind === "text" ? mark.text : mark.kind))),
    ).toEqual(["1", "2 | 3", "4 | 5", "6 | 7", "8"].map((pages, i) => [`lecture ${i + 1}/5 · p. ${pages}`]));
    const { label: _, ...without } = jobOf({ paper: paper("A3") });
    const silent = spreads(without);
    expect(silent.ok && silent.sheets.flatMap(({ front }) => front.marks)).toEqual([]);
  });

  test("that are larger than the paper have no sheets", () => {
    const result = spreads(jobOf({ paper: paper("Letter") }));
    if (result.ok) throw new Error("A5 spreads are longer than Letter");
    expect(result.reason.piece).toBe("livret/p-1");
    expect([sizeMm(result.reason.needs), sizeMm(result.reason.has)]).toEqual([
      [296, 210],
      [279.4, 215.9],
    ]);
  });

  test("none make no sheet", () => {
    expect(opened({ pages: [] }).sheets).toEqual([]);
  });

  test("print on the paper, each once, label and all", () => {
    const jobs = fc.record({
      pages: fc
        .tuple(fc.constantFrom(...(Object.keys(PAGES) as PageName[])), fc.integer({ min: 1, max: 20 }))
        .map(([format, count]) => bookOf(count, format)),
      paper: fc.constantFrom(...PAPERS.values(), { name: "tight", width: mm(209.2), height: mm(296.5) }),
      direction: fc.constantFrom("ltr" as const, "rtl" as const),
    });
    fc.assert(
      fc.property(jobs, (more) => {
        const result = spreads(jobOf(more));
        if (!result.ok) return;
        const placed = result.sheets.flatMap(({ front }) => front.placements.map(({ slot }) => slot.piece));
        expect(placed.toSorted()).toEqual(more.pages.map(({ piece }) => piece).toSorted());
        for (const { front, page, trimBox } of result.sheets) {
          const clips = front.placements.map(({ clip }) => clip);
          for (const clip of clips) expect(check.inside(clip, check.pageRect(page))).toBe(true);
          expect(check.inside(trimBox, check.pageRect(page))).toBe(true);
          for (const mark of front.marks) {
            expect(check.inside(check.markBox(mark), check.printable(page))).toBe(true);
            for (const clip of clips) expect(check.overlap(check.markBox(mark), clip)).toBe(false);
          }
        }
      }),
    );
  });
});
