import { allIdsOf, findOneByPhone } from '@balcao/core/contacts';
import { ofContacts } from '@balcao/core/conversations';
import { list, type MessageRow, type MessageStatus } from '@balcao/core/messages';
import type { Tx } from '@balcao/db';
import type { Caller } from '../api-parts.ts';
import { time, timeOrNull } from './present.ts';
import type { Verbs } from './verb.ts';
import { visibleOf } from './visible.ts';

export function presentMessage(row: MessageRow) {
  return {
    ...row,
    status: row.status as MessageStatus, // the column's check allows nothing else
    content: row.content ?? null,
    pricing: row.pricing ?? null,
    at: time(row.at),
    createdAt: time(row.createdAt),
    acceptedAt: timeOrNull(row.acceptedAt),
    sentAt: timeOrNull(row.sentAt),
    deliveredAt: timeOrNull(row.deliveredAt),
    readAt: timeOrNull(row.readAt),
    playedAt: timeOrNull(row.playedAt),
    failedAt: timeOrNull(row.failedAt),
    editedAt: timeOrNull(row.editedAt),
    revokedAt: timeOrNull(row.revokedAt),
  };
}

interface Asked {
  readonly conversationId?: string | undefined;
  readonly contactId?: string | undefined;
  readonly phone?: string | undefined;
}

async function conversationsOf({ ctx }: Caller, tx: Tx, asked: Asked): Promise<string[]> {
  if (asked.conversationId !== undefined) return [asked.conversationId];
  const contactId = asked.contactId ?? (await findOneByPhone(tx, asked.phone ?? ''))?.id;
  if (contactId === undefined) return [];
  const ids = await allIdsOf(tx, contactId);
  return await ofContacts(ctx, tx, ids);
}

export const messageVerbs: Pick<Verbs, 'messages.list'> = {
  'messages.list': async (caller, tx, input) => {
    const conversations = await visibleOf(caller, tx, await conversationsOf(caller, tx, input));
    const page = { limit: input.limit, ...(input.before === undefined ? {} : { before: input.before }) };
    const rows = await list(caller.ctx, tx, conversations, page);
    return { messages: rows.map(presentMessage), next: rows.length < input.limit ? null : (rows.at(-1)?.id ?? null) };
  },
};
