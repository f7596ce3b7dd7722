import type { OutboundContent } from '@balcao/channels/port';
import type { BotState, HandoffReason } from '@balcao/contract';
import type { FlowInput, FlowTransition, SessionState } from '../../flows/index.ts';
import type { ErrandKind, FlowRequest, Memory, Pending, Session, TurnFacts, TurnMessage } from './facts.ts';
import { firstMenu } from './first-menu.ts';
import { heardOf, inputOf } from './hearing/heard.ts';
import { type Sentences, sentencesOf } from './sentences/sentences-of.ts';
import type { BotEvent } from './words.ts';

export interface Said {
  /** The message it answers, where several are answered one by one. */
  readonly to?: string | undefined;
  readonly content: OutboundContent;
  readonly text: string | null;
}

/** What is to be asked of the outside world. */
export type WantedErrand = { readonly giveUpAt: number } & (
  | { readonly kind: Extract<ErrandKind, 'answer'>; readonly question: string }
  | { readonly kind: Extract<ErrandKind, 'http'>; readonly request: FlowRequest }
  | { readonly kind: Extract<ErrandKind, 'tool'>; readonly tool: string; readonly args: unknown }
);

export interface WantedHandoff {
  readonly reason: HandoffReason;
  /** By its name, as flows write it, or by its id. */
  readonly department?: string | undefined;
  readonly departmentId?: string | undefined;
  readonly priority?: 'low' | 'normal' | 'high' | 'urgent' | undefined;
  /** The flow's own word for why. */
  readonly because?: string | undefined;
}

const nothingYet: Session = { state: 'greeting', memory: {}, watchAt: null };

/** A decision being made: what effects add to it gathers here. Nothing outside is read or changed. */
export class Making {
  readonly facts: TurnFacts;
  /** Where the talk stood. */
  readonly before: Session;
  readonly heard: readonly TurnMessage[];
  readonly input: FlowInput;
  readonly sentences: Sentences;
  readonly said: Said[] = [];
  /** The step of the flow that the intent leads to, whatever the flow waits for. */
  leadsTo: string | undefined;
  /** Which of several messages is being answered. */
  answering: string | undefined;
  readonly steps: (FlowTransition & { messageId: string | null })[] = [];
  event: BotEvent = 'nothing';
  memory: { -readonly [K in keyof Memory]: Memory[K] };
  flow: SessionState | undefined;
  /** What a yes to what was just said means. */
  pending: Pending | undefined;
  errand: WantedErrand | undefined;
  handoff: WantedHandoff | undefined;
  /** A state that an effect insists on. */
  insists: BotState | undefined;
  optsOut = false;
  erasesMemory = false;
  resolves = false;
  raises = false;
  rating: number | undefined;
  unanswered: string | undefined;
  /** The draft was said: there is no second use of it. */
  draftUsed = false;

  constructor(facts: TurnFacts) {
    this.facts = facts;
    this.heard = heardOf(facts.messages);
    const session = facts.session ?? nothingYet;
    const over = session.state === 'closed' && this.heard.length > 0;
    this.before = over ? { ...session, flow: undefined, memory: {} } : session;
    this.memory = { ...this.before.memory };
    this.flow = this.before.flow;
    this.input = inputOf(facts, this.heard);
    this.sentences = sentencesOf(facts.language);
  }

  get windowOpen(): boolean {
    return this.facts.windowUntil === null || this.facts.windowUntil > this.facts.now;
  }

  /** The step of the flow that shows its menu. */
  get menuStep(): string | undefined {
    const { flow, mode } = this.facts;
    return flow === undefined || mode === 'flow' ? undefined : (flow.assistant?.menu ?? firstMenu(flow));
  }

  get lastId(): string | null {
    return this.heard.at(-1)?.id ?? null;
  }

  say(text: string): void {
    const words = text.trim().slice(0, 4096);
    if (words !== '') this.show({ kind: 'text', text: words }, words);
  }

  /** A question with up to three answers to tap. */
  ask(text: string, buttons: readonly { readonly id: string; readonly title: string }[]): void {
    this.show({ kind: 'buttons', text, buttons }, text);
  }

  show(content: OutboundContent, text: string | null): void {
    this.said.push({ content, text, to: this.answering });
  }
}
