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
    this.scope = new TurnScope(this);
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
    const state = { step, waiting, vars };
    if (pending === undefined && stack.length === 0 && misses === 0)
      return { state, effects: this.effects, transitions: this.transitions };
    return {
      state: {
        ...state,
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

const none: Readonly<Record<string, string>> = {};

const startingVars = ({ vars }: Flow): Readonly<Record<string, string>> =>
  vars === undefined ? none : Object.fromEntries(Object.entries(vars).map(([name, value]) => [name, String(value)]));

/** Each thing is looked up when it is asked for: a flow that only answers with the customer's words never asks for the day. */
class TurnScope implements Scope {
  private readonly turn: Turn;

  constructor(turn: Turn) {
    this.turn = turn;
  }

  get vars() {
    return this.turn.vars;
  }
  get message() {
    const { text, kind = 'text', choice = '' } = this.turn.input;
    return { text, kind, choice };
  }
  get contact() {
    const { contactName = '', contact } = this.turn.input;
    return {
      name: contactName,
      phone: contact?.phone ?? '',
      email: contact?.email ?? '',
      tags: contact?.tags ?? [],
      fields: contact?.fields ?? none,
    };
  }
  get hours() {
    return { open: this.turn.input.hours?.open ?? true };
  }
  get now() {
    return localDay(this.turn.input.now ?? EPOCH, this.turn.input.timeZone);
  }
}
