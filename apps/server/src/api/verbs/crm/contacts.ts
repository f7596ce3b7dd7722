import {
  addIdentity,
  allIdsOf,
  blockContact,
  countContacts,
  createContact,
  getContact,
  listContactNotes,
  listContacts,
  listMerges,
  listOptIns,
  readTalks,
  removeIdentity,
  setTags,
  unblockContact,
  updateContact,
} from '@balcao/core/contacts';
import { hushContact } from '@balcao/core/desk';
import { eyesOf } from '../eyes-of.ts';
import { time, timeOrNull } from '../present.ts';
import type { Verbs } from '../verb.ts';
import { presentContact, presentInList, presentMerge, presentNote, presentOptIn } from './present-contact.ts';

const LAST = { limit: 50 };

type Named =
  | 'contacts.list'
  | 'contacts.count'
  | 'contacts.get'
  | 'contacts.create'
  | 'contacts.update'
  | 'contacts.set-tags'
  | 'contacts.block'
  | 'contacts.unblock'
  | 'contacts.add-identity'
  | 'contacts.remove-identity';

export const contactCareVerbs: Pick<Verbs, Named> = {
  'contacts.list': async (_caller, tx, { order, after, limit, ...filter }) => {
    const { contacts, next } = await listContacts(tx, filter, { order, after, limit });
    return { contacts: contacts.map(presentInList), next };
  },
  'contacts.count': (_caller, tx, filter) => countContacts(tx, filter),
  'contacts.get': async (caller, tx, input) => {
    const contact = await getContact(tx, input.id);
    const ids = await allIdsOf(tx, contact.id);
    const [merges, talks, notes, optIns] = await Promise.all([
      listMerges(tx, ids),
      readTalks(tx, ids, eyesOf(caller)),
      listContactNotes(tx, ids, LAST),
      listOptIns(tx, ids, LAST),
    ]);
    const tickets = caller.scopes.includes('tickets:read') ? talks.tickets : [];
    return {
      contact: presentContact(contact),
      merges: merges.map(presentMerge),
      conversations: talks.conversations.map(({ lastMessageAt, windowUntil, createdAt, ...talk }) => ({
        ...talk,
        lastMessageAt: timeOrNull(lastMessageAt),
        windowUntil: timeOrNull(windowUntil),
        createdAt: time(createdAt),
      })),
      tickets: tickets.map(({ openedAt, resolvedAt, ...ticket }) => ({
        ...ticket,
        openedAt: time(openedAt),
        resolvedAt: timeOrNull(resolvedAt),
      })),
      notes: notes.map(presentNote),
      optIns: optIns.map(presentOptIn),
    };
  },
  'contacts.create': async ({ ctx }, tx, input) => {
    const { contact, created } = await createContact(tx, ctx, input);
    return { contact: presentContact(contact), created };
  },
  'contacts.update': async ({ ctx }, tx, { id, ...changes }) => ({
    contact: presentContact(await updateContact(tx, ctx, id, changes)),
  }),
  'contacts.set-tags': async ({ ctx }, tx, { id, tagIds }) => ({ tagIds: await setTags(tx, ctx, id, tagIds) }),
  'contacts.block': async ({ ctx }, tx, { id, reason }) => {
    const changed = await blockContact(tx, ctx, id, reason);
    if (changed) await hushContact(ctx, tx, id);
    return { changed };
  },
  'contacts.unblock': async ({ ctx }, tx, { id }) => ({ changed: await unblockContact(tx, ctx, id) }),
  'contacts.add-identity': async ({ ctx }, tx, { id, ...identity }) => {
    const owner = await addIdentity(tx, ctx, id, identity);
    const contact = presentContact(await getContact(tx, id));
    return { added: owner === undefined, belongsTo: owner ?? null, contact };
  },
  'contacts.remove-identity': async ({ ctx }, tx, { id, ...asked }) => {
    await removeIdentity(tx, ctx, id, asked);
    return { contact: presentContact(await getContact(tx, id)) };
  },
};
