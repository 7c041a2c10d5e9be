import { describe, expect, it } from "vitest";
import { loadKit, openKitFiles } from "../../src/content/index.js";
import { Diagnostics } from "../../src/diagnostics/index.js";
import { PAPERS, type SheetSide } from "../../src/impose/index.js";
import { localise } from "../../src/localise/index.js";
import { planOutputs } from "../../src/plan/outputs.js";
import { DEFAULT_REQUEST } from "../../src/plan/request.js";
import { drawsBack, papersOf } from "../../src/plan/sizes.js";
import { copyKit } from "../kits/temporary.js";

const PROOF = "ÉPREUVE en · ne pas imprimer";

function outputsOf(proof?: string) {
  const diagnostics = new Diagnostics();
  const kit = loadKit(openKitFiles(copyKit("atelier"), diagnostics), diagnostics)!;
  return planOutputs(
    {
      local: localise(kit, "fr", proof === undefined ? {} : { proof }),
      request: DEFAULT_REQUEST,
      papers: papersOf(kit, PAPERS),
      hasBack: (template) => drawsBack(kit.templates.get(template)),
      keepOuts: () => [],
      booklets: new Map(),
    },
    diagnostics,
  );
}

const sidesOf = (proof?: string): readonly SheetSide[] =>
  outputsOf(proof).flatMap(({ imposed }) =>
    imposed.sheets.flatMap(({ front, back }) => (back ? [front, back] : [front])),
  );

const labels = ({ marks }: SheetSide): number =>
  marks.filter((mark) => mark.kind === "text" && mark.text.includes("ÉPREUVE en")).length;

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
