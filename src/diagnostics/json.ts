/** Problems → plain objects for `--json` and for other programs. */
import type { Diagnostic, Severity } from "./diagnostic.js";
import { groupByFile } from "./order.js";
import { positionOf } from "./position.js";

export interface JsonProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly col?: number | undefined;
  readonly piece?: string | undefined;
  readonly field?: string | undefined;
  readonly locale?: string | undefined;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly correction?: string | undefined;
}

/** One object a problem, in the order of the terminal; what is unknown is undefined (absent once written as JSON). */
export function toJsonProblems(problems: readonly Diagnostic[]): readonly JsonProblem[] {
  return groupByFile(problems)
    .flatMap((group) => group.problems)
    .map((problem) => {
      const place = problem.at && positionOf(problem.at);
      return {
        code: problem.code,
        severity: problem.severity,
        file: problem.at?.source.name,
        line: place?.line,
        col: place?.column,
        piece: problem.piece,
        field: problem.field,
        locale: problem.locale,
        message: problem.message,
        hint: problem.hint,
        correction: problem.correction,
      };
    });
}
