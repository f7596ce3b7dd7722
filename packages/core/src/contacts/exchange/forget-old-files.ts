import { conveyorStatement, type DbCtx, inWorkspace, sql, withWorkspace } from '@balcao/db';
import { uuidFloor } from '@balcao/kernel';

const expire = sql(
  'contacts/expire-exports',
  `update contact_exports set state = 'expired' where state = 'done' and expires_at < $1 returning id`,
);
// A day old, and of nothing that still needs it: a file whose sending broke off, or that was cancelled at the wrong moment.
const sweep = sql(
  'contacts/sweep-parts',
  `delete from file_parts p where p.file_id < $1
     and not exists (select from contact_imports i where i.id = p.file_id and i.state in ('ready', 'running') and i.created_at > $2)
     and not exists (select from contact_exports e where e.id = p.file_id and e.state in ('waiting', 'running', 'done'))`,
);

const workspaces = sql('contacts/all-workspaces', 'select id from workspaces');
const DAY = 86_400_000;

/** Exports end after a day; a file that nobody brings in, after a week. */
export async function forgetOldFiles(ctx: DbCtx): Promise<void> {
  const now = ctx.clock.now();
  for (const { id } of await conveyorStatement<{ id: string }>(ctx, workspaces))
    await withWorkspace(inWorkspace(ctx, id), async (tx) => {
      await tx.rows(expire, [now]);
      await tx.run(sweep, [uuidFloor(new Date(now.getTime() - DAY)), new Date(now.getTime() - 7 * DAY)]);
    });
}
