/** Finished things by key, up to a total weight; the ones unused for longest go first. */
export class LruCache<Value> {
  readonly #entries = new Map<string, { readonly value: Value; readonly weight: number }>();
  readonly #limit: number;
  readonly #weigh: (value: Value) => number;
  #weight = 0;

  constructor(limit: number, weigh: (value: Value) => number) {
    this.#limit = limit;
    this.#weigh = weigh;
  }

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  set(key: string, value: Value): void {
    this.#drop(key);
    const weight = this.#weigh(value);
    this.#entries.set(key, { value, weight });
    this.#weight += weight;
    if (this.#weight > this.#limit) this.#makeRoom(key);
  }

  /**
   * Drops a tenth at once: finding the oldest entry of a Map steps over every entry deleted before it, so that dropping
   * one at a time would take longer and longer.
   */
  #makeRoom(newest: string): void {
    for (const oldest of this.#entries.keys()) {
      if (this.#weight <= 0.9 * this.#limit || oldest === newest) return;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#entries.delete(key);
    this.#weight -= entry.weight;
  }
}
