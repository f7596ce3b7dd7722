import { wordsIn } from '../words.ts';
import { perform } from './perform.ts';
import type { FlowTransition } from './session.ts';
import type { Turn } from './turn.ts';

/** A flow that passes through more steps than this for one message is stopped. */
export const MAX_STEPS_PER_MESSAGE = 20;

type Event = FlowTransition['event'];

/** Goes into a step and on through all that do not wait. */
export function walk(turn: Turn, from: string | null, to: string, event: Event): void {
  let previous = from;
  let cause = event;
  let next: string | undefined = to;
  turn.misses = 0;
  for (let hops = 0; next !== undefined; hops++) {
    if (hops === MAX_STEPS_PER_MESSAGE) return stopAt(turn, next);
    turn.transitions.push({ from: previous, to: next, event: cause });
    turn.step = next;
    previous = next;
    const step = Object.hasOwn(turn.flow.steps, next) ? turn.flow.steps[next] : undefined;
    if (step === undefined) return;
    turn.waiting = false;
    turn.pending = undefined;
    turn.until = undefined;
    cause = 'call' in step ? 'called' : 'moved';
    next = perform(turn, next, step);
    if (next !== undefined || !ended(turn)) continue;
    next = turn.back();
    cause = 'returned';
  }
}

/** The step ends its section here, or the talk when there is none to go back to. */
export function leave(turn: Turn, from: string, event: Event): void {
  const target = turn.back();
  if (target === undefined) turn.stay(from, event, false);
  else walk(turn, from, target, event);
}

/** Nothing is awaited, and nobody took over: a section that ends so goes back to where it was called. */
const ended = (turn: Turn): boolean =>
  !turn.waiting && turn.pending === undefined && turn.effects.at(-1)?.do !== 'handoff';

/** Never in silence. */
function stopAt(turn: Turn, step: string): void {
  turn.stack = [];
  if (!turn.effects.some((effect) => effect.do === 'say')) turn.say(wordsIn(turn.input.language).stopped);
  turn.stay(step, 'too_many_steps', false);
}
