import { showTyping, TYPING_SHOWN_MS } from '@balcao/core/conversations';
import { type DbCtx, inWorkspace } from '@balcao/db';
import type { Seat } from '../seat.ts';

const MOST_REMEMBERED = 10_000;

/** Whoever writes to a customer is seen writing by the customer, asked of the provider no more often than it forgets. */
export function createCustomerTeller(ctx: DbCtx): (seat: Seat, conversationId: string) => void {
  const told = new Map<string, number>();
  return ({ workspaceId, scopes }, conversationId) => {
    if (!scopes.has('messages:write')) return;
    const now = ctx.clock.monotonic();
    const before = told.get(conversationId);
    if (before !== undefined && now - before < TYPING_SHOWN_MS) return;
    if (told.size >= MOST_REMEMBERED) told.clear();
    told.set(conversationId, now);
    showTyping(inWorkspace(ctx, workspaceId), conversationId).catch((error: unknown) => {
      ctx.log.debug({ err: error }, 'a customer could not be shown that somebody writes');
    });
  };
}
