import { type DbCtx, inWorkspace, sql, type Tx, withIdentity } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import type { From } from '../log/from.ts';
import { addMember } from '../members/add-member.ts';
import { checkPassword } from '../people/check-password.ts';
import { createPerson } from '../people/create-person.ts';
import { hashPassword } from '../people/password.ts';
import { type Person, personById } from '../people/rows.ts';
import { type StartedSession, startSession } from '../sessions/start-session.ts';
import { findInvitation, type Invitation, type ShownInvitation } from './find-invitation.ts';

export interface AcceptInput {
  readonly token: string;
  readonly name?: string | undefined;
  readonly password?: string | undefined;
  readonly language: string;
  /** Who is signed in here. */
  readonly personId: string | undefined;
}

export interface Accepted {
  readonly workspaceId: string;
  readonly memberId: string;
  /** For somebody new. */
  readonly session: StartedSession | undefined;
}

const take = sql(
  'access/take-invitation',
  `update invitations set accepted_at = $3
    where workspace_id = $1 and id = $2 and accepted_at is null and revoked_at is null and expires_at > $3`,
);

/** Somebody new chooses a name and a password; somebody known must be signed in: the link alone proves nothing about their account. */
export async function acceptInvitation(ctx: DbCtx, input: AcceptInput, from: From): Promise<Accepted> {
  const invitation = await findInvitation(ctx, input.token);
  if (invitation.personId === null) return await acceptAsNew(ctx, invitation, input, from);
  const person = invitation.personId === input.personId ? await personById(ctx, invitation.personId) : undefined;
  if (person === undefined) throw new Fault('unauthenticated', 'the person with this address must sign in first');
  const memberId = await withIdentity(ctx, (tx) => join(tx, ctx, invitation, person, from));
  return { workspaceId: invitation.workspaceId, memberId, session: undefined };
}

async function acceptAsNew(ctx: DbCtx, invitation: ShownInvitation, input: AcceptInput, from: From): Promise<Accepted> {
  const { email, workspaceId } = invitation;
  const name = input.name ?? invitation.name ?? undefined;
  const { password, language } = input;
  if (name === undefined || password === undefined)
    throw new Fault('invalid_input', 'somebody new needs a name and a password', {
      issues: [{ path: name === undefined ? 'name' : 'password', problem: 'is missing' }],
    });
  await checkPassword(ctx, password, { name, email });
  const passwordHash = await hashPassword(password);
  return await withIdentity(ctx, async (tx) => {
    const id = await createPerson(tx, ctx, { name, email, language, passwordHash });
    const memberId = await join(tx, ctx, invitation, { id, name, email }, from);
    return { workspaceId, memberId, session: await startSession(tx, ctx, id, from) };
  });
}

/** The invitation is used up and the member made, or neither. Of two at once, one. */
export async function join(
  tx: Tx,
  ctx: DbCtx,
  { workspaceId, id, role, customRoleId, departmentIds }: Invitation,
  person: Pick<Person, 'id' | 'name' | 'email'>,
  from: From,
): Promise<string> {
  if ((await tx.run(take, [workspaceId, id, ctx.clock.now()])) === 0)
    throw new Fault('link_over', 'this invitation was just used or taken back');
  const { name, email } = person;
  const member = { personId: person.id, name, email, role, customRoleId, departmentIds };
  const memberId = await addMember(tx, inWorkspace(ctx, workspaceId), member, from);
  if (memberId === undefined) throw new Fault('already_member', 'this person is a member already');
  return memberId;
}
