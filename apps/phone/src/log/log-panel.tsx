import type { ReactNode } from 'react';
import { briefOf } from '../content/message-content.tsx';
import { Icon } from '../icons.tsx';
import type { Message } from '../talk/types.ts';
import { t } from '../texts/texts.ts';
import { elapsedOf, timeOf } from '../times.ts';
import { type LogCard, questionOf, replyMsOf, type Step, stepsWithAnswer } from './fold-log.ts';

const names: Record<string, string> = {
  received: t.logReceived,
  stored: t.logStored,
  turn: t.logTurn,
  taken: t.logTurn,
  queued: t.logQueued,
  unknown: t.logUnknown,
  accepted: t.logAccepted,
  held: t.logHeld,
  sent: t.logSent,
  delivered: t.logDelivered,
  read: t.logRead,
  played: t.logPlayed,
  failed: t.logFailed,
};

function Steps({ steps }: { steps: Step[] }): ReactNode {
  const began = steps[0]?.at ?? 0;
  return (
    <ol className="steps">
      {steps.map(({ name, at }, n) => (
        // oxlint-disable-next-line react/no-array-index-key -- the same step may come twice
        <li key={`${name} ${n}`} className={name}>
          <span className="step-name">{names[name] ?? name}</span>
          <span className="step-time">{n === 0 ? timeOf(at) : `+${elapsedOf(at - began)}`}</span>
        </li>
      ))}
    </ol>
  );
}

function Card(props: { card: LogCard; cards: LogCard[]; message: Message | undefined }): ReactNode {
  const { card, cards, message } = props;
  const text = card.text || (message ? briefOf(message) : '');
  if (card.direction === 'none') {
    return (
      <li className="log-card event">
        <Icon name="pulse" size={15} />
        <span>{t.logEvents[card.kind]}</span>
        <time>{timeOf(card.at)}</time>
      </li>
    );
  }
  const replyMs = replyMsOf(card, questionOf(cards, card));
  return (
    <li className={`log-card ${card.direction}`}>
      <p className="log-top">
        <span className="log-who">{card.direction === 'in' ? t.fromCustomer : t.fromBusiness}</span>
        {card.kind !== '' && <span className="log-kind">{t.kinds[card.kind] ?? card.kind}</span>}
        {replyMs !== undefined && <span className="log-reply">{elapsedOf(replyMs)}</span>}
        {card.code !== '' && <span className="log-code">{card.code}</span>}
      </p>
      {text !== '' && <p className="log-text">{text}</p>}
      <Steps steps={stepsWithAnswer(cards, card)} />
    </li>
  );
}

/** What is about no message is shown when there are words for it: a shop has no use for `member.joined`. */
const isTold = (card: LogCard): boolean => card.direction !== 'none' || card.kind in t.logEvents;

export function LogPanel({ cards, messages }: { cards: LogCard[]; messages: Record<string, Message[]> }): ReactNode {
  const byProvider = new Map(
    Object.values(messages).flatMap((list) => list.map((message) => [message.id, message] as const)),
  );
  return (
    <aside className="log" aria-label={t.log}>
      <header>
        <Icon name="pulse" size={20} />
        <div>
          <h2>{t.log}</h2>
          <p>{t.logHint}</p>
        </div>
      </header>
      {!cards.some(isTold) ? (
        <p className="log-empty">{t.logEmpty}</p>
      ) : (
        <ol className="log-cards">
          {cards.filter(isTold).map((card) => (
            <Card
              key={card.key}
              card={card}
              cards={cards}
              message={card.providerId === undefined ? undefined : byProvider.get(card.providerId)}
            />
          ))}
        </ol>
      )}
    </aside>
  );
}
