/** A PO file → its text, in the order of the GNU tools, so that a save in Poedit changes what was translated only. */
import { writeHeader } from "./header.js";
import { FUZZY, type PoEntry, type PoFile } from "./po.js";
import { writeReference } from "./po-line.js";
import { escapeText } from "./po-strings.js";

export function writePo({ header, headerComments, entries }: PoFile): string {
  const isBare = header.size === 0 && headerComments.length === 0;
  const first = [...commented("#", headerComments), 'msgid ""', ...keyed("", "msgstr", writeHeader(header))];
  const blocks = [
    ...(isBare ? [] : [first]),
    ...entries.filter(({ obsolete }) => !obsolete).map(linesOf),
    ...entries.filter(({ obsolete }) => obsolete).map(linesOf),
  ];
  return blocks.map((lines) => `${lines.join("\n")}\n`).join("\n");
}

function linesOf({ id, source, text, previous, ...entry }: PoEntry): readonly string[] {
  const mark = entry.obsolete ? "#~ " : "";
  const before = entry.obsolete ? "#~| " : "#| ";
  const references = entry.references.map(writeReference).join(" ");
  const flags = [...(entry.stale ? [FUZZY] : []), ...entry.flags].join(", ");
  return [
    ...commented("#", entry.remarks),
    ...commented("#.", entry.notes),
    ...(references === "" ? [] : [`#: ${references}`]),
    ...(flags === "" ? [] : [`#, ${flags}`]),
    ...(previous?.id === undefined ? [] : keyed(before, "msgctxt", previous.id)),
    ...(previous?.source === undefined ? [] : keyed(before, "msgid", previous.source)),
    ...(id === "" ? [] : keyed(mark, "msgctxt", id)),
    ...keyed(mark, "msgid", source),
    ...keyed(mark, "msgstr", text),
  ];
}

const commented = (mark: string, lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) => line.split(/\r\n|\n|\r/)).map((line) => (line === "" ? mark : `${mark} ${line}`));

/** A text of several lines begins on the line below its keyword; lines are cut nowhere else. */
function keyed(prefix: string, keyword: string, text: string): readonly string[] {
  const parts = text.split(/(?<=\n)/).map((part) => `"${escapeText(part)}"`);
  if (parts.length < 2) return [`${prefix}${keyword} ${parts[0] ?? '""'}`];
  return [`${prefix}${keyword} ""`, ...parts.map((part) => prefix + part)];
}
