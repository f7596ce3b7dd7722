import type { OutboundContent } from '@balcao/channels/port';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import type { FoundMessage, ThreadPlace } from '../../messages/index.ts';
import { sendMessage } from './send-message.ts';
import type { SendChannel, SentOff } from './types.ts';

/** A failed message as a new one that says what it repeats. Its name is made of the old one's: asked twice, it goes once. */
export async function retryMessage(
  ctx: WorkspaceCtx,
  tx: Tx,
  asked: {
    readonly message: FoundMessage;
    readonly place: ThreadPlace;
    readonly channel: SendChannel;
    readonly origin: 'person' | 'api';
  },
): Promise<SentOff> {
  const { message, ...rest } = asked;
  if (message.direction !== 'out' || message.status !== 'failed')
    throw new Fault('conflict', `only a failed message is sent again; this one is ${message.status}`);
  if (message.content === null)
    throw new Fault('conflict', 'this message was written elsewhere: its content is not here');
  return await sendMessage(ctx, tx, {
    ...rest,
    content: message.content as OutboundContent, // queue-reply wrote it
    clientId: `retry:${message.id}`,
    retryOf: message.id,
    ...(message.replyTo === null ? {} : { replyTo: message.replyTo }),
  });
}
