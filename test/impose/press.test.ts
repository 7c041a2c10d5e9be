import { describe, expect, it } from "vitest";
import { type PressJob, pressPages } from "../../src/impose/index.js";
import { mm, toMm } from "../../src/units.js";

const CARD = { piece: "jeu/lune", trim: { width: mm(63), height: mm(88) }, bleed: mm(3), safe: mm(4), copies: 1 };

const pages = (job: Partial<PressJob>) =>
  pressPages({ pieces: [CARD], sides: "both", bleed: mm(3), marks: "none", name: "carte", ...job }).sheets;

const millimetres = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) =>
  [x, y, width, height].map((length) => Math.round(toMm(length) * 100) / 100);

describe("a page for a printer who imposes himself", () => {
  it("is as large as the piece and its bleed, without marks", () => {
    const [page] = pages({});
    expect([toMm(page!.page.width), toMm(page!.page.height)].map((length) => length.toFixed(3))).toEqual([
      "69.000",
      "94.000",
    ]);
    expect(millimetres(page!.trimBox)).toEqual([3, 3, 63, 88]);
    expect(millimetres(page!.bleedBox)).toEqual([0, 0, 69, 94]);
    expect(page!.front.marks).toEqual([]);
  });

  it.each([
    // Bleed asked for, bleed of the piece, what prints around the trim.
    [2, 3, 2],
    [3, 3, 3],
    [5, 5, 5],
    [3, 0, 0],
  ])("with %d mm of bleed on a piece that has %d prints %d", (wanted, own, printed) => {
    const [page] = pages({ bleed: mm(wanted), pieces: [{ ...CARD, bleed: mm(own) }] });
    const [{ clip, transform }] = page!.front.placements as [(typeof page & {})["front"]["placements"][0]];
    expect(millimetres(clip)).toEqual([wanted - printed, wanted - printed, 63 + 2 * printed, 88 + 2 * printed]);
    // Never turned, never scaled.
    expect(transform.slice(0, 4)).toEqual([1, 0, 0, 1]);
    expect(toMm(page!.bleedBox.width)).toBeCloseTo(63 + 2 * wanted, 6);
  });

  it.each([2, 3, 5])("has its marks outside a bleed of %d mm, and at least 3 mm from the cut", (bleed) => {
    const [page] = pages({ bleed: mm(bleed), marks: "offset", pieces: [{ ...CARD, bleed: mm(bleed) }] });
    const { marks } = page!.front;
    expect(marks).toHaveLength(8);
    const { x, y, width, height } = page!.trimBox;
    for (const mark of marks) {
      if (mark.kind !== "line") throw new Error("marks are lines");
      for (const end of [mark.from, mark.to]) {
        const outside = Math.max(x - end.x, end.x - x - width, y - end.y, end.y - y - height);
        expect(toMm(outside)).toBeGreaterThanOrEqual(Math.max(bleed, 3) - 1e-9);
        expect(end.x >= 0 && end.x <= page!.page.width && end.y >= 0 && end.y <= page!.page.height).toBe(true);
      }
    }
  });

  it("is followed by that of its back, or stands alone in a file of fronts or backs", () => {
    const sides = (which: PressJob["sides"]) =>
      pages({ sides: which }).flatMap(({ front, back }) =>
        [front, back].flatMap((side) => side?.placements.map(({ slot }) => slot.side) ?? []),
      );
    expect(sides("both")).toEqual(["front", "back"]);
    expect(sides("fronts")).toEqual(["front"]);
    expect(sides("backs")).toEqual(["back"]);
  });

  it("is there once for each card of the deck", () => {
    const sheets = pages({ pieces: [CARD, { ...CARD, piece: "jeu/vierge", copies: 3 }] });
    expect(sheets.map(({ front }) => `${front.placements[0]!.slot.piece} ${front.placements[0]!.slot.copy}`)).toEqual([
      "jeu/lune 1",
      "jeu/vierge 1",
      "jeu/vierge 2",
      "jeu/vierge 3",
    ]);
    expect(pages({ pieces: [] })).toEqual([]);
  });
});
