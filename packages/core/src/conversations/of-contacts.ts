import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';

// Index: conversations_of_contact.
const ids = sql(
  'conversations/of-contacts',
  'select id from conversations where workspace_id = $1 and contact_id = any($2::uuid[])',
);

/** Every conversation of these contacts, on all channels, those joined with another included: their messages stay theirs. */
export async function ofContacts(ctx: WorkspaceCtx, tx: Tx, contactIds: readonly string[]): Promise<string[]> {
  return (await tx.rows<{ id: string }>(ids, [ctx.workspaceId, contactIds])).map((row) => row.id);
}
