/** An XLIFF 1.2 file, as translation tools save it → its rows; or the one sentence that says why not. */
import type { TextState } from "../catalog/index.js";
import type { Diagnostic, Source } from "../diagnostics/index.js";
import { isLanguage } from "./languages.js";
import * as say from "./messages.js";
import { type Received, type ReceivedRow, remarksIn, wholeFile } from "./received.js";
import type { Expected } from "./table.js";
import { allNamed, childrenNamed, parseXml, textIn, type XmlElement } from "./xml.js";

export function readXliff(text: string, { name, target }: Expected): Received | Diagnostic {
  const source: Source = { name, text };
  const root = parseXml(text);
  if (root === undefined) return say.brokenXml({ source, start: text.length, end: text.length });
  const version = root.attributes.version ?? "";
  if (root.name !== "xliff" || !version.startsWith("1.")) return say.otherXliff(wholeFile(source), root.name, version);
  for (const file of allNamed(root, "file")) {
    const written = file.attributes["target-language"] ?? "";
    const at = { source, start: file.start, end: file.end };
    if (written !== "" && !isLanguage(written, target.tag)) return say.otherLanguage(at, written, target.tag);
  }
  const rows = allNamed(root, "trans-unit").map((unit) => rowOf(unit, source));
  return { rows, keepsStates: true, credits: new Map() };
}

function rowOf(unit: XmlElement, source: Source): ReceivedRow {
  const [target] = childrenNamed(unit, "target");
  const notes = childrenNamed(unit, "note").filter(({ attributes }) => attributes.from !== say.NOTE_AUTHOR);
  return {
    id: unit.attributes.id ?? "",
    french: textIn(childrenNamed(unit, "source")[0]),
    translation: textIn(target),
    state: stateOf(target?.attributes.state),
    approved: unit.attributes.approved === "yes",
    remarks: notes.flatMap((note) => remarksIn(textIn(note))),
    at: { source, start: unit.start, end: unit.end },
  };
}

/** Undefined when the tool does not say. */
function stateOf(written: string | undefined): TextState | undefined {
  if (written === undefined) return undefined;
  if (written === "needs-translation") return "missing";
  return written === "new" || written.startsWith("needs-") ? "stale" : "translated";
}
