/** The id of a text → the list that it belongs to and its place there: numbers in an id say where, not what. */

export interface ListPlace {
  /** The id with a `#` for each number: `deroule/accueil/steps.#.text`. */
  readonly list: string;
  /** The numbers, outermost first. */
  readonly place: readonly number[];
}

const isNumber = (name: string): boolean => /^\d+$/.test(name);

/** Undefined when the id names its text for good. */
export function listPlace(id: string): ListPlace | undefined {
  const cut = id.lastIndexOf("/") + 1;
  const names = id.slice(cut).split(".");
  const place = names.filter(isNumber).map(Number);
  if (place.length === 0) return undefined;
  return { list: id.slice(0, cut) + names.map((name) => (isNumber(name) ? "#" : name)).join("."), place };
}

/** The outermost numbers that differ decide. */
export function comparePlaces(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((number, at) => number !== b[at]);
  return index < 0 ? a.length - b.length : (a[index] ?? 0) - (b[index] ?? 0);
}
