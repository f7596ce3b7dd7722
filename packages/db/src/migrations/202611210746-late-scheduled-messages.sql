-- The sweep looks across workspaces for scheduled messages whose job was lost; it changes nothing.
create index scheduled_messages_due on scheduled_messages (next_at) where state = 'waiting';
grant select on scheduled_messages to balcao_conveyor;
create policy conveyor_sweeps on scheduled_messages for select to balcao_conveyor using (true);
