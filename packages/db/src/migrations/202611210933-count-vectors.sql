-- Counts up when chunks get vectors: whoever keeps them in memory sees that there are others. What is answered stays the same.
alter table knowledge_state add column vectors bigint not null default 0;
