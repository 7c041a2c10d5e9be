/** Lines that are too thin to be printed evenly. */

import type { PageJob } from "./job.js";
import * as say from "./messages.js";

/** What the numbers of a file are rounded by. */
const SLACK = 0.005;

export function checkLines({ page, marks, rules, findings }: PageJob): void {
  if (!rules.line) return;
  for (const mark of marks) {
    if (mark.kind !== "path" || !mark.stroke || mark.stroke.width >= rules.line.warning - SLACK) continue;
    const { width } = mark.stroke;
    findings.report(say.thinLine(width, rules.line), { page: page.number, box: mark.box }, { weight: -width });
  }
}
