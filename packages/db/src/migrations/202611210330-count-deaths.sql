-- A send that a dying worker had under way is another matter than a provider that stays silent: counted apart.
alter table outbox add column deaths int not null default 0;
