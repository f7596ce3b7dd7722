export type SimulatorEventType = 'message' | 'chat' | 'customer' | 'number' | 'webhook' | 'reset';

export interface SimulatorEvent {
  /** Boot id and count; a page that shows another boot's cursor reads everything afresh. */
  cursor: string;
  at: number;
  type: SimulatorEventType;
  /** What it is about, as JSON text: written once, sent to every page as it stands. */
  text: string;
}

/** What happened, for pages that look on: a bounded past, and listeners. */
export class EventFeed {
  readonly boot: string;
  readonly #limit: number;
  readonly #listeners = new Set<(event: SimulatorEvent) => void>();
  #past: SimulatorEvent[] = [];
  #count = 0;

  constructor(boot: string, limit: number) {
    this.boot = boot;
    this.#limit = limit;
  }

  get cursor(): string {
    return `${this.boot}-${this.#count}`;
  }

  publish(at: number, type: SimulatorEventType, data: unknown): void {
    this.#count += 1;
    const event: SimulatorEvent = { cursor: this.cursor, at, type, text: JSON.stringify(data) };
    this.#past.push(event);
    if (this.#past.length > this.#limit * 2) this.#past = this.#past.slice(-this.#limit);
    for (const listener of this.#listeners) listener(event);
  }

  /** The events after a cursor; undefined when they are no longer, or never were, remembered here. */
  after(cursor: string): SimulatorEvent[] | undefined {
    const split = cursor.lastIndexOf('-');
    const count = Number(cursor.slice(split + 1));
    if (cursor.slice(0, split) !== this.boot || !Number.isInteger(count)) return undefined;
    const missing = this.#count - count;
    if (missing < 0 || missing > this.#past.length) return undefined;
    return missing === 0 ? [] : this.#past.slice(-missing);
  }

  listen(listener: (event: SimulatorEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
