import { Fault } from './errors.ts';

export interface BatcherOptions<I, O> {
  /** At most so many in one run. */
  readonly maxItems: number;
  /** At most so many bytes (the sizes given to `add`) in one run; one larger item runs alone. */
  readonly maxBytes?: number;
  /** Answers in the order of its items. */
  run(items: I[]): Promise<readonly O[]>;
  /** Runs at the same time; default 1. */
  readonly concurrency?: number;
  /** Waits so long for company before a run that would not be full; default 0: none, for while one runs the next gathers. */
  readonly lingerMs?: number;
  /** Items that may wait before `add` refuses; default 10,000. */
  readonly maxQueued?: number;
}

export interface Batcher<I, O> {
  /** Rejects with what `run` threw, or with Fault('unavailable') at once when too many wait. */
  add(item: I, size?: number): Promise<O>;
  readonly queued: number;
  readonly running: number;
  /** Resolves when nothing waits or runs. */
  idle(): Promise<void>;
}

interface Waiting<I, O> {
  readonly item: I;
  readonly size: number;
  readonly resolve: (value: O) => void;
  readonly reject: (reason: unknown) => void;
}

/** Natural batching: an idle batcher runs at the end of the current turn of the event loop; a busy one gathers until a run is over. */
export function createBatcher<I, O>(options: BatcherOptions<I, O>): Batcher<I, O> {
  const { maxItems, maxBytes = Number.POSITIVE_INFINITY, concurrency = 1, lingerMs = 0, maxQueued = 10_000 } = options;
  let queue: Waiting<I, O>[] = [];
  let running = 0;
  let scheduled = false;
  let lingering: NodeJS.Timeout | undefined;
  let idlers: (() => void)[] = [];

  function schedule(): void {
    if (queue.length === 0 || running >= concurrency) return;
    if (lingering !== undefined && queue.length >= maxItems) {
      clearTimeout(lingering);
      lingering = undefined;
      scheduled = false;
    }
    if (scheduled) return;
    scheduled = true;
    if (lingerMs > 0 && queue.length < maxItems) lingering = setTimeout(start, lingerMs);
    else setImmediate(start);
  }

  function take(): Waiting<I, O>[] {
    let bytes = 0;
    let count = 0;
    for (const { size } of queue) {
      if (count === maxItems || (count > 0 && bytes + size > maxBytes)) break;
      bytes += size;
      count++;
    }
    const batch = count === queue.length ? queue : queue.slice(0, count);
    queue = count === queue.length ? [] : queue.slice(count);
    return batch;
  }

  function start(): void {
    scheduled = false;
    lingering = undefined;
    while (queue.length > 0 && running < concurrency) void runOne(take());
  }

  async function runOne(batch: Waiting<I, O>[]): Promise<void> {
    running++;
    try {
      const answers = await options.run(batch.map((w) => w.item));
      if (answers.length !== batch.length)
        throw new Fault('internal', `A batch of ${batch.length} got ${answers.length} answers.`);
      batch.forEach((w, i) => w.resolve(answers[i] as O)); // as many answers as items, by the line above
    } catch (error) {
      for (const w of batch) w.reject(error);
    }
    running--;
    if (queue.length > 0) schedule();
    else if (running === 0) wakeIdlers();
  }

  function wakeIdlers(): void {
    const woken = idlers;
    idlers = [];
    for (const wake of woken) wake();
  }

  return {
    add(item, size = 0) {
      if (queue.length >= maxQueued) return Promise.reject(new Fault('unavailable', 'Too much is waiting already.'));
      return new Promise<O>((resolve, reject) => {
        queue.push({ item, size, resolve, reject });
        schedule();
      });
    },
    get queued() {
      return queue.length;
    },
    get running() {
      return running;
    },
    idle: () =>
      queue.length === 0 && running === 0 ? Promise.resolve() : new Promise((resolve) => idlers.push(resolve)),
  };
}
