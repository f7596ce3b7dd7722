-- Runs are let go of by their age; nobody looks for them by contact.
drop index bot_tool_runs_of_contact;
create index bot_tool_runs_begun on bot_tool_runs (workspace_id, begun_at);
