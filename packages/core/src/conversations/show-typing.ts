import { sql, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { enqueue } from '@balcao/jobs';
import { tellReadJob } from './jobs.ts';

// Primary keys; messages_of_conversation. Only where the answer may still be sent as it is written.
const newest = sql(
  'conversations/typing-after',
  `select c.channel_id as "channelId", m.provider_id as "providerId"
     from conversations c
     cross join lateral (
       select provider_id from messages
        where workspace_id = $1 and conversation_id = c.id and direction = 'in' and origin = 'customer' order by id desc limit 1) m
    where c.workspace_id = $1 and c.id = $2 and c.window_until > $3 and num_nonnulls(m.provider_id) = 1
      and not exists (select from contacts k where k.workspace_id = $1 and k.id = c.contact_id and k.blocked_at is not null)`,
);

/** The provider shows it for 25 s: said again while somebody goes on writing, a little before that is over. */
export const TYPING_SHOWN_MS = 20_000;

/** The customer sees that somebody writes to them. It goes with the read mark of what they wrote last. False where nobody would see it. */
export async function showTyping(ctx: WorkspaceCtx, conversationId: string): Promise<boolean> {
  return await withWorkspace(ctx, async (tx) => {
    const params = [ctx.workspaceId, conversationId, ctx.clock.now()];
    const found = await tx.one<{ channelId: string; providerId: string }>(newest, params);
    if (found === undefined) return false;
    await enqueue(tx, ctx, tellReadJob, { ...found, typing: true }, { dedupeKey: `typing ${found.providerId}` });
    return true;
  });
}
