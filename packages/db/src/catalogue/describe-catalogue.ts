import type { ClientBase } from 'pg';

/** One line of what a schema is made of: "index messages.messages_of_conversation: CREATE INDEX …". */
export type CataloguePart = string;

/** Everything that migrations make, in words and in order; partitions apart, for they come with time. Two databases of one version are equal in it. */
export async function describeCatalogue(client: ClientBase): Promise<CataloguePart[]> {
  const { rows } = await client.query<{ part: string }>(`
    with ours as (
      select c.oid, c.relname, c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.relacl, c.reloptions from pg_class c
       where c.relnamespace = 'public'::regnamespace and not c.relispartition
         and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e'))
    select 'relation ' || relname || ': ' || relkind::text || ' rls=' || relrowsecurity || '/' || relforcerowsecurity || ' ' || coalesce(reloptions::text, '') || ' '
      || coalesce((select string_agg(distinct g.grantee::regrole::text || '=' || g.privilege_type, ',' order by g.grantee::regrole::text || '=' || g.privilege_type)
           from aclexplode(relacl) g where g.grantee <> 0 and g.grantee::regrole::text like 'balcao\\_%'), '') as part
      from ours where relkind in ('r', 'p', 'v', 'm', 'S')
    union all select 'column ' || o.relname || '.' || a.attname || ': ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
      || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') || ' ' || a.attidentity::text || a.attgenerated::text || coalesce(' ' || (
           select string_agg(distinct g.grantee::regrole::text || '=' || g.privilege_type, ',') from aclexplode(a.attacl) g where g.grantee <> 0), '')
      from ours o join pg_attribute a on a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = o.oid and d.adnum = a.attnum where o.relkind in ('r', 'p', 'v', 'm')
    union all select 'index ' || t.relname || ': ' || pg_get_indexdef(i.indexrelid) from ours t join pg_index i on i.indrelid = t.oid
    union all select 'constraint ' || o.relname || '.' || c.conname || ': ' || pg_get_constraintdef(c.oid) from ours o join pg_constraint c on c.conrelid = o.oid
    union all select 'policy ' || p.tablename || '.' || p.policyname || ': ' || p.permissive || ' ' || p.cmd || ' ' || p.roles::text || ' ' || coalesce(p.qual, '') || ' / ' || coalesce(p.with_check, '')
      from pg_policies p where p.schemaname = 'public'
    union all select 'trigger ' || o.relname || ': ' || pg_get_triggerdef(t.oid) from ours o join pg_trigger t on t.tgrelid = o.oid and not t.tgisinternal
    union all select 'function ' || f.oid::regprocedure::text || ': ' || md5(pg_get_functiondef(f.oid)) || ' ' || f.prosecdef from pg_proc f
       where f.pronamespace = 'public'::regnamespace and f.prokind in ('f', 'p') and not exists (select from pg_depend d where d.objid = f.oid and d.deptype = 'e')
    union all select 'extension ' || extname from pg_extension
    order by 1`);
  return rows.map((row) => row.part);
}
