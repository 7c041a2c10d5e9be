/** A flood of problems → the first hundred of each file and one line that counts the others. */
import type { Diagnostic, Diagnostics, Source } from "./diagnostic.js";
import { MORE_HINT, moreProblems } from "./messages.js";

/** Nobody reads further, and one wrong line at the top of a large file can cause thousands. */
const MOST_PER_FILE = 100;

/** Where a stage reports; `Diagnostics` is one. */
export interface Reporter {
  report(problem: Diagnostic): void;
}

export interface Limited extends Reporter {
  /** Says how many were left out of each file. Call it once, at the end. */
  close(): void;
}

export function limitPerFile(diagnostics: Diagnostics): Limited {
  const counts = new Map<string, { source: Source; n: number; worst: Diagnostic["severity"] }>();
  return {
    report(problem) {
      const source = problem.at?.source;
      if (source === undefined) return diagnostics.report(problem);
      const count = counts.get(source.name) ?? { source, n: 0, worst: "info" };
      counts.set(source.name, count);
      count.n += 1;
      if (count.n <= MOST_PER_FILE) return diagnostics.report(problem);
      if (problem.severity === "error" || count.worst === "info") count.worst = problem.severity;
    },
    close() {
      for (const { source, n, worst } of counts.values()) {
        if (n <= MOST_PER_FILE) continue;
        const end = source.text.length;
        diagnostics.report({
          code: "more-problems",
          severity: worst,
          message: moreProblems(n - MOST_PER_FILE),
          at: { source, start: end, end },
          hint: MORE_HINT,
        });
      }
    },
  };
}
