import type { InboxItem, Language, RealtimeMessage, TicketEvent } from '@balcao/contract';
import type { LedgerEvent } from '@balcao/core/ledger';
import { type WorkspaceCtx, withWorkspace } from '@balcao/db';
import type { Place } from '../seat.ts';
import type { Facts } from './compose.ts';
import { type DeskReads, placesOf } from './desk-reads.ts';
import type { Digest } from './digest.ts';
import type { Places } from './places.ts';

export interface Wanted {
  readonly digests: readonly Digest[];
  /** Conversations that raw events name: only their place is asked. */
  readonly conversations: ReadonlySet<string>;
  /** On somebody's screen, and in which languages. */
  watched(conversationId: string): ReadonlySet<Language> | undefined;
}

/** Everything that the tick's packets will say, read once for all who are told. */
export async function enrich(ctx: WorkspaceCtx, reads: DeskReads, known: Places, wanted: Wanted): Promise<Facts> {
  const inbox = new Set<string>();
  const touched = new Set(wanted.conversations);
  const messageIds = new Map<Language, Set<string>>();
  const histories = new Map<string, LedgerEvent>();
  for (const digest of wanted.digests) {
    for (const id of digest.conversations) touched.add(id);
    for (const one of digest.shown) if (one.kind === 'inbox') inbox.add(one.conversationId);
    for (const one of digest.watched)
      for (const language of wanted.watched(one.conversationId) ?? []) {
        if (one.kind === 'history') histories.set(one.event.id, one.event);
        else messageIds.set(language, (messageIds.get(language) ?? new Set()).add(one.messageId));
      }
  }
  if (touched.size === 0) return nothing;
  return await withWorkspace(ctx, async (tx) => {
    const languages = [...messageIds].map(async ([language, ids]) => {
      const messages = await reads.messages(ctx, tx, [...ids], language);
      return [language, new Map(messages.map((one) => [one.id, one]))] as const;
    });
    const [places, items, lines, messages] = await Promise.all([
      placesOf(ctx, tx, [...touched]),
      inbox.size === 0 ? [] : reads.items(ctx, tx, [...inbox]),
      histories.size === 0 ? new Map<string, TicketEvent>() : reads.histories(ctx, tx, [...histories.values()]),
      Promise.all(languages),
    ]);
    return factsFrom(places, items, new Map(messages), lines, known);
  });
}

const nothing: Facts = {
  places: new Map(),
  before: () => undefined,
  items: new Map(),
  messages: () => undefined,
  histories: new Map(),
};

function factsFrom(
  places: Map<string, Place>,
  items: readonly InboxItem[],
  messages: ReadonlyMap<Language, ReadonlyMap<string, RealtimeMessage>>,
  histories: ReadonlyMap<string, TicketEvent>,
  known: Places,
): Facts {
  // The item was read a moment later than the place: what is sent is what decides who may see it.
  for (const { conversationId, ticketId, departmentId, teamId, assigneeId } of items)
    places.set(conversationId, { ticketId, departmentId, teamId, assigneeId });
  const before = new Map([...places.keys()].map((id) => [id, known.get(id)]));
  return {
    places,
    before: (id) => before.get(id),
    items: new Map(items.map((item) => [item.conversationId, item])),
    messages: (language) => messages.get(language),
    histories,
  };
}
