-- Words that are nearly everywhere must not make the search look at everything: each way of finding gives so many chunks at most.
create or replace function search_knowledge(rare text, heads_of text, every text, parts text[], weights real[], most integer)
returns table (chunk_id uuid) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  w uuid := nullif(current_setting('app.workspace_id', true), '')::uuid;
begin
  return query execute
    'with c as (
       (select c.id, c.heads, c.words from knowledge_chunks c where c.workspace_id = $1 and c.heads @@ $3::tsquery limit 600)
       union all (select c.id, c.heads, c.words from knowledge_chunks c where c.workspace_id = $1 and c.words @@ $2::tsquery limit 600)
       union all (select c.id, c.heads, c.words from knowledge_chunks c where c.workspace_id = $1 and c.words @@ $4::tsquery limit 300))
     select f.id from (
       select distinct on (c.id) c.id, (select sum(p.weight * (case when c.heads @@ p.part then 1.6 when c.words @@ p.part then 1 else 0 end))
                                          from unnest($5::tsquery[], $6) p(part, weight)) as found
         from c order by c.id) f
      order by f.found desc, f.id limit $7'
    using w, rare, heads_of, every, parts, weights, most;
end
$$;
