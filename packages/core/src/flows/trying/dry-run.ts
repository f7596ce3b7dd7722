import { pickAll } from '../fetching/pick.ts';
import type { Flow } from '../flow.ts';
import { menuContent } from '../menu-content.ts';
import { advance, resume } from '../talk/advance.ts';
import type {
  FetchResult,
  FlowEffect,
  FlowInput,
  FlowOutcome,
  FlowRequest,
  FlowTransition,
  FlowTurn,
  SessionState,
} from '../talk/session.ts';

/** One thing that happens: the customer writes or taps, or the time of a wait step is over. */
export type DryInput = Pick<FlowInput, 'text' | 'choice'> | { readonly wake: true };

/** What stands for the world: by the step's name. Without one, a call fails and the assistant knows nothing. */
export interface Doubles {
  readonly http?:
    | Readonly<Record<string, { readonly status: number; readonly body?: unknown } | 'timeout'>>
    | undefined;
  readonly answers?: Readonly<Record<string, string>> | undefined;
}

export interface DryLine {
  readonly by: 'customer' | 'bot' | 'note';
  readonly kind: 'text' | 'menu' | 'fetch' | 'answer' | 'handoff' | 'wait' | 'woken' | 'stopped';
  readonly text: string;
  readonly options: readonly {
    readonly id: string;
    readonly title: string;
    readonly description?: string | undefined;
  }[];
  /** Where the talk stood. */
  readonly step: string | null;
}

export interface DryRun {
  readonly lines: readonly DryLine[];
  readonly transitions: readonly (FlowTransition & { readonly input: number })[];
  readonly state: SessionState | undefined;
  /** A person would answer from here on: what is written after it is not the flow's. */
  readonly handedOff: boolean;
}

type Setting = Omit<FlowInput, 'text' | 'choice' | 'now'> & { readonly now: Date };

const MAX_ERRANDS = 10;

/** A talk as it would be, with nobody at the other end: nothing is sent, called or kept. */
export function dryRun(flow: Flow, inputs: readonly DryInput[], setting: Setting, doubles: Doubles = {}): DryRun {
  const run = new Run(flow, setting, doubles);
  inputs.forEach((input, n) => {
    if (!run.handedOff) run.take(input, n);
  });
  return { lines: run.lines, transitions: run.transitions, state: run.state, handedOff: run.handedOff };
}

class Run {
  readonly lines: DryLine[] = [];
  readonly transitions: (FlowTransition & { input: number })[] = [];
  state: SessionState | undefined;
  handedOff = false;
  private readonly flow: Flow;
  private readonly setting: Setting;
  private readonly doubles: Doubles;
  private now: Date;

  constructor(flow: Flow, setting: Setting, doubles: Doubles) {
    this.flow = flow;
    this.setting = setting;
    this.doubles = doubles;
    this.now = setting.now;
  }

  take(input: DryInput, n: number): void {
    const heard = { ...this.setting, now: this.now, text: '' };
    if ('wake' in input) {
      if (this.state?.pending !== 'time') return;
      this.now = new Date(this.state.until ?? this.now);
      this.tell('note', 'woken', this.now.toISOString());
      const later = { ...heard, now: this.now };
      return this.follow(resume(this.flow, this.state, { of: 'time' }, later), later, n);
    }
    const said = { ...heard, ...input };
    this.tell('customer', 'text', input.text);
    this.follow(advance(this.flow, this.state, said), said, n);
  }

  /** What a turn says, and on through the errands that it begins. */
  private follow(first: FlowTurn, input: FlowInput, n: number): void {
    let turn: FlowTurn | undefined = first;
    for (let errands = 0; turn !== undefined; errands++) {
      this.state = turn.state;
      this.transitions.push(...turn.transitions.map((transition) => ({ ...transition, input: n })));
      for (const effect of turn.effects) this.show(effect);
      if (turn.transitions.some((one) => one.event === 'too_many_steps')) this.tell('note', 'stopped', '');
      const outcome = this.outcomeOf(turn.effects);
      if (outcome === undefined || this.handedOff) return;
      if (errands === MAX_ERRANDS) return this.tell('note', 'stopped', '');
      turn = resume(this.flow, this.state, outcome, input);
    }
  }

  private show(effect: FlowEffect): void {
    if (effect.do === 'say') this.tell('bot', 'text', effect.text);
    else if (effect.do === 'offer') this.showMenu(effect);
    else if (effect.do === 'fetch') this.tell('note', 'fetch', whatIsCalled(effect.request));
    else if (effect.do === 'wait') this.tell('note', 'wait', effect.until);
    else if (effect.do === 'handoff') {
      this.handedOff = true;
      this.tell('note', 'handoff', effect.department ?? '');
    } else if (effect.do === 'answer') {
      const answer = this.answerOf();
      this.tell('note', 'answer', effect.question);
      if (answer !== undefined) this.tell('bot', 'text', answer);
    }
  }

  private showMenu({ menu }: Extract<FlowEffect, { do: 'offer' }>): void {
    const content = menuContent(menu, this.setting.language);
    if (content.kind === 'buttons') this.tell('bot', 'menu', content.text, content.buttons);
    else if (content.kind === 'list')
      this.tell(
        'bot',
        'menu',
        content.text,
        content.sections.flatMap((one) => one.rows),
      );
    else this.tell('bot', 'text', content.kind === 'text' ? content.text : menu.text);
  }

  private outcomeOf(effects: readonly FlowEffect[]): FlowOutcome | undefined {
    const last = effects.at(-1);
    if (last?.do === 'answer') return { of: 'answer', answered: this.answerOf() !== undefined };
    return last?.do === 'fetch' ? { of: 'fetch', result: this.resultOf(last.request) } : undefined;
  }

  private answerOf(): string | undefined {
    const { answers = {} } = this.doubles;
    const step = this.state?.step ?? '';
    return Object.hasOwn(answers, step) ? answers[step] : undefined;
  }

  private resultOf({ step, save }: FlowRequest): FetchResult {
    const { http = {} } = this.doubles;
    const double = Object.hasOwn(http, step) ? http[step] : undefined;
    if (double === undefined) return { ok: false, why: 'unreachable' };
    if (double === 'timeout') return { ok: false, why: 'timeout' };
    if (double.status < 200 || double.status > 299) return { ok: false, why: 'status', status: double.status };
    return { ok: true, status: double.status, values: pickAll(double.body, save) };
  }

  private tell(by: DryLine['by'], kind: DryLine['kind'], text: string, options: DryLine['options'] = []): void {
    this.lines.push({ by, kind, text, options, step: this.state?.step ?? null });
  }
}

const whatIsCalled = ({ method, url, address, path }: FlowRequest): string =>
  `${method} ${url ?? `${address ?? ''} ${path ?? ''}`}`;
