-- breaking
-- Steps of a flow are told with the turn that took them (bot_turns.steps).
drop table flow_transitions;

-- As they were written, to the order of the keys: decided again from them, the fingerprint must be the same.
alter table bot_turns alter column facts type json;

-- An errand that is over leaves no row: the turn keeps what came of it.
drop index bot_errands_of_conversation;
drop index bot_errands_to_do;
alter table bot_errands drop constraint bot_errands_state_check;
alter table bot_errands add constraint bot_errands_state_check check (state in ('wanted', 'running', 'done'));
create unique index bot_errands_of_conversation on bot_errands (workspace_id, conversation_id);
create index bot_errands_to_do on bot_errands (asked_at) where state in ('wanted', 'running');
