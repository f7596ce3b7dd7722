/** One of a kind for each key, made when first asked for. The one not asked for the longest goes when there are too many. */
export class Keyed<T> {
  readonly #made = new Map<string, T>();
  readonly #make: (key: string) => T;
  readonly #most: number;
  constructor(make: (key: string) => T, most = 5_000) {
    this.#make = make;
    this.#most = most;
  }
  of(key: string): T {
    const known = this.#made.get(key);
    const one = known ?? this.#make(key);
    this.#made.delete(key);
    this.#made.set(key, one);
    if (this.#made.size > this.#most) this.#made.delete(this.#made.keys().next().value ?? '');
    return one;
  }
  peek(key: string): T | undefined {
    return this.#made.get(key);
  }
}
