import { advance, enter, type FlowInput, type FlowTurn, menuContent, resume } from '../../../flows/index.ts';
import type { FetchResult } from '../facts.ts';
import { inputOf } from '../hearing/heard.ts';
import type { Making } from '../making.ts';
import { giveUpAt } from './give-up-at.ts';
import { talk } from './talk.ts';

/** Takes a turn of the flow over: what it says, and where it stands. */
function take(making: Making, turn: FlowTurn, messageId: string | null): void {
  making.flow = turn.state;
  making.steps.push(...turn.transitions.map((transition) => ({ ...transition, messageId })));
  for (const effect of turn.effects) {
    if (effect.do === 'say') making.say(effect.text);
    else if (effect.do === 'offer') making.show(menuContent(effect.menu, making.facts.language), effect.menu.text);
    else if (effect.do === 'handoff')
      making.handoff = {
        reason: 'rule',
        department: effect.department,
        because: effect.reason,
        priority: effect.priority,
      };
    else if (effect.do === 'fetch')
      making.errand = { kind: 'http', request: effect.request, giveUpAt: giveUpAt(making) };
    else if (effect.do === 'answer') answer(making, effect.question, messageId);
  }
  if (turn.transitions.at(-1)?.event !== 'too_many_steps') return;
  making.insists = 'error';
  talk.say_error(making);
}

/** The flow wants an answer: the draft that is here, or an errand for one. */
function answer(making: Making, question: string, messageId: string | null): void {
  const { draft, flow } = making.facts;
  if (draft === undefined || making.draftUsed || flow === undefined || making.flow === undefined) {
    making.memory.asking = question.slice(0, 2_000);
    making.errand = { kind: 'answer', question, giveUpAt: giveUpAt(making) };
    return;
  }
  making.draftUsed = true;
  const answered = draft.kind === 'answer';
  const step = flow.steps[making.flow.step];
  const knows = step !== undefined && 'answer' in step && step.answer.unsure !== undefined;
  if (answered) talk.say_answer(making);
  else {
    making.unanswered = question;
    if (!knows) return offerPerson(making);
  }
  take(making, resume(flow, making.flow, { of: 'answer', answered }, making.input), messageId);
}

function offerPerson(making: Making): void {
  making.memory.failures = (making.memory.failures ?? 0) + 1;
  making.insists = 'confirming';
  talk.offer_person(making);
}

/** Each message by itself, or all as one. Nothing after a handoff is answered. */
function runFlow(making: Making): void {
  const { flow, joined, mode } = making.facts;
  if (flow === undefined) return;
  if (making.leadsTo !== undefined)
    return take(making, enter(flow, making.flow, making.leadsTo, making.input), making.lastId);
  const one = joined || mode === 'assistant';
  const inputs: readonly (readonly [FlowInput, string | null])[] = one
    ? [[making.input, making.lastId]]
    : making.heard.map((message) => [inputOf(making.facts, [message]), message.id]);
  for (const [input, messageId] of inputs) {
    making.answering = one ? undefined : (messageId ?? undefined);
    take(making, advance(flow, making.flow, input), messageId);
    if (making.handoff !== undefined) break;
  }
}

function resumeWith(making: Making, outcome: Parameters<typeof resume>[2]): void {
  const { flow } = making.facts;
  if (flow !== undefined && making.flow !== undefined)
    take(making, resume(flow, making.flow, outcome, making.input), making.lastId);
}

const isFetched = (result: unknown): result is FetchResult =>
  typeof result === 'object' && result !== null && 'ok' in result && typeof result.ok === 'boolean';

/** What the flow does. */
export const flowEffects = {
  run_flow: runFlow,
  resume_fetched(making: Making) {
    const { errand } = making.facts;
    const result: FetchResult =
      errand?.done === true && isFetched(errand.result) ? errand.result : { ok: false, why: 'given_up' };
    resumeWith(making, { of: 'fetch', result });
  },
  resume_answered: (making: Making) => resumeWith(making, { of: 'answer', answered: true }),
  resume_unsure: (making: Making) => resumeWith(making, { of: 'answer', answered: false }),
  resume_time: (making: Making) => resumeWith(making, { of: 'time' }),
  /** The flow's own opening where it comes to its menu by itself, else the menu after our greeting. */
  offer_menu(making: Making) {
    const { flow } = making.facts;
    const menu = making.menuStep;
    if (flow !== undefined && menu !== undefined)
      take(making, enter(flow, making.flow, menu, making.input), making.lastId);
  },
  /** The step that waits asks again: a question in between does not end it. The main menu stands above, and asks for nothing. */
  repeat_question(making: Making) {
    const { flow } = making.facts;
    const at = making.flow;
    if (flow === undefined || at === undefined || !at.waiting || at.step === making.menuStep) return;
    const again = enter(flow, at, at.step, making.input);
    take(making, { ...again, state: at, transitions: [] }, null);
  },
};
