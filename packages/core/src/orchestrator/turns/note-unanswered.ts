import type { Tx, WorkspaceCtx } from '@balcao/db';
import { noteUnanswered as note } from '../../knowledge/index.ts';
import type { Acted } from './types.ts';

/** Questions that nothing we know answers are gathered, to become answers. */
export async function noteUnanswered(ctx: WorkspaceCtx, tx: Tx, acted: readonly Acted[]): Promise<void> {
  for (const { talk, facts, decision } of acted) {
    const messageId = facts.messages.at(-1)?.id;
    if (decision.unanswered === undefined || messageId === undefined) continue;
    await note(ctx, tx, { conversationId: talk.id, messageId, question: decision.unanswered });
  }
}
