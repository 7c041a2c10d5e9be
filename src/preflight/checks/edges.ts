/** What lies in the margin of the paper that printers leave white. */
import { type Pt, type Rect, type Size, toMm } from "../../units.js";
import { lightnessOf, type Mark } from "../walk/index.js";
import { coatsOf } from "./colors.js";
import type { PageJob } from "./job.js";
import * as say from "./messages.js";

/** Lighter than that is paper. */
const WHITE = 0.98;

export function checkEdges({ page, marks, rules, findings }: PageJob): void {
  const { margin } = rules;
  if (margin === undefined) return;
  const wanted = toMm(margin);
  for (const mark of marks) {
    if (mark.isInPattern || !isVisible(mark)) continue;
    const distance = distanceToEdge(mark.box, page.size);
    if (distance >= margin) continue;
    const place = { page: page.number, box: mark.box };
    const found = toMm(distance);
    const problem = mark.kind === "text" ? say.textAtEdge(found, wanted, mark.text) : say.inkAtEdge(found, wanted);
    findings.report(problem, place, { weight: -distance });
  }
}

const distanceToEdge = (box: Rect, { width, height }: Size): Pt =>
  Math.min(box.x, box.y, width - box.x - box.width, height - box.y - box.height);

function isVisible(mark: Mark): boolean {
  if (mark.alpha === 0) return false;
  if (mark.kind === "image" && !mark.stencil) return true;
  // The marks of a pattern or gradient speak for themselves.
  return mark.kind === "shading" || coatsOf(mark).some(({ ink }) => ink && lightnessOf(ink) < WHITE);
}
