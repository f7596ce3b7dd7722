import type { Tx, WorkspaceCtx } from '@balcao/db';
import type { Acted } from '../turns/types.ts';
import { startErrands as start } from './rows.ts';
import type { ErrandRequest, StartedErrand } from './types.ts';

/** Writes down what the outside world is to be asked. Next: the errand lane. */
export async function startErrands(ctx: WorkspaceCtx, tx: Tx, acted: readonly Acted[]): Promise<StartedErrand[]> {
  const rows = acted.flatMap((one) => {
    const { talk, facts, decision } = one;
    if (decision.errand === undefined) return [];
    const { kind, giveUpAt } = decision.errand;
    const forSeq = Math.max(0, ...facts.messages.map((message) => message.seq));
    return [{ id: ctx.ids.uuid(), conversationId: talk.id, kind, giveUpAt, forSeq, request: requestOf(one) }];
  });
  if (rows.length === 0) return [];
  await tx.run(start, [ctx.workspaceId, JSON.stringify(rows), ctx.clock.now()]);
  return rows.map(({ id, conversationId, kind, giveUpAt }) => ({
    id,
    conversationId,
    kind,
    giveUpAt: new Date(giveUpAt),
  }));
}

function requestOf({ talk, facts, decision: { errand, session } }: Acted): ErrandRequest | undefined {
  const messageId = facts.messages.at(-1)?.id ?? null;
  switch (errand?.kind) {
    case 'answer': {
      const { intent = 'outside', confidence = 0, sure = false, version } = facts.understood ?? {};
      const understanding = { intent, confidence, sure, version };
      const { language, messages } = facts;
      const fromSeq = Math.min(...messages.map((message) => message.seq), Number.MAX_SAFE_INTEGER);
      const { ticketId } = talk;
      return { kind: 'answer', question: errand.question, messageId, fromSeq, ticketId, understanding, language };
    }
    case 'http':
      return { kind: 'http', messageId, request: errand.request, step: session.flow?.step ?? '' };
    case 'tool':
      return { kind: 'tool', messageId, tool: errand.tool, args: errand.args, language: facts.language };
    default:
      return undefined;
  }
}
