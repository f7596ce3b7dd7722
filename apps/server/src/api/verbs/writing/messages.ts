import { reactTo, retryMessage, sendMessage } from '@balcao/core/desk';
import type { ThreadPlace } from '@balcao/core/messages';
import { findMessage, readThread } from '@balcao/core/messages';
import { Fault } from '@balcao/kernel';
import type { ApiParts, Caller } from '../../api-parts.ts';
import { timeOrNull } from '../present.ts';
import type { Verbs } from '../verb.ts';
import { visiblePlace } from '../visible.ts';
import { presentThread } from './thread/present-thread.ts';

/** The channel of a conversation, as this process knows it. */
export function channelOf(caller: Caller, parts: ApiParts, channelId: string) {
  const channel = parts.channel(channelId);
  if (channel === undefined || channel.workspaceId !== caller.ctx.workspaceId)
    throw new Fault('unavailable', 'the channel of this conversation is not known to this process yet');
  return {
    perPair: channel.perPair,
    checkContent: channel.adapter.checkContent.bind(channel.adapter),
  };
}

export const originOf = ({ by }: Caller): 'person' | 'api' => (by.kind === 'member' ? 'person' : 'api');

const placeShown = (place: ThreadPlace) => ({
  id: place.id,
  channelId: place.channelId,
  contactId: place.contactId,
  floor: place.floor,
  windowUntil: timeOrNull(place.windowUntil),
  unread: place.unread,
});

type Named = 'messages.thread' | 'messages.send' | 'messages.react' | 'messages.retry';

export const messageActionVerbs: Pick<Verbs, Named> = {
  'messages.thread': async (caller, tx, { conversationId, ...page }) => {
    const place = await visiblePlace(caller, tx, conversationId);
    const thread = await readThread(caller.ctx, tx, place, page);
    const messages = await presentThread(caller.ctx, tx, thread.messages, caller.language);
    return {
      conversation: placeShown(place),
      messages,
      next: thread.older ? (messages.at(-1)?.id ?? null) : null,
      newer: thread.newer ? (messages[0]?.id ?? null) : null,
    };
  },
  'messages.send': async (caller, tx, { conversationId, ...asked }, parts) => {
    const place = await visiblePlace(caller, tx, conversationId);
    const channel = channelOf(caller, parts, place.channelId);
    const { message, queued } = await sendMessage(caller.ctx, tx, {
      ...asked,
      place,
      channel,
      origin: originOf(caller),
    });
    tx.after(() => parts.offer(queued));
    return queuedShown(message);
  },
  'messages.react': async (caller, tx, { messageId, emoji }, parts) => {
    const message = await findMessage(caller.ctx, tx, messageId);
    const place = await visiblePlace(caller, tx, message.conversationId);
    const channel = channelOf(caller, parts, place.channelId);
    const queued = await reactTo(caller.ctx, tx, { message, place, channel, emoji, origin: originOf(caller) });
    tx.after(() => parts.offer(queued));
    return { changed: queued.length > 0 };
  },
  'messages.retry': async (caller, tx, { messageId }, parts) => {
    const found = await findMessage(caller.ctx, tx, messageId);
    const place = await visiblePlace(caller, tx, found.conversationId);
    const channel = channelOf(caller, parts, place.channelId);
    const origin = originOf(caller);
    const { message, queued } = await retryMessage(caller.ctx, tx, { message: found, place, channel, origin });
    tx.after(() => parts.offer(queued));
    return queuedShown(message);
  },
};

type Sent = Awaited<ReturnType<typeof sendMessage>>['message'];
type Shown = Awaited<ReturnType<Verbs['messages.send']>>;

const queuedShown = ({ id, conversationId, clientId, seq, status }: Sent): Shown => ({
  messageId: id,
  conversationId,
  clientId,
  seq,
  status: status as Shown['status'], // the column's check allows nothing else
});
