import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';

// Primary keys. A conversation that was joined with another answers as that one.
const byId = sql(
  'conversations/get',
  `select coalesce(k.id, c.id) as id, c.channel_id as "channelId", coalesce(k.contact_id, c.contact_id) as "contactId",
     coalesce(k.window_until, c.window_until) as "windowUntil"
   from conversations c left join conversations k on k.workspace_id = c.workspace_id and k.id = c.merged_into
   where c.workspace_id = $1 and c.id = $2`,
);

export interface ConversationPlace {
  readonly id: string;
  readonly channelId: string;
  readonly contactId: string;
  /** Until when anything may be said; afterwards templates only. Null: the customer never wrote. */
  readonly windowUntil: Date | null;
}

export async function get(ctx: WorkspaceCtx, tx: Tx, conversationId: string): Promise<ConversationPlace> {
  const found = await tx.one<ConversationPlace>(byId, [ctx.workspaceId, conversationId]);
  if (found === undefined) throw new Fault('not_found', `there is no conversation "${conversationId}"`);
  return found;
}
