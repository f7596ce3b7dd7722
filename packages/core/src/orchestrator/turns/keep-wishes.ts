import type { Tx, WorkspaceCtx } from '@balcao/db';
import { readWishes, remember } from '../../governance/index.ts';
import { summaryOf } from '../handoff/summary-of.ts';
import { heardOf, wordsOf } from '../machine/hearing/heard.ts';
import type { Acted } from './types.ts';

/** What customers outright want remembered, and in a line what a talk that is over was about. */
export async function keepWishes(ctx: WorkspaceCtx, tx: Tx, acted: readonly Acted[]): Promise<void> {
  for (const { talk, facts, decision } of acted) {
    if (facts.mode !== 'assistant' || decision.erasesMemory) continue;
    const { contactId, ticketId } = talk;
    const heard = heardOf(facts.messages);
    const saidAt = new Date(heard.at(-1)?.takenAt ?? facts.now);
    for (const { kind, key, text } of facts.errand === undefined ? readWishes(wordsOf(heard)) : [])
      await remember(tx, ctx, { contactId, kind, key, text, saidAt });
    const over = decision.resolves || decision.handoff !== undefined;
    if (!over || ticketId === null) continue;
    const { summary } = summaryOf({
      reason: decision.handoff?.reason ?? 'rule',
      because: decision.handoff === undefined ? '' : undefined,
      known: decision.known ?? decision.session.memory,
      said: wordsOf(heard),
      vars: {},
      anger: 0,
      language: facts.language,
    });
    if (summary !== '')
      await remember(tx, ctx, { contactId, kind: 'summary', key: ticketId, ticketId, text: summary, saidAt });
  }
}
