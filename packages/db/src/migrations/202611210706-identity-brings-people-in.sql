-- After the stamp of row-level security: what the identity role may do with the tables of a workspace, and nothing else.
revoke update, delete on access_log from balcao_app;
grant update (times) on access_log to balcao_app;

grant select on workspaces, members, custom_roles, department_members, departments, invitations to balcao_identity;
grant insert on workspaces, members, department_members, ledger, access_log to balcao_identity;
grant update (name, updated_at) on members to balcao_identity;
grant update (accepted_at) on invitations to balcao_identity;
create policy identity_reads on workspaces for select to balcao_identity using (true);
create policy identity_makes on workspaces for insert to balcao_identity with check (true);
create policy identity_reads on members for select to balcao_identity using (true);
create policy identity_makes on members for insert to balcao_identity with check (true);
create policy identity_renames on members for update to balcao_identity using (true) with check (true);
create policy identity_reads on custom_roles for select to balcao_identity using (true);
create policy identity_reads on department_members for select to balcao_identity using (true);
create policy identity_makes on department_members for insert to balcao_identity with check (true);
create policy identity_reads on departments for select to balcao_identity using (true);
create policy identity_reads on invitations for select to balcao_identity using (true);
create policy identity_accepts on invitations for update to balcao_identity using (true) with check (true);
create policy identity_tells on ledger for insert to balcao_identity with check (true);
create policy identity_tells on access_log for insert to balcao_identity with check (true);
