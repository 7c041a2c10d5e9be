/** The kit's texts and a catalog → one row a text, as every format writes it. */
import { entriesById, type PoFile, stateOf, type TextState, type Unit } from "../catalog/index.js";
import * as say from "./messages.js";

export interface Row {
  readonly id: string;
  /** In French: where it is printed. */
  readonly where: string;
  /** What else a translator is told: what to keep, what the author says, the French before its last change. */
  readonly notes: readonly string[];
  readonly french: string;
  /** Empty when there is none yet. */
  readonly translation: string;
  /** Most characters, counted without markup. */
  readonly max?: number | undefined;
  readonly state: TextState;
  /** Read by somebody, as it is now. */
  readonly reviewed: boolean;
  /** What translators wrote beside it. */
  readonly remarks: readonly string[];
}

/** A language as a file names it. */
export interface SheetLanguage {
  /** BCP 47. */
  readonly tag: string;
  /** In the language itself. */
  readonly name: string;
}

/** All that is sent to a translator. */
export interface Sheet {
  /** Id of the kit. */
  readonly kit: string;
  readonly source: SheetLanguage;
  readonly target: SheetLanguage & { readonly direction: "ltr" | "rtl" };
  readonly rows: readonly Row[];
}

/** In the order of the kit. `catalog` was merged with `units`, so that notes and states are today's. */
export function rowsOf(units: readonly Unit[], catalog: PoFile, reviewed: ReadonlySet<string>): readonly Row[] {
  const entries = entriesById(catalog);
  return units.map((unit) => {
    const { id, where, text, max } = unit;
    const entry = entries.get(id);
    const previous = entry?.stale === true ? entry.previous?.source : undefined;
    return {
      id,
      where,
      notes: [
        ...(entry?.notes ?? []).filter((note) => note !== where && !isLimit(note)),
        ...(previous === undefined ? [] : [say.frenchBefore(previous)]),
      ],
      french: text,
      translation: entry?.text ?? "",
      max,
      state: stateOf(entry, unit),
      reviewed: reviewed.has(id),
      remarks: entry?.remarks ?? [],
    };
  });
}

/** The limit has a column of its own. */
const isLimit = (note: string): boolean => note.startsWith("MAX_LENGTH");

/** What is still to be translated or looked at again. */
export const isToDo = ({ state }: Row): boolean => state !== "translated";
