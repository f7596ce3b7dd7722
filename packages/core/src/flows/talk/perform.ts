import { evaluate, holds } from '../expressions/template.ts';
import { asText } from '../expressions/values.ts';
import type { AnswerStep, MenuStep, Step, WaitStep } from '../flow.ts';
import { requestOf } from './request-of.ts';
import type { OfferedMenu } from './session.ts';
import type { Turn } from './turn.ts';

/** What a step does when the talk comes to it, and where it leads at once; undefined: nowhere, it waits or ends. */
export function perform(turn: Turn, name: string, step: Step): string | undefined {
  if ('reply' in step) {
    turn.say(step.reply);
    return step.next;
  }
  if ('goto' in step) return step.goto;
  if ('menu' in step) return offer(turn, step);
  if ('ask' in step) {
    turn.say(step.ask);
    turn.waiting = true;
    return undefined;
  }
  if ('if' in step) return holds(step.if, turn.scope) ? step.then : step.else;
  if ('when' in step) return step.when.find((line) => holds(line.if, turn.scope))?.goto ?? step.else;
  if ('set' in step) {
    setVars(turn, step.set);
    return step.next;
  }
  if ('call' in step) return turn.call(step.next ?? '') ? step.call : step.next;
  if ('return' in step) return undefined;
  if ('handoff' in step) {
    if (step.handoff.text !== undefined) turn.say(step.handoff.text);
    const { department, reason, priority } = step.handoff;
    turn.transitions.push({ from: name, to: name, event: 'handed_off' });
    turn.effects.push({ do: 'handoff', department, reason, priority });
    return undefined;
  }
  if ('http' in step) {
    turn.pending = 'fetch';
    turn.effects.push({ do: 'fetch', request: requestOf(turn, name, step) });
    return undefined;
  }
  return 'wait' in step ? rest(turn, step) : askAssistant(turn, step);
}

/** The menu filled in, with the options that hold. With none left there is nothing to wait for. */
export function menuOf(turn: Turn, { menu }: MenuStep): OfferedMenu {
  const options = menu.options.filter((option) => option.if === undefined || holds(option.if, turn.scope));
  return {
    ...menu,
    text: turn.fill(menu.text).slice(0, 1024),
    options: options.map((option) => ({ ...option, id: option.id ?? `option-${menu.options.indexOf(option) + 1}` })),
  };
}

function offer(turn: Turn, step: MenuStep): string | undefined {
  const menu = menuOf(turn, step);
  if (menu.options.length === 0) return step.menu.otherwise;
  turn.waiting = true;
  turn.effects.push({ do: 'offer', menu });
  return undefined;
}

/** One after the other: a later one sees what an earlier one made. */
function setVars(turn: Turn, values: Readonly<Record<string, string | number | boolean>>): void {
  for (const [name, value] of Object.entries(values)) {
    const source = String(value);
    const made = source.startsWith('=') ? asText(evaluate(source.slice(1), turn.scope)) : turn.fill(source);
    turn.vars = { ...turn.vars, [name]: made.slice(0, 1_000) };
  }
}

/** Until an hour that is already here, and before opening when it is open, nobody waits. */
function rest(turn: Turn, step: WaitStep): string | undefined {
  const now = turn.input.now ?? new Date(0);
  const until =
    'minutes' in step.wait ? new Date(now.getTime() + step.wait.minutes * 60_000) : turn.input.hours?.opensAt;
  if (until === undefined || until <= now || ('until' in step.wait && turn.scope.hours.open)) return step.next;
  turn.pending = 'time';
  turn.until = until.toISOString();
  turn.effects.push({ do: 'wait', until: turn.until });
  return undefined;
}

function askAssistant(turn: Turn, step: AnswerStep): string | undefined {
  turn.pending = 'answer';
  turn.effects.push({ do: 'answer', question: turn.fill(step.answer.question ?? '{{message.text}}').slice(0, 4096) });
  return undefined;
}
