import type { OutboundContent } from '@balcao/channels/port';
import { botHasFloor, type Floor } from '../conversations/index.ts';
import {
  advance,
  type Flow,
  type FlowEffect,
  type FlowTransition,
  menuContent,
  type SessionState,
} from '../flows/index.ts';

export interface TurnMessage {
  readonly id: string;
  readonly kind: string;
  readonly body: string | null;
  readonly content: unknown;
}

export interface TurnFacts {
  readonly now: Date;
  readonly floor: Floor;
  readonly floorSince: Date | null;
  /** When the first message that wants an answer was taken in. */
  readonly askedAt: Date;
  readonly flow: Flow | undefined;
  readonly session: SessionState | undefined;
  readonly contactName: string | undefined;
  /** Are messages that came together answered as one? */
  readonly joined: boolean;
  readonly messages: readonly TurnMessage[];
}

export interface TurnDecision {
  readonly replies: readonly { content: OutboundContent; text: string | null }[];
  readonly session: SessionState | undefined;
  readonly transitions: readonly (FlowTransition & { messageId: string })[];
  readonly handoff: boolean;
  /** Where the handoff goes: a department by its name. */
  readonly department?: string | undefined;
  /** Meta's agent gave the talk back: the bot has the word again. */
  readonly takesBack?: boolean;
}

/** Kinds that ask for no answer of a flow. */
const silentKinds = new Set(['system', 'unsupported', 'reaction', 'unknown']);

/** What the flow hears where the customer sent no words. */
const kindWords: Readonly<Record<string, string>> = {
  image: '[imagem]',
  video: '[vídeo]',
  audio: '[áudio]',
  document: '[documento]',
  sticker: '[figurinha]',
  location: '[localização]',
  contacts: '[contato]',
  order: '[pedido]',
};

/** The decision of a turn: pure, from facts to effects. Replaying a record gives the same decisions. */
export function decideTurn(facts: TurnFacts): TurnDecision {
  const heard = facts.messages.filter((message) => !silentKinds.has(message.kind));
  const takesBack = givenBack(facts);
  const hasFloor = takesBack || botHasFloor(facts.floor, facts.floorSince, facts.now);
  if (facts.flow === undefined || heard.length === 0 || !hasFloor)
    return { replies: [], session: undefined, transitions: [], handoff: false };
  let session = facts.session;
  const effects: FlowEffect[] = [];
  const transitions: (FlowTransition & { messageId: string })[] = [];
  for (const input of facts.joined ? [join(heard)] : heard) {
    const turn = advance(facts.flow, session, {
      text: input.body ?? kindWords[input.kind] ?? '',
      choice: choiceOf(input.content),
      contactName: facts.contactName,
    });
    session = turn.state;
    effects.push(...turn.effects);
    transitions.push(...turn.transitions.map((transition) => ({ ...transition, messageId: input.id })));
    if (turn.effects.some((effect) => effect.do === 'handoff')) break;
  }
  return {
    replies: effects.flatMap(toReply),
    session,
    transitions,
    ...handoffOf(effects),
    takesBack,
  };
}

function handoffOf(effects: readonly FlowEffect[]): Pick<TurnDecision, 'handoff' | 'department'> {
  const handoff = effects.find((effect) => effect.do === 'handoff');
  return handoff === undefined ? { handoff: false } : { handoff: true, department: handoff.department };
}

/** While Meta's agent has a talk, what the customer writes comes as standby and wakes nobody: what woke us came after it. */
const givenBack = ({ floor, floorSince, askedAt }: TurnFacts): boolean =>
  floor === 'meta_agent' && floorSince !== null && askedAt > floorSince;

function join(messages: readonly TurnMessage[]): TurnMessage {
  const last = messages[messages.length - 1] as TurnMessage; // never called with none
  const words = messages.map((message) => message.body).filter((body) => body !== null);
  return { ...last, body: words.length > 0 ? words.join('\n') : null };
}

function choiceOf(content: unknown): string | undefined {
  if (typeof content !== 'object' || content === null || !('id' in content)) return undefined;
  return typeof content.id === 'string' ? content.id : undefined;
}

function toReply(effect: FlowEffect): { content: OutboundContent; text: string | null }[] {
  if (effect.do === 'say') return [{ content: { kind: 'text', text: effect.text }, text: effect.text }];
  if (effect.do === 'offer') return [{ content: menuContent(effect.menu), text: effect.menu.text }];
  return [];
}
