import { createHash } from 'node:crypto';
import type { Language, PushPayload } from '@balcao/contract';
import { type DbCtx, inWorkspace, type WorkspaceCtx, workspaceStatement } from '@balcao/db';
import type { JobInfo } from '@balcao/jobs';
import { Fault } from '@balcao/kernel';
import type { Notice } from '../notices/decide-notices.ts';
import { dropById } from '../subscriptions/rows.ts';
import { encryptForBrowser } from '../webpush/encrypt.ts';
import { siteKeys } from '../webpush/site-keys.ts';
import { vapidHeader } from '../webpush/vapid.ts';
import { noticeWords } from './notice-words.ts';
import { sentNow, toSend } from './rows.ts';

interface ToSend {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
  readonly language: Language;
  readonly serves: boolean;
  readonly contactName: string | null;
  readonly text: string | null;
}

/** After this a notification would only disturb; the push service keeps it no longer for a telephone that is off. */
const WORTH_SECONDS = 10 * 60;
const WITHIN_MS = 10_000;

/** What the worker registers for `push.send`. */
export async function sendPush(ctx: DbCtx, notice: Notice, info: JobInfo): Promise<void> {
  if (info.workspaceId === undefined) throw new Fault('internal', 'a notification belongs to a workspace');
  const inside = inWorkspace(ctx, info.workspaceId);
  const age = (ctx.clock.now().getTime() - info.enqueuedAt.getTime()) / 1_000;
  if (age > WORTH_SECONDS) return;
  const { subscriptionId, conversationId, messageId } = notice;
  const params = [inside.workspaceId, subscriptionId, conversationId, messageId];
  const [found] = await workspaceStatement<ToSend>(inside, toSend, params);
  if (found === undefined || !found.serves) return;
  await post(inside, notice, found, Math.ceil(WORTH_SECONDS - age), info.signal);
}

async function post(ctx: WorkspaceCtx, notice: Notice, to: ToSend, ttl: number, signal: AbortSignal): Promise<void> {
  const keys = await siteKeys(ctx);
  const payload = payloadOf(notice, to);
  const { status, body } = await ctx.http.request({
    method: 'POST',
    url: to.endpoint,
    headers: {
      authorization: vapidHeader(keys, to.endpoint, contactOf(ctx), ctx.clock.now()),
      'content-type': 'application/octet-stream',
      'content-encoding': 'aes128gcm',
      ttl: String(ttl),
      urgency: 'high',
      topic: createHash('sha256').update(payload.tag).digest('base64url').slice(0, 32),
    },
    body: encryptForBrowser(JSON.stringify(payload), to),
    timeoutMs: WITHIN_MS,
    maxBytes: 64 * 1024,
    signal,
  });
  if (status >= 200 && status < 300) {
    await workspaceStatement(ctx, sentNow, [ctx.workspaceId, notice.subscriptionId, ctx.clock.now()]);
    return;
  }
  // Gone, or bound to keys that are no longer ours: the browser subscribes again when its page is next opened.
  const ours = (status === 401 || status === 403) && ourMistake.test(body.toString('utf8'));
  if ([401, 403, 404, 410].includes(status) && !ours) {
    await workspaceStatement(ctx, dropById, [ctx.workspaceId, notice.subscriptionId]);
    return;
  }
  if (status === 429 || status >= 500)
    throw new Fault('provider_failed', `the push service answered ${status}`, { status });
  const { subscriptionId } = notice;
  ctx.log.warn({ status, subscriptionId, badSignature: ours }, 'the push service refused a notification');
}

function payloadOf({ kind, conversationId, ticketId }: Notice, { language, contactName, text }: ToSend): PushPayload {
  const words = noticeWords[language];
  return {
    title: contactName ?? words.somebody,
    body: kind === 'message' && text !== null && text !== '' ? text : words[kind],
    tag: `${kind} ${conversationId}`,
    url: ticketId === null ? '/inbox' : `/inbox/${ticketId}`,
    kind,
  };
}

/** What was wrong with our own signature (its subject, its time): no reason to forget every browser that we know. */
const ourMistake = /BadJwt|ExpiredJwt|InvalidJwt|BadAuth|\bsub\b|subject|expir/i;

/** Push services want to know whom to write to: this site, or where its mail comes from. Without either, nobody that a service would refuse. */
function contactOf({ config }: DbCtx): string {
  if (config.publicUrl.startsWith('https:')) return new URL(config.publicUrl).origin;
  const address = /[^\s<>@]+@[^\s<>@]+/.exec(config.mail?.from ?? '')?.[0];
  return `mailto:${address ?? 'webmaster@example.com'}`;
}
