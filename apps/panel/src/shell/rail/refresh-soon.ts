import { type ReadName, refresh } from '../../api/index.ts';

const waiting = new Set<ReadName>();

/** Counts follow a stream of events at a walking pace: at most once in two seconds each. */
export function refreshSoon(name: ReadName): void {
  if (waiting.has(name)) return;
  waiting.add(name);
  setTimeout(() => {
    waiting.delete(name);
    void refresh(name);
  }, 2_000);
}
