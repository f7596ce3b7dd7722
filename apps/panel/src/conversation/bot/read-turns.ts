import type { Output } from '../../api/index.ts';

export type BotTurn = Output<'bot-turns.of-conversation'>['turns'][number];
export type BotHandoff = Output<'handoffs.of-conversation'>['handoffs'][number];

export interface BotSigns {
  /** By the last message that a turn heard: what was understood of it. */
  readonly heard: ReadonlyMap<string, BotTurn>;
  /** By a message that the bot said: how it came to it. */
  readonly said: ReadonlyMap<string, BotTurn>;
}

export const noSigns: BotSigns = { heard: new Map(), said: new Map() };

/** Which turn belongs beside which message. Of several turns about one message the newest counts; of several replies, the last shows it. */
export function readTurns(turns: readonly BotTurn[]): BotSigns {
  const heard = new Map<string, BotTurn>();
  const said = new Map<string, BotTurn>();
  for (const turn of turns.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
    const last = turn.messageIds.at(-1);
    if (last !== undefined && turn.intent !== null) heard.set(last, turn);
    const reply = turn.replyIds.at(-1);
    if (reply !== undefined) said.set(reply, turn);
  }
  return { heard, said };
}

const plain: ReadonlySet<BotTurn['answeredBy']> = new Set([null, 'flow', 'template']);

/** Fixed words, the flow's or a greeting, need no explanation; what was made of sources, refused or handed over does. */
export const isWorthAsking = (turn: BotTurn): boolean =>
  !plain.has(turn.answeredBy) || turn.sources.length > 0 || turn.attack || turn.reason !== null;
