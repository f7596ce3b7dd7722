-- A question that somebody put away is counted where it lies and does not come back as a new one.
drop index knowledge_gaps_key;
create unique index knowledge_gaps_key on knowledge_gaps (workspace_id, key) where state <> 'answered';

create or replace function find_knowledge_gap(asked text, at_least real) returns table (gap_id uuid, alike real)
language plpgsql stable security definer set search_path = public, pg_temp set pg_trgm.similarity_threshold = 0.5 as $$
declare
  w uuid := nullif(current_setting('app.workspace_id', true), '')::uuid;
begin
  return query execute
    'select g.id, similarity(g.folded, $2) from knowledge_gaps g
      where g.workspace_id = $1 and g.state <> ''answered'' and g.folded % $2 and similarity(g.folded, $2) >= $3
      order by similarity(g.folded, $2) desc, g.id limit 5'
    using w, asked, at_least;
end
$$;
