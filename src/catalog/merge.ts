/** The kit's texts and the translations so far → the catalog as translators get it, and what became of each text. */
import { type HeaderOptions, headerFor } from "./header.js";
import { matchUnits } from "./match.js";
import { flagsFor, notesFor, referenceFor } from "./notes.js";
import type { PoEntry, PoFile, Previous } from "./po.js";
import { isSameText, plainForm } from "./same-text.js";
import type { Unit } from "./unit.js";

export interface MergeOptions extends HeaderOptions {
  /** Ids of texts whose new French means what the old one meant: their translations stay right. */
  readonly minor?: ReadonlySet<string> | "all" | undefined;
}

/**
 * What became of a text: `kept` as it was; `retouched`, its French typed otherwise; `minor`, its French changed as the
 * author said; `changed`, now stale; `returned` to the French that its translation was made from; `revived` from the
 * obsolete ones; `prefilled` with the translation of another text in the same words, stale; `added` without one.
 */
export type Outcome = "kept" | "retouched" | "minor" | "changed" | "returned" | "revived" | "prefilled" | "added";

export interface MergeReport {
  /** Ids of the texts by what became of them, in the order of the kit. */
  readonly outcomes: Readonly<Record<Outcome, readonly string[]>>;
  /** Ids of the translations that became obsolete. */
  readonly removed: readonly string[];
}

export interface Merged {
  readonly file: PoFile;
  readonly report: MergeReport;
}

/** No translation is ever lost: what no text asks for any more stays as obsolete. Merging twice changes nothing. */
export function merge(units: readonly Unit[], old: PoFile | undefined, options: MergeOptions): Merged {
  const entries = old?.entries ?? [];
  const { found, left } = matchUnits(units, entries);
  const inSameWords = translationsByWords(entries);
  const minor = (id: string): boolean => options.minor === "all" || options.minor?.has(id) === true;
  const made = units.map((unit): Made => {
    const entry = found.get(unit.id);
    if (entry === undefined) return prefill(unit, inSameWords);
    if (entry.text === "" && entry.source !== unit.text) return prefill(unit, inSameWords, entry);
    return update(unit, entry, minor(unit.id));
  });
  const kept = left.filter(({ text }) => text !== "");
  return {
    file: {
      header: headerFor(options, old?.header),
      headerComments: old?.headerComments ?? [],
      entries: [...made.map(({ entry }) => entry), ...kept.map(retire)],
      source: old?.source,
    },
    report: { outcomes: byOutcome(made), removed: kept.filter(({ obsolete }) => !obsolete).map(({ id }) => id) },
  };
}

/** What a new language starts from: all texts, no translations. */
export const template = (units: readonly Unit[], options: HeaderOptions): PoFile =>
  merge(units, undefined, options).file;

interface Made {
  readonly entry: PoEntry;
  readonly outcome: Outcome;
}

/** What an entry owes to its translators; the rest comes from the unit. */
type Translation = Pick<PoEntry, "text" | "stale" | "previous" | "remarks" | "flags" | "at">;

const entryFor = (unit: Unit, { text, stale, previous, remarks, flags, at }: Translation): PoEntry => ({
  id: unit.id,
  source: unit.text,
  text,
  stale: stale && text !== "",
  flags: flagsFor(unit, flags),
  remarks,
  notes: notesFor(unit),
  references: [referenceFor(unit)],
  // What is not stale any more has no earlier French.
  previous: stale && text !== "" ? previous : undefined,
  obsolete: false,
  at,
});

function update(unit: Unit, entry: PoEntry, minor: boolean): Made {
  const outcome = compare(unit, entry, minor);
  const isRevived = entry.obsolete;
  const change =
    outcome === "changed"
      ? { stale: true, previous: previousOf(entry) }
      : outcome === "returned"
        ? { stale: false }
        : {};
  return { entry: entryFor(unit, { ...entry, ...change }), outcome: isRevived ? "revived" : outcome };
}

function compare(unit: Unit, entry: PoEntry, minor: boolean): Outcome {
  if (entry.source === unit.text) return "kept";
  if (hasReturned(unit, entry)) return "returned";
  if (isSameText(entry.source, unit.text)) return "retouched";
  return minor ? "minor" : "changed";
}

const hasReturned = ({ text }: Unit, { stale, previous }: PoEntry): boolean =>
  stale && previous?.source !== undefined && previous.id === undefined && isSameText(previous.source, text);

/**
 * The French that the translation was made from: the oldest one that is known. An entry that is stale without one was
 * marked by a person; naming its id keeps it stale until a person has looked at it, whatever the French becomes.
 */
function previousOf({ id, source, stale, previous }: PoEntry): Previous {
  if (!stale) return { source };
  return previous?.source === undefined ? { id: previous?.id ?? id, source } : previous;
}

/** A text without translation, or with that of the same words elsewhere, which a person has to look at. */
function prefill(unit: Unit, inSameWords: ReadonlyMap<string, PoEntry>, entry?: PoEntry): Made {
  const { remarks = [], flags = [] } = entry ?? {};
  const twin = inSameWords.get(unit.text) ?? inSameWords.get(plainForm(unit.text));
  if (twin === undefined) {
    const empty = { text: "", stale: false, previous: undefined, remarks, flags, at: entry?.at ?? unit.at };
    return { entry: entryFor(unit, empty), outcome: entry === undefined ? "added" : "kept" };
  }
  const { text, at, id, source } = twin;
  return {
    entry: entryFor(unit, { text, stale: true, previous: { id, source }, remarks, flags, at }),
    outcome: "prefilled",
  };
}

/** The first translation of each text, by the text as written and by its words. */
function translationsByWords(entries: readonly PoEntry[]): ReadonlyMap<string, PoEntry> {
  const usable = entries.filter(({ text, stale }) => text.trim() !== "" && !stale).toReversed();
  return new Map([
    ...usable.map((entry) => [plainForm(entry.source), entry] as const),
    ...usable.map((entry) => [entry.source, entry] as const),
  ]);
}

/** Notes and places are those of a text that the kit has. */
const retire = (entry: PoEntry): PoEntry =>
  entry.obsolete ? entry : { ...entry, notes: [], references: [], obsolete: true };

function byOutcome(made: readonly Made[]): Readonly<Record<Outcome, readonly string[]>> {
  const of = (outcome: Outcome): readonly string[] =>
    made.flatMap((one) => (one.outcome === outcome ? [one.entry.id] : []));
  return {
    kept: of("kept"),
    retouched: of("retouched"),
    minor: of("minor"),
    changed: of("changed"),
    returned: of("returned"),
    revived: of("revived"),
    prefilled: of("prefilled"),
    added: of("added"),
  };
}
