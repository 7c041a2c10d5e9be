import { describe, expect, it } from "vitest";
import type { SheetSide } from "../../src/impose/index.js";
import { mm, transformPoint } from "../../src/units.js";
import { replacing } from "../kits/temporary.js";
import { plan } from "./plans.js";

const PROOF = { missing: 0, stale: 0 };

const sidesOf = (proof?: typeof PROOF): readonly SheetSide[] =>
  plan({}, {}, { proof }).outputs.flatMap(({ imposed }) =>
    imposed.sheets.flatMap(({ front, back }) => (back ? [front, back] : [front])),
  );

const labels = ({ marks }: SheetSide): number =>
  marks.filter((mark) => mark.kind === "text" && mark.text.includes("ÉPREUVE fr")).length;

describe("the files of a proof", () => {
  it("say so on every page, cut or not", () => {
    const sides = sidesOf(PROOF);
    expect(sides.length).toBeGreaterThan(10);
    expect(sides.filter((side) => labels(side) === 0)).toEqual([]);
  });

  it("are the same sheets as those of the final build", () => {
    const places = (sides: readonly SheetSide[]) => sides.map(({ placements }) => placements);
    expect(places(sidesOf(PROOF))).toEqual(places(sidesOf()));
  });
});

describe("where nothing is cut off, so that no label said so", () => {
  const texts = ({ marks }: SheetSide) => marks.flatMap((mark) => (mark.kind === "text" && mark.ground ? [mark] : []));

  it("words lie inside the cut of pages for a press, and its bleed stays whole", () => {
    for (const marks of ["none", "offset"] as const) {
      const { outputs } = plan({ targets: ["press"], press: { marks } }, {}, { proof: PROOF });
      const sheets = outputs.flatMap(({ imposed }) => imposed.sheets);
      const words = sheets.flatMap(({ front, trimBox }) => texts(front).map(({ at }) => ({ at, trimBox })));
      expect(words).toHaveLength(sheets.length);
      for (const { at, trimBox } of words) {
        const toCut = trimBox.y + trimBox.height - at.y;
        expect(toCut).toBeGreaterThanOrEqual(mm(3) - 1e-6);
        expect(toCut).toBeLessThan(mm(4));
      }
    }
  });

  it("words stay off what a printer leaves white, when they are moved for it too", () => {
    const side = { right: mm(1), down: mm(-3), turn: 0.1, width: 1, height: 1 };
    const profile = { margin: mm(5), front: side, back: side };
    // As large as its paper, and its text too near the edge to leave a label room.
    const asPaper = { "kit.yaml": replacing("width: 148mm, height: 210mm, safe: 8mm", "size: paper, safe: 10mm") };
    const printer = { name: "salle-2", papers: new Map([["A4", profile]]) };
    const { outputs } = plan({ targets: ["home"], papers: ["A4"] }, asPaper, { proof: PROOF }, printer);
    const sheets = outputs.flatMap(({ imposed }) => imposed.sheets);
    const words = sheets.flatMap((sheet) => texts(sheet.front).map((mark) => ({ mark, sheet })));
    expect(words.length).toBeGreaterThan(0);
    for (const { mark, sheet } of words) {
      const { y } = transformPoint(sheet.front.correction!, mark.at);
      expect(sheet.page.height - y - mark.size / 3).toBeGreaterThan(profile.margin);
    }
  });
});

it("says nothing of a proof on a page of a final build", () => {
  expect(sidesOf().filter((side) => labels(side) > 0)).toEqual([]);
});
