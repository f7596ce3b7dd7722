-- Keys that were rotated are sealed again, across workspaces.
grant select (workspace_id, id, name, headers) on flow_addresses to balcao_conveyor;
create policy conveyor_reseals on flow_addresses for select to balcao_conveyor using (true);
