import type { Clock } from '@balcao/kernel';

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

export interface SteppingClock extends Clock {
  /** Moves on and wakes whoever slept until then. */
  advance(ms: number): void;
}

/** Stands still until it is moved. */
export function steppingClock(start = new Date('2026-11-21T12:00:00Z')): SteppingClock {
  let passed = 0;
  const sleepers = new Set<Sleeper>();
  return {
    now: () => new Date(start.getTime() + passed),
    monotonic: () => passed,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const sleeper: Sleeper = { until: passed + ms, wake };
        function wake() {
          sleepers.delete(sleeper);
          signal?.removeEventListener('abort', wake);
          resolve();
        }
        if (signal?.aborted) return resolve();
        sleepers.add(sleeper);
        signal?.addEventListener('abort', wake);
      }),
    advance(ms) {
      passed += ms;
      for (const sleeper of [...sleepers]) if (sleeper.until <= passed) sleeper.wake();
    },
  };
}
