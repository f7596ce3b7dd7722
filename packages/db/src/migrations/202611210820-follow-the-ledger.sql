-- A process that serves screens asks in one statement which of its workspaces have news: where they stand, never what they say.
grant select (workspace_id, xid, id) on ledger to balcao_conveyor;
create policy conveyor_watches on ledger for select to balcao_conveyor using (true);
