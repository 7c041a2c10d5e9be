/** Sheets for a cutting machine: its marks, and room around them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { impose, type Sheet, TARGETS } from "../../src/impose/index.js";
import { mm, outset, type Rect } from "../../src/units.js";
import { solid } from "./checks.js";
import { deck, imposed, job, paper } from "./jobs.js";

const rounded = { radius: mm(3) };
const blocks = (sheet: Sheet): readonly Rect[] =>
  sheet.front.marks.flatMap((mark) => (mark.kind === "block" ? [mark.area] : []));
const meet = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width - 0.05 &&
  b.x < a.x + a.width - 0.05 &&
  a.y < b.y + b.height - 0.05 &&
  b.y < a.y + a.height - 0.05;

describe("a machine", () => {
  it.each([
    ["card", "home", "A4", 8],
    ["card", "home", "Letter", 8],
    ["card", "shop", "A4", 6],
    ["card", "home", "A3", 18],
    ["debate", "home", "A4", 4],
  ] as const)("cuts %s for %s on %s, %d to a sheet", (format, target, name, count) => {
    const { groups, sheets } = imposed({
      pieces: deck(format, 360, rounded),
      target: TARGETS[target],
      paper: paper(name),
      machine: true,
    });
    expect(groups[0]!.perSheet).toBe(count);
    expect(groups[0]!.machine).toBe("marks");
    expect(blocks(sheets[0]!)).toHaveLength(5);
  });

  it("leaves pieces that straight cuts part to the guillotine", () => {
    const plainly = imposed({ pieces: deck("handout", 4) });
    expect(imposed({ pieces: deck("handout", 4), machine: true })).toEqual(plainly);
  });

  it("finds its marks on every front, white around them, and no other line; pieces lie inside of its frame", () => {
    const length = fc.integer({ min: 25, max: 180 });
    fc.assert(
      fc.property(
        fc.record({
          width: length,
          height: length,
          bleed: fc.constantFrom(0, 2, 3, 5),
          count: fc.integer({ min: 1, max: 40 }),
          target: fc.constantFrom("home" as const, "shop" as const),
          name: fc.constantFrom("A4", "A3", "Letter", "SRA3"),
          duplex: fc.constantFrom("long-edge" as const, "short-edge" as const, "fold" as const, "none" as const),
        }),
        ({ width, height, bleed, count, target, name, duplex }) => {
          const pieces = deck("card", count, {
            trim: { width: mm(width), height: mm(height) },
            bleed: mm(bleed),
            radius: mm(2),
          });
          const result = impose(job({ pieces, target: TARGETS[target], paper: paper(name), duplex, machine: true }));
          if (!result.ok) return;
          for (const [index, group] of result.groups.entries()) {
            if (group.machine !== "marks") continue;
            const first = group.first - 1;
            const last = result.groups[index + 1]?.first ?? result.sheets.length + 1;
            for (const sheet of result.sheets.slice(first, last - 1)) {
              const marks = blocks(sheet);
              expect(marks).toHaveLength(5);
              const quiet = marks.map((area) => outset(area, mm(1.5)));
              const frame = outset({ x: 0, y: 0, ...sheet.page }, -mm(10.5));
              for (const { clip, trim } of sheet.front.placements) {
                expect(quiet.some((area) => meet(area, clip))).toBe(false);
                expect(trim.x >= frame.x - 0.05 && trim.y >= frame.y - 0.05).toBe(true);
                expect(trim.x + trim.width <= frame.x + frame.width + 0.05).toBe(true);
                expect(trim.y + trim.height <= frame.y + frame.height + 0.05).toBe(true);
              }
              for (const mark of sheet.front.marks.filter(({ kind }) => kind !== "block")) {
                expect(mark.kind === "line" && mark.use !== "ruler").toBe(false);
                expect(quiet.some((area) => meet(area, solid(mark)))).toBe(false);
              }
              expect(sheet.back?.marks.some(({ kind }) => kind === "block") ?? false).toBe(false);
            }
          }
        },
      ),
    );
  });

  it("is never the reason why a piece does not fit", () => {
    const length = fc.integer({ min: 25, max: 290 });
    fc.assert(
      fc.property(length, length, (width, height) => {
        const pieces = deck("card", 3, { trim: { width: mm(width), height: mm(height) }, ...rounded });
        expect(impose(job({ pieces, machine: true })).ok).toBe(impose(job({ pieces })).ok);
      }),
    );
  });
});
