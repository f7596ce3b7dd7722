import { acceptInvitation, createOwner, findInvitation, isWelcome } from '@balcao/core/access';
import { time } from '../present.ts';
import type { Verbs } from '../verb.ts';
import { enter, fromOf } from './enter.ts';

export const setupVerbs: Pick<Verbs, 'setup.show' | 'setup.create-owner' | 'invitations.show' | 'invitations.accept'> =
  {
    'setup.show': async ({ ctx }, { token }) => ({ good: await isWelcome(ctx, token) }),
    'setup.create-owner': async (visit, input) => {
      const { personId, workspaceId, session } = await createOwner(visit.ctx, input, fromOf(visit));
      await enter(visit, session);
      return { personId, workspaceId };
    },
    'invitations.show': async ({ ctx, session }, { token }) => {
      const found = await findInvitation(ctx, token);
      const { workspaceName, email, name, role, roleName, invitedBy, expiresAt, personId } = found;
      return {
        ...{ workspaceName, email, name, role, roleName, invitedBy },
        expiresAt: time(expiresAt),
        hasAccount: personId !== null,
        signedIn: personId !== null && personId === session?.personId,
      };
    },
    'invitations.accept': async (visit, input) => {
      const given = { ...input, language: input.language ?? visit.language, personId: visit.session?.personId };
      const { workspaceId, memberId, session } = await acceptInvitation(visit.ctx, given, fromOf(visit));
      if (session !== undefined) await enter(visit, session);
      return { done: true, workspaceId, memberId };
    },
  };
