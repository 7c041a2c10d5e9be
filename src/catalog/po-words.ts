/** The statements of an entry, line by line → keywords, each with its whole text and its place. */
import { type Finding, problemAt } from "../content/finding.js";
import type { Source, Span } from "../diagnostics/diagnostic.js";
import type { Reporter } from "../diagnostics/limit.js";
import * as say from "./messages.js";
import { isKeyword, isPluralForm, type Literal, type Statement } from "./po-statement.js";
import { unescapeText } from "./po-strings.js";

export interface Desk {
  readonly source: Source;
  readonly reporter: Reporter;
}

export function report({ source, reporter }: Desk, finding: Finding, start: number, end: number): void {
  reporter.report(problemAt({ source, start, end }, finding));
}

interface Word {
  readonly keyword: Span;
  text: string;
  /** Where the text stands; the place of its keyword while there is none. */
  at: Span | undefined;
}

/** Keywords and their texts, which may go on over several lines. */
export class Words {
  readonly #desk: Desk;
  readonly #words = new Map<string, Word>();
  #last: Word | undefined;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Words that nobody knows count for nothing; they are there for what may go on on the next line. */
  get #known(): readonly (readonly [string, Word])[] {
    return [...this.#words].filter(([name]) => isKeyword(name));
  }

  get isEmpty(): boolean {
    return this.#known.length === 0;
  }

  has(name: string): boolean {
    return this.#words.has(name);
  }

  /** Adds what a line says, which begins at `offset` of the source. */
  add({ keyword, literals }: Statement, offset: number): void {
    if (keyword !== undefined) {
      const { name } = keyword;
      const [start, end] = [offset + keyword.start, offset + keyword.end];
      const known = this.#words.has(name);
      if (known) report(this.#desk, say.repeatedKeyword(name), start, end);
      this.#last = { keyword: { source: this.#desk.source, start, end }, text: "", at: undefined };
      if (!known) this.#words.set(name, this.#last);
    }
    for (const literal of literals) this.#append(literal, offset);
  }

  #append({ raw, start, end }: Literal, offset: number): void {
    const { source } = this.#desk;
    const word = this.#last;
    if (word === undefined) {
      report(this.#desk, say.strayText(), offset + start, offset + end);
      return;
    }
    const { text, wrong } = unescapeText(raw);
    for (const index of wrong) {
      const shown = raw.slice(index, index + 2);
      const at = offset + start + 1 + index;
      // A line that had to be mended has no such place any more; its own mistake is told.
      if (source.text.startsWith(shown, at)) report(this.#desk, say.unknownEscape(shown), at, at + shown.length);
    }
    // Where the first line is empty, the text begins on the next one.
    const begin = word.text === "" ? offset + start : (word.at?.start ?? offset + start);
    word.at = { source, start: begin, end: offset + end };
    word.text += text;
  }

  text(name: string): string | undefined {
    return this.#words.get(name)?.text;
  }

  at(name: string): Span | undefined {
    const word = this.#words.get(name);
    return word?.at ?? word?.keyword;
  }

  /** Keywords that no text follows. */
  get bare(): readonly (readonly [string, Span])[] {
    return this.#known.flatMap(([name, { at, keyword }]) => (at === undefined ? [[name, keyword] as const] : []));
  }

  get first(): Span | undefined {
    return this.#known[0]?.[1].keyword;
  }

  /** The place of what only entries with several forms have. */
  get plural(): Span | undefined {
    const found = this.#known.find(([name]) => name === "msgid_plural" || isPluralForm(name));
    return found?.[1].keyword;
  }
}
