-- The passages that a kept answer rests on: it is given again only where the same ones are found.
alter table answer_cache add column passage_ids uuid[] not null default '{}';
