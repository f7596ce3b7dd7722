import type { Tx, WorkspaceCtx } from '@balcao/db';
import { record } from '../ledger/index.ts';
import { amendmentsToApply, applyAmendment, keepAmendments, keepReactions } from './rows.ts';

export interface Amendment {
  readonly kind: 'edit' | 'revoke';
  readonly providerId: string;
  readonly targetId: string;
  readonly at: Date;
  readonly body?: string | undefined;
  readonly content?: unknown;
}

export interface Reaction {
  /** The provider's id of the message it is about. */
  readonly providerId: string;
  readonly byWhom: 'customer' | 'business';
  /** Absent: taken away. */
  readonly emoji?: string | undefined;
  readonly at: Date;
}

/** Keeps edits and revocations, then applies all that have their message by now; the rest wait for it. */
export async function amend(
  ctx: WorkspaceCtx,
  tx: Tx,
  channelId: string,
  amendments: readonly Amendment[],
): Promise<void> {
  if (amendments.length === 0) return;
  await tx.run(keepAmendments, [ctx.workspaceId, channelId, JSON.stringify(amendments), ctx.clock.now()]);
  await applyAmendments(ctx, tx);
}

interface Waiting {
  readonly channelId: string;
  readonly providerId: string;
  readonly kind: 'edit' | 'revoke';
  readonly at: Date;
  readonly body: string | null;
  readonly content: unknown;
  readonly messageId: string;
}

export async function applyAmendments(ctx: WorkspaceCtx, tx: Tx): Promise<number> {
  const waiting = await tx.rows<Waiting>(amendmentsToApply, [ctx.workspaceId]);
  for (const row of waiting) {
    const done = await tx.one<{ conversationId: string }>(applyAmendment, [
      ctx.workspaceId,
      row.messageId,
      row.kind,
      row.at,
      row.body,
      JSON.stringify(row.content ?? null),
      row.channelId,
      row.providerId,
      ctx.clock.now(),
    ]);
    if (done)
      await record(tx, ctx, [
        {
          type: row.kind === 'edit' ? 'message.edited' : 'message.revoked',
          conversationId: done.conversationId,
          messageId: row.messageId,
          data: {},
        },
      ]);
  }
  return waiting.length;
}

/** The last word of each side about each message counts, whatever the order of arrival. */
export async function react(
  ctx: WorkspaceCtx,
  tx: Tx,
  channelId: string,
  reactions: readonly Reaction[],
): Promise<void> {
  if (reactions.length === 0) return;
  const input = JSON.stringify(reactions.map((reaction, n) => ({ ...reaction, n })));
  const changed = await tx.rows<{ by: string; messageId: string | null; conversationId: string | null }>(
    keepReactions,
    [ctx.workspaceId, channelId, input],
  );
  await record(
    tx,
    ctx,
    changed.flatMap(({ by, messageId, conversationId }) =>
      messageId === null || conversationId === null
        ? []
        : [{ type: 'message.reacted' as const, conversationId, messageId, data: { by } }],
    ),
  );
}
