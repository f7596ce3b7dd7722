import { CONVERSATIONS_PER_PAGE, type ConversationRow, get, giveFloor, list } from '@balcao/core/conversations';
import { Fault, isUuid } from '@balcao/kernel';
import { time, timeOrNull } from './present.ts';
import type { Verbs } from './verb.ts';

function presentConversation(row: ConversationRow) {
  const { lastInboundAt, windowUntil, createdAt, ...shown } = row;
  return {
    ...shown,
    lastInboundAt: timeOrNull(lastInboundAt),
    windowUntil: timeOrNull(windowUntil),
    createdAt: time(createdAt),
  };
}

/** A page begins after the last conversation of the one before: its time and id. */
function parseBefore(before: string | undefined): { lastInboundAt: Date; id: string } | undefined {
  if (before === undefined) return undefined;
  const [at = '', id] = before.split('_');
  const lastInboundAt = new Date(at);
  if (Number.isNaN(lastInboundAt.getTime()) || !isUuid(id))
    throw new Fault('invalid_input', 'before is not one that a page gave as next');
  return { lastInboundAt, id };
}

function nextOf(rows: readonly ConversationRow[]): string | null {
  const last = rows.at(-1);
  if (rows.length < CONVERSATIONS_PER_PAGE || last === undefined || last.lastInboundAt === null) return null;
  return `${time(last.lastInboundAt)}_${last.id}`;
}

export const conversationVerbs: Pick<Verbs, 'conversations.list' | 'conversations.give-floor'> = {
  'conversations.list': async ({ ctx }, tx, input) => {
    const rows = await list(ctx, tx, parseBefore(input.before));
    return { conversations: rows.map(presentConversation), next: nextOf(rows) };
  },
  'conversations.give-floor': async ({ ctx }, tx, { conversationId, to }) => {
    const { id } = await get(ctx, tx, conversationId);
    const changed = await giveFloor(ctx, tx, [id], to, ctx.clock.now());
    return { changed: changed.length > 0 };
  },
};
