import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { enqueue } from '@balcao/jobs';
import { record } from '../ledger/index.ts';
import { tellReadJob } from './jobs.ts';

// Primary key; messages_of_conversation.
const clear = sql(
  'conversations/mark-read',
  `with read as (
     update conversations set unread = 0 where workspace_id = $1 and id = $2 and unread > 0 returning id, channel_id
   )
   select r.channel_id as "channelId", m.provider_id as "providerId"
   from read r
   left join lateral (
     select provider_id from messages
     where workspace_id = $1 and conversation_id = r.id and direction = 'in' and origin = 'customer' order by id desc limit 1) m on true`,
);

/** Nothing is unread any more; the customer gets the blue ticks by a job, for the newest message and with it all before. False when nothing was. */
export async function markRead(ctx: WorkspaceCtx, tx: Tx, conversationId: string): Promise<boolean> {
  const read = await tx.one<{ channelId: string; providerId: string | null }>(clear, [ctx.workspaceId, conversationId]);
  if (read === undefined) return false;
  await record(tx, ctx, [{ type: 'conversation.read', conversationId, data: {} }]);
  if (read.providerId !== null) {
    const payload = { channelId: read.channelId, providerId: read.providerId };
    await enqueue(tx, ctx, tellReadJob, payload, { dedupeKey: read.providerId });
  }
  return true;
}
