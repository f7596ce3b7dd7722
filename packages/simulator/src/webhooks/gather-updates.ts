import type { World } from '../world.ts';
import type { Update } from './compose-webhook.ts';

const kindOf = (update: Update): 'messages' | 'statuses' => (update.kind === 'status' ? 'statuses' : 'messages');

/** On their way into a webhook, updates may be repeated, held back and gathered: only where a fault asks for it. */
export class UpdateGatherer {
  readonly #world: () => World;
  readonly #dispatch: (updates: Update[]) => void;
  readonly #gathered: Update[] = [];
  #flushing = false;
  #held = 0;

  constructor(world: () => World, dispatch: (updates: Update[]) => void) {
    this.#world = world;
    this.#dispatch = dispatch;
  }

  get idle(): boolean {
    return this.#held === 0 && this.#gathered.length === 0;
  }

  clear(): void {
    this.#gathered.length = 0;
  }

  add(update: Update): void {
    const { faults } = this.#world();
    const concerns = (fault: { of: string }) => fault.of === 'all' || fault.of === kindOf(update);
    const copies = faults.strike('duplicate', concerns)?.copies ?? 0;
    for (let i = 0; i <= copies; i++) {
      const shuffle = faults.strike('shuffle', concerns);
      if (shuffle) void this.#hold(update, this.#world().random() * shuffle.windowMs);
      else this.#gather(update);
    }
  }

  async #hold(update: Update, ms: number): Promise<void> {
    const { clock, stop } = this.#world();
    this.#held += 1;
    await clock.sleep(ms, stop.signal);
    this.#held -= 1;
    this.#gather(update);
  }

  #gather(update: Update): void {
    const batch = this.#world().faults.strike('batch');
    if (!batch) return this.#dispatch([update]);
    this.#gathered.push(update);
    if (this.#gathered.length >= batch.max) this.#dispatch(this.#gathered.splice(0));
    else if (!this.#flushing) void this.#flushAfter(batch.windowMs);
  }

  async #flushAfter(ms: number): Promise<void> {
    const { clock, stop } = this.#world();
    this.#flushing = true;
    await clock.sleep(ms, stop.signal);
    this.#flushing = false;
    if (this.#gathered.length > 0) this.#dispatch(this.#gathered.splice(0));
  }
}
