/** What is wrong, without the place; and the place and piece that turn it into a diagnostic. */
import type { Diagnostic, Span } from "../diagnostics/diagnostic.js";

export interface Finding {
  readonly code: string;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly correction?: string | undefined;
  /** An error unless said otherwise. */
  readonly severity?: Diagnostic["severity"];
}

export const problemAt = (at: Span | undefined, finding: Finding): Diagnostic => ({
  severity: "error",
  ...finding,
  at,
});
