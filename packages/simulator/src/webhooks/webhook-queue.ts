import type { ChatMessage } from '../model.ts';
import { Ring } from '../ring.ts';
import type { World } from '../world.ts';
import { composeWebhook, type Update } from './compose-webhook.ts';
import { type Delivery, summary, type Webhooks } from './delivery.ts';
import { escapeJson } from './escape-json.ts';
import { UpdateGatherer } from './gather-updates.ts';
import { postWebhook } from './post-webhook.ts';
import { signBody } from './sign-body.ts';

const mostInFlight = 64;

/** Posts updates, each at once unless a fault gathers them, and again until they are taken. Bounded everywhere. */
export class WebhookQueue implements Webhooks {
  readonly #world: () => World;
  readonly #gatherer: UpdateGatherer;
  readonly #ready: { delivery: Delivery; updates: Update[] }[] = [];
  readonly #waiting = new Map<string, Delivery>();
  #history: Ring<Delivery> | undefined;
  #inFlight = 0;
  #count = 0;

  constructor(world: () => World) {
    this.#world = world;
    this.#gatherer = new UpdateGatherer(world, (updates) => this.#dispatch(updates));
  }

  get #past(): Ring<Delivery> {
    this.#history ??= new Ring(this.#world().keep.webhooks);
    return this.#history;
  }

  /** Nothing held back, gathered, under way or waiting for another try. */
  get idle(): boolean {
    return this.#gatherer.idle && this.#waiting.size === 0;
  }

  list(): Delivery[] {
    return this.#past.values();
  }

  clear(): void {
    this.#gatherer.clear();
    this.#ready.length = 0;
    for (const delivery of this.#waiting.values()) delivery.state = 'dropped';
    this.#waiting.clear();
    this.#past.clear();
  }

  add(update: Update): void {
    this.#gatherer.add(update);
  }

  /** Sends a body of the past once more, as it was. */
  replay(id: string): Delivery | undefined {
    const past = this.#past.get(id);
    if (!past) return undefined;
    const again: Delivery = { ...past, id: this.#nextId(), at: this.#world().now(), state: 'waiting', attempts: [] };
    this.#enqueue(again, []);
    return again;
  }

  /** One body per number: each may have its own address and secret. */
  #dispatch(updates: Update[]): void {
    const world = this.#world();
    const byNumber = Map.groupBy(updates, (update) => update.phoneNumberId);
    for (const [phoneNumberId, mine] of byNumber) {
      const body = escapeJson(composeWebhook(mine, world.now(), (id) => world.numbers.get(id)));
      this.#enqueue(
        {
          id: this.#nextId(),
          phoneNumberId,
          at: world.now(),
          body,
          fields: [...new Set(mine.map((update) => update.field))],
          messageIds: [...new Set(mine.flatMap((update) => update.messageId ?? []))],
          state: 'waiting',
          attempts: [],
        },
        mine,
      );
    }
  }

  #nextId(): string {
    this.#count += 1;
    return `webhook-${this.#count}`;
  }

  #enqueue(delivery: Delivery, updates: Update[]): void {
    this.#past.set(delivery.id, delivery);
    if (!this.#world().numbers.get(delivery.phoneNumberId)?.webhookUrl) {
      delivery.state = 'nowhere';
      return;
    }
    this.#waiting.set(delivery.id, delivery);
    if (this.#waiting.size > this.#world().keep.pending) this.#dropOldest();
    this.#ready.push({ delivery, updates });
    this.#pump();
  }

  #dropOldest(): void {
    for (const [id, delivery] of this.#waiting) {
      this.#waiting.delete(id);
      delivery.state = 'dropped';
      this.#world().log(`webhook ${id} dropped: more than ${this.#world().keep.pending} are waiting`);
      return;
    }
  }

  #pump(): void {
    while (this.#inFlight < mostInFlight) {
      const next = this.#ready.shift();
      if (!next) return;
      if (next.delivery.state !== 'waiting') continue;
      this.#inFlight += 1;
      void this.#attempt(next.delivery, next.updates).finally(() => {
        this.#inFlight -= 1;
        this.#pump();
      });
    }
  }

  async #attempt(delivery: Delivery, updates: Update[]): Promise<void> {
    const world = this.#world();
    const late = world.faults.strike('delay', (fault) => fault.on === 'webhooks');
    if (late) await world.clock.sleep(late.ms + world.random() * late.jitterMs, world.stop.signal);
    const number = world.numbers.get(delivery.phoneNumberId);
    if (world.stop.signal.aborted || delivery.state !== 'waiting' || !number?.webhookUrl) return;
    const body = Buffer.from(delivery.body);
    const startedAt = world.now();
    let status: number | null = null;
    let retryAfterMs: number | null = null;
    let error: string | undefined;
    try {
      const posted = await postWebhook({
        url: number.webhookUrl,
        body,
        signature: signBody(body, number.appSecret),
        timeoutMs: world.retry.timeoutMs,
        now: startedAt,
      });
      ({ status, retryAfterMs } = posted);
    } catch (cause) {
      error = cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code) : String(cause);
    }
    delivery.attempts.push({
      at: startedAt,
      status,
      ms: world.now() - startedAt,
      ...(error === undefined ? {} : { error }),
    });
    if (status === 200) this.#taken(delivery, updates);
    else void this.#again(delivery, updates, retryAfterMs);
    world.feed.publish(world.now(), 'webhook', summary(delivery));
  }

  #taken(delivery: Delivery, updates: Update[]): void {
    if (delivery.state === 'waiting') delivery.state = 'delivered';
    this.#waiting.delete(delivery.id);
    const world = this.#world();
    for (const update of updates) {
      if (update.kind !== 'message' || update.messageId === undefined) continue;
      const message = world.messages.get(update.messageId);
      if (message?.author === 'customer' && message.status === 'sent') markTaken(world, message);
    }
  }

  async #again(delivery: Delivery, updates: Update[], retryAfterMs: number | null): Promise<void> {
    const world = this.#world();
    const { firstMs, factor, maxMs, giveUpAfterMs } = world.retry;
    if (world.now() - delivery.at > giveUpAfterMs) {
      delivery.state = 'given-up';
      this.#waiting.delete(delivery.id);
      return;
    }
    const backOff = Math.min(maxMs, firstMs * factor ** (delivery.attempts.length - 1)) * (0.75 + world.random() / 2);
    await world.clock.sleep(Math.max(backOff, retryAfterMs ?? 0), world.stop.signal);
    if (world.stop.signal.aborted || delivery.state !== 'waiting') return;
    this.#ready.push({ delivery, updates });
    this.#pump();
  }
}

function markTaken(world: World, message: ChatMessage): void {
  message.status = 'delivered';
  message.times.delivered = world.now();
  world.feed.publish(world.now(), 'message', message);
  world.changed();
}
