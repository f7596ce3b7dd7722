import type { OutboundContent } from '@balcao/channels/port';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault, isUuid } from '@balcao/kernel';
import { refuseBlocked } from '../../contacts/index.ts';
import { giveFloor } from '../../conversations/index.ts';
import { claimClientId, findMessage, queueReply, type ThreadPlace, withdrawReplies } from '../../messages/index.ts';
import { takeUp } from '../../tickets/index.ts';
import { readSettings } from '../../workspaces/index.ts';
import { checkFiles, mediaIdOf } from './check-files.ts';
import { checkTemplate } from './check-template.ts';
import { checkWindow } from './check-window.ts';
import { authorName } from './rows.ts';
import type { Outgoing, SentOff } from './types.ts';
import { wordsOf } from './words-of.ts';

/**
 * Queues a message of a person or of an integration. Everything that can be known to fail is said now: the window, the file, the
 * template, the provider's limits. A person who writes takes the floor: the bot falls silent, and what it had queued does not go.
 */
export async function sendMessage(ctx: WorkspaceCtx, tx: Tx, out: Outgoing): Promise<SentOff> {
  const { place, channel, origin, clientId } = out;
  const content = await signed(ctx, tx, await checkFiles(ctx, tx, out.content), out);
  channel.checkContent(content);
  const id = ctx.ids.uuid();
  // Before the window: what was queued while it was open is the same message now.
  const known = clientId && (await claimClientId(ctx, tx, { conversationId: place.id, clientId, messageId: id }));
  if (known) return { message: known, queued: [] };
  await refuseBlocked(tx, place.contactId);
  checkWindow(ctx, content, place.windowUntil);
  const template = await checkTemplate(ctx, tx, place.channelId, content);
  const replyTo = out.replyTo === undefined ? undefined : await quotedId(ctx, tx, place, out.replyTo);
  if (origin === 'person' && out.keepsFloor !== true) await takeFloor(ctx, tx, place);
  const mediaId = mediaIdOf(content);
  const [queued] = await queueReply(ctx, tx, [
    {
      id,
      conversationId: place.id,
      channelId: place.channelId,
      origin,
      content,
      text: template.text ?? wordsOf(content),
      paced: channel.perPair,
      ...(replyTo === undefined ? {} : { replyTo }),
      ...(mediaId === undefined || content.kind !== 'media' ? {} : { mediaId }),
      ...(clientId === undefined ? {} : { clientId }),
      ...(out.retryOf === undefined ? {} : { retryOf: out.retryOf }),
    },
  ]);
  if (queued === undefined) throw new Fault('internal', 'one reply was queued and none came back');
  const { conversationId, seq } = queued;
  return { message: { id, conversationId, seq, clientId: clientId ?? null, status: 'queued' }, queued: [queued] };
}

/** The floor first: it locks the conversation, and with it the bot's turn; then what the bot had queued, and a ticket that nobody has. */
async function takeFloor(ctx: WorkspaceCtx, tx: Tx, place: ThreadPlace): Promise<void> {
  await giveFloor(ctx, tx, [place.id], 'person', ctx.clock.now());
  await withdrawReplies(ctx, tx, place);
  if (ctx.actor.kind === 'person' && ctx.actor.id !== undefined) await takeUp(ctx, tx, ctx.actor.id, place.id);
}

/** Quoted by our id or by the provider's. What the provider has not taken yet cannot be quoted. */
async function quotedId(ctx: WorkspaceCtx, tx: Tx, place: ThreadPlace, replyTo: string): Promise<string> {
  if (!isUuid(replyTo)) return replyTo;
  const quoted = await findMessage(ctx, tx, replyTo);
  if (quoted.conversationId !== place.id && !place.joined.includes(quoted.conversationId))
    throw new Fault('not_found', `there is no message "${replyTo}" in this conversation`);
  if (quoted.providerId === null)
    throw new Fault('conflict', 'the quoted message has not been delivered yet: nothing can refer to it');
  return quoted.providerId;
}

/** `*Ana:*` above the text, where the company wants it. */
async function signed(
  ctx: WorkspaceCtx,
  tx: Tx,
  content: OutboundContent,
  { origin, retryOf }: Outgoing,
): Promise<OutboundContent> {
  // What is repeated was signed the first time.
  if (origin !== 'person' || retryOf !== undefined || content.kind !== 'text' || ctx.actor.id === undefined)
    return content;
  const { signMessages } = await readSettings(tx);
  if (!signMessages) return content;
  const member = await tx.one<{ name: string }>(authorName, [ctx.workspaceId, ctx.actor.id]);
  return member === undefined ? content : { ...content, text: `*${member.name}:*\n${content.text}` };
}
