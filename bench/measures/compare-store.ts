import type { Book } from '../load/index.ts';
import type { Ours } from '../subjects/start-ours.ts';

export interface StoreComparison {
  readonly asked: number;
  /** Asked and acknowledged, but not in the store exactly once. */
  readonly notOnce: number;
  /** Replies in the store that the Graph API accepted but the store does not say so. */
  readonly notRecorded: number;
  readonly lost: number;
  readonly doubled: number;
}

interface ListedMessage {
  readonly direction: 'in' | 'out';
  readonly providerId?: string | null;
  readonly status: string;
}

const onTheirWay = new Set(['queued', 'unknown']);

/** A message has made its whole way when the double has its reply and the store knows that it was accepted. */
export async function compareStore(ours: Ours, book: Book): Promise<StoreComparison> {
  const listed = await ours.program.cli<ListedMessage[]>('messages', 'list', '--workspace', ours.channel.workspaceId);
  const seen = new Map<string, number>();
  for (const { direction, providerId } of listed)
    if (direction === 'in' && providerId) seen.set(providerId, (seen.get(providerId) ?? 0) + 1);
  const acked = book.questions.filter(({ ackedAt }) => !Number.isNaN(ackedAt));
  const { asked, lost, doubled } = book.totals();
  return {
    asked,
    lost,
    doubled,
    notOnce: acked.filter(({ wamid }) => seen.get(wamid) !== 1).length,
    notRecorded: listed.filter(({ direction, status }) => direction === 'out' && onTheirWay.has(status)).length,
  };
}
