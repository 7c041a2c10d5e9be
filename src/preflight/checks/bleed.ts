/** Whether what is cut goes on beyond the cut: a knife that misses by a little must not leave a white edge. */
import { mm, type Pt } from "../../units.js";
import type { Gray } from "../codes/index.js";
import type { PageJob } from "./job.js";
import * as say from "./messages.js";

/** Looked at just inside the cut, and as far out as the bleed should reach, less what rounding and pixels take. */
const INSIDE: Pt = mm(0.6);
/** Corners, which are often round, say nothing of an edge. */
const CORNER: Pt = mm(1);
const SAMPLES = 200;

/** Lighter than that is paper. */
const INK = 245;

/** Of an edge: single lines that end at the cut are meant so. */
const MOST_EMPTY = 0.05;

export function checkBleed({ page, rules, findings }: PageJob, gray: Gray): void {
  const trim = page.boxes.get("TrimBox");
  if (!rules.isPress || !trim || !page.boxes.has("BleedBox")) return;
  const outside = mm(rules.bleed) - INSIDE;
  const hasInk = (x: Pt, y: Pt): boolean => {
    const column = Math.floor((x - gray.x) * gray.scale);
    const row = Math.floor((y - gray.y) * gray.scale);
    const isThere = column >= 0 && column < gray.width && row >= 0 && row < gray.height;
    return isThere && gray.data[row * gray.width + column]! < INK;
  };
  const right = trim.x + trim.width;
  const bottom = trim.y + trim.height;
  const across = (share: number): Pt => trim.x + CORNER + share * (trim.width - 2 * CORNER);
  const down = (share: number): Pt => trim.y + CORNER + share * (trim.height - 2 * CORNER);
  /** By how far from the edge, outwards positive. */
  const edges: Readonly<Record<string, (share: number, out: Pt) => boolean>> = {
    "du haut": (share, out) => hasInk(across(share), trim.y - out),
    "du bas": (share, out) => hasInk(across(share), bottom + out),
    gauche: (share, out) => hasInk(trim.x - out, down(share)),
    droit: (share, out) => hasInk(right + out, down(share)),
  };
  for (const [name, isInk] of Object.entries(edges)) {
    const shares = Array.from({ length: SAMPLES }, (_, index) => (index + 0.5) / SAMPLES);
    const lost = shares.filter((share) => isInk(share, -INSIDE) && !isInk(share, outside)).length / SAMPLES;
    if (lost > MOST_EMPTY)
      findings.report(say.emptyBleed(name, lost), { page: page.number, box: trim }, { weight: lost });
  }
}
