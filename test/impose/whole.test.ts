import { describe, expect, test } from "vitest";
import { type Sheet, TARGETS, whole } from "../../src/impose/index.js";
import { mm, toMm } from "../../src/units.js";
import * as check from "./checks.js";
import { deck, pieceOf, words } from "./jobs.js";
import { show } from "./show.js";

type Job = Parameters<typeof whole>[0];

const plotted = (panels: Job["panels"], target: "home" | "shop" = "shop", direction: Job["direction"] = "ltr") => {
  const result = whole({ panels, direction, target: TARGETS[target], copy: 1, label: words });
  if (!result.ok) throw new Error("a roll takes everything");
  return result;
};

describe("a page for a plotter", () => {
  const result = plotted(deck("panel", 3));
  const [sheet] = result.sheets as [Sheet];

  test("joins the panels side by side at 100 %, without bleed between them", () => {
    expect(result.sheets).toHaveLength(1);
    expect([toMm(sheet.trimBox.width), toMm(sheet.trimBox.height)].map(Math.round)).toEqual([1128, 270]);
    const { placements } = sheet.front;
    expect(placements[0]!.clip.x + placements[0]!.clip.width).toBeCloseTo(placements[1]!.trim.x, 6);
    expect(placements[0]!.trim.x - placements[0]!.clip.x).toBeCloseTo(mm(3), 6);
    check.facesLieOnTheirTrims(result);
    check.trimsNeverOverlap(result);
  });

  test("has four cuts, full marks, a ruler and a label, all of which print", () => {
    expect(result.cuts).toBe(4);
    expect(check.linesFor(sheet.front, "crop")).toHaveLength(8);
    for (const mark of check.linesFor(sheet.front, "crop")) {
      const { width, height } = check.markBox(mark);
      expect(toMm(Math.max(width, height))).toBeCloseTo(5, 6);
    }
    expect(check.rulerLength(sheet.front)).toBe(100);
    expect(check.textsOf(sheet.front)).toHaveLength(2);
    check.everythingPrints(result);
    check.marksStayOffTheArt(result);
    check.wordsTouchNothing(result);
  });

  test("marks the folds where panels meet, dashed, beyond the bleed, at the top and at the bottom", () => {
    const folds = check.linesFor(sheet.front, "fold");
    const places = [sheet.trimBox.x + mm(376), sheet.trimBox.x + mm(752)];
    expect(folds.map(({ from }) => from.x)).toEqual(places.flatMap((x) => [x, x].map((at) => expect.closeTo(at, 6))));
    for (const { from, to } of folds) {
      const above = Math.max(from.y, to.y) <= sheet.bleedBox.y + 1e-6;
      const below = Math.min(from.y, to.y) >= sheet.bleedBox.y + sheet.bleedBox.height - 1e-6;
      expect(above !== below).toBe(true);
    }
    expect(result.groups[0]!.folds).toBe(2);
  });

  test("joins the panels of a board read from right to left the other way round", () => {
    const turned = plotted(deck("panel", 3), "shop", "rtl");
    const { placements } = turned.sheets[0]!.front;
    const places = placements.toSorted((a, b) => a.trim.x - b.trim.x).map(({ slot }) => slot.piece);
    expect(places).toEqual(["panel/3", "panel/2", "panel/1"]);
    expect(placements[0]!.trim.x - placements[0]!.clip.x).toBeCloseTo(mm(3), 6);
    check.trimsNeverOverlap(turned);
  });

  test("takes a single piece likewise, and names its paper by its size", () => {
    const [single] = plotted([pieceOf("matrix", "m/1")], "home").sheets as [Sheet];
    expect(show(single)).toMatchSnapshot();
  });

  test("nothing makes no page", () => {
    expect(plotted([]).sheets).toEqual([]);
  });
});
