import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';

// Primary key.
const forget = sql(
  'conversations/forget-sessions',
  'delete from bot_sessions where workspace_id = $1 and conversation_id = any($2::uuid[])',
);
// Primary keys. Where the bot understands free text it may ask how it was: its watchdog looks at once.
const end = sql(
  'conversations/end-sessions',
  `with asking as materialized (
     select c.id from unnest($2::uuid[]) as k(id)
     cross join lateral (select id, channel_id from conversations where workspace_id = $1 and id = k.id limit 1) c
     cross join lateral (select bot_mode from channels where workspace_id = $1 and id = c.channel_id limit 1) ch
     where ch.bot_mode = 'assistant'
   ), ended as (
     update bot_sessions set state = 'closed', flow_version_id = null, step = null, vars = '{}', memory = '{"resolved": true}', watch_at = $3
     where workspace_id = $1 and conversation_id = any(array(select id from asking))
   )
   delete from bot_sessions
   where workspace_id = $1 and conversation_id = any($2::uuid[]) and not (conversation_id = any(array(select id from asking)))`,
);

/** When the bot speaks there again it begins anew: a session belongs to one ticket. */
export async function restartBot(ctx: WorkspaceCtx, tx: Tx, conversationIds: readonly string[]): Promise<void> {
  if (conversationIds.length > 0) await tx.run(forget, [ctx.workspaceId, [...conversationIds].sort()]);
}

/** The ticket is resolved: the talk with the bot is over, but for a last question. */
export async function endBotTalks(ctx: WorkspaceCtx, tx: Tx, conversationIds: readonly string[]): Promise<void> {
  if (conversationIds.length > 0) await tx.run(end, [ctx.workspaceId, [...conversationIds].sort(), ctx.clock.now()]);
}
