-- Who typed two words or more and found somebody by them does not wait for names that only contain them.
create or replace function search_contact_names(typed text, parts text[], query text, most integer)
returns table (contact_id uuid) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  w uuid := nullif(current_setting('app.workspace_id', true), '')::uuid;
  seen uuid[] := '{}';
  walked integer := 0;
  condition text;
  r record;
begin
  for r in
    select c.id from contacts c
     where c.workspace_id = w and c.merged_into is null and c.search_name >= typed and c.search_name < typed || chr(1114111)
     order by c.search_name, c.id limit most
  loop
    seen := seen || r.id;
    contact_id := r.id;
    return next;
  end loop;
  if cardinality(seen) >= most then return; end if;
  for r in
    select c.id, c.merged_into is null and c.search_name like all (parts) as hit from contacts c
     where c.workspace_id = w order by c.id desc limit 2500
  loop
    walked := walked + 1;
    if r.hit and r.id <> all (seen) then
      seen := seen || r.id;
      contact_id := r.id;
      return next;
      if cardinality(seen) >= most then return; end if;
    end if;
  end loop;
  if walked < 2500 then return; end if;
  for r in execute
    'select c.id from contacts c where c.workspace_id = $1 and c.merged_into is null
        and to_tsvector(''simple''::regconfig, c.search_name) @@ $2::tsquery offset 0'
    using w, query
  loop
    if r.id <> all (seen) then
      seen := seen || r.id;
      contact_id := r.id;
      return next;
      if cardinality(seen) >= most then return; end if;
    end if;
  end loop;
  -- Parts within words are for whoever finds nothing else: several common ones together take the index longest.
  if cardinality(seen) > 0 and cardinality(parts) > 1 then return; end if;
  if exists (select from unnest(parts) p where length(p) < 5) then return; end if;
  select string_agg(format('c.search_name like %L', p), ' and ') into condition from unnest(parts) p;
  for r in execute
    'select c.id from contacts c where c.workspace_id = $1 and c.merged_into is null and ' || condition || ' limit $2'
    using w, most
  loop
    if r.id <> all (seen) then
      seen := seen || r.id;
      contact_id := r.id;
      return next;
      if cardinality(seen) >= most then return; end if;
    end if;
  end loop;
end
$$;
