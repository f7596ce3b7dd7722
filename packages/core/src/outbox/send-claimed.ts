import type { OutboundContent, SendOutcome } from '@balcao/channels/port';
import type { WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import type { Claimed } from './claim.ts';
import { failureOfFile, fileOf, withProviderFile } from './files-of.ts';
import type { DispatcherParts, Sender } from './sender.ts';

/** One attempt at a message: its file is given to the provider first, when it has one of ours. Never throws. */
export async function sendClaimed(
  ctx: WorkspaceCtx,
  parts: DispatcherParts,
  sender: Sender,
  item: Claimed,
): Promise<SendOutcome> {
  const mediaId = fileOf(item.content);
  if (mediaId === undefined) return await send(ctx, sender, item, item.content);
  let id: string;
  try {
    if (parts.files === undefined) throw new Fault('not_found', 'this worker has no way to files');
    id = await parts.files.idOf(ctx, sender, mediaId);
  } catch (error) {
    ctx.log.warn({ err: error, messageId: item.id, correlationId: item.conversationId }, 'a file could not be sent');
    return failureOfFile(error);
  }
  const outcome = await send(ctx, sender, item, withProviderFile(item.content, id));
  if (outcome.outcome === 'failed' && outcome.treatment === 'media_retry')
    await parts.files.forget(ctx, sender, mediaId).catch(() => undefined); // the next attempt fails the same way, and is the last
  return outcome;
}

async function send(ctx: WorkspaceCtx, sender: Sender, item: Claimed, content: OutboundContent): Promise<SendOutcome> {
  try {
    return await sender.adapter.send(sender.credentials, {
      to: { waId: item.waId ?? undefined, bsuid: item.bsuid ?? undefined },
      content,
      replyTo: item.replyTo ?? undefined,
      tag: item.id,
    });
  } catch (error) {
    // The content cannot go at all: it would fail the same way for ever.
    const detail = error instanceof Fault ? error.code : 'internal';
    if (!(error instanceof Fault))
      ctx.log.error(
        { err: error, messageId: item.id, correlationId: item.conversationId },
        'a message could not be rendered',
      );
    return { outcome: 'failed', treatment: 'bad_request', detail, sentence: 'our_mistake' };
  }
}
