import type { BotState, Language } from '@balcao/contract';
import { languages } from '@balcao/contract';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { uuidFloor, uuidTime } from '@balcao/kernel';
import type { Floor } from '../../conversations/index.ts';
import { type Flow, type FlowContact, loadFlow, type SessionState } from '../../flows/index.ts';
import type { ErrandFacts, Memory, Session, TurnFacts, TurnMessage } from '../machine/facts.ts';
import { flowNeeds } from './flow-needs.ts';
import { gatherContacts, gatherMore, gatherTurns, lockTurns } from './rows.ts';

interface Locked {
  readonly id: string;
  readonly channelId: string;
  readonly contactId: string;
  readonly floor: Floor;
  readonly floorSince: Date | null;
  readonly windowUntil: Date | null;
  readonly fromSeq: string;
  readonly fromId: string;
}

interface Gathered {
  readonly id: string;
  readonly contactName: string | null;
  readonly blocked: boolean | null;
  readonly flowVersionId: string | null;
  readonly joinMs: number;
  readonly perPair: boolean;
  readonly botMode: 'off' | 'flow' | 'assistant';
  readonly language: string | null;
  readonly bubbles: string | null;
  readonly sessionFlowId: string | null;
  readonly state: BotState | null;
  readonly vars: Partial<SessionState> | null;
  readonly memory: Memory | null;
  readonly watchAt: string | null;
  readonly messages: TurnMessage[] | null;
}

interface More {
  readonly id: string;
  readonly errand: ErrandFacts | null;
  readonly ticketId: string | null;
  readonly served: boolean | null;
  readonly hops: number;
}

/** One talk whose turn it is, with all that the decision is made of, and where its effects go. */
export interface Talk {
  readonly id: string;
  readonly channelId: string;
  readonly contactId: string;
  readonly ticketId: string | null;
  readonly flowVersionId: string | null;
  readonly perPair: boolean;
  /** Does the bot speak there, and to them? */
  readonly on: boolean;
  readonly facts: TurnFacts;
}

/** Ids of one process's clock against another's may disagree by this much; a turn looks that far back. */
const CLOCK_SLACK_MS = 86_400_000;

/** Takes the due talks under lock and reads what is known of each. */
export async function gather(
  ctx: WorkspaceCtx,
  tx: Tx,
  conversationIds: readonly string[],
  now: Date,
): Promise<Talk[]> {
  const locked = await tx.rows<Locked>(lockTurns, [ctx.workspaceId, conversationIds, now]);
  if (locked.length === 0) return [];
  const gathered = await tx.rows<Gathered>(gatherTurns, [
    ctx.workspaceId,
    locked.map((turn) => turn.id),
    locked.map((turn) => turn.channelId),
    locked.map((turn) => turn.contactId),
    locked.map((turn) => turn.fromSeq),
    locked.map((turn) => uuidFloor(new Date(uuidTime(turn.fromId).getTime() - CLOCK_SLACK_MS))),
  ]);
  const flows = await flowsOf(ctx, tx, gathered);
  const more = await moreOf(ctx, tx, gathered);
  const contacts = await contactsOf(ctx, tx, locked, gathered, flows);
  const byId = new Map(locked.map((turn) => [turn.id, turn]));
  return gathered.map((row) => {
    const turn = byId.get(row.id) as Locked; // gathered from these very ids
    const known = { flow: flows.get(row.flowVersionId ?? ''), contact: contacts.get(row.id), more: more.get(row.id) };
    return talkOf(turn, row, known, now.getTime());
  });
}

interface Known {
  readonly flow: Flow | undefined;
  readonly contact: FlowContact | undefined;
  readonly more: More | undefined;
}

function talkOf(turn: Locked, row: Gathered, { flow, contact, more }: Known, now: number): Talk {
  const { channelId, contactId } = turn;
  const facts: TurnFacts = {
    now,
    mode: row.botMode === 'assistant' ? 'assistant' : 'flow',
    floor: turn.floor,
    floorSince: turn.floorSince?.getTime() ?? null,
    askedAt: uuidTime(turn.fromId).getTime(),
    windowUntil: turn.windowUntil?.getTime() ?? null,
    flow,
    session: sessionOf(row),
    contactName: row.contactName ?? undefined,
    contact,
    joined: row.joinMs > 0,
    messages: row.messages ?? [],
    language: languageOf(row.language),
    // WhatsApp bills each message.
    joinBubbles: row.bubbles !== 'never',
    errand: more?.errand ?? undefined,
    served: more?.served ?? undefined,
    hops: more?.hops,
  };
  const ids = { id: row.id, channelId, contactId, ticketId: more?.ticketId ?? null, flowVersionId: row.flowVersionId };
  return { ...ids, perPair: row.perPair, on: row.botMode !== 'off' && row.blocked !== true, facts };
}

const languageOf = (stored: string | null): Language => languages.find((one) => one === stored) ?? 'pt-BR';

/** A new version of the flow begins anew: its steps may not be those the talk stood in. */
function sessionOf(row: Gathered): Session | undefined {
  if (row.state === null) return undefined;
  const { step, waiting = false, vars = {}, ...rest } = row.vars ?? {};
  const same = row.sessionFlowId === row.flowVersionId && step !== undefined;
  return {
    state: row.state,
    ...(same ? { flow: { ...rest, step, waiting, vars } } : {}),
    memory: row.memory ?? {},
    watchAt: row.watchAt === null ? null : Number(row.watchAt),
  };
}

async function flowsOf(ctx: WorkspaceCtx, tx: Tx, gathered: readonly Gathered[]): Promise<Map<string, Flow>> {
  const flows = new Map<string, Flow>();
  for (const { flowVersionId } of gathered)
    if (flowVersionId !== null && !flows.has(flowVersionId))
      flows.set(flowVersionId, await loadFlow(ctx, tx, flowVersionId));
  return flows;
}

/** Where an errand may be under way, and where free text is understood. */
async function moreOf(ctx: WorkspaceCtx, tx: Tx, gathered: readonly Gathered[]): Promise<Map<string, More>> {
  const ids = gathered.filter((row) => row.botMode === 'assistant' || row.state === 'answering').map((row) => row.id);
  if (ids.length === 0) return new Map();
  const rows = await tx.rows<More>(gatherMore, [ctx.workspaceId, ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

async function contactsOf(
  ctx: WorkspaceCtx,
  tx: Tx,
  locked: readonly Locked[],
  gathered: readonly Gathered[],
  flows: ReadonlyMap<string, Flow>,
): Promise<Map<string, FlowContact>> {
  const asking = new Set(
    gathered.filter((row) => flowNeeds(flows.get(row.flowVersionId ?? ''))?.contact).map((row) => row.id),
  );
  if (asking.size === 0) return new Map();
  const those = locked.filter((turn) => asking.has(turn.id));
  type Row = { readonly [K in keyof FlowContact]: FlowContact[K] | null } & { readonly id: string };
  const rows = await tx.rows<Row>(gatherContacts, [
    ctx.workspaceId,
    those.map((turn) => turn.id),
    those.map((turn) => turn.contactId),
  ]);
  return new Map(
    rows.map(({ id, phone, email, tags, fields }) => [
      id,
      { phone: phone ?? undefined, email: email ?? undefined, tags: tags ?? [], fields: fields ?? {} },
    ]),
  );
}
