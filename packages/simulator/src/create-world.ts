import { randomUUID } from 'node:crypto';
import { EventFeed } from './events.ts';
import { FaultBox } from './faults/fault-box.ts';
import { Pace } from './graph/messages/pace.ts';
import type { Media } from './model.ts';
import { defaultKeep, defaultRetry, defaultRules, defaultWalk, type SimulatorOptions } from './options.ts';
import { realClock } from './real-clock.ts';
import { Ring } from './ring.ts';
import { WebhookQueue } from './webhooks/webhook-queue.ts';
import type { World } from './world.ts';

export function createWorld(options: SimulatorOptions): World {
  const clock = options.clock ?? realClock;
  const random = options.random ?? Math.random;
  const newId = options.ids ?? randomUUID;
  const keep = { ...defaultKeep, ...options.keep };
  const world: World = {
    clock,
    newId,
    random,
    now: () => clock.now().getTime(),
    log: options.log ?? (() => {}),
    keep,
    retry: { ...defaultRetry, ...options.retry },
    walk: { ...defaultWalk, ...options.walk },
    rules: { ...defaultRules, ...options.rules },
    fetchLinks: options.fetchLinks ?? true,
    freeServiceMessages: options.freeServiceMessages ?? 1000,
    numbers: new Map(),
    customers: new Map(),
    leftNumbers: new Set(),
    chats: new Map(),
    messages: new Ring(keep.messages),
    media: new Ring<Media>(10_000, (media) => {
      world.mediaBytes -= media.bytes.length;
    }),
    templates: new Map(),
    subscribed: new Set(),
    feed: new EventFeed(newId().slice(0, 8), keep.events),
    faults: new FaultBox(random),
    webhooks: new WebhookQueue(() => world),
    pairPace: new Pace(45, 1 / 6),
    numberPace: null,
    stop: new AbortController(),
    walking: 0,
    mediaBytes: 0,
    baseUrl: options.publicUrl ?? '',
    changed: () => {},
  };
  for (const fault of options.faults ?? []) world.faults.add(fault);
  return world;
}
