/** A page's border, its cuts and trims → the strips along their edges in which words may stand. */
import { EPSILON, mm, outset, type Pt, type Rect } from "../units.js";
import type { Angle } from "./furniture.js";
import { type Border, type Line, roomAt, type Side } from "./marks.js";
import { intersection } from "./rects.js";
import { CLEARANCE, type Strip } from "./room.js";

/** Where labels are tried, the best side first. */
export const LABEL_SIDES: readonly Side[] = ["bottom", "top", "right", "left"];

const ANGLES: Readonly<Record<Side, Angle>> = { top: 0, bottom: 0, left: 270, right: 90 };

/** What of a side the printer reaches and the art leaves, `depth` deep from the printer's margin. */
export const stripAt = ({ page, rules: { printerMargin } }: Border, side: Side, depth: number): Strip => {
  const across = { x: printerMargin, width: page.width - 2 * printerMargin };
  const down = { y: printerMargin, height: page.height - 2 * printerMargin };
  const area = {
    top: { ...across, y: printerMargin, height: depth },
    bottom: { ...across, y: page.height - printerMargin - depth, height: depth },
    left: { ...down, x: printerMargin, width: depth },
    right: { ...down, x: page.width - printerMargin - depth, width: depth },
  }[side];
  return { area, angle: ANGLES[side], outerEdge: side === "top" || side === "left" ? "low" : "high" };
};

/** The safe margins at the paper's edge: where faces without bleed leave no other room for words. */
export const safeStrips = (border: Border, safe: Pt, sides: readonly Side[]): readonly Strip[] =>
  LABEL_SIDES.filter((side) => sides.includes(side)).map((side) =>
    stripAt(border, side, roomAt(border, side) + safe - border.rules.printerMargin - CLEARANCE),
  );

/** A careful hand cuts within 1 mm: words this far from a cut stay whole. */
const BESIDE_CUT: Pt = mm(1);

/** The safe margins of faces without bleed, inside their trims, beside those of their edges that are cut. */
export const cutStrips = (
  { page, rules: { printerMargin } }: Border,
  lines: readonly Line[],
  trims: readonly Rect[],
  safe: Pt,
): readonly Strip[] => {
  const depth = safe - BESIDE_CUT - CLEARANCE;
  const printed = outset({ x: 0, y: 0, ...page }, -printerMargin);
  const isCut = (axis: Line["axis"], at: Pt): boolean =>
    lines.some((line) => line.use === "crop" && line.axis === axis && Math.abs(line.at - at) < EPSILON);
  return trims.flatMap((trim) => {
    const { x, y, width, height } = intersection(trim, printed) ?? { x: 0, y: 0, width: 0, height: 0 };
    const [right, bottom] = [trim.x + trim.width, trim.y + trim.height];
    const strips: readonly (readonly [boolean, Strip])[] = [
      [
        isCut("x", right),
        { area: { x: right - BESIDE_CUT - depth, y, width: depth, height }, angle: 90, outerEdge: "high" },
      ],
      [isCut("x", trim.x), { area: { x: trim.x + BESIDE_CUT, y, width: depth, height }, angle: 270, outerEdge: "low" }],
      [
        isCut("y", bottom),
        { area: { x, y: bottom - BESIDE_CUT - depth, width, height: depth }, angle: 0, outerEdge: "high" },
      ],
      [isCut("y", trim.y), { area: { x, y: trim.y + BESIDE_CUT, width, height: depth }, angle: 0, outerEdge: "low" }],
    ];
    return strips.flatMap(([cut, strip]) => (cut ? [strip] : []));
  });
};

/** What of a side nobody keeps: words may stand there, marks permitting. */
export const freeStrip = (border: Border, side: Side): Strip =>
  stripAt(border, side, roomAt(border, side) - border.rules.printerMargin - CLEARANCE);
