/** Remembers by key, in the order of arrival; beyond `limit` the oldest is forgotten. */
export class Ring<V> {
  readonly #items = new Map<string, V>();
  readonly #limit: number;
  readonly #forgotten: (value: V) => void;

  constructor(limit: number, forgotten: (value: V) => void = () => {}) {
    this.#limit = limit;
    this.#forgotten = forgotten;
  }

  get size(): number {
    return this.#items.size;
  }

  get(key: string): V | undefined {
    return this.#items.get(key);
  }

  set(key: string, value: V): void {
    this.#items.set(key, value);
    if (this.#items.size > this.#limit) this.forgetOldest();
  }

  delete(key: string): void {
    this.#items.delete(key);
  }

  clear(): void {
    this.#items.clear();
  }

  values(): V[] {
    return [...this.#items.values()];
  }

  forgetOldest(): void {
    for (const [key, value] of this.#items) {
      this.#items.delete(key);
      this.#forgotten(value);
      return;
    }
  }
}
