import type { QueryKey } from '@tanstack/react-query';
import { queryClient } from '../../api/index.ts';

interface Replay<Event> {
  /** An event came: it is kept for the reads that are under way. */
  tell(event: Event): void;
  stop(): void;
}

/** As many as can come while one read is under way. */
const KEPT = 500;

/**
 * A read that began before an event and ended after it may not have it: every event that came since the reading began is laid
 * over what was read. Events carry whole states, so that laying one over twice is nothing.
 */
export function replayAfterRead<Event>(
  isOurs: (key: QueryKey) => boolean,
  apply: (key: QueryKey, event: Event) => void,
): Replay<Event> {
  let count = 0;
  let kept: { readonly number: number; readonly event: Event }[] = [];
  const begunAt = new Map<string, number>();
  const stop = queryClient.getQueryCache().subscribe((notice) => {
    if (notice.type !== 'updated' || !isOurs(notice.query.queryKey)) return;
    const { queryHash, queryKey } = notice.query;
    if (notice.action.type === 'fetch') begunAt.set(queryHash, count);
    if (notice.action.type !== 'success' || notice.action.manual === true) return;
    const since = begunAt.get(queryHash) ?? count;
    for (const { number, event } of kept) if (number > since) apply(queryKey, event);
  });
  return {
    tell(event) {
      kept = [...kept.slice(-KEPT), { number: ++count, event }];
    },
    stop,
  };
}
