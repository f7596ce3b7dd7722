import type { SimulatorClock } from '../options.ts';

/** Time that only a test moves. */
export function createHandClock(
  start = Date.UTC(2026, 10, 20, 12),
): SimulatorClock & { advance(ms: number): Promise<void> } {
  let now = start;
  const sleepers = new Set<{ at: number; wake: () => void }>();
  const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
  return {
    now: () => new Date(now),
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const sleeper = { at: now + ms, wake: resolve };
        if (ms <= 0 || signal?.aborted) return resolve();
        sleepers.add(sleeper);
        signal?.addEventListener('abort', () => resolve());
      }),
    async advance(ms) {
      now += ms;
      await settle();
      for (const sleeper of sleepers) {
        if (sleeper.at > now) continue;
        sleepers.delete(sleeper);
        sleeper.wake();
      }
      await settle();
    },
  };
}
