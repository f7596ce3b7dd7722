-- Who made each version of a flow and why. Versions of before have no author.
alter table flow_versions
  add column author_kind text,
  add column author_id text,
  add column note text not null default '' check (length(note) <= 500);
