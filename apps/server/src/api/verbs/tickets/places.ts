import {
  archiveDepartment,
  archiveQueue,
  archiveTeam,
  createDepartment,
  createQueue,
  createTeam,
  type Department,
  listDepartments,
  listQueues,
  listTeams,
  type Queue,
  setDepartmentMembers,
  setTeamMembers,
  type Team,
  updateDepartment,
  updateQueue,
  updateTeam,
} from '@balcao/core/departments';
import { leavePlace } from '@balcao/core/tickets';
import { timeOrNull } from '../present.ts';
import type { Verbs } from '../verb.ts';

const presentDepartment = ({ archivedAt, memberIds, ...shown }: Department) => ({
  ...shown,
  memberIds: [...memberIds],
  archivedAt: timeOrNull(archivedAt),
});
const presentQueue = ({ archivedAt, ...shown }: Queue) => ({ ...shown, archivedAt: timeOrNull(archivedAt) });
const presentTeam = ({ archivedAt, memberIds, ...shown }: Team) => ({
  ...shown,
  memberIds: [...memberIds],
  archivedAt: timeOrNull(archivedAt),
});

type Named =
  | `departments.${'list' | 'create' | 'update' | 'archive' | 'set-members'}`
  | `queues.${'list' | 'create' | 'update' | 'archive'}`
  | `teams.${'list' | 'create' | 'update' | 'archive' | 'set-members'}`;

export const placeVerbs: Pick<Verbs, Named> = {
  'departments.list': async ({ ctx }, tx, { archived }) => ({
    departments: (await listDepartments(ctx, tx, archived === 'true')).map(presentDepartment),
    next: null,
  }),
  'departments.create': async ({ ctx }, tx, input) => ({
    department: presentDepartment(await createDepartment(ctx, tx, input)),
  }),
  'departments.update': async ({ ctx }, tx, input) => ({
    department: presentDepartment(await updateDepartment(ctx, tx, input)),
  }),
  'departments.archive': async ({ ctx }, tx, { departmentId, moveTo }) => {
    const changed = await archiveDepartment(ctx, tx, departmentId);
    return { changed, moved: await leavePlace(ctx, tx, { departmentId, moveTo }) };
  },
  'departments.set-members': async ({ ctx }, tx, { departmentId, memberIds }) => ({
    changed: await setDepartmentMembers(ctx, tx, departmentId, memberIds),
  }),
  'queues.list': async ({ ctx }, tx, { archived }) => ({
    queues: (await listQueues(ctx, tx, archived === 'true')).map(presentQueue),
    next: null,
  }),
  'queues.create': async ({ ctx }, tx, input) => ({ queue: presentQueue(await createQueue(ctx, tx, input)) }),
  'queues.update': async ({ ctx }, tx, input) => ({ queue: presentQueue(await updateQueue(ctx, tx, input)) }),
  'queues.archive': async ({ ctx }, tx, { queueId }) => {
    const changed = await archiveQueue(ctx, tx, queueId);
    await leavePlace(ctx, tx, { queueId });
    return { changed };
  },
  'teams.list': async ({ ctx }, tx, { archived }) => ({
    teams: (await listTeams(ctx, tx, archived === 'true')).map(presentTeam),
    next: null,
  }),
  'teams.create': async ({ ctx }, tx, input) => ({ team: presentTeam(await createTeam(ctx, tx, input)) }),
  'teams.update': async ({ ctx }, tx, input) => ({ team: presentTeam(await updateTeam(ctx, tx, input)) }),
  'teams.archive': async ({ ctx }, tx, { teamId }) => {
    const changed = await archiveTeam(ctx, tx, teamId);
    await leavePlace(ctx, tx, { teamId });
    return { changed };
  },
  'teams.set-members': async ({ ctx }, tx, { teamId, memberIds }) => ({
    changed: await setTeamMembers(ctx, tx, teamId, memberIds),
  }),
};
