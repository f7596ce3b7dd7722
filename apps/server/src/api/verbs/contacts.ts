import { findByPhone, followMerge, merge, undoMerge } from '@balcao/core/contacts';
import { type JoinedConversations, joinConversations, partConversations } from '@balcao/core/conversations';
import { type FollowedTickets, followContact, partContact } from '@balcao/core/tickets';
import { presentContact } from './crm/index.ts';
import type { Verbs } from './verb.ts';

type Named = 'contacts.find' | 'contacts.merge' | 'contacts.undo-merge';

export const contactVerbs: Pick<Verbs, Named> = {
  'contacts.find': async (_caller, tx, input) => ({
    contacts: (await findByPhone(tx, input.phone)).map(presentContact),
  }),
  'contacts.merge': async ({ ctx }, tx, input) => {
    const merged = await merge(tx, ctx, input);
    const conversations = await joinConversations(ctx, tx, merged);
    const tickets = await followContact(ctx, tx, merged, conversations);
    await followMerge(tx, merged.mergeId, { conversations, tickets });
    return { mergeId: merged.mergeId, from: merged.from, into: merged.into };
  },
  'contacts.undo-merge': async ({ ctx }, tx, input) => {
    const { mergeId, restored, from, followed } = await undoMerge(tx, ctx, input.mergeId);
    // Written by `contacts.merge` above and by the ingest, with what joinConversations and followContact gave.
    const joined = followed['conversations'] as JoinedConversations | undefined;
    const tickets = followed['tickets'] as FollowedTickets | undefined;
    if (joined !== undefined) await partConversations(ctx, tx, restored, joined);
    if (joined !== undefined && tickets !== undefined) await partContact(ctx, tx, restored, tickets, joined);
    return { mergeId, restored, from };
  },
};
