import type { SendOutcome } from '@balcao/channels/port';
import type { WorkspaceCtx } from '@balcao/db';
import { type Batcher, createBatcher, createPump, Fault, type Histogram, type Pump } from '@balcao/kernel';
import type { QueuedReply } from '../messages/index.ts';
import { type Claimed, claim } from './claim.ts';
import { recordOutcomes, type Sent, type Verdict } from './record-outcomes.ts';
import { sendClaimed } from './send-claimed.ts';
import type { DispatcherParts, Sender } from './sender.ts';

/** More than this in memory for one channel is left to its rows; the sweeper brings it back. */
const REMEMBERED_AT_MOST = 5_000;
const UNDER_WAY_AT_MOST = 128;
/** A send that takes longer gives its place to another: a few that hang must not stop the rest. Up to a point. */
const SLOW_AFTER_MS = 2_000;
const SLOW_AT_MOST = 1_000;
/** While the provider cannot be reached, so many at a time find out whether it is back. */
const PROBES = 8;
const PROBE_EVERY_MS = 1_000;
/** Behind a message that another worker has in hand: looked at again after this. */
const BLOCKED_MS = 100;
const DATABASE_AWAY_MS = 250;
const LONGEST_PAUSE_MS = 5_000;
/** An answer that can never be booked leaves its row to the sweeper, which treats it as unknown. */
const BOOKING_ATTEMPTS = 10;

/** One channel's sends: claimed in batches, one at a time per conversation, answered and booked in batches. */
export class ChannelLane {
  private pending = new Map<string, QueuedReply>();
  /** Conversations with a send under way, and since when; the oldest first. */
  private readonly busy = new Map<string, number>();
  /** When to try next, while nothing leaves this machine for the provider. */
  private probeAt: number | undefined;
  private readonly outcomes: Batcher<Sent, Verdict>;
  private readonly ctx: WorkspaceCtx;
  private readonly channelId: string;
  private readonly parts: DispatcherParts;
  private readonly pump: Pump;
  private readonly ending = new AbortController();
  private wake: AbortController | undefined;
  private readonly sent: Histogram;
  private readonly replied: { observe(seconds: number): void };

  constructor(ctx: WorkspaceCtx, channelId: string, parts: DispatcherParts) {
    this.ctx = ctx;
    this.channelId = channelId;
    this.parts = parts;
    this.outcomes = createBatcher({
      run: (sent) => recordOutcomes(ctx, parts.workerId, channelId, sent),
      maxItems: 200,
    });
    this.pump = createPump(
      () => this.step(),
      (error) => ctx.log.error({ err: error, channelId }, 'a channel lane stumbled'),
    );
    const labels = ['outcome'];
    this.replied = ctx.metrics
      .histogram('balcao_reply_seconds', 'Time from receiving a message to the provider accepting its reply')
      .bind({});
    this.sent = ctx.metrics.histogram(
      'balcao_send_seconds',
      'Time from handing a message to the provider to its answer',
      labels,
    );
  }

  get underWay(): number {
    return this.busy.size;
  }

  offer(items: readonly QueuedReply[]): void {
    for (const item of items) {
      if (this.pending.size >= REMEMBERED_AT_MOST) break;
      this.pending.set(item.id, item);
    }
    this.nudge();
  }

  async stop(): Promise<void> {
    this.ending.abort();
    this.wake?.abort();
    await this.pump.idle(); // a claim under way becomes sends under way
    while (this.busy.size > 0) await this.ctx.clock.sleep(20);
  }

  private nudge(): void {
    this.wake?.abort();
    this.pump.wake();
  }

  /** Answers whether there may be more to do at once; else the end of a send under way, or an offer, wakes it again. */
  private async step(): Promise<boolean> {
    if (this.ending.signal.aborted) return false;
    const sender = this.parts.sender(this.channelId);
    if (sender === undefined) this.pending.clear();
    if (sender === undefined || this.pending.size === 0) return false;
    const now = this.ctx.clock.now().getTime();
    if (this.probeAt !== undefined && this.probeAt > now) {
      await this.sleepUntil(this.probeAt);
      return true;
    }
    const { ready, nextDue } = this.pick(now);
    if (ready.length > 0) await this.takeUp(sender, ready);
    else if (nextDue !== undefined) await this.sleepUntil(nextDue);
    else return false;
    return true;
  }

  /** The first message of each conversation that has none under way, if it is due. */
  private pick(now: number): { ready: QueuedReply[]; nextDue: number | undefined } {
    const room = this.room(now);
    const probing = this.probeAt !== undefined;
    const seen = new Set<string>();
    const ready: QueuedReply[] = [];
    let nextDue: number | undefined;
    for (const item of this.pending.values()) {
      if (!probing && ready.length >= room) break;
      if (this.busy.has(item.conversationId) || seen.has(item.conversationId)) continue;
      seen.add(item.conversationId);
      const due = item.notBefore.getTime();
      if (due <= now) ready.push(item);
      else nextDue = Math.min(nextDue ?? due, due);
    }
    // Not always the same ones: they may be what the provider chokes on.
    return { ready: probing ? this.some(ready, room) : ready, nextDue };
  }

  private some(ready: QueuedReply[], room: number): QueuedReply[] {
    const from = Math.floor(this.ctx.random() * ready.length);
    return [...ready.slice(from), ...ready.slice(0, from)].slice(0, Math.max(0, room));
  }

  private room(now: number): number {
    if (this.probeAt !== undefined) return PROBES - this.busy.size;
    let slow = 0;
    for (const since of this.busy.values()) {
      if (now - since < SLOW_AFTER_MS || slow === SLOW_AT_MOST) break;
      slow++;
    }
    return UNDER_WAY_AT_MOST - (this.busy.size - slow);
  }

  private async takeUp(sender: Sender, ready: readonly QueuedReply[]): Promise<void> {
    try {
      const taken = await claim(this.ctx, this.parts.workerId, { id: sender.id, perSecond: sender.perSecond }, ready);
      for (const item of taken.tried) this.pending.delete(item.id);
      const now = this.ctx.clock.now().getTime();
      for (const item of taken.blocked)
        this.pending.set(item.id, {
          ...item,
          notBefore: new Date(Math.max(item.notBefore.getTime(), now + BLOCKED_MS)),
        });
      for (const item of taken.claimed) {
        this.busy.set(item.conversationId, now);
        void this.deliver(sender, item);
      }
      if (taken.waitMs > 0) await this.ctx.clock.sleep(Math.min(taken.waitMs, LONGEST_PAUSE_MS), this.ending.signal);
    } catch (error) {
      this.ctx.log.warn({ err: error, channelId: this.channelId }, 'could not claim messages to send; trying again');
      await this.ctx.clock.sleep(DATABASE_AWAY_MS);
    }
  }

  private async deliver(sender: Sender, item: Claimed): Promise<void> {
    const began = this.ctx.clock.monotonic();
    const outcome = await this.traced(item, () => this.send(sender, item));
    const away = outcome.outcome === 'failed' && outcome.notSent === true;
    this.probeAt = away ? this.ctx.clock.now().getTime() + PROBE_EVERY_MS : undefined;
    this.sent.observe({ outcome: outcome.outcome }, (this.ctx.clock.monotonic() - began) / 1_000);
    const verdict = await this.book({ item, outcome });
    if (outcome.outcome === 'accepted' && item.cause)
      this.replied.observe((this.ctx.clock.now().getTime() - item.cause.receivedAt.getTime()) / 1_000);
    this.busy.delete(item.conversationId);
    if (verdict?.done === false)
      this.pending = new Map([[item.id, { ...item, notBefore: verdict.notBefore }], ...this.pending]);
    this.nudge();
  }

  private traced<T>(item: Claimed, fn: () => Promise<T>): Promise<T> {
    if (!this.ctx.tracing.enabled) return fn();
    return this.ctx.tracing.span('send', { 'balcao.message': item.id }, fn, item.cause?.trace);
  }

  private send(sender: Sender, item: Claimed): Promise<SendOutcome> {
    return sendClaimed(this.ctx, this.parts, sender, item);
  }

  /** The answer is known and must not be lost while the database is away: it stays in memory until it is booked. */
  private async book(sent: Sent): Promise<Verdict | undefined> {
    for (let attempt = 1; ; attempt++) {
      try {
        // Alone from the second time on: whatever is wrong with a neighbour must not hold it up.
        if (attempt === 1) return await this.outcomes.add(sent);
        return (await recordOutcomes(this.ctx, this.parts.workerId, this.channelId, [sent]))[0];
      } catch (error) {
        const away = error instanceof Fault && error.code === 'unavailable';
        if (attempt === 1 || (!away && attempt === BOOKING_ATTEMPTS))
          this.ctx.log.error(
            { err: error, messageId: sent.item.id, correlationId: sent.item.conversationId, attempt },
            'an answer could not be booked',
          );
        if (!away && attempt >= BOOKING_ATTEMPTS) return undefined;
        await this.ctx.clock.sleep(DATABASE_AWAY_MS);
      }
    }
  }

  private async sleepUntil(due: number): Promise<void> {
    const ms = Math.min(due - this.ctx.clock.now().getTime(), LONGEST_PAUSE_MS);
    if (ms <= 0) return;
    this.wake = new AbortController();
    await this.ctx.clock.sleep(ms, this.wake.signal);
    this.wake = undefined;
  }
}
