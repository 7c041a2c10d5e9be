/** A row that came back → the text of today’s kit that it translates: by its id, or in a list by its French. */
import { type PoEntry, stateOf, type Unit } from "../catalog/index.js";
import { listPlace } from "../catalog/list-place.js";
import { isSameFrench } from "./plain.js";
import type { ReceivedRow } from "./received.js";

/** Finds the text of a row; undefined when the kit has it no more. */
export type FindUnit = (row: Pick<ReceivedRow, "id" | "french">) => Unit | undefined;

export function unitFinder(units: readonly Unit[], entries: ReadonlyMap<string, PoEntry>): FindUnit {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const lists = membersByList(units);
  return ({ id, french }) => {
    const own = byId.get(id);
    const list = listPlace(id)?.list;
    if (list === undefined || (own !== undefined && isSameFrench(own.text, french))) return own;
    // The number says where the text stood when the file was sent; since then others may have come before it.
    const members = lists.get(list) ?? [];
    const moved = only(members, ({ text }) => isSameFrench(text, french));
    const edited = only(members, (unit) => wasMadeFrom(entries.get(unit.id), french));
    if (moved !== undefined || edited !== undefined) return moved ?? edited;
    // Another text now stands at that place: its translation is not to be replaced.
    return own !== undefined && stateOf(entries.get(id), own) !== "translated" ? own : undefined;
  };
}

function membersByList(units: readonly Unit[]): ReadonlyMap<string, readonly Unit[]> {
  const lists = new Map<string, Unit[]>();
  for (const unit of units) {
    const list = listPlace(unit.id)?.list;
    if (list !== undefined) lists.set(list, [...(lists.get(list) ?? []), unit]);
  }
  return lists;
}

const wasMadeFrom = (entry: PoEntry | undefined, french: string): boolean =>
  entry?.stale === true && entry.previous?.source !== undefined && isSameFrench(entry.previous.source, french);

function only<T>(all: readonly T[], isMeant: (one: T) => boolean): T | undefined {
  const [first, ...others] = all.filter(isMeant);
  return others.length === 0 ? first : undefined;
}
