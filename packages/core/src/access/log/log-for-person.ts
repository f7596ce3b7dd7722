import { type DbCtx, sql, type Tx } from '@balcao/db';
import type { From } from './from.ts';
import { type AccessAction, insertAccess } from './insert.ts';

interface Place {
  readonly workspaceId: string;
  readonly memberId: string;
}

// Index: members_of_person.
const places = sql(
  'access/places-of-person',
  `select workspace_id as "workspaceId", id as "memberId" from members where person_id = $1 and state = 'active'`,
);

/** What a person did with their own account is shown wherever they work. In a transaction of the identity role. */
export async function logForPerson(
  tx: Tx,
  ctx: DbCtx,
  personId: string,
  action: AccessAction,
  from: From,
  data?: Readonly<Record<string, unknown>>,
): Promise<void> {
  const at = ctx.clock.now();
  const found = await tx.rows<Place>(places, [personId]);
  await insertAccess(
    tx,
    found.map((place) => ({ ...place, ...from, id: ctx.ids.uuid(), at, action, data })),
  );
}
