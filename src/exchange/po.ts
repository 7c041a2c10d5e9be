/** A PO file, as Poedit or Weblate saves it → its rows; or the one sentence that says why not. */
import { type PoEntry, type PoFile, readPo } from "../catalog/index.js";
import type { Diagnostic, Source } from "../diagnostics/index.js";
import type { Reporter } from "../diagnostics/limit.js";
import { isLanguage } from "./languages.js";
import * as say from "./messages.js";
import { type Received, type ReceivedRow, wholeFile } from "./received.js";
import type { Expected } from "./table.js";

/** What a translator’s program writes of who translated. */
const CREDITS = ["PO-Revision-Date", "Last-Translator", "Language-Team"];

/** What is wrong in the file is reported at its line; then nothing of it is taken, and the result is undefined. */
export function readPoFile(
  text: string,
  { name, target }: Expected,
  reporter: Reporter,
): Received | Diagnostic | undefined {
  const source: Source = { name, text };
  let isBroken = false;
  const file = readPo(source, {
    report(problem) {
      if (problem.severity === "error") isBroken = true;
      reporter.report(problem);
    },
  });
  if (file === undefined || isBroken) return undefined;
  const language = file.header.get("Language") ?? "";
  if (language !== "" && !isLanguage(language, target.tag))
    return say.otherLanguage(wholeFile(source), language, target.tag);
  return { rows: rowsIn(file), keepsStates: true, credits: creditsIn(file) };
}

/** Entries without an id were reported; obsolete ones belong to no text. */
const rowsIn = ({ entries }: PoFile): readonly ReceivedRow[] =>
  entries.filter(({ id, obsolete }) => id !== "" && !obsolete).map(rowOf);

const rowOf = ({ id, source, text, stale, previous, remarks, at }: PoEntry): ReceivedRow => ({
  id,
  french: source,
  translation: text,
  state: text.trim() === "" ? "missing" : stale ? "stale" : "translated",
  approved: false,
  remarks,
  previous: previous?.source,
  at,
});

const creditsIn = ({ header }: PoFile): ReadonlyMap<string, string> =>
  new Map([...header].filter(([name, value]) => CREDITS.includes(name) && value !== ""));
