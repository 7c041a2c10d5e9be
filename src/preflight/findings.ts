/** What is wrong with a file: each kind of problem once, at its worst place, with how often and where else. */
import { type Mm, type Rect, toMm } from "../units.js";

export type Severity = "error" | "warning" | "info";

/** A problem in words, without its place. */
export interface Problem {
  /** Stable, in kebab case. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
  /** What was measured and what is asked for, with their units. */
  readonly measured?: string | undefined;
  readonly wanted?: string | undefined;
}

/** Where it is. */
export interface Place {
  readonly page: number;
  readonly box?: Rect | undefined;
}

export interface RectMm {
  readonly x: Mm;
  readonly y: Mm;
  readonly width: Mm;
  readonly height: Mm;
}

export interface Finding extends Problem {
  /** From 1; absent for what concerns the whole file. */
  readonly page?: number | undefined;
  /** From the top left corner of the page. */
  readonly rect?: RectMm | undefined;
  /** How often it was found in all, and on which pages. */
  readonly count: number;
  readonly pages: readonly number[];
}

/** How a finding is kept: with others of its kind and subject, the heaviest is shown. */
export interface Kept {
  /** What it is about, where one kind has several (a font's name). */
  readonly subject?: string | undefined;
  /** The higher, the worse. */
  readonly weight?: number | undefined;
}

interface Group {
  problem: Problem;
  place: Place | undefined;
  weight: number;
  count: number;
  readonly pages: Set<number>;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

export class Findings {
  readonly #groups = new Map<string, Group>();

  report(problem: Problem, place?: Place, { subject = "", weight = 0 }: Kept = {}): void {
    const key = `${problem.code}|${problem.severity}|${subject}`;
    const group = this.#groups.get(key);
    if (group === undefined) {
      this.#groups.set(key, { problem, place, weight, count: 1, pages: new Set(place && [place.page]) });
      return;
    }
    group.count += 1;
    if (place) group.pages.add(place.page);
    if (weight > group.weight) Object.assign(group, { problem, place, weight });
  }

  has(code: string): boolean {
    return [...this.#groups.values()].some(({ problem }) => problem.code === code);
  }

  /** Errors first, then by page. */
  get all(): readonly Finding[] {
    return [...this.#groups.values()]
      .map(({ problem, place, count, pages }) => ({
        ...problem,
        page: place?.page,
        rect: place?.box && rectMm(place.box),
        count,
        pages: [...pages].sort((a, b) => a - b),
      }))
      .sort((a, b) => RANK[a.severity] - RANK[b.severity] || (a.page ?? 0) - (b.page ?? 0));
  }
}

/** A tenth of a millimetre is what a ruler finds again. */
const round = (value: number): Mm => Math.round(toMm(value) * 10) / 10;

export const rectMm = ({ x, y, width, height }: Rect): RectMm => ({
  x: round(x),
  y: round(y),
  width: round(width),
  height: round(height),
});
