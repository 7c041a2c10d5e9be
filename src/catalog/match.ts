/** Units and the entries of an old file → which entry belongs to which unit. By id and text, never by likeness. */
import { comparePlaces, listPlace } from "./list-place.js";
import type { PoEntry } from "./po.js";
import { plainForm } from "./same-text.js";
import type { Unit } from "./unit.js";

export interface Matches {
  /** By id of the unit. */
  readonly found: ReadonlyMap<string, PoEntry>;
  /** Entries that no unit asks for, in order. */
  readonly left: readonly PoEntry[];
}

/** By what a unit and an entry find each other; undefined for those that are not asked. */
interface Pass {
  readonly entries: (entry: PoEntry) => boolean;
  readonly key: (id: string, text: string) => string | undefined;
}

const isActive = ({ obsolete }: PoEntry): boolean => !obsolete;
/** Obsolete entries are kept for their translations. */
const isRevivable = ({ obsolete, text }: PoEntry): boolean => obsolete && text !== "";

const sameIdAndText = (id: string, text: string): string => `${id}\n${text}`;
const sameIdAndWords = (id: string, text: string): string => `${id}\n${plainForm(text)}`;
const sameListAndText = (id: string, text: string): string | undefined => listed(id, text);
const sameListAndWords = (id: string, text: string): string | undefined => listed(id, plainForm(text));
/** A number is no name: what stood at that place once tells nothing about what stands there now. */
const sameName = (id: string): string | undefined => (listPlace(id) === undefined ? id : undefined);

function listed(id: string, text: string): string | undefined {
  const list = listPlace(id)?.list;
  return list === undefined ? undefined : `${list}\n${text}`;
}

/** In this order: a file never holds the same id with the same text twice, not even once obsolete. */
const BY_TEXT: readonly Pass[] = [
  { entries: isActive, key: sameIdAndText },
  { entries: isRevivable, key: sameIdAndText },
  { entries: isActive, key: sameListAndText },
  { entries: isActive, key: sameListAndWords },
  { entries: isRevivable, key: sameListAndWords },
];

/** Then by name alone: the French was edited. */
const BY_NAME: readonly Pass[] = [
  { entries: isActive, key: sameName },
  { entries: isRevivable, key: sameIdAndWords },
  { entries: isRevivable, key: sameName },
];

export function matchUnits(units: readonly Unit[], entries: readonly PoEntry[]): Matches {
  const matcher = new Matcher(units, entries);
  for (const pass of BY_TEXT) matcher.run(pass);
  matcher.matchByPlace();
  for (const pass of BY_NAME) matcher.run(pass);
  return matcher.result();
}

class Matcher {
  readonly #units: readonly Unit[];
  readonly #entries: readonly PoEntry[];
  readonly #found = new Map<string, PoEntry>();
  readonly #free: Set<PoEntry>;

  constructor(units: readonly Unit[], entries: readonly PoEntry[]) {
    this.#units = units;
    this.#entries = entries;
    this.#free = new Set(entries);
  }

  run({ entries, key }: Pass): void {
    const waiting = new Map<string, PoEntry[]>();
    for (const entry of this.#free) {
      const name = entries(entry) ? key(entry.id, entry.source) : undefined;
      if (name !== undefined) push(waiting, name, entry);
    }
    if (waiting.size === 0) return;
    for (const unit of this.#units) {
      if (this.#found.has(unit.id)) continue;
      const name = key(unit.id, unit.text);
      const entry = name === undefined ? undefined : waiting.get(name)?.shift();
      if (entry !== undefined) this.#take(unit, entry);
    }
  }

  #take(unit: Unit, entry: PoEntry): void {
    this.#found.set(unit.id, entry);
    this.#free.delete(entry);
  }

  /** What is left of a list is paired in order, between the neighbours whose texts stayed. */
  matchByPlace(): void {
    const entries = groupByList(this.#entries.filter(isActive));
    for (const [list, units] of groupByList(this.#units)) {
      if (units.some(({ id }) => !this.#found.has(id))) this.#matchList(units, entries.get(list) ?? []);
    }
  }

  #matchList(units: readonly Unit[], entries: readonly PoEntry[]): void {
    const places = new Map<PoEntry | undefined, number>(entries.map((entry, place) => [entry, place]));
    const stayed = units.map(({ id }) => places.get(this.#found.get(id)));
    const ends = nextPlaces(stayed, entries.length);
    let next = 0;
    for (const [index, unit] of units.entries()) {
      const place = stayed[index];
      if (place !== undefined) next = place + 1;
      if (this.#found.has(unit.id)) continue;
      while (next < ends[index]! && !this.#free.has(entries[next]!)) next += 1;
      if (next < ends[index]!) this.#take(unit, entries[next]!);
    }
  }

  result(): Matches {
    return { found: this.#found, left: this.#entries.filter((entry) => this.#free.has(entry)) };
  }
}

/** For each unit the place at which the next matched one stands; `end` where none follows. */
function nextPlaces(places: readonly (number | undefined)[], end: number): readonly number[] {
  let next = end;
  return places
    .toReversed()
    .map((place) => {
      const known = next;
      next = place ?? next;
      return known;
    })
    .reverse();
}

/** What belongs to lists, by list, each in the order of its numbers. */
function groupByList<T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const lists = new Map<string, { readonly one: T; readonly place: readonly number[] }[]>();
  for (const one of all) {
    const found = listPlace(one.id);
    if (found !== undefined) push(lists, found.list, { one, place: found.place });
  }
  return new Map(
    [...lists].map(([list, members]) => [
      list,
      members.sort((a, b) => comparePlaces(a.place, b.place)).map(({ one }) => one),
    ]),
  );
}

function push<K, T>(lists: Map<K, T[]>, key: K, one: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [one]);
  else list.push(one);
}
