import type { ClientBase } from 'pg';

/** Tables of a workspace that are not guarded as they must be, and why. Empty in every state a migration leaves. */
export async function unguarded(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ fault: string }>(`
    with guarded as (
      select c.oid, c.oid::regclass::text as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
             case when c.relname = 'workspaces' then 'id' else 'workspace_id' end as key
        from pg_class c
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
         and (c.relname = 'workspaces' or exists (
           select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped)))
    select name || ': row-level security is off' as fault from guarded where not enabled
    union all select name || ': row-level security is not forced' from guarded where not forced
    union all select name || ': no whole policy workspace_only' from guarded g where not exists (
      select from pg_policies p
       where p.schemaname = 'public' and p.tablename = g.name and p.policyname = 'workspace_only' and p.cmd = 'ALL' and p.permissive = 'PERMISSIVE'
         and p.roles = '{balcao_app}' and p.qual = p.with_check and p.qual like '(' || g.key || ' = ( SELECT (NULLIF(current_setting(''app.workspace_id''::text, true), ''''::text))::uuid%')
    union all select name || ': ' || p.policyname || ' opens it to the application' from guarded g join pg_policies p on p.schemaname = 'public' and p.tablename = g.name
       where p.policyname <> 'workspace_only' and p.permissive = 'PERMISSIVE' and p.roles && '{balcao_app,public}'::name[]
    union all select c.oid::regclass::text || ': a partition that can be reached past its table' from pg_class c, unnest('{balcao_app,balcao_conveyor,balcao_identity}'::text[]) as role
       where c.relispartition and c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and has_table_privilege(role, c.oid, 'select, insert, update, delete')
    order by 1`);
  return rows.map((row) => row.fault);
}
