/** A gettext PO file as data: one file a language, one entry a text. Immutable. */
import type { Source, Span } from "../diagnostics/diagnostic.js";

export interface PoFile {
  /** Fields of the header, in the order in which they were written. */
  readonly header: ReadonlyMap<string, string>;
  /** Remarks above the header, one a line, without `# `. */
  readonly headerComments: readonly string[];
  readonly entries: readonly PoEntry[];
  /** Undefined when the file was never on a disk. */
  readonly source?: Source | undefined;
}

export interface PoEntry {
  /** `msgctxt`: the id of the text; empty in files that somebody else made. */
  readonly id: string;
  /** `msgid`: the French that was translated. */
  readonly source: string;
  /** `msgstr`: the translation, empty when there is none yet. */
  readonly text: string;
  /** The flag `fuzzy`: a person has to look at the translation again. */
  readonly stale: boolean;
  /** All other flags, in order. */
  readonly flags: readonly string[];
  /** What translators wrote (`# …`), one a line. */
  readonly remarks: readonly string[];
  /** What translators are told (`#. …`), one a line. */
  readonly notes: readonly string[];
  /** Where the French stands (`#: file:line`). */
  readonly references: readonly string[];
  readonly previous?: Previous | undefined;
  /** `#~`: the kit has no such text any more. */
  readonly obsolete: boolean;
  /** The translation; what stands for it where there is none. */
  readonly at: Span;
}

/** What a stale translation was made from (`#| msgctxt`, `#| msgid`). */
export interface Previous {
  /** Named when only a person can tell whether the translation is right, even if the French is as it was. */
  readonly id?: string | undefined;
  readonly source?: string | undefined;
}

export const FUZZY = "fuzzy";
