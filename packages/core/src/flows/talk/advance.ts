import { readAnswer } from '../answers/read-answer.ts';
import { plain } from '../expressions/plain.ts';
import type { AskStep, Flow, MenuStep, Step } from '../flow.ts';
import { wordsIn } from '../words.ts';
import { chooseOption } from './choose-option.ts';
import { menuOf } from './perform.ts';
import type { FlowInput, FlowOutcome, FlowTurn, SessionState } from './session.ts';
import { Turn } from './turn.ts';
import { leave, walk } from './walk.ts';

/** One message through the flow: a pure function of the flow, where the talk stands, and what came. */
export function advance(flow: Flow, state: SessionState | undefined, input: FlowInput): FlowTurn {
  const step = stepOf(flow, state);
  const turn = new Turn(flow, input, step === undefined ? undefined : state);
  if (state === undefined || step === undefined) walk(turn, null, flow.start, 'started');
  else if (state.pending !== undefined) whilePending(turn, state, step);
  else if (state.waiting) answered(turn, state, step, input);
  else restart(turn, flow.start);
  return turn.result();
}

/** What a pending step waited for has come. Anything else (another step by now, twice the same) changes nothing. */
export function resume(flow: Flow, state: SessionState, outcome: FlowOutcome, input: FlowInput): FlowTurn {
  const step = stepOf(flow, state);
  if (step === undefined || state.pending !== outcome.of) return { state, effects: [], transitions: [] };
  const turn = new Turn(flow, input, state);
  if (outcome.of === 'time') walk(turn, state.step, 'wait' in step ? step.next : flow.start, 'woken');
  else if (outcome.of === 'answer') afterAnswer(turn, state.step, step, outcome.answered);
  else if (outcome.result.ok) {
    turn.vars = { ...turn.vars, ...outcome.result.values };
    walk(turn, state.step, 'http' in step ? step.next : flow.start, 'fetched');
  } else walk(turn, state.step, 'http' in step ? step.failed : flow.start, 'failed');
  return turn.result();
}

/** Goes to a step from wherever the talk stands, as an intent does; what was collected stays. */
export function enter(flow: Flow, state: SessionState | undefined, step: string, input: FlowInput): FlowTurn {
  const turn = new Turn(flow, input, state);
  turn.stack = [];
  walk(turn, state?.step ?? null, Object.hasOwn(flow.steps, step) ? step : flow.start, 'moved');
  return turn.result();
}

/** Would the step in which the talk stands know what to do with this? False for free text at a menu, and where nothing is awaited. */
export function understands(flow: Flow, state: SessionState | undefined, input: FlowInput): boolean {
  if (state === undefined || !state.waiting) return false;
  const event = advance(flow, state, input).transitions[0]?.event;
  return event !== undefined && event !== 'not_understood' && event !== 'gave_up' && event !== 'started';
}

function stepOf(flow: Flow, state: SessionState | undefined): Step | undefined {
  return state !== undefined && Object.hasOwn(flow.steps, state.step) ? flow.steps[state.step] : undefined;
}

function restart(turn: Turn, start: string): void {
  turn.stack = [];
  walk(turn, null, start, 'started');
}

function whilePending(turn: Turn, state: SessionState, step: Step): void {
  if ('wait' in step) return walk(turn, state.step, step.message ?? step.next, 'answered');
  if ('answer' in step) return walk(turn, state.step, state.step, 'answered');
  turn.pending = state.pending;
  turn.step = state.step;
  turn.effects.push({ do: 'await' });
  turn.transitions.push({ from: state.step, to: state.step, event: 'sent_for' });
}

function afterAnswer(turn: Turn, at: string, step: Step, answered: boolean): void {
  if (!('answer' in step)) return restart(turn, turn.flow.start);
  const target = answered ? step.next : step.answer.unsure;
  if (target !== undefined) walk(turn, at, target, answered ? 'moved' : 'failed');
  else leave(turn, at, answered ? 'returned' : 'failed');
}

function answered(turn: Turn, state: SessionState, step: Step, input: FlowInput): void {
  if ('menu' in step) answerMenu(turn, state, step, input);
  else if ('ask' in step) answerAsk(turn, state, step, input);
  else restart(turn, turn.flow.start);
}

function answerMenu(turn: Turn, state: SessionState, step: MenuStep, input: FlowInput): void {
  const menu = menuOf(turn, step);
  const target = chooseOption(menu, input) ?? alwaysTarget(turn.flow, input);
  if (target !== undefined) return walk(turn, state.step, target, 'answered');
  const { invalid, tries, otherwise } = step.menu;
  if (givesUp(turn, state, tries, otherwise)) return;
  if (invalid !== undefined) turn.say(invalid);
  turn.stay(state.step, 'not_understood');
  const text = invalid === undefined ? `${wordsIn(input.language).notUnderstood}\n\n${menu.text}` : menu.text;
  turn.effects.push({ do: 'offer', menu: { ...menu, text: text.slice(0, 1024) } });
}

function answerAsk(turn: Turn, state: SessionState, step: AskStep, input: FlowInput): void {
  const always = alwaysTarget(turn.flow, input);
  if (always !== undefined) return walk(turn, state.step, always, 'answered');
  const check = step.check ?? 'text';
  const answer = readAnswer(check, input.text, check === 'date' ? turn.scope.now.today : '');
  if (answer !== undefined) {
    turn.vars = { ...turn.vars, [step.save]: answer };
    return walk(turn, state.step, step.next, 'answered');
  }
  if (givesUp(turn, state, step.tries, step.otherwise)) return;
  turn.say(step.invalid ?? wordsIn(input.language).needed[check]);
  turn.stay(state.step, 'not_understood');
}

/** After so many answers that were not understood there is another way on, where the flow has one. */
function givesUp(turn: Turn, state: SessionState, tries = 3, otherwise: string | undefined): boolean {
  const misses = (state.misses ?? 0) + 1;
  if (otherwise === undefined || misses < tries) {
    turn.misses = Math.min(misses, 99);
    return false;
  }
  walk(turn, state.step, otherwise, 'gave_up');
  return true;
}

function alwaysTarget(flow: Flow, input: FlowInput): string | undefined {
  if (flow.always === undefined || input.text.length > 100) return undefined;
  const said = plain(input.text);
  return flow.always.find((line) => line.words.some((word) => plain(word) === said))?.goto;
}
