import { type DbCtx, inWorkspace, sql, withIdentity } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { insertWorkspace } from '../../workspaces/index.ts';
import type { From } from '../log/from.ts';
import { personById } from '../people/rows.ts';
import { addMember } from './add-member.ts';

// Index: members_of_person.
const owns = sql(
  'access/owns-something',
  `select 1 from members where person_id = $1 and role = 'owner' and state = 'active' limit 1`,
);

/** Another company of somebody who owns one; theirs with its first row. */
export async function createCompany(
  ctx: DbCtx,
  personId: string,
  name: string,
  from: From,
): Promise<{ workspaceId: string; slug: string; memberId: string }> {
  const person = await personById(ctx, personId);
  if (person === undefined) throw new Fault('unauthenticated', 'the person is gone');
  return await withIdentity(ctx, async (tx) => {
    if ((await tx.rows(owns, [personId])).length === 0)
      throw new Fault('forbidden', 'only somebody who owns a company makes another');
    const inside = inWorkspace(ctx, ctx.ids.uuid());
    const { id, slug } = await insertWorkspace(tx, inside, { name });
    const member = { personId, name: person.name, email: person.email, role: 'owner' } as const;
    const memberId = await addMember(tx, inside, member, from);
    if (memberId === undefined) throw new Fault('internal', 'a company just made has members already');
    return { workspaceId: id, slug, memberId };
  });
}
