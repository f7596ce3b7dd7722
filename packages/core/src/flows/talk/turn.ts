import { localDay } from '../expressions/day.ts';
import { fill } from '../expressions/template.ts';
import type { Scope } from '../expressions/values.ts';
import type { Flow } from '../flow.ts';
import type { FlowEffect, FlowInput, FlowTransition, FlowTurn, SessionState } from './session.ts';

/** Sections that call sections, and so on. */
const MAX_DEPTH = 8;

const EPOCH = new Date(0);

/** One turn being made: effects and transitions gather here. Nothing outside it is read or changed. */
export class Turn {
  readonly flow: Flow;
  readonly input: FlowInput;
  readonly effects: FlowEffect[] = [];
  readonly transitions: FlowTransition[] = [];
  readonly scope: Scope;
  vars: Readonly<Record<string, string>>;
  step = '';
  waiting = false;
  misses = 0;
  pending: SessionState['pending'];
  until: string | undefined;
  stack: readonly string[];

  constructor(flow: Flow, input: FlowInput, before: SessionState | undefined) {
    this.flow = flow;
    this.input = input;
    this.vars = before?.vars ?? startingVars(flow);
    this.stack = before?.stack ?? [];
    this.scope = scopeOf(this);
  }

  call(returnTo: string): boolean {
    if (this.stack.length >= MAX_DEPTH) return false;
    this.stack = [...this.stack, returnTo];
    return true;
  }

  /** Where the innermost call goes on; an empty name means that its caller ends there too. */
  back(): string | undefined {
    while (this.stack.length > 0) {
      const target = this.stack[this.stack.length - 1];
      this.stack = this.stack.slice(0, -1);
      if (target) return target;
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

  /** What the customer wrote is never filled in again. */
  fill(template: string, dress?: (text: string) => string): string {
    return fill(template, this.scope, dress);
  }

  result(): FlowTurn {
    const { step, waiting, vars, pending, until, stack, misses } = this;
    return {
      state: {
        step,
        waiting,
        vars,
        ...(pending === undefined ? {} : { pending }),
        ...(until === undefined ? {} : { until }),
        ...(stack.length === 0 ? {} : { stack }),
        ...(misses === 0 ? {} : { misses }),
      },
      effects: this.effects,
      transitions: this.transitions,
    };
  }
}

const startingVars = (flow: Flow): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(flow.vars ?? {}).map(([name, value]) => [name, String(value)]));

/** Made on demand: a flow that only answers with the customer's words never asks for the day. */
function scopeOf(turn: Turn): Scope {
  const { input } = turn;
  return {
    get vars() {
      return turn.vars;
    },
    message: { text: input.text, kind: input.kind ?? 'text', choice: input.choice ?? '' },
    contact: {
      name: input.contactName ?? '',
      phone: input.contact?.phone ?? '',
      email: input.contact?.email ?? '',
      tags: input.contact?.tags ?? [],
      fields: input.contact?.fields ?? {},
    },
    hours: { open: input.hours?.open ?? true },
    get now() {
      return localDay(input.now ?? EPOCH, input.timeZone);
    },
  };
}
