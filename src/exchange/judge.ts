/** A row that came back and the entry of its text → what becomes of the entry. */
import type { PoEntry, Previous, Unit } from "../catalog/index.js";
import type { Diagnostic } from "../diagnostics/index.js";
import { checkTranslation } from "../translation/checks.js";
import * as say from "./messages.js";
import { comparable, isBlank, isSameFrench } from "./plain.js";
import type { ReceivedRow } from "./received.js";

/**
 * `updated` with a new translation or state; `stale`, new but made from another French; `noted`, with a new remark only;
 * `refused`, for it lost something; `emptied`, which changes nothing; `unchanged`.
 */
export type Verdict = "updated" | "stale" | "noted" | "refused" | "emptied" | "unchanged";

export interface Judgement {
  readonly verdict: Verdict;
  /** The entry as it is to be; the same object when nothing changes. */
  readonly entry: PoEntry;
  readonly problems: readonly Diagnostic[];
  /** Somebody found the translation right as it now is. */
  readonly approved: boolean;
}

/** `keepsStates`: see `Received`. `entry` is that of today’s catalog, its French that of `unit`. */
export function judge(row: ReceivedRow, unit: Unit, entry: PoEntry, keepsStates: boolean): Judgement {
  const isOutdated = !isSameFrench(row.french, unit.text);
  const isEmpty = isBlank(row.translation);
  const isEdited = !isEmpty && comparable(row.translation) !== comparable(entry.text);
  const noted = withRemarks(entry, row.remarks);
  if (isEmpty && !isBlank(entry.text))
    return { verdict: "emptied", entry: noted, problems: [say.emptied(row.at, unit.id)], approved: false };

  const text = isEdited ? clean(row.translation) : entry.text;
  const stale = isBlank(text) ? entry.stale : staleAfter(row, entry, { isEdited, isOutdated, keepsStates });
  // In a spreadsheet « relu » stays beside a text that was changed after.
  const approved = row.approved && !isBlank(text) && !stale && !isOutdated && (keepsStates || !isEdited);
  if (!isEdited && stale === entry.stale)
    return { verdict: noted === entry ? "unchanged" : "noted", entry: noted, problems: [], approved };

  const translated = { ...unit, text: isOutdated ? row.french : unit.text };
  const problems = isEdited || !stale ? checkTranslation(translated, text, row.at) : [];
  if (problems.some(({ severity }) => severity === "error"))
    return { verdict: "refused", entry, problems, approved: false };
  const previous = stale ? previousOf(row, entry, isOutdated) : undefined;
  // Nothing is lost: a translation of today’s French that gives way to an older one stays as a remark.
  const isFresh = isOutdated && !entry.stale && !isBlank(entry.text);
  const kept = isFresh ? withRemarks(noted, [say.REPLACED, ...linesOf(entry.text)]) : noted;
  return {
    verdict: isOutdated ? "stale" : "updated",
    entry: { ...kept, text, stale, previous },
    problems,
    approved,
  };
}

const clean = (text: string): string => text.replace(/\r\n?/g, "\n").trim();

const linesOf = (text: string): readonly string[] => text.split(/\r\n?|\n/);

interface Change {
  readonly isEdited: boolean;
  readonly isOutdated: boolean;
  readonly keepsStates: boolean;
}

function staleAfter(
  { state }: ReceivedRow,
  { stale }: PoEntry,
  { isEdited, isOutdated, keepsStates }: Change,
): boolean {
  if (isOutdated) return isEdited || stale;
  switch (state) {
    case "translated":
      return false;
    case "stale":
      return keepsStates || !isEdited || !stale;
    default:
      return !isEdited && stale;
  }
}

/** The French that the translation was made from. */
function previousOf(
  { french, state, previous }: ReceivedRow,
  entry: PoEntry,
  isOutdated: boolean,
): Previous | undefined {
  if (!isOutdated) return entry.previous;
  const source = state === "stale" && previous !== undefined ? previous : french;
  return isBlank(source) ? undefined : { source };
}

/** Remarks are added, never taken away. */
function withRemarks(entry: PoEntry, remarks: readonly string[]): PoEntry {
  const known = new Set(entry.remarks.map(comparable));
  const added = remarks.filter((remark) => !known.has(comparable(remark)));
  return added.length === 0 ? entry : { ...entry, remarks: [...entry.remarks, ...added] };
}
