import type { OutboundContent } from '@balcao/channels/port';
import { allIdsOf, findOneByPhone } from '@balcao/core/contacts';
import { get, ofContacts } from '@balcao/core/conversations';
import { list, type MessageRow, type MessageStatus, queueReply } from '@balcao/core/messages';
import type { Tx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import type { Caller } from '../api-parts.ts';
import { time, timeOrNull } from './present.ts';
import type { Verbs } from './verb.ts';

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

/** What a person would read of it. */
function wordsOf(content: OutboundContent): string | null {
  if ('text' in content) return content.text;
  if (content.kind === 'media') return content.caption ?? null;
  if (content.kind === 'reaction') return content.emoji ?? null;
  return null;
}

/** Meta refuses what is not a template once 24 hours have passed since the customer wrote: better said now than by a failed message. */
function checkWindow({ ctx }: Caller, content: OutboundContent, windowUntil: Date | null): void {
  if (content.kind === 'template' || (windowUntil !== null && windowUntil > ctx.clock.now())) return;
  const detail =
    'the 24 hours since the customer last wrote are over, or they never wrote: only a template may be sent';
  throw new Fault('over_limit', detail, windowUntil === null ? {} : { windowUntil: windowUntil.toISOString() });
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

export const messageVerbs: Pick<Verbs, 'messages.list' | 'messages.send'> = {
  'messages.list': async (caller, tx, input) => {
    const conversations = await conversationsOf(caller, tx, input);
    const page = { limit: input.limit, ...(input.before === undefined ? {} : { before: input.before }) };
    const rows = await list(caller.ctx, tx, conversations, page);
    return { messages: rows.map(presentMessage), next: rows.length < input.limit ? null : (rows.at(-1)?.id ?? null) };
  },
  'messages.send': async (caller, tx, input, parts) => {
    const { ctx } = caller;
    const { id: conversationId, channelId, windowUntil } = await get(ctx, tx, input.conversationId);
    const channel = parts.channel(channelId);
    if (channel === undefined || channel.workspaceId !== ctx.workspaceId)
      throw new Fault('unavailable', 'the channel of this conversation is not known to this process yet');
    channel.adapter.checkContent(input.content);
    checkWindow(caller, input.content, windowUntil);
    const [queued] = await queueReply(ctx, tx, [
      {
        conversationId,
        channelId,
        origin: 'api',
        content: input.content,
        text: wordsOf(input.content),
        paced: channel.perPair,
        ...(input.replyTo === undefined ? {} : { replyTo: input.replyTo }),
      },
    ]);
    if (queued === undefined) throw new Fault('internal', 'one reply was queued and none came back');
    tx.after(() => parts.offer([queued]));
    return { messageId: queued.id, conversationId, seq: queued.seq, status: 'queued' };
  },
};
