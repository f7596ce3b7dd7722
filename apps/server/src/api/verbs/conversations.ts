import {
  CONVERSATIONS_PER_PAGE,
  type ConversationRow,
  giveFloor,
  list,
  lock,
  markRead,
} from '@balcao/core/conversations';
import { handToPeople } from '@balcao/core/tickets';
import { Fault, isUuid } from '@balcao/kernel';
import { agentOf } from './agent.ts';
import { time, timeOrNull } from './present.ts';
import type { Verbs } from './verb.ts';
import { visiblePlace } from './visible.ts';

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

type Named = 'conversations.list' | 'conversations.give-floor' | 'conversations.mark-read';

export const conversationVerbs: Pick<Verbs, Named> = {
  'conversations.list': async (caller, tx, input) => {
    const rows = await list(caller.ctx, tx, parseBefore(input.before), agentOf(caller));
    return { conversations: rows.map(presentConversation), next: nextOf(rows) };
  },
  'conversations.give-floor': async (caller, tx, { conversationId, to }) => {
    const { ctx } = caller;
    const { id } = await visiblePlace(caller, tx, conversationId);
    await lock(ctx, tx, [id]);
    const changed = await giveFloor(ctx, tx, [id], to, ctx.clock.now());
    // A ticket that the bot had waits for people from now on.
    if (to === 'person') await handToPeople(ctx, tx, [{ conversationId: id }]);
    return { changed: changed.length > 0 };
  },
  'conversations.mark-read': async (caller, tx, { conversationId }) => {
    const { id } = await visiblePlace(caller, tx, conversationId);
    return { changed: await markRead(caller.ctx, tx, id) };
  },
};
