import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id, time } from '../fields.ts';
import { inboxItem } from './inbox-item.ts';

/** What happens to one ticket on its page. */
export const ticketDetail = inboxItem.extend({
  openedBy: z.enum(['customer', 'person', 'api']),
  firstReplyAt: time.nullable(),
  resolveReason: z.string().nullable(),
  reopened: z.int(),
});
export type TicketDetail = z.output<typeof ticketDetail>;

export const ticketsGet = defineOperation({
  name: 'tickets.get',
  kind: 'read',
  summary: 'One ticket: by its id, by its protocol, or the newest of a conversation',
  scope: 'tickets:read',
  input: z
    .strictObject({
      ticketId: id.optional(),
      protocol: z.string().min(1).max(40).optional(),
      conversationId: id.optional(),
    })
    .refine((it) => [it.ticketId, it.protocol, it.conversationId].filter((one) => one !== undefined).length === 1, {
      message: 'exactly one of ticketId, protocol, conversationId',
    }),
  output: z.strictObject({ ticket: ticketDetail }),
  errors: ['not_found'],
});

export const ticketsOfContact = defineOperation({
  name: 'tickets.of-contact',
  kind: 'read',
  summary: 'The tickets of a contact on every channel, newest first',
  scope: 'tickets:read',
  input: z.strictObject({ contactId: id, before: id.optional() }),
  output: z.strictObject({ tickets: z.array(ticketDetail), next: id.nullable() }),
  errors: ['not_found'],
});

export const ticketsOpen = defineOperation({
  name: 'tickets.open',
  kind: 'write',
  summary:
    'Open a ticket of one’s own on a conversation, or on a contact and a channel; one that is open already is an error',
  scope: 'tickets:write',
  input: z
    .strictObject({
      conversationId: id.optional(),
      contactId: id.optional(),
      channelId: id.optional(),
      subject: z.string().trim().min(1).max(200).optional(),
      departmentId: id.optional(),
    })
    .refine((it) => (it.conversationId !== undefined) !== (it.contactId !== undefined && it.channelId !== undefined), {
      message: 'conversationId, or contactId with channelId',
    }),
  output: z.strictObject({ ticket: ticketDetail }),
  errors: ['not_found', 'conflict', 'target_unavailable'],
});
