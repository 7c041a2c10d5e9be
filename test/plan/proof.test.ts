import { describe, expect, it } from "vitest";
import type { SheetSide } from "../../src/impose/index.js";
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

it("says nothing of a proof on a page of a final build", () => {
  expect(sidesOf().filter((side) => labels(side) > 0)).toEqual([]);
});
