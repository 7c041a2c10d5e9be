import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PlacedBox } from "../../../src/layout/arrange.js";
import { breakPages } from "../../../src/layout/flow/breaks.js";
import type { Leaf } from "../../../src/layout/flow/leaves.js";

const LINE = 10;

interface Written {
  readonly kind: "paragraph" | "heading" | "picture";
  readonly lines: number;
  readonly gap: number;
  readonly before?: Leaf["before"];
  /** Lines that end with a hyphen. */
  readonly hyphenated?: readonly number[];
}

/** A column of blocks, each line `LINE` high. */
function column(blocks: readonly Written[]): readonly Leaf[] {
  let y = 0;
  return blocks.flatMap(({ kind, lines, gap, before = "auto", hyphenated = [] }, block): readonly Leaf[] => {
    y += gap;
    const plain = { block, before: "auto", after: "auto", isHeading: false, at: undefined } as const;
    if (kind !== "paragraph") {
      const leaf = { ...plain, before, top: y, bottom: y + lines * LINE, isHeading: kind === "heading" };
      y = leaf.bottom;
      return [leaf];
    }
    const paragraph = {} as PlacedBox;
    return Array.from({ length: lines }, (_, index): Leaf => {
      const top = y;
      y += LINE;
      const line = { paragraph, index, count: lines, orphans: 2, widows: 2, hyphenated: hyphenated.includes(index) };
      return { ...plain, before: index === 0 ? before : "auto", top, bottom: y, line };
    });
  });
}

const paragraph = (lines: number, gap = 0): Written => ({ kind: "paragraph", lines, gap });
const heading = (gap = 0): Written => ({ kind: "heading", lines: 1, gap });
const picture = (lines: number): Written => ({ kind: "picture", lines, gap: 0 });

/** Leaves on each page. */
const pagesOf = (blocks: readonly Written[], lines: number): readonly number[] =>
  breakPages(column(blocks), { height: lines * LINE, rhythm: "none" }).pages.map(({ from, to }) => to - from);

describe("a page ends", () => {
  test.each<[string, readonly Written[], number, readonly number[]]>([
    ["where it is full", [paragraph(10), paragraph(10)], 10, [10, 10]],
    ["one line earlier than leave a lone last line for the next", [paragraph(11)], 10, [9, 2]],
    ["before a paragraph that would leave its first line alone", [paragraph(9), paragraph(4)], 10, [9, 4]],
    ["never inside three lines", [paragraph(8), paragraph(3)], 10, [8, 3]],
    ["before a heading that would stand last", [paragraph(9), heading(), paragraph(5)], 10, [9, 6]],
    ["before a heading with one line after it", [paragraph(8), heading(), paragraph(5)], 10, [8, 6]],
    ["after a heading with two lines, when two more follow", [paragraph(7), heading(), paragraph(5)], 10, [10, 3]],
    ["before a picture that has no room", [paragraph(6), picture(5)], 10, [6, 1]],
    ["before a heading and its picture", [paragraph(6), heading(), picture(4)], 10, [6, 2]],
    ["before a line that would leave half a word behind", [{ ...paragraph(14), hyphenated: [3, 9] }], 10, [9, 5]],
    ["where a style asks for it", [paragraph(3), { ...paragraph(3), before: "page" }], 10, [3, 3]],
  ])("%s", (_, blocks, lines, expected) => {
    expect(pagesOf(blocks, lines)).toEqual(expected);
  });

  test("as late as it can where every place is a bad one", () => {
    expect(pagesOf([heading(), heading(), heading(), heading()], 3)).toEqual([3, 1]);
  });

  test("with a block taller than a page on a page of its own, and says which", () => {
    const { pages, tooTall } = breakPages(column([paragraph(2), picture(12), paragraph(2)]), {
      height: 10 * LINE,
      rhythm: "none",
    });
    expect(pages.map(({ from, to }) => to - from)).toEqual([2, 1, 2]);
    expect(tooTall).toEqual([2]);
  });
});

test("lines of a block move to the grid of the page, others stay where they fall", () => {
  const blocks = [paragraph(2), picture(0.45), paragraph(2)];
  const [page] = breakPages(column(blocks), { height: 100, rhythm: LINE }).pages;
  expect([...page!.shifts].map(([block, shift]) => [block, Math.round(shift * 100) / 100])).toEqual([
    [0, 0],
    [1, 0],
    [2, 5.5],
  ]);
});

describe("a heading", () => {
  /** The space above and under the first heading. */
  const around = (blocks: readonly Written[]): readonly [number, number] => {
    const leaves = column(blocks);
    const [page] = breakPages(leaves, { height: 1000, rhythm: LINE }).pages;
    const index = leaves.findIndex(({ isHeading }) => isHeading);
    const [before, own, after] = [leaves[index - 1], leaves[index]!, leaves[index + 1]!];
    const top = ({ top, block }: Leaf): number => top - leaves[0]!.top + page!.shifts.get(block)!;
    const bottom = (leaf: Leaf): number => top(leaf) + leaf.bottom - leaf.top;
    const round = (value: number): number => Math.round(value * 100) / 100;
    return [round(top(own) - (before ? bottom(before) : 0)), round(top(after) - bottom(own))];
  };
  const title = { ...heading(4), lines: 1.3 };
  const under = paragraph(3, 3);

  test.each([0.2, 0.45, 0.7, 1, 1.9])(
    "is as far from its text as the style says, under a picture %f lines high",
    (lines) => {
      const [above, below] = around([picture(lines), title, under]);
      expect(below).toBe(3);
      expect(above).toBeGreaterThanOrEqual(4);
      expect(above).toBeLessThan(4 + LINE);
    },
  );

  test("at the top of a page too, and before another heading", () => {
    expect(around([title, under])).toEqual([4, 3]);
    expect(around([picture(0.2), title, heading(2), under])[1]).toBe(2);
  });

  test("stands where it falls before what keeps to no grid", () => {
    expect(around([picture(0.2), title, picture(2.3)])).toEqual([4, 0]);
  });
});

describe("whatever the text", () => {
  const block = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant("paragraph" as const),
        lines: fc.integer({ min: 1, max: 14 }),
        gap: fc.integer({ min: 0, max: 8 }),
        hyphenated: fc.constantFrom([], [1, 4, 7, 10]),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant("heading" as const),
        lines: fc.constant(1),
        gap: fc.integer({ min: 0, max: 15 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("picture" as const),
        lines: fc.integer({ min: 1, max: 9 }),
        gap: fc.constant(4),
      }),
    },
  );
  /** A heading is followed by a paragraph of at least two lines: anything else leaves no good place. */
  const text = fc
    .array(block, { minLength: 1, maxLength: 40 })
    .map((blocks) => blocks.flatMap((one): Written[] => (one.kind === "heading" ? [one, paragraph(4, 3)] : [one])));

  test("all leaves stand once, in order, none below the page; no lone lines, no half word and no heading at the foot", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 12, max: 30 }), fc.boolean(), (blocks, lines, grid) => {
        const leaves = column(blocks);
        const height = lines * LINE;
        const { pages, tooTall } = breakPages(leaves, { height, rhythm: grid ? LINE : "none" });
        expect(tooTall).toEqual([]);
        let next = 0;
        for (const { from, to, shifts } of pages) {
          expect(from).toBe(next);
          expect(to).toBeGreaterThan(from);
          next = to;
          const last = leaves[to - 1]!;
          expect(last.bottom - leaves[from]!.top + (shifts.get(last.block) ?? 0)).toBeLessThanOrEqual(height + 0.11);
          if (to === leaves.length) continue;
          const first = leaves[to]!;
          expect(last.isHeading).toBe(false);
          expect(last.line?.hyphenated ?? false).toBe(false);
          if (first.line && first.line.paragraph === last.line?.paragraph) {
            expect(first.line.index).toBeGreaterThanOrEqual(2);
            expect(first.line.count - first.line.index).toBeGreaterThanOrEqual(2);
          }
        }
        expect(next).toBe(leaves.length);
      }),
    );
  });
});
