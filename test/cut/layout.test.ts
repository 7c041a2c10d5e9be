/** Cards folded on their backs are cut as one, wherever on the sheet the back lies. */
import { describe, expect, it } from "vitest";
import { cutLayouts } from "../../src/cut/index.js";
import { impose, type Sheet, upright } from "../../src/impose/index.js";
import { mm } from "../../src/units.js";
import { job, paper, pieceOf } from "../impose/jobs.js";

const imposed = impose(
  job({
    pieces: [pieceOf("card", "jeu/a", { copies: 4, radius: mm(3) }), pieceOf("card", "jeu/b", { radius: mm(3) })],
    duplex: "fold",
    copies: 1,
    paper: paper("A4"),
    machine: true,
  }),
);
if (!imposed.ok) throw new Error("too large");

/** The same places, the back of each card printed where its front was. */
const exchanged = (sheet: Sheet): Sheet => {
  const { placements } = sheet.front;
  const other = placements.map((one, at) => ({ ...one, trim: placements[at % 2 === 0 ? at + 1 : at - 1]!.trim }));
  return { ...sheet, front: { ...sheet.front, placements: other } };
};

describe.each([
  ["after its front", imposed.sheets],
  ["before its front", imposed.sheets.map(exchanged)],
  ["after its front, the sheet turned", upright(imposed).sheets],
  ["before its front, the sheet turned", upright({ ...imposed, sheets: imposed.sheets.map(exchanged) }).sheets],
])("a back %s", (_, sheets) => {
  it("is within the outline of its card, the fold in the middle", () => {
    const layouts = cutLayouts(sheets);
    expect(layouts.length).toBeGreaterThan(0);
    for (const { cuts, folds } of layouts) {
      expect(folds).toHaveLength(cuts.length);
      for (const [at, cut] of cuts.entries()) {
        if (cut.kind !== "outline") throw new Error("not an outline");
        const { x1, y1, x2, y2 } = folds[at]!;
        expect([(x1 + x2) / 2, (y1 + y2) / 2]).toEqual([
          expect.closeTo(cut.x + cut.width / 2, 2),
          expect.closeTo(cut.y + cut.height / 2, 2),
        ]);
        const across = x1 === x2 ? cut.height : cut.width;
        expect(Math.hypot(x2 - x1, y2 - y1)).toBeCloseTo(across, 2);
      }
    }
  });
});
