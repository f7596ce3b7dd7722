-- People are told once a day of each line that the budget crosses, however many answers cross it.
alter table bot_days add column told text[] not null default '{}';
