import { readMessages } from '@balcao/core/messages';
import { inboxItems, timelineEntries } from '@balcao/core/tickets';
import { presentThread } from '../api/index.ts';
import type { DeskReads } from './feed/desk-reads.ts';

/** The rooms' own answers: a screen is told exactly what it would read. */
export const readDesk: DeskReads = {
  items: (ctx, tx, conversationIds) => inboxItems(ctx, tx, conversationIds),
  messages: async (ctx, tx, messageIds, language) =>
    await presentThread(ctx, tx, await readMessages(ctx, tx, messageIds), language),
  async histories(ctx, tx, events) {
    const byLine = new Map(
      events.flatMap(({ id, data: { eventId } }) => (typeof eventId === 'string' ? [[eventId, id] as const] : [])),
    );
    const lines = await timelineEntries(ctx, tx, [...byLine.keys()]);
    return new Map(lines.flatMap((line) => [[byLine.get(line.id) ?? '', line] as const]));
  },
};
