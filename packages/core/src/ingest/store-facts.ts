import type { Tx, WorkspaceCtx } from '@balcao/db';
import { advanceStatus, amend, react, type StatusChange } from '../messages/index.ts';
import { noteTemplateFacts } from '../templates/index.ts';
import type { IngestChannel } from './ingest-channel.ts';
import { keepEvents } from './keep-events.ts';
import { saneTime } from './sane-time.ts';
import { sortFacts, type Told } from './sort-facts.ts';
import { storeContactSyncs, storeIdentityChanges } from './store-identity-changes.ts';
import { storeHistories, storeMessages, type Woken } from './store-messages.ts';

export interface Stored {
  /** Conversations that have something to answer. */
  readonly woken: ReadonlyMap<string, Woken>;
  readonly messages: number;
  readonly statuses: readonly StatusChange[];
}

/** Puts a batch of one channel's facts in the books. Every step is a few statements for the whole batch, and may be repeated. */
export async function storeFacts(
  ctx: WorkspaceCtx,
  tx: Tx,
  channel: IngestChannel,
  told: readonly Told[],
): Promise<Stored> {
  const facts = sortFacts(told);
  await storeIdentityChanges(ctx, tx, facts.identityChanges);
  await storeContactSyncs(ctx, tx, facts.contactSyncs);
  await storeHistories(ctx, tx, channel, facts.histories);
  const messages = await storeMessages(ctx, tx, channel, facts.messages);
  await amend(
    ctx,
    tx,
    channel.id,
    facts.changes.map((one) => toAmendment(one)),
  );
  await react(
    ctx,
    tx,
    channel.id,
    facts.reactions.map(({ fact, receivedAt }) => ({
      providerId: fact.targetId,
      byWhom: fact.fromBusiness ? 'business' : 'customer',
      emoji: fact.emoji,
      at: saneTime(fact.at, receivedAt),
    })),
  );
  const statuses = await advanceStatus(
    ctx,
    tx,
    channel.id,
    facts.statuses.map(({ fact, receivedAt }) => ({
      status: fact.status,
      at: saneTime(fact.at, receivedAt),
      providerId: fact.providerId,
      tag: fact.tag,
      errorCode: fact.errors?.[0]?.code,
      errorDetail: fact.errors?.[0]?.details ?? fact.errors?.[0]?.title,
      pricing: fact.pricing,
    })),
  );
  await keepEvents(ctx, tx, channel.id, facts.events);
  await noteTemplateFacts(
    ctx,
    tx,
    channel,
    facts.events.flatMap(({ fact }) => (fact.fact === 'template' ? [fact] : [])),
  );
  return { woken: messages.woken, messages: messages.stored, statuses };
}

function toAmendment({ fact, receivedAt }: ReturnType<typeof sortFacts>['changes'][number]) {
  const at = saneTime(fact.at, receivedAt);
  const base = { kind: fact.fact, providerId: fact.providerId, targetId: fact.targetId, at } as const;
  return fact.fact === 'edit' ? { ...base, body: fact.body.text, content: fact.body.content } : base;
}
