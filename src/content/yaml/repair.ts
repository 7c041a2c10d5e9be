/** A text that YAML refuses → the text as it was meant, line by line, and the way back to the places in the original. */
import type { Source, Span } from "../../diagnostics/diagnostic.js";
import { lineIndex, lineStarts } from "../../diagnostics/position.js";

interface Lines {
  readonly original: readonly string[];
  /** What ends each line. */
  readonly ends: readonly string[];
  /** Where each line starts in the source. */
  readonly starts: readonly number[];
  readonly current: string[];
}

/** `first`: where the text starts in the source. */
function split(text: string, first: number): Lines {
  const parts = text.split(/(\r\n|\n|\r)/);
  const original = parts.filter((_, index) => index % 2 === 0);
  const ends = parts.filter((_, index) => index % 2 === 1);
  const starts: number[] = [];
  let start = first;
  for (const [index, line] of original.entries()) {
    starts.push(start);
    start += line.length + (ends[index] ?? "").length;
  }
  return { original, ends, starts, current: [...original] };
}

/** A source whose lines can be replaced one by one without losing where they came from. */
export class Draft {
  readonly #source: Source;
  readonly #text: string;
  readonly #start: number;
  #split: Lines | undefined;
  #changed = false;

  /** `text` stands in the source from `start` on; what is around it is not YAML. */
  constructor(source: Source, text: string, start = 0) {
    this.#source = source;
    this.#text = text;
    this.#start = start;
  }

  /** Split at the first mistake: most files have none. */
  get #lines(): Lines {
    this.#split ??= split(this.#text, this.#start);
    return this.#split;
  }

  get lines(): readonly string[] {
    return this.#lines.current;
  }

  /** Whether a line was already replaced: replacing it twice would go round in circles. */
  isRepaired(line: number): boolean {
    return this.#lines.current[line] !== this.#lines.original[line];
  }

  get text(): string {
    if (!this.#changed) return this.#text;
    const { current, ends } = this.#lines;
    return current.map((line, index) => line + (ends[index] ?? "")).join("");
  }

  replace(first: number, lines: readonly string[]): void {
    for (const [index, line] of lines.entries()) this.#lines.current[first + index] = line;
    this.#changed = true;
  }

  /** A stretch of one line, both columns in the draft, as a place in the original. */
  spanOf(line: number, column: number, length: number): Span {
    const start = this.#lines.starts[line] ?? 0;
    return {
      source: this.#source,
      start: start + this.#originalColumn(line, column),
      end: start + this.#originalColumn(line, column + length),
    };
  }

  /** Unchanged ends of a line keep their place; what was rewritten between them maps to the start of the change. */
  #originalColumn(line: number, column: number): number {
    const before = this.#lines.original[line] ?? "";
    const after = this.#lines.current[line] ?? "";
    if (before === after) return Math.min(column, before.length);
    const shorter = Math.min(before.length, after.length);
    let same = 0;
    while (same < shorter && before[same] === after[same]) same++;
    if (column <= same) return column;
    let tail = 0;
    while (tail < shorter - same && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
    if (column >= after.length - tail) return Math.max(same, before.length - (after.length - column));
    return Math.max(same, Math.min(column, before.length - tail));
  }

  /** Offsets in the draft → offsets in the original; undefined while they are the same. */
  offsets(): ((offset: number) => number) | undefined {
    const start = this.#start;
    if (!this.#changed) return start === 0 ? undefined : (offset) => offset + start;
    const draft: Source = { name: this.#source.name, text: this.text };
    return (offset) => {
      const line = lineIndex(draft, offset);
      const column = offset - (lineStarts(draft)[line] ?? 0);
      return (this.#lines.starts[line] ?? 0) + this.#originalColumn(line, column);
    };
  }
}
