/** A PO file → its header and entries; whatever is wrong is told at its line, and reading goes on. */
import type { Finding } from "../content/finding.js";
import type { Source, Span } from "../diagnostics/diagnostic.js";
import type { Reporter } from "../diagnostics/limit.js";
import { lineStarts, lineText, positionOf } from "../diagnostics/position.js";
import { readHeader } from "./header.js";
import * as say from "./messages.js";
import type { PoEntry, PoFile } from "./po.js";
import { type Draft, emptyHeading, finishDraft, type Heading, isHeader } from "./po-draft.js";
import { readLine } from "./po-line.js";
import type { Statement } from "./po-statement.js";
import { type Desk, report, Words } from "./po-words.js";

/**
 * Reads what Poedit, Weblate, GNU gettext and gettext-parser write. Undefined when it is no PO file. As long as there
 * are errors, the file on the disk holds words that the result lacks: it may be used, never written in its place.
 */
export function readPo(source: Source, reporter: Reporter): PoFile | undefined {
  const desk = { source, reporter };
  const { text } = source;
  if (!/\bmsgid\b/.test(text) && /^[^\S\n\r]*[^\s#]/m.test(text)) {
    const start = text.search(/\S/);
    report(desk, say.notAPoFile(), start, start + 1);
    return undefined;
  }
  const reader = new PoReader(desk);
  for (const [index, start] of lineStarts(source).entries()) reader.line(lineText(source, index), start);
  return reader.finish();
}

/** Goes along the lines; comments wait for the entry that they stand above. */
class PoReader {
  readonly #desk: Desk;
  readonly #entries: PoEntry[] = [];
  readonly #keys = new Map<string, Span>();
  #header: PoEntry | undefined;
  #waiting: Heading;
  #draft: Draft | undefined;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#waiting = emptyHeading(desk);
  }

  /** Reads one line, which begins at `offset` of the source. */
  line(text: string, offset: number): void {
    const line = readLine(text);
    switch (line.kind) {
      case "blank":
        return;
      case "conflict":
        if (line.opens) this.#report(say.mergeConflict(), offset, offset + text.length);
        return;
      case "statements":
        if (line.mistake !== undefined) {
          this.#report(line.mistake.finding, offset + line.mistake.start, offset + line.mistake.end);
        }
        for (const statement of line.statements) {
          if (line.previous) this.#waiting.previous.add(statement, offset);
          else this.#add(statement, line.obsolete, offset);
        }
        return;
      case "remark":
        this.#waiting.remarks.push(line.text);
        return;
      case "note":
        this.#waiting.notes.push(line.text);
        return;
      case "reference":
        this.#waiting.references.push(line.text);
        return;
      case "flag":
        this.#waiting.flags.push(line.text);
    }
  }

  #report(finding: Finding, start: number, end: number): void {
    report(this.#desk, finding, start, end);
  }

  #add(statement: Statement, obsolete: boolean, offset: number): void {
    const name = statement.keyword?.name;
    if (this.#draft === undefined || (name !== undefined && beginsAnother(name, obsolete, this.#draft))) {
      this.#close();
      this.#draft = { heading: this.#waiting, words: new Words(this.#desk), obsolete };
      this.#waiting = emptyHeading(this.#desk);
    }
    this.#draft.words.add(statement, offset);
  }

  #close(): void {
    const draft = this.#draft;
    this.#draft = undefined;
    const entry = draft && finishDraft(draft, this.#desk);
    if (draft === undefined || entry === undefined) return;
    const twin = keysOf(entry).flatMap((key) => this.#keys.get(key) ?? [])[0];
    const place = draft.words.first ?? entry.at;
    if (twin !== undefined) {
      const finding = say.duplicateEntry(entry.id === "" ? entry.source : entry.id, positionOf(twin).line);
      this.#report(finding, place.start, place.end);
      return;
    }
    for (const key of keysOf(entry)) this.#keys.set(key, place);
    if (isHeader(entry)) this.#header = entry;
    else this.#entries.push(entry);
    if (entry.id !== "" || entry.obsolete || isHeader(entry)) return;
    this.#desk.reporter.report({ ...say.missingMsgctxt(), severity: "warning", at: place });
  }

  finish(): PoFile {
    this.#close();
    return {
      header: readHeader(this.#header?.text ?? ""),
      headerComments: this.#header?.remarks ?? [],
      entries: this.#entries,
      source: this.#desk.source,
    };
  }
}

/** Whether a keyword can only belong to the next entry. */
function beginsAnother(name: string, obsolete: boolean, { words, obsolete: was }: Draft): boolean {
  if (was !== obsolete) return true;
  if (name === "msgctxt") return !words.isEmpty;
  return name === "msgid" && (words.has("msgid") || words.has("msgstr"));
}

/** No two entries of a file may share one of these: the GNU tools refuse it, and a text has one translation. */
const keysOf = ({ id, source, obsolete }: PoEntry): readonly string[] => [
  `${id}\u0004${source}`,
  ...(id === "" || obsolete ? [] : [id]),
];
