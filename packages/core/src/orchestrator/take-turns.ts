import { type Tx, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { uuidFloor, uuidTime } from '@balcao/kernel';
import { type Floor, giveFloor } from '../conversations/index.ts';
import { type Flow, loadFlow, type SessionState } from '../flows/index.ts';
import { type QueuedReply, queueReply } from '../messages/index.ts';
import { handToPeople } from '../tickets/index.ts';
import { decideTurn, type TurnDecision, type TurnMessage } from './decide-turn.ts';
import { finishTurns, gatherTurns, lockTurns } from './rows.ts';

interface Locked {
  readonly id: string;
  readonly channelId: string;
  readonly contactId: string;
  readonly floor: Floor;
  readonly floorSince: Date | null;
  readonly fromSeq: string;
  readonly fromId: string;
}

interface Gathered {
  readonly id: string;
  readonly contactName: string | null;
  readonly flowVersionId: string | null;
  readonly joinMs: number;
  readonly perPair: boolean;
  readonly sessionFlowId: string | null;
  readonly step: string | null;
  readonly vars: { waiting?: boolean; vars?: Record<string, string> } | null;
  readonly messages: TurnMessage[] | null;
}

interface Decided extends TurnDecision {
  readonly facts: Gathered;
  readonly channelId: string;
}

/** Ids of one process's clock against another's may disagree by this much; a turn looks that far back. */
const CLOCK_SLACK_MS = 86_400_000;

/** Takes the due turns of these conversations in one transaction: gather, decide (pure), act. Next: outbox/deliver. */
export function takeTurns(ctx: WorkspaceCtx, conversationIds: readonly string[]): Promise<QueuedReply[]> {
  return withWorkspace(ctx, async (tx) => {
    const locked = await tx.rows<Locked>(lockTurns, [ctx.workspaceId, conversationIds, ctx.clock.now()]);
    if (locked.length === 0) return [];
    const decided = await decideAll(ctx, tx, locked);
    const queued = await queueReply(ctx, tx, decided.flatMap(repliesOf));
    const back = decided.filter((turn) => turn.takesBack).map((turn) => turn.facts.id);
    await giveFloor(ctx, tx, back, 'bot', ctx.clock.now());
    await handOff(ctx, tx, decided);
    await finish(ctx, tx, locked, decided);
    return queued;
  });
}

async function decideAll(ctx: WorkspaceCtx, tx: Tx, locked: readonly Locked[]): Promise<Decided[]> {
  const gathered = await tx.rows<Gathered>(gatherTurns, [
    ctx.workspaceId,
    locked.map((turn) => turn.id),
    locked.map((turn) => turn.channelId),
    locked.map((turn) => turn.contactId),
    locked.map((turn) => turn.fromSeq),
    locked.map((turn) => uuidFloor(new Date(uuidTime(turn.fromId).getTime() - CLOCK_SLACK_MS))),
  ]);
  const flows = new Map<string, Flow>();
  for (const facts of gathered)
    if (facts.flowVersionId !== null && !flows.has(facts.flowVersionId))
      flows.set(facts.flowVersionId, await loadFlow(ctx, tx, facts.flowVersionId));
  const byId = new Map(locked.map((turn) => [turn.id, turn]));
  return gathered.map((facts) => {
    const turn = byId.get(facts.id) as Locked; // gathered from these very ids
    const decision = decideTurn({
      now: ctx.clock.now(),
      floor: turn.floor,
      floorSince: turn.floorSince,
      askedAt: uuidTime(turn.fromId),
      flow: facts.flowVersionId === null ? undefined : flows.get(facts.flowVersionId),
      session: sessionOf(facts),
      contactName: facts.contactName ?? undefined,
      joined: facts.joinMs > 0,
      messages: facts.messages ?? [],
    });
    return { ...decision, facts, channelId: turn.channelId };
  });
}

/** A new version of the flow begins anew: its steps may not be those the talk stood in. */
function sessionOf(facts: Gathered): SessionState | undefined {
  if (facts.step === null || facts.sessionFlowId !== facts.flowVersionId) return undefined;
  return { step: facts.step, waiting: facts.vars?.waiting === true, vars: facts.vars?.vars ?? {} };
}

/** The bot's last step: a person answers from now on, and the ticket waits for one. */
async function handOff(ctx: WorkspaceCtx, tx: Tx, decided: readonly Decided[]): Promise<void> {
  const handed = decided.filter((turn) => turn.handoff);
  const asBot: WorkspaceCtx = { ...ctx, actor: { kind: 'bot' } };
  await giveFloor(
    asBot,
    tx,
    handed.map((turn) => turn.facts.id),
    'person',
    ctx.clock.now(),
  );
  await handToPeople(
    asBot,
    tx,
    handed.map((turn) => ({ conversationId: turn.facts.id, department: turn.department })),
  );
}

function repliesOf(turn: Decided) {
  return turn.replies.map((reply) => ({
    conversationId: turn.facts.id,
    channelId: turn.channelId,
    origin: 'bot' as const,
    content: reply.content,
    text: reply.text,
    paced: turn.facts.perPair,
  }));
}

async function finish(
  ctx: WorkspaceCtx,
  tx: Tx,
  locked: readonly Locked[],
  decided: readonly Decided[],
): Promise<void> {
  const sessions = decided.flatMap((turn) =>
    turn.session === undefined || sameSession(turn.facts, turn.session)
      ? []
      : {
          conversationId: turn.facts.id,
          flowVersionId: turn.facts.flowVersionId,
          step: turn.session.step,
          vars: { waiting: turn.session.waiting, vars: turn.session.vars },
        },
  );
  const transitions = decided.flatMap((turn) =>
    turn.transitions.map((transition) => ({
      id: ctx.ids.uuid(),
      conversationId: turn.facts.id,
      flowVersionId: turn.facts.flowVersionId,
      ...transition,
    })),
  );
  await tx.run(finishTurns, [
    ctx.workspaceId,
    locked.map((turn) => turn.id),
    JSON.stringify(sessions),
    JSON.stringify(transitions),
    ctx.clock.now(),
  ]);
}

function sameSession(facts: Gathered, session: SessionState): boolean {
  const before = sessionOf(facts);
  return (
    before !== undefined &&
    before.step === session.step &&
    before.waiting === session.waiting &&
    JSON.stringify(before.vars) === JSON.stringify(session.vars)
  );
}
