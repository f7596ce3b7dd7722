import {
  allIdsOf,
  type ContactCard,
  findByPhone,
  followMerge,
  getContact,
  type ListedMerge,
  listMerges,
  merge,
  undoMerge,
} from '@balcao/core/contacts';
import { type JoinedConversations, joinConversations, partConversations } from '@balcao/core/conversations';
import { time, timeOrNull } from './present.ts';
import type { Verbs } from './verb.ts';

function presentContact(card: ContactCard) {
  const { mergedInto: _mergedInto, createdAt, updatedAt, identities, ...shown } = card;
  return {
    ...shown,
    createdAt: time(createdAt),
    updatedAt: time(updatedAt),
    identities: identities.map((one) => ({
      ...one,
      firstSeenAt: time(new Date(one.firstSeenAt)),
      lastSeenAt: time(new Date(one.lastSeenAt)),
    })),
  };
}

const presentMerge = ({ at, undoneAt, ...shown }: ListedMerge) => ({
  ...shown,
  at: time(at),
  undoneAt: timeOrNull(undoneAt),
});

type Named = 'contacts.get' | 'contacts.find' | 'contacts.merge' | 'contacts.undo-merge';

export const contactVerbs: Pick<Verbs, Named> = {
  'contacts.get': async (_caller, tx, input) => {
    const contact = await getContact(tx, input.id);
    const merges = await listMerges(tx, await allIdsOf(tx, contact.id));
    return { contact: presentContact(contact), merges: merges.map(presentMerge) };
  },
  'contacts.find': async (_caller, tx, input) => ({
    contacts: (await findByPhone(tx, input.phone)).map(presentContact),
  }),
  'contacts.merge': async ({ ctx }, tx, input) => {
    const merged = await merge(tx, ctx, input);
    const conversations = await joinConversations(ctx, tx, merged);
    await followMerge(tx, merged.mergeId, { conversations });
    return { mergeId: merged.mergeId, from: merged.from, into: merged.into };
  },
  'contacts.undo-merge': async ({ ctx }, tx, input) => {
    const { mergeId, restored, from, followed } = await undoMerge(tx, ctx, input.mergeId);
    // Written by `contacts.merge` above and by the ingest, with what joinConversations gave.
    const joined = followed['conversations'] as JoinedConversations | undefined;
    if (joined !== undefined) await partConversations(ctx, tx, restored, joined);
    return { mergeId, restored, from };
  },
};
