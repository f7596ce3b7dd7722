import type { OutboundContent } from '@balcao/channels/port';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { refuseBlocked } from '../../contacts/index.ts';
import { type FoundMessage, type QueuedReply, queueReply, react, type ThreadPlace } from '../../messages/index.ts';
import { checkWindow } from './check-window.ts';
import type { SendChannel } from './types.ts';

/** Our reaction to a message, or none any more. It goes out like every message, and is kept by what it is about. */
export async function reactTo(
  ctx: WorkspaceCtx,
  tx: Tx,
  asked: {
    readonly message: FoundMessage;
    readonly place: ThreadPlace;
    readonly channel: SendChannel;
    readonly origin: 'person' | 'api';
    readonly emoji: string | null;
  },
): Promise<QueuedReply[]> {
  const { message, place, channel, emoji } = asked;
  if (message.providerId === null) throw new Fault('conflict', 'the message has not been delivered yet');
  if (message.revokedAt !== null) throw new Fault('conflict', 'the message was deleted');
  const targetId = message.providerId;
  const content: OutboundContent = { kind: 'reaction', targetId, ...(emoji === null ? {} : { emoji }) };
  channel.checkContent(content);
  await refuseBlocked(tx, place.contactId);
  checkWindow(ctx, content, place.windowUntil);
  const at = ctx.clock.now();
  await react(ctx, tx, place.channelId, [{ providerId: targetId, byWhom: 'business', emoji: emoji ?? undefined, at }]);
  return await queueReply(ctx, tx, [
    {
      conversationId: place.id,
      channelId: place.channelId,
      origin: asked.origin,
      content,
      text: emoji,
      paced: channel.perPair,
    },
  ]);
}
