import { describe, expect, test } from "vitest";
import { type Imposed, impose, TARGETS, upright } from "../../src/impose/index.js";
import * as check from "./checks.js";
import { deck, type FormatName, imposed, job, paper, tiled } from "./jobs.js";

const standing = (result: Imposed): Imposed => {
  const turned = upright(result);
  for (const { page } of turned.sheets) expect(page.width).toBeLessThanOrEqual(page.height);
  for (const { page } of turned.groups) expect(page.width).toBeLessThanOrEqual(page.height);
  return turned;
};

/** Formats on papers: some sheets lie, some stand. */
const CASES = (["card", "debate", "handout", "wide"] as const).flatMap((format: FormatName) =>
  ["A4", "A3", "Letter"].flatMap((on) =>
    (["long-edge", "short-edge"] as const).flatMap((duplex) =>
      Object.values(TARGETS).map((target) => ({ format, on, duplex, target, name: target.name })),
    ),
  ),
);

describe("sheets turned to stand", () => {
  test.each(CASES)("$format on $on, $duplex, $name: all is where it was, backs behind fronts", (one) => {
    const { format, on, duplex, target } = one;
    const result = impose(job({ pieces: deck(format, 13), paper: paper(on), duplex, target }));
    if (!result.ok) return;
    const turned = standing(result);
    check.trimsNeverOverlap(turned);
    check.everythingPrints(turned);
    check.facesLieOnTheirTrims(turned);
    check.marksStayOffTheArt(turned);
    check.wordsTouchNothing(turned);
    check.backsLieBehindFronts(turned, duplex, () => true);
    for (const sheet of turned.sheets) {
      for (const { trim } of check.sidesOf(sheet).flatMap(({ placements }) => placements))
        expect(check.inside(trim, sheet.trimBox)).toBe(true);
      expect(check.inside(sheet.trimBox, sheet.bleedBox)).toBe(true);
    }
  });

  test("some of them lay, or this proves nothing", () => {
    const lies = ({ format, on, duplex, target }: (typeof CASES)[number]): boolean => {
      const result = impose(job({ pieces: deck(format, 13), paper: paper(on), duplex, target }));
      return result.ok && result.sheets.some(({ page }) => page.width > page.height);
    };
    expect(CASES.filter(lies).length).toBeGreaterThan(3);
  });

  test("tiles with their glue, crosses and words", () => {
    const turned = standing(tiled({ paper: paper("A3") }));
    check.trimsNeverOverlap(turned);
  });

  test("what stands already is left alone", () => {
    const result = imposed({ pieces: deck("card", 9) });
    expect(upright(result).sheets).toEqual(result.sheets);
  });
});
