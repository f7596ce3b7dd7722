import type { HistoryFact, HistoryMessage, MessageFrame, SenderAddress } from '@balcao/channels/port';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { askedToRate, giveFloor, openOrResume, readRating } from '../conversations/index.ts';
import { registerInbound } from '../media/index.ts';
import { type IncomingMessage, receive, withdrawReplies } from '../messages/index.ts';
import { takeIn } from '../tickets/index.ts';
import { identifyPeople } from './identify-people.ts';
import type { IngestChannel } from './ingest-channel.ts';
import { saneTime } from './sane-time.ts';
import type { SortedFacts, Told } from './sort-facts.ts';
import { waitFor } from './wait-for.ts';

type MessageTold = SortedFacts['messages'][number];

/** One message on its way in, with whom the talk is. */
interface Arrival {
  readonly frame: MessageFrame;
  readonly person: SenderAddress;
  readonly receiptId: string;
  readonly at: Date;
  readonly direction: 'in' | 'out';
  readonly origin: IncomingMessage['origin'];
  readonly live: boolean;
  readonly wakes: boolean;
}

export interface StoredMessages {
  readonly stored: number;
  readonly woken: ReadonlyMap<string, Woken>;
}

/** Why a conversation has something to answer. */
export interface Woken {
  /** The receipt that first brought it. */
  readonly receiptId: string;
  /** The newest message, as the provider calls it, and how long more words are waited for after it. */
  readonly providerId: string;
  readonly waitMs: number;
}

/** Customers' messages and what the business said elsewhere (phone app, Meta's agent), in order of arrival, each once. */
export async function storeMessages(
  ctx: WorkspaceCtx,
  tx: Tx,
  channel: IngestChannel,
  told: readonly MessageTold[],
): Promise<StoredMessages> {
  const arrivals = told.map(toArrival);
  const { stored, conversations, blocked } = await storeArrivals(ctx, tx, channel, arrivals);
  await passFloor(ctx, tx, channel, told, conversations, stored);
  const rating = await askedToRate(
    ctx,
    tx,
    conversations.filter((_, n) => stored[n] && markOf(arrivals[n]) !== undefined),
  );
  await takeIn(
    ctx,
    tx,
    conversations.filter((id, n) => {
      const rates = rating.has(id) && markOf(arrivals[n]) !== undefined;
      return stored[n] && !blocked[n] && !rates && asksForService(arrivals[n]);
    }),
  );
  const woken = new Map<string, Woken>();
  arrivals.forEach((arrival, n) => {
    const conversation = conversations[n] as string; // as many conversations as arrivals
    if (!arrival.wakes || !stored[n] || blocked[n]) return;
    const { receiptId } = woken.get(conversation) ?? arrival;
    const { frame } = arrival;
    woken.set(conversation, { receiptId, providerId: frame.providerId, waitMs: waitFor(channel.joinMs, frame) });
  });
  return { stored: stored.filter(Boolean).length, woken };
}

/** What a customer says belongs to a ticket; that their number changed does not. */
const asksForService = (arrival: Arrival | undefined): boolean =>
  arrival?.origin === 'customer' && arrival.frame.kind !== 'system';

/** A mark from 1 to 5: where the bot asked for one it opens no ticket again. */
function markOf(arrival: Arrival | undefined): number | undefined {
  if (arrival?.origin !== 'customer') return undefined;
  const { content, text } = arrival.frame;
  const choice = content !== undefined && 'id' in content && typeof content.id === 'string' ? content.id : undefined;
  return readRating(choice, text);
}

/** Messages of the past (coexistence): kept in their month, answered by nobody. */
export async function storeHistories(
  ctx: WorkspaceCtx,
  tx: Tx,
  channel: IngestChannel,
  told: readonly Told<HistoryFact>[],
): Promise<void> {
  const arrivals = told.flatMap(({ fact, receiptId, receivedAt }) =>
    fact.threads.flatMap((thread) =>
      thread.messages.map((message) => toPastArrival(message, thread.person, receiptId, receivedAt)),
    ),
  );
  arrivals.sort((a, b) => a.at.getTime() - b.at.getTime());
  await storeArrivals(ctx, tx, channel, arrivals);
}

function toArrival({ fact, receiptId, receivedAt }: MessageTold): Arrival {
  const fromCustomer = fact.fact === 'message';
  return {
    frame: fact,
    person: fromCustomer ? fact.from : fact.to,
    receiptId,
    at: saneTime(fact.at, receivedAt),
    direction: fromCustomer ? 'in' : 'out',
    origin: fromCustomer ? 'customer' : fact.standby ? 'meta_agent' : 'phone_app',
    live: true,
    wakes: fromCustomer && fact.standby !== true,
  };
}

function toPastArrival(frame: HistoryMessage, person: SenderAddress, receiptId: string, receivedAt: Date): Arrival {
  const at = saneTime(frame.at, receivedAt);
  const direction = frame.fromBusiness ? 'out' : 'in';
  return { frame, person, receiptId, at, direction, origin: 'import', live: false, wakes: false };
}

async function storeArrivals(
  ctx: WorkspaceCtx,
  tx: Tx,
  channel: IngestChannel,
  arrivals: readonly Arrival[],
): Promise<{ stored: boolean[]; conversations: string[]; blocked: boolean[] }> {
  if (arrivals.length === 0) return { stored: [], conversations: [], blocked: [] };
  const people = await identifyPeople(
    ctx,
    tx,
    arrivals.map((arrival) => arrival.person),
  );
  const opened = await openOrResume(
    ctx,
    tx,
    channel.id,
    arrivals.map((arrival, n) => ({
      contactId: people[n]?.contactId as string,
      waId: arrival.person.waId,
      bsuid: arrival.person.bsuid,
    })),
  );
  const conversations = people.map(({ contactId }) => opened.get(contactId) as string); // opened for every one of them
  const blocked = people.map((person) => person.blocked);
  const incoming = arrivals.map((arrival, n) =>
    toIncoming(ctx, channel, arrival, conversations[n] as string, blocked[n] === true),
  );
  const fresh = await receive(ctx, tx, channel.id, dropRepeats(incoming));
  const stored = incoming.map((message) => fresh.has(message.id));
  await fetchMedia(ctx, tx, channel.id, arrivals, incoming, fresh);
  return { stored, conversations, blocked };
}

/** Of a blocked customer it is kept and no more: nothing unread, nothing to answer. */
function toIncoming(
  ctx: WorkspaceCtx,
  channel: IngestChannel,
  arrival: Arrival,
  conversationId: string,
  blocked: boolean,
): IncomingMessage {
  const { frame } = arrival;
  return {
    id: arrival.live ? ctx.ids.uuid() : ctx.ids.uuidAt(arrival.at),
    conversationId,
    providerId: frame.providerId,
    direction: arrival.direction,
    origin: arrival.origin,
    kind: frame.kind,
    body: frame.text ?? null,
    content: contentOf(frame),
    replyTo: frame.replyTo ?? null,
    mediaId: frame.media === undefined ? null : ctx.ids.uuid(),
    receiptId: arrival.receiptId,
    at: arrival.at,
    live: arrival.live && !blocked,
    wakes: arrival.wakes && !blocked,
    waitMs: arrival.wakes ? waitFor(channel.joinMs, frame) : 0,
  };
}

function contentOf(frame: MessageFrame): Record<string, unknown> | null {
  const { forwarded, referral, referredProduct, errors, media } = frame;
  const extras = {
    forwarded,
    referral,
    referredProduct,
    errors,
    voice: media?.voice,
    animated: media?.animated,
    fileName: media?.fileName,
  };
  const said = Object.entries(extras).filter(([, value]) => value !== undefined);
  if (frame.content === undefined && said.length === 0) return null;
  return { ...frame.content, ...Object.fromEntries(said) };
}

/** One statement inserts a provider's id once; the same message twice in a batch would be two candidates for it. */
function dropRepeats(messages: readonly IncomingMessage[]): IncomingMessage[] {
  const seen = new Set<string>();
  return messages.filter((message) => !seen.has(message.providerId) && seen.add(message.providerId));
}

async function fetchMedia(
  ctx: WorkspaceCtx,
  tx: Tx,
  channelId: string,
  arrivals: readonly Arrival[],
  incoming: readonly IncomingMessage[],
  fresh: ReadonlySet<string>,
): Promise<void> {
  const files = arrivals.flatMap((arrival, n) => {
    const message = incoming[n] as IncomingMessage; // as many as arrivals
    const { media } = arrival.frame;
    if (media === undefined || message.mediaId === null || !fresh.has(message.id)) return [];
    const { id: providerMediaId, mime, sha256, fileName } = media;
    const { id: messageId, conversationId } = message;
    const { kind } = arrival.frame;
    return [
      { id: message.mediaId, channelId, conversationId, messageId, providerMediaId, kind, mime, sha256, fileName },
    ];
  });
  if (files.length > 0) await registerInbound(tx, ctx, files);
}

/** Somebody of the business spoke elsewhere: the bot keeps out of that talk from then on, and what it had queued does not go. */
async function passFloor(
  ctx: WorkspaceCtx,
  tx: Tx,
  channel: IngestChannel,
  told: readonly MessageTold[],
  conversations: readonly string[],
  stored: readonly boolean[],
): Promise<void> {
  const spoke = { phone_app: new Map<string, Date>(), meta_agent: new Map<string, Date>() };
  told.forEach(({ fact, receivedAt }, n) => {
    const conversation = conversations[n];
    if (!stored[n] || conversation === undefined) return;
    if (fact.standby) spoke.meta_agent.set(conversation, receivedAt);
    else if (fact.fact === 'echo') spoke.phone_app.set(conversation, receivedAt);
  });
  for (const floor of ['phone_app', 'meta_agent'] as const) {
    const ids = [...spoke[floor].keys()];
    const latest = Math.max(...[...spoke[floor].values()].map((at) => at.getTime()));
    const news = ids.length > 0 ? await giveFloor(ctx, tx, ids, floor, new Date(latest)) : [];
    for (const id of news) await withdrawReplies(ctx, tx, { id, channelId: channel.id });
  }
}
