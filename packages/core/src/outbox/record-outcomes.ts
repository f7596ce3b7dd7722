import { type SendFailed, type SendOutcome, type TreatmentRule, treatments } from '@balcao/channels/port';
import { type Tx, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { enqueue } from '@balcao/jobs';
import { backoff } from '@balcao/kernel';
import { advanceStatus, applyEarlyStatuses, type StatusSighting } from '../messages/index.ts';
import type { Claimed } from './claim.ts';
import { learnAddressJob, stopChannelJob } from './jobs.ts';
import { markUnknown, putBack, slowChannel } from './rows.ts';

export interface Sent {
  readonly item: Claimed;
  readonly outcome: SendOutcome;
}

/** What becomes of a message after its send: done with, or tried again from an instant on. */
export type Verdict = { readonly done: true } | { readonly done: false; readonly notBefore: Date };

/** A status may still settle a send whose answer never came; after this it is sent once more. */
export const SETTLE_MS = 15_000;

/** A held channel is looked at again after this, should nobody resume it before. */
const HOLD_MS = 60_000;
const LONGEST_WAIT_MS = 10 * 60_000;

type Judged = Sent & { verdict: Verdict; reason: string; rule?: TreatmentRule };

/** Books the answers of one channel's sends, in one transaction. The only way from the provider's word to our rows. */
export function recordOutcomes(
  ctx: WorkspaceCtx,
  workerId: string,
  channelId: string,
  sent: readonly Sent[],
): Promise<Verdict[]> {
  const judged = sent.map((one) => judge(ctx, one));
  return withWorkspace(ctx, async (tx) => {
    await keepUnknowns(ctx, tx, workerId, judged);
    await keepRetries(ctx, tx, workerId, channelId, judged);
    const sightings = judged.flatMap((one) => sightingOf(ctx, one));
    await advanceStatus(ctx, tx, channelId, sightings);
    const providerIds = sightings.flatMap((sighting) =>
      sighting.providerId === undefined ? [] : [sighting.providerId],
    );
    await applyEarlyStatuses(ctx, tx, channelId, providerIds);
    await learnAddresses(ctx, tx, judged);
    return judged.map((one) => one.verdict);
  });
}

function judge(ctx: WorkspaceCtx, sent: Sent): Judged {
  const { outcome } = sent;
  if (outcome.outcome === 'accepted') return { ...sent, verdict: { done: true }, reason: '' };
  if (outcome.outcome === 'unknown') return { ...sent, verdict: { done: true }, reason: outcome.reason };
  const rule = treatments[outcome.treatment];
  const reason = `${outcome.code ?? ''} ${outcome.treatment}`.trim();
  // Nothing left this machine: that was no attempt at this message, however often it happens.
  const wait = waitOf(ctx, outcome.notSent ? 1 : sent.item.attempts, outcome, rule);
  if (wait === undefined) return { ...sent, verdict: { done: true }, reason, rule };
  return { ...sent, verdict: { done: false, notBefore: new Date(ctx.clock.now().getTime() + wait) }, reason, rule };
}

function waitOf(ctx: WorkspaceCtx, attempts: number, failed: SendFailed, rule: TreatmentRule): number | undefined {
  if (rule.next === 'hold') return HOLD_MS;
  if (rule.next === 'fail' || attempts > rule.tries) return undefined;
  const first = Math.max(failed.afterMs ?? 0, rule.afterMs);
  const spread = { baseMs: first * 2, maxMs: Math.max(first * 2, LONGEST_WAIT_MS), floorMs: first / 2 };
  return Math.max(failed.afterMs ?? 0, backoff(attempts, spread, ctx.random));
}

async function keepUnknowns(ctx: WorkspaceCtx, tx: Tx, workerId: string, judged: readonly Judged[]): Promise<void> {
  const unknown = judged.filter((one) => one.outcome.outcome === 'unknown');
  if (unknown.length === 0) return;
  const settleBy = new Date(ctx.clock.now().getTime() + SETTLE_MS);
  const ids = unknown.map((one) => one.item.id);
  await tx.run(markUnknown, [ctx.workspaceId, ids, settleBy, unknown[0]?.reason, workerId]);
}

async function keepRetries(
  ctx: WorkspaceCtx,
  tx: Tx,
  workerId: string,
  channelId: string,
  judged: readonly Judged[],
): Promise<void> {
  const again = judged.flatMap(({ item, outcome, verdict, reason, rule }) => {
    if (verdict.done) return [];
    const refund = outcome.outcome === 'failed' && outcome.notSent === true;
    return [{ id: item.id, notBefore: verdict.notBefore, reason, refund, rule }];
  });
  if (again.length === 0) return;
  await tx.run(putBack, [ctx.workspaceId, JSON.stringify(again), workerId]);
  const slowed = again.filter((one) => one.rule?.next === 'retry' && one.rule.scope === 'channel');
  if (slowed.length > 0) {
    const until = new Date(Math.max(...slowed.map((one) => one.notBefore.getTime())));
    await tx.run(slowChannel, [ctx.workspaceId, channelId, until]);
  }
  const held = again.find((one) => one.rule?.next === 'hold');
  if (held) {
    const payload = { workspaceId: ctx.workspaceId, channelId, reason: held.reason };
    await enqueue(tx, ctx, stopChannelJob, payload, { workspaceId: ctx.workspaceId, dedupeKey: channelId });
  }
}

function sightingOf(ctx: WorkspaceCtx, { item, outcome, verdict }: Judged): StatusSighting[] {
  const base = { tag: item.id, at: ctx.clock.now() };
  if (outcome.outcome === 'unknown') return [{ ...base, status: 'unknown' }];
  if (outcome.outcome === 'accepted')
    return [{ ...base, status: outcome.held ? 'held' : 'accepted', providerId: outcome.providerId }];
  if (!verdict.done) return [];
  return [{ ...base, status: 'failed', errorCode: outcome.code, errorDetail: outcome.sentence }];
}

/** The provider wrote to another spelling of the number than we asked for: next time we ask for that one. */
async function learnAddresses(ctx: WorkspaceCtx, tx: Tx, judged: readonly Judged[]): Promise<void> {
  for (const { item, outcome } of judged) {
    if (outcome.outcome !== 'accepted' || outcome.waId === undefined || outcome.waId === item.waId) continue;
    const payload = { workspaceId: ctx.workspaceId, conversationId: item.conversationId, waId: outcome.waId };
    await enqueue(tx, ctx, learnAddressJob, payload, { workspaceId: ctx.workspaceId });
  }
}
