/** What every check gets: a page, what lies on it, what is asked of it, and where to tell what is wrong. */

import type { Findings } from "../findings.js";
import type { PdfDocument, PdfPage } from "../pdf/index.js";
import type { Rules } from "../purposes.js";
import type { Mark } from "../walk/index.js";

export interface PageJob {
  readonly document: PdfDocument;
  readonly page: PdfPage;
  readonly marks: readonly Mark[];
  readonly rules: Rules;
  readonly findings: Findings;
}
