/** What is wrong with a line, and the lines as they should be. */
import type { Finding } from "../finding.js";

export interface Mistake {
  readonly finding: Finding;
  /** First line that changes, from 0. */
  readonly line: number;
  /** Column (from 0, in UTF-16 units) to point at, and how far. */
  readonly column: number;
  readonly length: number;
  /** The lines as they should be, as many as they replace. Undefined when we cannot tell. */
  readonly repaired?: readonly string[] | undefined;
}

/** Looks at one line (from 0) and its neighbours. */
export type Detector = (lines: readonly string[], line: number) => Mistake | undefined;
