import type { MenuStep } from '../flow.ts';

/** Where a talk stands in its flow: plain JSON, kept whole between messages. `waiting`: the step has spoken and expects an answer. */
export interface SessionState {
  readonly step: string;
  readonly waiting: boolean;
  readonly vars: Readonly<Record<string, string>>;
  /** What the step waits for that is not the customer: an errand's answer or an hour. `resume` goes on from there. */
  readonly pending?: 'fetch' | 'answer' | 'time';
  /** With `time`: when it goes on. */
  readonly until?: string;
  /** The steps that called a section and where each goes on, innermost last. */
  readonly stack?: readonly string[];
  /** Answers in a row that this step did not understand. */
  readonly misses?: number;
}

/** What came from the customer and what holds now, as the flow sees it. The flow reads no clock of its own. */
export interface FlowInput {
  readonly text: string;
  /** The id of a tapped button or list row. */
  readonly choice?: string | undefined;
  /** text, image, audio… */
  readonly kind?: string | undefined;
  readonly contactName?: string | undefined;
  readonly contact?: FlowContact | undefined;
  readonly now?: Date | undefined;
  readonly timeZone?: string | undefined;
  /** Absent: always open. */
  readonly hours?: { readonly open: boolean; readonly opensAt?: Date | undefined } | undefined;
  /** Of what the engine says by itself; default pt-BR. */
  readonly language?: string | undefined;
}

export interface FlowContact {
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  /** Custom fields by their key. */
  readonly fields?: Readonly<Record<string, string>> | undefined;
}

/** One HTTP call, filled in and ready: plain JSON, run outside the transaction by `runFetch`. */
export interface FlowRequest {
  readonly step: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url?: string | undefined;
  /** One of the workspace's addresses by its name, and the path on it. */
  readonly address?: string | undefined;
  readonly path?: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly timeoutMs: number;
  /** Variable to path in the answer. */
  readonly save: Readonly<Record<string, string>>;
}

/** What came of a call: plain JSON too. */
export type FetchResult =
  | { readonly ok: true; readonly status: number; readonly values: Readonly<Record<string, string>> }
  | {
      readonly ok: false;
      readonly why: 'timeout' | 'unreachable' | 'forbidden' | 'status' | 'unreadable' | 'too_large' | 'given_up';
      readonly status?: number | undefined;
    };

/** What a pending step was waiting for. */
export type FlowOutcome =
  | { readonly of: 'fetch'; readonly result: FetchResult }
  | { readonly of: 'answer'; readonly answered: boolean }
  | { readonly of: 'time' };

/** A menu as it is shown: filled in, with the options that hold now. */
export type OfferedMenu = MenuStep['menu'];

export type FlowEffect =
  | { readonly do: 'say'; readonly text: string }
  | { readonly do: 'offer'; readonly menu: OfferedMenu }
  | {
      readonly do: 'handoff';
      readonly department?: string | undefined;
      readonly reason?: string | undefined;
      readonly priority?: 'low' | 'normal' | 'high' | 'urgent' | undefined;
    }
  /** An errand: run it outside, then `resume` with `of: 'fetch'`. */
  | { readonly do: 'fetch'; readonly request: FlowRequest }
  /** The errand of before is still under way: let it end, do not begin another. */
  | { readonly do: 'await' }
  /** The assistant answers this from what it knows, then `resume` with `of: 'answer'`. */
  | { readonly do: 'answer'; readonly question: string }
  /** Wake the talk at this time with `of: 'time'`; until then nothing is owed to the customer. */
  | { readonly do: 'wait'; readonly until: string };

export interface FlowTransition {
  readonly from: string | null;
  readonly to: string;
  readonly event:
    | 'started'
    | 'moved'
    | 'answered'
    | 'not_understood'
    | 'gave_up'
    | 'handed_off'
    | 'called'
    | 'returned'
    | 'fetched'
    | 'failed'
    | 'woken'
    | 'sent_for'
    | 'too_many_steps';
}

export interface FlowTurn {
  readonly state: SessionState;
  readonly effects: readonly FlowEffect[];
  readonly transitions: readonly FlowTransition[];
}
