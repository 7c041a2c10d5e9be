/** Pictures that are too coarse for the size at which they are printed. */
import { PT_PER_INCH } from "../../units.js";
import { ROUNDING } from "../purposes.js";
import type { ImageMark } from "../walk/index.js";
import type { PageJob } from "./job.js";
import * as say from "./messages.js";

/** Swatches of a few pixels, stretched over an area, are a colour and no picture. */
const FEWEST_PIXELS = 64;

export function checkPictures({ page, marks, rules, findings }: PageJob): void {
  for (const mark of marks) {
    if (mark.kind !== "image" || mark.pixels.width * mark.pixels.height <= FEWEST_PIXELS) continue;
    const isLineArt = mark.bits === 1;
    const least = isLineArt ? rules.lineResolution : rules.resolution;
    const found = resolutionOf(mark);
    if (!least || found >= least.warning * ROUNDING) continue;
    const asked = { error: least.error * ROUNDING > found ? least.error : 0, warning: least.warning };
    findings.report(
      say.coarsePicture(found, asked, isLineArt),
      { page: page.number, box: mark.box },
      { weight: -found },
    );
  }
}

/** Pixels an inch, in the direction in which they are fewer. */
export function resolutionOf({ matrix: [a, b, c, d], pixels }: ImageMark): number {
  const across = pixels.width / Math.max(Math.hypot(a, b), 1e-6);
  const down = pixels.height / Math.max(Math.hypot(c, d), 1e-6);
  return PT_PER_INCH * Math.min(across, down);
}
