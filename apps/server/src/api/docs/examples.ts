import type { OperationName, Operations } from '@balcao/contract';

type Examples = {
  readonly [Name in OperationName]?: {
    readonly input: Operations[Name]['input']['_zod']['input'];
    readonly output: Operations[Name]['output']['_zod']['output'];
  };
};

const id = (last: number): string => `019a7c4e-5f10-7a3b-8c2d-0000000000${String(last).padStart(2, '0')}`;
const at = '2026-11-20T14:03:11.000Z';

const item = {
  ticketId: id(1),
  conversationId: id(2),
  contactId: id(3),
  channelId: id(4),
  protocol: '20261120000042',
  status: 'queued',
  priority: 'normal',
  subject: null,
  departmentId: id(5),
  queueId: null,
  teamId: null,
  assigneeId: null,
  tagIds: [],
  unread: 1,
  lastMessageAt: at,
  lastMessage: {
    id: id(6),
    direction: 'in',
    origin: 'customer',
    kind: 'text',
    text: 'Meu pedido chega hoje?',
    status: 'received',
  },
  contact: { name: 'Joana Prado', phone: '+5511987654321' },
  floor: 'person',
  windowUntil: '2026-11-21T14:03:11.000Z',
  snoozedUntil: null,
  openedAt: at,
  queuedAt: at,
  assignedAt: null,
  resolvedAt: null,
} as const;
const ticket = { ...item, openedBy: 'customer', firstReplyAt: null, resolveReason: null, reopened: 0 } as const;

/** What one asks most, as it looks on the wire. */
export const examples: Examples = {
  'inbox.list': { input: { view: 'unassigned' }, output: { items: [{ ...item, tagIds: [] }], next: null } },
  'tickets.claim': {
    input: { ticketId: id(1) },
    output: { changed: true, ticket: { ...ticket, tagIds: [], status: 'open', assigneeId: id(7), assignedAt: at } },
  },
  'tickets.transfer': {
    input: { ticketId: id(1), departmentId: id(8), reason: 'Dúvida sobre a nota fiscal' },
    output: { changed: true, ticket: { ...ticket, tagIds: [], departmentId: id(8) } },
  },
  'tickets.resolve': {
    input: { ticketId: id(1), reason: 'Pedido entregue' },
    output: {
      changed: true,
      ticket: { ...ticket, tagIds: [], status: 'resolved', resolvedAt: at, resolveReason: 'Pedido entregue' },
    },
  },
  'messages.send': {
    input: { conversationId: id(2), content: { kind: 'text', text: 'Chega até as 18h!' } },
    output: { messageId: id(9), conversationId: id(2), clientId: null, seq: 7, status: 'queued' },
  },
  'media.upload': {
    input: { fileName: 'nota.pdf' },
    output: {
      media: {
        id: id(10),
        kind: 'document',
        state: 'stored',
        mime: 'application/pdf',
        bytes: 48_213,
        fileName: 'nota.pdf',
        voice: false,
        url: 'https://atendimento.example.com/media/k1.aGVsbG8.c2lnbmVk',
        urlExpiresAt: '2026-11-20T14:13:11.000Z',
        problem: null,
      },
    },
  },
  'contacts.create': {
    input: { name: 'Joana Prado', phone: '(11) 98765-4321' },
    output: {
      created: true,
      contact: {
        id: id(3),
        name: 'Joana Prado',
        profileName: null,
        username: null,
        tagIds: [],
        fields: {},
        optIn: 'unknown',
        blocked: null,
        createdAt: at,
        updatedAt: at,
        identities: [
          {
            id: id(11),
            kind: 'phone',
            value: '5511987654321',
            e164: '+5511987654321',
            reason: 'seen_together',
            firstSeenAt: at,
            lastSeenAt: at,
          },
        ],
      },
    },
  },
  'ledger.read': {
    input: { after: `7421-${id(6)}`, limit: 100 },
    output: {
      events: [
        {
          cursor: `7422-${id(12)}`,
          id: id(12),
          at,
          type: 'message.received',
          actorKind: 'contact',
          actorId: id(3),
          conversationId: id(2),
          messageId: id(6),
          contactId: id(3),
          data: { kind: 'text' },
        },
      ],
      cursor: `7422-${id(12)}`,
      more: false,
    },
  },
};
