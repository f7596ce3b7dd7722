import type { BotState } from '@balcao/contract';
import type { FlowTransition } from '../../flows/index.ts';
import { effects } from './effects/all-effects.ts';
import { tellOfHandoff } from './effects/people.ts';
import type { Memory, Session, TurnFacts } from './facts.ts';
import { guards } from './guards.ts';
import { eventOf, givenBack, ofDraft } from './hearing/event-of.ts';
import { joinBubbles } from './join-bubbles.ts';
import { Making, type Said, type WantedErrand, type WantedHandoff } from './making.ts';
import { remember } from './remember.ts';
import { stateOfFlow } from './state-of-flow.ts';
import { type Row, table } from './table.ts';
import { watchAt } from './watch-at.ts';
import type { BotEvent } from './words.ts';

/** What a turn comes to. */
export interface Decision {
  readonly event: BotEvent;
  /** The row of the table that was taken. */
  readonly rule: string;
  readonly from: BotState;
  readonly to: BotState;
  readonly replies: readonly Said[];
  readonly session: Session;
  readonly steps: readonly (FlowTransition & { readonly messageId: string | null })[];
  readonly errand?: WantedErrand | undefined;
  /** The errand under way goes on; else it, or its result, is of no more use. */
  readonly keepsErrand: boolean;
  readonly handoff?: WantedHandoff | undefined;
  /** What was known when it went to people. */
  readonly known?: Memory | undefined;
  /** Whoever had the floor gave it back: the bot has the word again. */
  readonly takesBack: boolean;
  readonly optsOut: boolean;
  readonly erasesMemory: boolean;
  readonly resolves: boolean;
  readonly raises: boolean;
  readonly rating?: number | undefined;
  readonly unanswered?: string | undefined;
}

const rowsOf: ReadonlyMap<BotEvent, readonly Row[]> = Map.groupBy(table, (row) => row.on);

/** These leave an errand alone. */
const patient: ReadonlySet<BotEvent> = new Set(['nothing', 'waits']);

/** The decision of a turn: pure, from facts to effects, by the table. The same facts give the same decision. */
export function decide(facts: TurnFacts): Decision {
  const making = new Making(facts);
  making.event = eventOf(making);
  let row = take(making);
  // The answer is here already: what it amounts to is what happened.
  if (making.errand?.kind === 'answer' && facts.draft !== undefined && row.to === 'answering') {
    making.errand = undefined;
    making.event = ofDraft(making);
    row = take(making);
  }
  if (
    facts.policy !== undefined &&
    row.to === 'flow' &&
    making.handoff?.reason === 'rule' &&
    (making.said.length === 0 || shut(facts))
  )
    tellOfHandoff(making);
  const to = target(making, row);
  const known = making.memory;
  const memory = remember(making);
  const { errand, handoff, optsOut, erasesMemory, resolves, raises, rating, unanswered } = making;
  return {
    event: making.event,
    rule: row.id,
    from: making.before.state,
    to,
    replies: facts.joinBubbles ? joinBubbles(making.said) : making.said,
    session: { state: to, flow: making.flow, memory, watchAt: watchAt(making, to) },
    steps: making.steps,
    errand,
    keepsErrand: facts.errand !== undefined && errand === undefined && patient.has(making.event),
    handoff,
    known: handoff === undefined ? undefined : known,
    takesBack: givenBack(making) && making.event !== 'nothing',
    optsOut,
    erasesMemory,
    resolves,
    raises,
    rating,
    unanswered,
  };
}

const shut = ({ policy }: TurnFacts): boolean => policy !== undefined && !policy.hours.open;

/** The first row that fits, and its effects in their order. */
function take(making: Making): Row {
  const { state } = making.before;
  const rows = rowsOf.get(making.event) ?? [];
  const row = rows.find(
    ({ from, when }) => (from === 'any' || from.includes(state)) && (when === undefined || guards[when](making)),
  );
  if (row === undefined) throw new Error(`the table has no row for ${making.event} in ${state}`);
  for (const name of row.do) effects[name](making);
  return row;
}

function target(making: Making, row: Row): BotState {
  if (making.handoff !== undefined) return 'waiting_person';
  if (row.to === 'same') return making.before.state;
  if (row.to !== 'flow') return row.to;
  return making.insists ?? stateOfFlow(making);
}
