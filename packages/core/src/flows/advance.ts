import { isCnpj, isCpf, parsePhone } from '@balcao/kernel';
import type { AskStep, Flow, MenuStep } from './flow.ts';

/** Where a talk stands in its flow. `waiting`: the step has spoken and expects an answer. */
export interface SessionState {
  readonly step: string;
  readonly waiting: boolean;
  readonly vars: Readonly<Record<string, string>>;
}

/** What came from the customer, as the flow sees it. */
export interface FlowInput {
  readonly text: string;
  /** The id of a tapped button or list row. */
  readonly choice?: string | undefined;
  readonly contactName?: string | undefined;
}

export type FlowEffect =
  | { readonly do: 'say'; readonly text: string }
  | { readonly do: 'offer'; readonly menu: MenuStep['menu'] }
  | { readonly do: 'handoff'; readonly department?: string | undefined };

export interface FlowTransition {
  readonly from: string | null;
  readonly to: string;
  readonly event: 'started' | 'moved' | 'answered' | 'not_understood' | 'handed_off' | 'too_many_steps';
}

export interface FlowTurn {
  readonly state: SessionState;
  readonly effects: readonly FlowEffect[];
  readonly transitions: readonly FlowTransition[];
}

/** A flow that passes through more steps than this for one message is stopped. */
export const MAX_STEPS_PER_MESSAGE = 20;

/** One message through the flow: a pure function of the flow, where the talk stands, and what came. */
export function advance(flow: Flow, state: SessionState | undefined, input: FlowInput): FlowTurn {
  const known = state !== undefined && Object.hasOwn(flow.steps, state.step) ? state : undefined;
  const turn = new Turn(flow, input, known?.vars ?? {});
  const step = known?.waiting ? flow.steps[known.step] : undefined;
  if (known && step && 'menu' in step) answerMenu(turn, known.step, step, input);
  else if (known && step && 'ask' in step) answerAsk(turn, known.step, step, input);
  else turn.enter(null, flow.start, 'started');
  return turn.result();
}

function answerMenu(turn: Turn, at: string, step: MenuStep, input: FlowInput): void {
  const target = chosenOption(step, input);
  if (target !== undefined) return turn.enter(at, target, 'answered');
  if (step.menu.invalid !== undefined) turn.say(step.menu.invalid);
  turn.stay(at, 'not_understood');
  turn.effects.push({ do: 'offer', menu: { ...step.menu, text: turn.fill(step.menu.text) } });
}

function answerAsk(turn: Turn, at: string, step: AskStep, input: FlowInput): void {
  const answer = input.text.trim();
  if (answerFits(step.check ?? 'text', answer)) {
    turn.vars = { ...turn.vars, [step.save]: answer.slice(0, 1000) };
    return turn.enter(at, step.next, 'answered');
  }
  turn.say(step.invalid ?? step.ask);
  turn.stay(at, 'not_understood');
}

class Turn {
  readonly effects: FlowEffect[] = [];
  readonly transitions: FlowTransition[] = [];
  vars: Readonly<Record<string, string>>;
  private step = '';
  private waiting = false;
  private readonly flow: Flow;
  private readonly input: FlowInput;

  constructor(flow: Flow, input: FlowInput, vars: Readonly<Record<string, string>>) {
    this.flow = flow;
    this.input = input;
    this.vars = vars;
  }

  /** Goes into a step and on through all that do not wait. */
  enter(from: string | null, to: string, event: FlowTransition['event']): void {
    let previous = from;
    let cause = event;
    let next: string | undefined = to;
    for (let hops = 0; next !== undefined; hops++) {
      if (hops === MAX_STEPS_PER_MESSAGE) return this.stay(next, 'too_many_steps', false);
      this.transitions.push({ from: previous, to: next, event: cause });
      this.step = next;
      previous = next;
      cause = 'moved';
      next = this.perform(next);
    }
  }

  private perform(name: string): string | undefined {
    const step = this.flow.steps[name];
    if (step === undefined) return undefined;
    this.waiting = 'menu' in step || 'ask' in step;
    if ('reply' in step) {
      this.say(step.reply);
      return step.next;
    }
    if ('goto' in step) return step.goto;
    if ('ask' in step) this.say(step.ask);
    else if ('menu' in step)
      this.effects.push({ do: 'offer', menu: { ...step.menu, text: this.fill(step.menu.text) } });
    else {
      if (step.handoff.text !== undefined) this.say(step.handoff.text);
      this.transitions.push({ from: name, to: name, event: 'handed_off' });
      this.effects.push({ do: 'handoff', department: step.handoff.department });
    }
    return undefined;
  }

  stay(at: string, event: FlowTransition['event'], waiting = true): void {
    this.step = at;
    this.waiting = waiting;
    this.transitions.push({ from: at, to: at, event });
  }

  say(template: string): void {
    const text = this.fill(template).trim();
    if (text !== '') this.effects.push({ do: 'say', text: text.slice(0, 4096) });
  }

  /** Fills {{message.text}}, {{contact.name}} and {{vars.name}}; what the customer wrote is never filled again. */
  fill(template: string): string {
    return template.replace(/\{\{\s*([a-z]+)\.([a-z0-9_]+)\s*\}\}/gi, (_, group: string, name: string) => {
      if (group === 'message' && name === 'text') return this.input.text;
      if (group === 'contact' && name === 'name') return this.input.contactName ?? '';
      return group === 'vars' && Object.hasOwn(this.vars, name) ? (this.vars[name] ?? '') : '';
    });
  }

  result(): FlowTurn {
    return {
      state: { step: this.step, waiting: this.waiting, vars: this.vars },
      effects: this.effects,
      transitions: this.transitions,
    };
  }
}

/** A tap, the number of the option, its label, or one of its words, without minding accents and case. */
function chosenOption({ menu }: MenuStep, input: FlowInput): string | undefined {
  const said = plain(input.text);
  const found = menu.options.find((option, n) => {
    if (input.choice !== undefined && input.choice === optionId(option, n)) return true;
    return (
      said === String(n + 1) ||
      said === plain(option.label) ||
      (option.words ?? []).some((word) => plain(word) === said)
    );
  });
  return found?.goto;
}

export const optionId = (option: { id?: string | undefined }, index: number): string =>
  option.id ?? `option-${index + 1}`;

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function answerFits(check: NonNullable<AskStep['check']>, answer: string): boolean {
  switch (check) {
    case 'text':
      return answer !== '';
    case 'number':
      return /^-?\d{1,15}([.,]\d{1,6})?$/.test(answer);
    case 'email':
      return answer.length <= 254 && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(answer);
    case 'cpf':
      return isCpf(answer);
    case 'cnpj':
      return isCnpj(answer);
    case 'phone':
      return parsePhone(answer) !== undefined;
  }
}
