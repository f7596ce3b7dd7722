import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { allIdsOf } from '../../contacts/index.ts';
import { record } from '../../ledger/index.ts';

// Whoever is writing a memory at this moment holds a key share on the contact's row: waited for, then erased with the rest.
const hold = sql(
  'governance/hold-contact',
  'select id from contacts where id = any($1::uuid[]) order by id for update',
);
const mark = sql(
  'governance/mark-forgotten',
  `insert into bot_forgotten as f (workspace_id, contact_id, at) select $1, id, $3 from unnest($2::uuid[]) as id order by id
   on conflict (workspace_id, contact_id) do update set at = greatest(f.at, excluded.at)`,
);
const erase = sql(
  'governance/erase-memories',
  'delete from bot_memories where workspace_id = $1 and contact_id = any($2::uuid[])',
);
const eraseAnswers = sql(
  'governance/erase-cached-answers',
  'delete from answer_cache where workspace_id = $1 and contact_id = any($2::uuid[])',
);
const eraseSome = sql(
  'governance/erase-some-memories',
  'delete from bot_memories where workspace_id = $1 and contact_id = any($2::uuid[]) and id = any($3::uuid[])',
);

/** What is remembered of a person is gone: of every contact they have been, and answers kept from their questions. Tickets and the card are the company's and stay; the bot reads neither any more. */
export async function forgetContact(tx: Tx, ctx: WorkspaceCtx, contactId: string): Promise<{ erased: number }> {
  const ids = await allIdsOf(tx, contactId);
  await tx.run(hold, [ids]);
  await tx.run(mark, [ctx.workspaceId, ids, ctx.clock.now()]);
  const erased = await tx.run(erase, [ctx.workspaceId, ids]);
  await tx.run(eraseAnswers, [ctx.workspaceId, ids]);
  await record(tx, ctx, [{ type: 'contact.memory_erased', contactId, data: { erased } }]);
  return { erased };
}

/** Single things of it. */
export async function forgetSome(
  tx: Tx,
  ctx: WorkspaceCtx,
  { contactId, memoryIds }: { readonly contactId: string; readonly memoryIds: readonly string[] },
): Promise<{ erased: number }> {
  const ids = await allIdsOf(tx, contactId);
  const erased = await tx.run(eraseSome, [ctx.workspaceId, ids, memoryIds]);
  if (erased > 0) await record(tx, ctx, [{ type: 'contact.memory_erased', contactId, data: { erased } }]);
  return { erased };
}
