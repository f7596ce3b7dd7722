import type { Output } from '../../api/index.ts';

export type ThreadMessage = Output<'messages.thread'>['messages'][number];
export type ThreadPage = Output<'messages.thread'>;

/** Pages as they were read, the newest first, and in each the newest message first. */
export interface ThreadPages {
  readonly pages: readonly ThreadPage[];
  readonly pageParams: readonly unknown[];
}

/** Oldest first, each once. */
export function messagesOf(pages: ThreadPages | undefined): readonly ThreadMessage[] {
  const seen = new Set<string>();
  const all = (pages?.pages ?? []).flatMap((page) => page.messages).filter(({ id }) => !seen.has(id) && seen.add(id));
  return all.reverse();
}
