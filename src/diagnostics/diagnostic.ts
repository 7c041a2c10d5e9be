/** One problem, as every stage reports it and every printer shows it. */

/** A text file that a person wrote, with its path from the kit's folder (`cards/donnees.yaml`). */
export interface Source {
  readonly name: string;
  readonly text: string;
}

/** A stretch of a source, in UTF-16 offsets: `start` included, `end` excluded. */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

export type Severity = "error" | "warning" | "info";

export interface Diagnostic {
  /** A stable name in kebab case (`unknown-key`), the same in every language. */
  readonly code: string;
  readonly severity: Severity;
  /** One clear sentence in French, without the place. */
  readonly message: string;
  /** Where it is; a problem of the whole run (a missing kit.yaml) has none. */
  readonly at?: Span | undefined;
  /** What to do, one sentence. */
  readonly hint?: string | undefined;
  /** The line as it should be written, where we know it. */
  readonly correction?: string | undefined;
  readonly piece?: string | undefined;
  readonly field?: string | undefined;
  readonly locale?: string | undefined;
}

/** The only side channel of the pipeline: an append-only list of problems. */
export class Diagnostics {
  readonly #all: Diagnostic[] = [];
  readonly #seen = new Set<string>();
  #errors = 0;

  /** Adds a problem; the same code, place and message is kept once. */
  report(problem: Diagnostic): void {
    const key = `${problem.code}|${problem.at?.source.name}|${problem.at?.start}|${problem.message}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#all.push(problem);
    if (problem.severity === "error") this.#errors += 1;
  }

  get all(): readonly Diagnostic[] {
    return this.#all;
  }

  get hasErrors(): boolean {
    return this.#errors > 0;
  }
}
