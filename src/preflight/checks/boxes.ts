/** Whether a page says where it is cut, and whether its boxes lie in one another. */
import { EPSILON, type Rect, toMm } from "../../units.js";
import type { BoxName } from "../pdf/index.js";
import type { PageJob } from "./job.js";
import * as say from "./messages.js";

/** Each must lie in the next. */
const NESTING: readonly (readonly [BoxName, BoxName])[] = [
  ["TrimBox", "BleedBox"],
  ["TrimBox", "MediaBox"],
  ["ArtBox", "MediaBox"],
  ["BleedBox", "MediaBox"],
];

const isInside = (inner: Rect, outer: Rect): boolean =>
  inner.x >= outer.x - EPSILON &&
  inner.y >= outer.y - EPSILON &&
  inner.x + inner.width <= outer.x + outer.width + EPSILON &&
  inner.y + inner.height <= outer.y + outer.height + EPSILON;

/** A hundredth of a millimetre is rounding. */
const SLACK = 0.02;

export function checkBoxes({ page, rules, findings }: PageJob): void {
  const { number, boxes } = page;
  for (const [innerName, outerName] of NESTING) {
    const [inner, outer] = [boxes.get(innerName), boxes.get(outerName)];
    if (inner && outer && !isInside(inner, outer))
      findings.report(say.outsideBox(innerName, outerName), { page: number, box: inner });
  }
  if (!rules.isPress) return;
  const [trim, bleed] = [boxes.get("TrimBox"), boxes.get("BleedBox")];
  if (!trim) findings.report(say.noTrimBox(), { page: number });
  else if (!bleed) findings.report(say.noBleedBox(), { page: number });
  else if (isInside(trim, bleed)) {
    const least = toMm(bleedOf(trim, bleed));
    if (least < rules.bleed - SLACK)
      findings.report(say.smallBleed(least, rules.bleed), { page: number, box: trim }, { weight: -least });
  }
}

/** The narrowest side of what lies between. */
export const bleedOf = (trim: Rect, bleed: Rect): number =>
  Math.min(
    trim.x - bleed.x,
    trim.y - bleed.y,
    bleed.x + bleed.width - trim.x - trim.width,
    bleed.y + bleed.height - trim.y - trim.height,
  );
