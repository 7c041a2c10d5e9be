/** Fonts that do not travel with the file, text too small to be read or made of too many inks. */

import { platesOf, type TextMark } from "../walk/index.js";
import type { PageJob } from "./job.js";
import * as say from "./messages.js";

/** Of an ink, less is none. */
const SOME_INK = 0.02;
/** Black with other inks below it. */
const BLACK = 0.8;
/** Letters as large as a headline bear what a press drifts; below the first, blur is certain. */
const RICH_BLACK = { error: 12, warning: 24 };
const SMALL_COLORED = 8;
const SMALL_WHITE = 6;

export function checkTexts(job: PageJob): void {
  for (const mark of job.marks) {
    if (mark.kind !== "text") continue;
    checkFont(job, mark);
    if (mark.fill || mark.stroke) checkSize(job, mark);
    if (job.rules.isPress) checkInks(job, mark);
  }
}

function checkFont({ page, rules, findings }: PageJob, { font, fill, stroke, box }: TextMark): void {
  const place = { page: page.number, box };
  // Text that only a search finds (under a scan) needs no font.
  if (!font.isEmbedded && (fill || stroke))
    findings.report(say.fontNotEmbedded(font.name), place, { subject: font.name });
  if (font.kind === "Type3" && rules.isPress) findings.report(say.drawnFont(), place);
  if (!font.hasText && rules.purpose === "screen")
    findings.report(say.silentFont(font.name), place, { subject: font.name });
}

/** What the numbers of a file are rounded by. */
const SLACK = 0.01;

function checkSize({ page, rules, findings }: PageJob, { font, size, text, box }: TextMark): void {
  // The size of a font of drawings says nothing of its letters.
  if (!rules.text || font.kind === "Type3" || size >= rules.text.warning - SLACK) return;
  findings.report(say.smallText(size, rules.text, text), { page: page.number, box }, { weight: -size });
}

function checkInks({ page, findings }: PageJob, { size, fill, box }: TextMark): void {
  const plates = fill?.ink && platesOf(fill.ink);
  if (!plates) return;
  const place = { page: page.number, box };
  const used = plates.filter((plate) => plate > SOME_INK).length;
  const figures = plates
    .slice(0, 4)
    .map((plate) => Math.round(100 * plate))
    .join(" / ");
  if (plates[3]! > BLACK && used > 1 && size < RICH_BLACK.warning) {
    const severity = size < RICH_BLACK.error ? "error" : "warning";
    findings.report(say.richBlackText(size, figures, severity), place, { weight: -size });
  } else if (used > 2 && size < SMALL_COLORED) findings.report(say.smallColoredText(size), place, { weight: -size });
  else if (used === 0 && size < SMALL_WHITE) findings.report(say.smallWhiteText(size), place, { weight: -size });
}
