import { type DbCtx, inWorkspace, sql, type Tx, withIdentity } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { insertWorkspace } from '../../workspaces/index.ts';
import type { From } from '../log/from.ts';
import { addMember } from '../members/add-member.ts';
import { checkPassword } from '../people/check-password.ts';
import { createPerson } from '../people/create-person.ts';
import { hashPassword } from '../people/password.ts';
import { plainEmail } from '../people/rows.ts';
import { type StartedSession, startSession } from '../sessions/start-session.ts';
import { hashToken } from '../token.ts';
import { isWelcome } from './open-welcome.ts';

export interface FirstOwner {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly company: string;
  readonly language: string;
}

export interface CreatedOwner {
  readonly personId: string;
  readonly workspaceId: string;
  readonly session: StartedSession;
}

// Several processes printed a link each: of two people with two links, the second waits here and finds no link any more.
const alone = sql('access/first-owner-alone', `select pg_advisory_xact_lock(hashtext('access/first-owner'))`);
const take = sql(
  'access/take-welcome',
  `delete from one_time_links where token_hash = $1 and kind = 'welcome' and expires_at > $2 returning 1`,
);
const dropOthers = sql('access/drop-welcomes', `delete from one_time_links where kind = 'welcome'`);
const anybody = sql('access/has-person-already', 'select exists (select from persons) as "hasPerson"');
const ownerless = sql(
  'access/ownerless-workspaces',
  `select id from workspaces w where not exists (
     select from members m where m.workspace_id = w.id and m.role = 'owner' and m.state = 'active')`,
);

/** The person, their company, their place in every company that has no owner (the demo), their session; and the link is worth nothing any more. */
export async function createOwner(ctx: DbCtx, owner: FirstOwner, from: From): Promise<CreatedOwner> {
  if (!(await isWelcome(ctx, owner.token))) throw over();
  await checkPassword(ctx, owner.password, owner);
  const passwordHash = await hashPassword(owner.password);
  return await withIdentity(ctx, async (tx) => {
    const now = ctx.clock.now();
    await tx.rows(alone);
    if ((await tx.rows(take, [hashToken(owner.token), now])).length === 0) throw over();
    if ((await tx.one<{ hasPerson: boolean }>(anybody))?.hasPerson === true) throw over();
    await tx.run(dropOthers);
    const personId = await createPerson(tx, ctx, { ...owner, passwordHash });
    const workspaceId = ctx.ids.uuid();
    await insertWorkspace(tx, inWorkspace(ctx, workspaceId), { name: owner.company });
    await ownAll(tx, ctx, { personId, name: owner.name, email: plainEmail(owner.email) }, from);
    return { personId, workspaceId, session: await startSession(tx, ctx, personId, from) };
  });
}

const over = (): Fault => new Fault('link_over', 'this link was used already, or the program was started again since');

interface Owner {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
}

/** Of every company that nobody owns, the one just made among them. */
export async function ownAll(tx: Tx, ctx: DbCtx, owner: Owner, from?: From): Promise<void> {
  const found = await tx.rows<{ id: string }>(ownerless);
  for (const { id } of found) await addMember(tx, inWorkspace(ctx, id), { ...owner, role: 'owner' }, from);
}
