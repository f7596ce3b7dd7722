import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id, time } from '../fields.ts';

const name = z.string().trim().min(1).max(100);
/** A name of the palette, like `blue`, or `#rrggbb`. */
export const color = z.string().regex(/^(#[0-9a-f]{6}|[a-z]{3,20})$/, 'not a colour');
const memberIds = z.array(id).max(1000);
const archivable = z.strictObject({ archived: z.enum(['true', 'false']).default('false') });
const done = z.strictObject({ changed: z.boolean() });

export const department = z.strictObject({
  id,
  name: z.string(),
  color: z.string(),
  position: z.int(),
  memberIds: z.array(id),
  archivedAt: time.nullable(),
});

export const departmentsList = defineOperation({
  name: 'departments.list',
  kind: 'read',
  summary: 'The departments in their order, with who is in them',
  scope: 'tickets:read',
  input: archivable,
  output: z.strictObject({ departments: z.array(department), next: z.null() }),
  errors: [],
});
export const departmentsCreate = defineOperation({
  name: 'departments.create',
  kind: 'write',
  summary: 'Make a department',
  scope: 'departments:write',
  input: z.strictObject({ name, color: color.optional(), memberIds: memberIds.optional() }),
  output: z.strictObject({ department }),
  errors: ['conflict', 'target_unavailable'],
});
export const departmentsUpdate = defineOperation({
  name: 'departments.update',
  kind: 'write',
  summary: 'Change the name, the colour or the place of a department; or take it out of the archive',
  scope: 'departments:write',
  input: z.strictObject({
    departmentId: id,
    name: name.optional(),
    color: color.optional(),
    position: z.int().min(0).max(1000).optional(),
    archived: z.literal(false).optional(),
  }),
  output: z.strictObject({ department }),
  errors: ['not_found', 'conflict'],
});
export const departmentsArchive = defineOperation({
  name: 'departments.archive',
  kind: 'write',
  summary: 'Archive a department; its unresolved tickets move to another, or stay where they are and are still seen',
  scope: 'departments:write',
  input: z.strictObject({ departmentId: id, moveTo: id.nullable().default(null) }),
  output: z.strictObject({ changed: z.boolean(), moved: z.int() }),
  errors: ['not_found', 'target_unavailable'],
});
export const departmentsSetMembers = defineOperation({
  name: 'departments.set-members',
  kind: 'write',
  summary: 'Say who is in a department',
  scope: 'departments:write',
  input: z.strictObject({ departmentId: id, memberIds }),
  output: done,
  errors: ['not_found', 'target_unavailable'],
});

export const queue = z.strictObject({
  id,
  departmentId: id,
  name: z.string(),
  position: z.int(),
  archivedAt: time.nullable(),
});

export const queuesList = defineOperation({
  name: 'queues.list',
  kind: 'read',
  summary: 'The queues, by department and in their order',
  scope: 'tickets:read',
  input: archivable,
  output: z.strictObject({ queues: z.array(queue), next: z.null() }),
  errors: [],
});
export const queuesCreate = defineOperation({
  name: 'queues.create',
  kind: 'write',
  summary: 'Make a queue in a department',
  scope: 'departments:write',
  input: z.strictObject({ departmentId: id, name }),
  output: z.strictObject({ queue }),
  errors: ['conflict', 'target_unavailable'],
});
export const queuesUpdate = defineOperation({
  name: 'queues.update',
  kind: 'write',
  summary: 'Change the name or the place of a queue; or take it out of the archive',
  scope: 'departments:write',
  input: z.strictObject({
    queueId: id,
    name: name.optional(),
    position: z.int().min(0).max(1000).optional(),
    archived: z.literal(false).optional(),
  }),
  output: z.strictObject({ queue }),
  errors: ['not_found', 'conflict', 'target_unavailable'],
});
export const queuesArchive = defineOperation({
  name: 'queues.archive',
  kind: 'write',
  summary: 'Archive a queue; its tickets stay in its department',
  scope: 'departments:write',
  input: z.strictObject({ queueId: id }),
  output: done,
  errors: ['not_found'],
});

export const team = z.strictObject({
  id,
  name: z.string(),
  memberIds: z.array(id),
  archivedAt: time.nullable(),
});

export const teamsList = defineOperation({
  name: 'teams.list',
  kind: 'read',
  summary: 'The teams by name, with who is in them',
  scope: 'tickets:read',
  input: archivable,
  output: z.strictObject({ teams: z.array(team), next: z.null() }),
  errors: [],
});
export const teamsCreate = defineOperation({
  name: 'teams.create',
  kind: 'write',
  summary: 'Make a team',
  scope: 'departments:write',
  input: z.strictObject({ name, memberIds: memberIds.optional() }),
  output: z.strictObject({ team }),
  errors: ['conflict', 'target_unavailable'],
});
export const teamsUpdate = defineOperation({
  name: 'teams.update',
  kind: 'write',
  summary: 'Change the name of a team; or take it out of the archive',
  scope: 'departments:write',
  input: z.strictObject({ teamId: id, name: name.optional(), archived: z.literal(false).optional() }),
  output: z.strictObject({ team }),
  errors: ['not_found', 'conflict'],
});
export const teamsArchive = defineOperation({
  name: 'teams.archive',
  kind: 'write',
  summary: 'Archive a team; tickets of its own lose it',
  scope: 'departments:write',
  input: z.strictObject({ teamId: id }),
  output: done,
  errors: ['not_found'],
});
export const teamsSetMembers = defineOperation({
  name: 'teams.set-members',
  kind: 'write',
  summary: 'Say who is in a team',
  scope: 'departments:write',
  input: z.strictObject({ teamId: id, memberIds }),
  output: done,
  errors: ['not_found', 'target_unavailable'],
});
