import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../ledger/index.ts';
import { receiveMessages } from './rows.ts';

export interface IncomingMessage {
  readonly id: string;
  readonly conversationId: string;
  readonly providerId: string;
  readonly direction: 'in' | 'out';
  readonly origin: 'customer' | 'phone_app' | 'meta_agent' | 'import';
  readonly kind: string;
  readonly body: string | null;
  readonly content: unknown;
  readonly replyTo: string | null;
  readonly mediaId: string | null;
  readonly receiptId: string;
  readonly at: Date;
  /** False for imported history: it opens no window, counts as no unread, and nobody answers it. */
  readonly live: boolean;
  /** Does somebody have to look at it and perhaps answer? */
  readonly wakes: boolean;
  /** So long to wait for more words before it is answered. */
  readonly waitMs?: number;
}

/** However often more words come: after this long the customer has waited enough. */
const LONGEST_WAIT_MS = 15_000;

/** Stores a batch of one channel once each, in order. Returns the ids that were new. */
export async function receive(
  ctx: WorkspaceCtx,
  tx: Tx,
  channelId: string,
  messages: readonly IncomingMessage[],
): Promise<Set<string>> {
  if (messages.length === 0) return new Set();
  const input = JSON.stringify(
    messages.map((message, n) => ({
      ...message,
      n,
      status: message.direction === 'in' ? 'received' : 'sent',
    })),
  );
  const stored = await tx.rows<{ id: string; seq: number | null; n: number }>(receiveMessages, [
    ctx.workspaceId,
    channelId,
    input,
    ctx.clock.now(),
    LONGEST_WAIT_MS,
  ]);
  if (stored.some((row) => row.seq === null))
    throw new Fault('internal', 'a message came for a conversation that is not there');
  await record(
    tx,
    ctx,
    stored.map((row) => {
      const message = messages[row.n] as IncomingMessage; // n is its index
      return {
        type: 'message.received',
        conversationId: message.conversationId,
        messageId: row.id,
        data: { kind: message.kind, origin: message.origin, direction: message.direction, seq: row.seq },
      };
    }),
  );
  return new Set(stored.map((row) => row.id));
}
