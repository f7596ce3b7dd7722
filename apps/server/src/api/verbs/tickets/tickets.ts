import { allIdsOf, getContact } from '@balcao/core/contacts';
import { openOrResume } from '@balcao/core/conversations';
import { getTicket, openTicket, ticketsOfContact, timeline } from '@balcao/core/tickets';
import type { Tx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import type { ApiParts, Caller } from '../../api-parts.ts';
import { agentOf } from '../agent.ts';
import type { Verbs } from '../verb.ts';
import { visiblePlace } from '../visible.ts';

/** The talk of a contact on a channel, begun by us: to the number that they were seen with last. */
async function talkWith(
  { ctx }: Caller,
  tx: Tx,
  parts: ApiParts,
  { contactId, channelId }: { contactId: string; channelId: string },
): Promise<string> {
  const channel = parts.channel(channelId);
  if (channel === undefined || channel.workspaceId !== ctx.workspaceId)
    throw new Fault('not_found', `there is no channel "${channelId}"`);
  const contact = await getContact(tx, contactId);
  const newest = (kind: string) =>
    contact.identities
      .filter((identity) => identity.kind === kind)
      .sort((a, b) => new Date(b.lastSeenAt).getTime() - new Date(a.lastSeenAt).getTime())
      .at(0)?.value;
  const [waId, bsuid] = [newest('phone'), newest('bsuid')];
  if (waId === undefined && bsuid === undefined)
    throw new Fault('conflict', 'this contact has no number to write to on this channel');
  const opened = await openOrResume(ctx, tx, channelId, [{ contactId: contact.id, waId, bsuid }]);
  return opened.get(contact.id) as string; // opened for the one who was asked for
}

type Named = 'tickets.get' | 'tickets.of-contact' | 'tickets.open' | 'tickets.history';

export const ticketVerbs: Pick<Verbs, Named> = {
  'tickets.get': async (caller, tx, input) => ({
    ticket: await getTicket(caller.ctx, tx, agentOf(caller), input),
  }),
  'tickets.of-contact': async (caller, tx, { contactId, before }) => {
    const ids = await allIdsOf(tx, contactId);
    return await ticketsOfContact(caller.ctx, tx, agentOf(caller), ids, before);
  },
  'tickets.open': async (caller, tx, input, parts) => {
    const { subject, departmentId, contactId, channelId } = input;
    const conversationId =
      contactId !== undefined && channelId !== undefined
        ? await talkWith(caller, tx, parts, { contactId, channelId })
        : (input.conversationId ?? '');
    await visiblePlace(caller, tx, conversationId);
    const agent = agentOf(caller);
    const ticketId = await openTicket(caller.ctx, tx, agent, { conversationId, subject, departmentId });
    return { ticket: await getTicket(caller.ctx, tx, { ...agent, sees: 'all' }, { ticketId }) };
  },
  'tickets.history': async (caller, tx, { ticketId, after }) => {
    await getTicket(caller.ctx, tx, agentOf(caller), { ticketId });
    return await timeline(caller.ctx, tx, ticketId, after);
  },
};
