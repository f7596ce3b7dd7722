import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';

/** Exactly one of them: where a ticket is to go. */
export interface Target {
  readonly departmentId?: string | undefined;
  readonly queueId?: string | undefined;
  readonly teamId?: string | undefined;
  readonly memberId?: string | undefined;
}

/** A target that takes tickets: what of a ticket's place it sets. */
export type Place =
  | { readonly kind: 'department'; readonly departmentId: string }
  | { readonly kind: 'queue'; readonly departmentId: string; readonly queueId: string }
  | { readonly kind: 'team'; readonly teamId: string }
  | { readonly kind: 'member'; readonly memberId: string };

// Primary keys. The locks keep it open until the ticket is there: whoever archives it waits, and finds the ticket.
const department = sql(
  'departments/open-department',
  'select id from departments where workspace_id = $1 and id = $2 and archived_at is null for share',
);
const queue = sql(
  'departments/open-queue',
  `select q.id, q.department_id as "departmentId" from queues q
   join departments d on d.workspace_id = q.workspace_id and d.id = q.department_id
   where q.workspace_id = $1 and q.id = $2 and q.archived_at is null and d.archived_at is null for share`,
);
const team = sql(
  'departments/open-team',
  'select id from teams where workspace_id = $1 and id = $2 and archived_at is null for share',
);
const member = sql(
  'departments/serving-member',
  `select m.id from members m
   left join custom_roles r on r.workspace_id = m.workspace_id and r.id = m.custom_role_id
   where m.workspace_id = $1 and m.id = $2 and m.state = 'active' and m.role <> 'auditor'
     and (m.role <> 'custom' or 'tickets:write' = any(r.scopes)) for share of m`,
);

/** The place a target stands for; archived, disabled, of another company or not there at all, it takes no tickets. */
export async function openPlace(ctx: WorkspaceCtx, tx: Tx, target: Target): Promise<Place> {
  const given = [target.departmentId, target.queueId, target.teamId, target.memberId].filter((id) => id !== undefined);
  if (given.length !== 1)
    throw new Fault('invalid_input', 'exactly one of departmentId, queueId, teamId, memberId says where to');
  const key = [ctx.workspaceId, given[0]];
  if (target.departmentId !== undefined) {
    const found = await tx.one<{ id: string }>(department, key);
    if (found) return { kind: 'department', departmentId: found.id };
    throw unavailable('department', target.departmentId);
  }
  if (target.queueId !== undefined) {
    const found = await tx.one<{ id: string; departmentId: string }>(queue, key);
    if (found) return { kind: 'queue', departmentId: found.departmentId, queueId: found.id };
    throw unavailable('queue', target.queueId);
  }
  if (target.teamId !== undefined) {
    const found = await tx.one<{ id: string }>(team, key);
    if (found) return { kind: 'team', teamId: found.id };
    throw unavailable('team', target.teamId);
  }
  const found = await tx.one<{ id: string }>(member, key);
  if (found) return { kind: 'member', memberId: found.id };
  throw unavailable('person', target.memberId ?? '');
}

const unavailable = (what: string, id: string): Fault =>
  new Fault('target_unavailable', `the ${what} "${id}" takes no tickets: archived, disabled or not here`);
