import type { OutboundContent } from '@balcao/channels/port';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../ledger/index.ts';
import { queueReplies } from './rows.ts';

/** Meta lets one message per 6 s through to the same person, with a burst of 45 that is paid back. */
export const PAIR_INTERVAL_MS = 6_000;
export const PAIR_BURST = 45;

export interface Reply {
  /** Its id, when it is known before; absent, one is made. */
  readonly id?: string;
  readonly conversationId: string;
  readonly channelId: string;
  readonly origin: 'bot' | 'person' | 'api';
  readonly content: OutboundContent;
  /** The words of it, for lists and search; null where there are none. */
  readonly text: string | null;
  readonly replyTo?: string;
  readonly mediaId?: string;
  /** What its composer called it. */
  readonly clientId?: string;
  /** The failed message that it repeats. */
  readonly retryOf?: string;
  /** Is the channel paced per pair? */
  readonly paced: boolean;
}

export interface QueuedReply {
  readonly id: string;
  readonly conversationId: string;
  readonly channelId: string;
  readonly seq: number;
  readonly waId: string | null;
  readonly bsuid: string | null;
  readonly notBefore: Date;
  readonly content: OutboundContent;
  readonly replyTo?: string | undefined;
  /** What it answers, as far as this process remembers: for its trace, and for how long the customer waited. */
  readonly cause?: { readonly receivedAt: Date; readonly trace?: string | undefined } | undefined;
}

/** The only place where outbound rows are made. Next: outbox/deliver. */
export async function queueReply(ctx: WorkspaceCtx, tx: Tx, replies: readonly Reply[]): Promise<QueuedReply[]> {
  if (replies.length === 0) return [];
  const ids = replies.map((reply) => reply.id ?? ctx.ids.uuid());
  const input = JSON.stringify(
    replies.map((reply, n) => ({
      n,
      id: ids[n],
      conversationId: reply.conversationId,
      channelId: reply.channelId,
      origin: reply.origin,
      kind: reply.content.kind,
      body: reply.text,
      content: reply.content,
      replyTo: reply.replyTo ?? null,
      mediaId: reply.mediaId ?? null,
      paced: reply.paced,
      // A person's id is a member's: who wrote it. Keys and the bot are told by the origin.
      authorId: reply.origin === 'person' ? (ctx.actor.id ?? null) : null,
      clientId: reply.clientId ?? null,
      retryOf: reply.retryOf ?? null,
    })),
  );
  type Row = Omit<QueuedReply, 'content' | 'channelId' | 'replyTo'>;
  const rows = await tx.rows<Row>(queueReplies, [
    ctx.workspaceId,
    input,
    ctx.clock.now(),
    PAIR_INTERVAL_MS,
    PAIR_INTERVAL_MS * (PAIR_BURST - 1),
  ]);
  if (rows.length !== replies.length)
    throw new Fault('not_found', 'a reply was queued for a conversation that is not there');
  await record(
    tx,
    ctx,
    rows.map((row, n) => ({
      type: 'message.queued',
      conversationId: row.conversationId,
      messageId: row.id,
      data: { kind: replies[n]?.content.kind, origin: replies[n]?.origin, seq: row.seq },
    })),
  );
  return rows.map((row, n) => {
    const reply = replies[n] as Reply; // rows come back in the order of n
    return { ...row, channelId: reply.channelId, content: reply.content, replyTo: reply.replyTo };
  });
}
