import {
  changeRole,
  checkMayResetHere,
  type Granter,
  holdMember,
  invite,
  listInvitations,
  listMembers,
  myAccount,
  openReset,
  postInvitation,
  postReset,
  revokeInvitation,
  revokeSessions,
  seenOf,
  setMemberState,
} from '@balcao/core/access';
import { releaseAllOf } from '@balcao/core/tickets';
import { getWorkspace } from '@balcao/core/workspaces';
import type { Tx } from '@balcao/db';
import { sql } from '@balcao/db';
import type { Caller } from '../../api-parts.ts';
import { time, timeOrNull } from '../present.ts';
import type { Verbs } from '../verb.ts';
import { fromOf } from './enter.ts';

type Named =
  | 'people.list'
  | 'people.invite'
  | 'people.invitations'
  | 'people.revoke-invitation'
  | 'people.change-role'
  | 'people.disable'
  | 'people.enable'
  | 'people.sessions-revoke'
  | 'people.reset-link';

export const granterOf = ({ by, scopes }: Caller): Granter => ({
  memberId: by.kind === 'member' ? by.id : undefined,
  scopes,
});

const nameOfMember = sql('people/name-of-member', 'select name from members where id = $1');

async function whoInvites(tx: Tx, { by }: Caller): Promise<string | undefined> {
  return by.kind === 'member' ? (await tx.one<{ name: string }>(nameOfMember, [by.id]))?.name : undefined;
}

export const peopleVerbs: Pick<Verbs, Named> = {
  'people.list': async (caller, tx, { after, limit }) => {
    const rows = await listMembers(tx, caller.ctx, { after, limit });
    const seen = caller.scopes.includes('people:write')
      ? await seenOf(
          caller.ctx,
          rows.map((row) => row.personId),
        )
      : new Map<string, never>();
    const people = rows.map(({ personId, createdAt, ...row }) => ({
      ...row,
      totp: seen.get(personId)?.totp ?? null,
      lastSeenAt: timeOrNull(seen.get(personId)?.lastSeenAt ?? null),
      createdAt: time(createdAt),
    }));
    return { people, next: rows.length < limit ? null : (rows.at(-1)?.id ?? null) };
  },
  'people.invite': async (caller, tx, input) => {
    const { ctx, language } = caller;
    const { invitationId, token, expiresAt } = await invite(tx, ctx, granterOf(caller), input, fromOf(caller));
    const { name: company } = await getWorkspace(tx);
    const by = await whoInvites(tx, caller);
    const url = await postInvitation(tx, ctx, { email: input.email, token, company, by, language });
    return { invitationId, expiresAt: time(expiresAt), url };
  },
  'people.invitations': async ({ ctx }, tx) => {
    const now = ctx.clock.now();
    return {
      invitations: (await listInvitations(tx)).map((one) => ({
        ...one,
        createdAt: time(one.createdAt),
        expiresAt: time(one.expiresAt),
        expired: one.expiresAt <= now,
      })),
    };
  },
  'people.revoke-invitation': async (caller, tx, { invitationId }) => ({
    changed: await revokeInvitation(tx, caller.ctx, invitationId, fromOf(caller)),
  }),
  'people.change-role': async (caller, tx, input) => ({
    changed: await changeRole(tx, caller.ctx, granterOf(caller), input, fromOf(caller)),
  }),
  'people.disable': async (caller, tx, { memberId }) => {
    const change = { memberId, state: 'disabled' } as const;
    const changed = await setMemberState(tx, caller.ctx, granterOf(caller), change, fromOf(caller));
    // Their customers wait for somebody else, in the list of those who serve.
    if (changed) await releaseAllOf(caller.ctx, tx, memberId);
    return { changed };
  },
  'people.enable': async (caller, tx, { memberId }) => ({
    changed: await setMemberState(tx, caller.ctx, granterOf(caller), { memberId, state: 'active' }, fromOf(caller)),
  }),
  // The sessions end at once, whatever becomes of this transaction: ending them twice ends them once.
  'people.sessions-revoke': async (caller, tx, { memberId }) => {
    const { personId } = await holdMember(tx, granterOf(caller), memberId);
    return { revoked: await revokeSessions(caller.ctx, personId, null, fromOf(caller)) };
  },
  'people.reset-link': async (caller, tx, { memberId }) => {
    const { ctx, by } = caller;
    const { personId } = await holdMember(tx, granterOf(caller), memberId);
    if (ctx.config.mail === undefined)
      await checkMayResetHere(ctx, personId, by.kind === 'member' ? by.personId : undefined);
    const account = await myAccount(ctx, personId);
    const { token, expiresAt } = await openReset(ctx, personId, fromOf(caller), caller.by);
    const { email = '', language = '' } = account ?? {};
    return { expiresAt: time(expiresAt), url: await postReset(tx, ctx, { email, language, token }) };
  },
};
