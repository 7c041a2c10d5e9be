/** Problems as they were found → problems as people read them: by file, by place, the worst file last. */
import type { Diagnostic, Severity } from "./diagnostic.js";

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

export interface FileProblems {
  /** Path from the kit's folder; undefined for problems of the whole run. */
  readonly file: string | undefined;
  readonly problems: readonly Diagnostic[];
}

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const worst = (group: FileProblems): number => Math.max(...group.problems.map((problem) => RANK[problem.severity]));

/** Files whose worst problem is light come first, since a terminal shows its last lines. */
export function groupByFile(problems: readonly Diagnostic[]): readonly FileProblems[] {
  const groups = new Map<string | undefined, Diagnostic[]>();
  for (const problem of problems) {
    const file = problem.at?.source.name;
    const group = groups.get(file);
    if (group === undefined) groups.set(file, [problem]);
    else group.push(problem);
  }
  return [...groups]
    .map(([file, group]) => ({ file, problems: group.sort(byPlace) }))
    .sort((a, b) => worst(a) - worst(b) || byCode(a.file ?? "", b.file ?? ""));
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  const start = (a.at?.start ?? 0) - (b.at?.start ?? 0);
  if (a.at !== undefined && b.at !== undefined && start !== 0) return start;
  return RANK[a.severity] - RANK[b.severity] || byCode(a.code, b.code) || byCode(a.message, b.message);
}
