/** What came back from a translator, whatever the format. */
import type { TextState } from "../catalog/index.js";
import type { Source, Span } from "../diagnostics/index.js";

export interface ReceivedRow {
  readonly id: string;
  /** The French that was translated, as the file says. */
  readonly french: string;
  /** Empty when there is none. */
  readonly translation: string;
  /** Undefined when the file does not say. */
  readonly state?: TextState | undefined;
  /** Somebody read it and found it right. */
  readonly approved: boolean;
  readonly remarks: readonly string[];
  /** What a stale translation was made from, when the file knows more than `french`. */
  readonly previous?: string | undefined;
  /** The row of a spreadsheet, the lines of a file. */
  readonly at: Span;
}

export interface Received {
  readonly rows: readonly ReceivedRow[];
  /**
   * Whether the program that edits such a file keeps states itself: Poedit does, and what it left stale is stale. In a
   * spreadsheet nobody clears the state of a text that was just put right.
   */
  readonly keepsStates: boolean;
  /** Who translated and when, as a PO file says it. */
  readonly credits: ReadonlyMap<string, string>;
}

/** The file itself, as problems name it: there is no line to show. */
export const wholeFile = (source: Source): Span => ({ source, start: 0, end: 0 });

/** Remarks as they are kept: one a line, none empty. */
export const remarksIn = (text: string): readonly string[] =>
  text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
