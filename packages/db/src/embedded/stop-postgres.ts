import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from './locks/process-state.ts';

/** Fast shutdown (a checkpoint, then the end); immediate when that takes too long: the write-ahead log makes up for it. */
export async function stopPostgres(pid: number, patienceMs: number): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', patienceMs],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 2_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return; // it is gone
    }
    if (await isGone(pid, patience)) return;
  }
}

export async function isGone(pid: number, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    if (!isRunning(pid)) return true;
    if (performance.now() >= deadline) return false;
    await sleep(10);
  }
}
