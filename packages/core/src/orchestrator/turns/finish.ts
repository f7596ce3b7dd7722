import type { Tx, WorkspaceCtx } from '@balcao/db';
import type { Decision } from '../machine/decide.ts';
import type { Session, TurnFacts } from '../machine/facts.ts';
import { fingerprintOf } from '../machine/fingerprint-of.ts';
import type { Talk } from './gather.ts';
import { finishTurns, keepTurns } from './rows.ts';
import type { Acted } from './types.ts';

/** Where each talk stands from now on, and what was decided and why. Turns that wait for an errand keep their work. */
export async function finish(
  ctx: WorkspaceCtx,
  tx: Tx,
  talks: readonly Talk[],
  acted: readonly Acted[],
  now: Date,
): Promise<void> {
  const waiting = new Map<string, number>();
  for (const { talk, decision, facts } of acted) {
    const until = decision.errand?.giveUpAt ?? (decision.keepsErrand ? facts.errand?.giveUpAt : undefined);
    if (until !== undefined) waiting.set(talk.id, until);
  }
  if (waiting.size > 0) {
    const due = [...waiting].map(([conversationId, dueAt]) => ({ conversationId, dueAt }));
    await tx.run(keepTurns, [ctx.workspaceId, [...waiting.keys()], JSON.stringify(due)]);
  }
  await tx.run(finishTurns, [
    ctx.workspaceId,
    talks.filter((talk) => !waiting.has(talk.id)).map((talk) => talk.id),
    JSON.stringify([...acted.flatMap(sessionRow), ...talks.flatMap(unwatched)]),
    JSON.stringify(acted.filter(worthARow).map(turnRow)),
    now,
  ]);
}

/** A word to a person that changes nothing for the bot leaves no trace of the bot. */
const worthARow = ({ decision }: Acted): boolean =>
  decision.event !== 'nothing' && (decision.event !== 'person_has_floor' || decision.from !== decision.to);

function sessionRow({ talk, facts, decision }: Acted): object[] {
  const { session } = decision;
  const watched = facts.session?.watchAt ?? null;
  if (facts.mode === 'flow' && decision.event === 'person_has_floor' && watched === null) return [];
  if (decision.event === 'nothing' && facts.session === undefined) return [];
  if (facts.session !== undefined && sameSession(facts.session, session)) return [];
  return [rowOf(talk.id, talk.flowVersionId, session)];
}

/** Where the bot is switched off nobody is watched any more; where the talk stood is kept. */
function unwatched({ on, id, flowVersionId, facts: { session } }: Talk): object[] {
  if (on || session === undefined || session.watchAt === null) return [];
  return [rowOf(id, flowVersionId, { ...session, watchAt: null })];
}

function rowOf(conversationId: string, flowVersionId: string | null, session: Session): object {
  const { step = null, ...rest } = session.flow ?? {};
  return {
    conversationId,
    flowVersionId: step === null ? null : flowVersionId,
    step,
    vars: step === null ? {} : { step, ...rest },
    state: session.state,
    memory: session.memory,
    watchAt: session.watchAt,
  };
}

const sameSession = (before: Session, after: Session): boolean =>
  before.state === after.state &&
  before.watchAt === after.watchAt &&
  JSON.stringify(before.flow) === JSON.stringify(after.flow) &&
  JSON.stringify(before.memory) === JSON.stringify(after.memory);

function turnRow({ talk, facts, decision, turnId, replyIds }: Acted): object {
  const { flow, ...kept } = facts;
  const { draft, understood } = facts;
  const made = draft?.made;
  return {
    id: turnId,
    conversationId: talk.id,
    channelId: talk.channelId,
    mode: facts.mode,
    from: decision.from,
    to: decision.to,
    event: decision.event,
    rule: decision.rule,
    messageIds: facts.messages.map((message) => message.id),
    replyIds,
    flowVersionId: flow === undefined ? null : talk.flowVersionId,
    steps: decision.steps,
    intent: made?.intent ?? understood?.intent,
    confidence: made?.confidence ?? understood?.confidence,
    classifier: understood?.version,
    answeredBy: answeredBy(decision, facts),
    model: made?.model,
    promptVersionId: made?.promptVersionId,
    tokensIn: made?.tokensIn,
    tokensOut: made?.tokensOut,
    costMicros: made?.costMicros,
    ms: made === undefined ? undefined : Math.round(made.ms),
    sources: draft?.kind === 'answer' ? draft.sources : undefined,
    attack: understood?.attack === true || made?.attack !== undefined,
    reason: decision.handoff?.reason ?? (draft !== undefined && 'why' in draft ? draft.why : undefined),
    facts: kept,
    fingerprint: fingerprintOf(decision),
  };
}

/** Whose words the customer reads. */
function answeredBy({ replies, event }: Decision, { draft, mode }: TurnFacts): string | undefined {
  if (replies.length === 0) return undefined;
  if (draft?.kind === 'answer') return draft.made.by;
  return mode === 'flow' || event === 'step' || event === 'fetched' || event === 'wakes' ? 'flow' : 'template';
}
