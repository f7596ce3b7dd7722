import type { Place } from '../seat.ts';

const REMEMBERED = 20_000;

/** Where conversations were when last looked at: so that those who may no longer see one are told that it is gone. The oldest are forgotten. */
export class Places {
  readonly #known = new Map<string, Place>();

  get(conversationId: string): Place | undefined {
    return this.#known.get(conversationId);
  }

  set(conversationId: string, place: Place): void {
    this.#known.delete(conversationId);
    this.#known.set(conversationId, place);
    if (this.#known.size <= REMEMBERED) return;
    const [oldest] = this.#known.keys();
    if (oldest !== undefined) this.#known.delete(oldest);
  }
}
