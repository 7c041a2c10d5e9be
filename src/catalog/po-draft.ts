/** All lines of one entry → the entry, or what it lacks. */
import type { Finding } from "../content/finding.js";
import type { Span } from "../diagnostics/diagnostic.js";
import * as say from "./messages.js";
import { FUZZY, type PoEntry, type Previous } from "./po.js";
import { readFlags, readReferences } from "./po-line.js";
import { type Desk, report, Words } from "./po-words.js";

/** All that stands above the words of an entry. */
export interface Heading {
  readonly remarks: string[];
  readonly notes: string[];
  readonly references: string[];
  readonly flags: string[];
  readonly previous: Words;
}

export const emptyHeading = (desk: Desk): Heading => ({
  remarks: [],
  notes: [],
  references: [],
  flags: [],
  previous: new Words(desk),
});

export interface Draft {
  readonly heading: Heading;
  readonly words: Words;
  readonly obsolete: boolean;
}

/** The header of a file has neither an id nor a French text. */
export const isHeader = ({ id, source, obsolete }: PoEntry): boolean => id === "" && source === "" && !obsolete;

/** The entry, or undefined when it cannot be used; both are told. */
export function finishDraft({ heading, words, obsolete }: Draft, desk: Desk): PoEntry | undefined {
  const fail = (finding: Finding, { start, end }: Span): undefined => {
    report(desk, finding, start, end);
  };
  const { first, plural } = words;
  if (first === undefined) return undefined;
  if (plural !== undefined) return fail(say.pluralEntry(), plural);
  const source = words.text("msgid");
  const msgid = words.at("msgid");
  if (source === undefined || msgid === undefined) return fail(say.missingMsgid(), first);
  for (const [name, at] of words.bare) fail(say.emptyKeyword(name), at);
  if (!words.has("msgstr")) fail(say.missingMsgstr(), msgid);
  const flags = heading.flags.flatMap(readFlags);
  return {
    id: words.text("msgctxt") ?? "",
    source,
    text: words.text("msgstr") ?? "",
    stale: flags.includes(FUZZY),
    flags: flags.filter((flag) => flag !== FUZZY),
    remarks: heading.remarks,
    notes: heading.notes,
    references: heading.references.flatMap(readReferences),
    previous: previousOf(heading.previous),
    obsolete,
    at: words.at("msgstr") ?? msgid,
  };
}

function previousOf(words: Words): Previous | undefined {
  const [id, source] = [words.text("msgctxt"), words.text("msgid")];
  return id === undefined && source === undefined ? undefined : { id, source };
}
