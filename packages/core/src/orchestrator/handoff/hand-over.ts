import type { Tx, WorkspaceCtx } from '@balcao/db';
import { giveFloor } from '../../conversations/index.ts';
import { handToPeople } from '../../tickets/index.ts';
import { wordsOf } from '../machine/hearing/heard.ts';
import type { Acted } from '../turns/types.ts';
import { keepHandoffs } from './rows.ts';
import { summaryOf } from './summary-of.ts';

/** A person answers from now on: the ticket waits for one, with what they should know before the first word. */
export async function handOver(ctx: WorkspaceCtx, tx: Tx, acted: readonly Acted[], now: Date): Promise<void> {
  const handed = acted.filter(({ decision }) => decision.handoff !== undefined);
  if (handed.length === 0) return;
  const told = handed.map((one) => ({ one, summary: summarise(one) }));
  await giveFloor(
    ctx,
    tx,
    handed.map(({ talk }) => talk.id),
    'person',
    now,
  );
  const tickets = await handToPeople(
    ctx,
    tx,
    told.map(({ one: { talk, decision, facts }, summary }) => ({
      conversationId: talk.id,
      department: decision.handoff?.department,
      departmentId: decision.handoff?.departmentId,
      priority: decision.handoff?.priority,
      reason: facts.mode === 'assistant' ? summary.summary : decision.handoff?.because,
    })),
  );
  const rows = told.map(({ one: { talk, decision, facts, turnId }, summary }) => ({
    id: ctx.ids.uuid(),
    conversationId: talk.id,
    ticketId: tickets.get(talk.id) ?? null,
    turnId,
    reason: decision.handoff?.reason,
    ...summary,
    department: decision.handoff?.department ?? null,
    answerDueAt: facts.policy?.hours.answerDueAt ?? null,
  }));
  await tx.run(keepHandoffs, [ctx.workspaceId, JSON.stringify(rows), now]);
}

function summarise({ facts, decision }: Acted) {
  const { handoff, known = {}, session } = decision;
  return summaryOf({
    reason: handoff?.reason ?? 'rule',
    because: handoff?.because,
    known,
    said: wordsOf(facts.messages),
    vars: session.flow?.vars ?? facts.session?.flow?.vars ?? {},
    anger: facts.understood?.anger ?? 0,
    language: facts.language,
  });
}
