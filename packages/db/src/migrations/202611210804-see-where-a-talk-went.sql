-- A conversation that was joined to another is seen by whoever may see that one: the tickets went there.
create or replace function may_see_conversation(w uuid, conversation uuid, departments uuid[], member uuid) returns boolean
language sql stable parallel safe as $$
  select departments is null or coalesce((
    select t.department_id is null or t.department_id = any (departments) or t.assignee_id is not distinct from member
      from tickets t where t.workspace_id = w
       and t.conversation_id = coalesce((select v.merged_into from conversations v where v.workspace_id = w and v.id = conversation), conversation)
     order by t.id desc limit 1), true)
$$;
