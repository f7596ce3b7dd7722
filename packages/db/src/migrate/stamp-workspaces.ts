import type { ClientBase } from 'pg';
import { APP_ROLE, OWNER_ROLE } from '../connect/roles.ts';

/** Tables with a `workspace_id` (and `workspaces` itself) that a migration has just made, or somebody has stripped. */
const unprotected = `
  select c.oid::regclass::text as table, c.relname = 'workspaces' as root
    from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
     and (c.relname = 'workspaces' or exists (
       select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped))
     and not (c.relrowsecurity and c.relforcerowsecurity
       and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'workspace_only')
       and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'owner_everything'))
   order by 1`;

/**
 * Row-level security on every table of a workspace, so that none can be forgotten: in the transaction of the migration that made it.
 * Rights are given once; a later migration may take some away again (an append-only table).
 */
export async function stampWorkspaces(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ table: string; root: boolean }>(unprotected);
  if (rows.length > 0)
    await client.query(rows.map(({ table, root }) => stamp(table, root ? 'id' : 'workspace_id')).join('\n'));
  return rows.map((row) => row.table);
}

function stamp(table: string, column: string): string {
  const mine = `${column} = (select nullif(current_setting('app.workspace_id', true), '')::uuid)`;
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    drop policy if exists workspace_only on ${table};
    create policy workspace_only on ${table} to ${APP_ROLE} using (${mine}) with check (${mine});
    drop policy if exists owner_everything on ${table};
    create policy owner_everything on ${table} to ${OWNER_ROLE} using (true) with check (true);
    grant select, insert, update, delete on ${table} to ${APP_ROLE};`;
}
