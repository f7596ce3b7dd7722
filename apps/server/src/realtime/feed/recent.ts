import { compareCursors, type LedgerEvent } from '@balcao/core/ledger';

export const REMEMBERED = 5_000;

/** The last events of a workspace, so that a thousand who come back at once are served by one read. */
export class Recent {
  #events: LedgerEvent[] = [];
  /** Everything after this one is here. */
  #start: string;

  constructor(start: string) {
    this.#start = start;
  }

  get start(): string {
    return this.#start;
  }

  append(events: readonly LedgerEvent[]): void {
    this.#events.push(...events);
    const over = this.#events.length - REMEMBERED;
    if (over < REMEMBERED / 10) return; // moved seldom
    this.#start = this.#events[over - 1]?.cursor ?? this.#start;
    this.#events = this.#events.slice(over);
  }

  /** Older ones, right before the first that is here. */
  prepend(start: string, events: readonly LedgerEvent[]): void {
    this.#events = [...events, ...this.#events];
    this.#start = start;
  }

  /** Undefined: some of it is no longer here. */
  since(cursor: string): readonly LedgerEvent[] | undefined {
    if (compareCursors(cursor, this.#start) < 0) return undefined;
    let [from, to] = [0, this.#events.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      const event = this.#events[middle];
      if (event !== undefined && compareCursors(event.cursor, cursor) <= 0) from = middle + 1;
      else to = middle;
    }
    return this.#events.slice(from);
  }
}
