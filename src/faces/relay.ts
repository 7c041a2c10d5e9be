/** A reporter for what outlives a build: hands every problem on to the build that is under way. */
import type { Diagnostic, Reporter } from "../diagnostics/index.js";

export class Relay implements Reporter {
  #target: Reporter | undefined;
  #told = false;

  /** From here on problems go to `target`. */
  aimAt(target: Reporter): void {
    this.#target = target;
  }

  report(problem: Diagnostic): void {
    this.#told = true;
    this.#target?.report(problem);
  }

  /** Whether any problem ever came by. */
  get told(): boolean {
    return this.#told;
  }
}
