import { api } from '../../api/index.ts';
import { MessageBubble, type PendingState } from '../../messages/index.ts';
import { type Language, useLanguage, useTexts } from '../../text/index.ts';
import { tell } from '../../ui/index.ts';
import { BotSign } from '../bot/bot-sign.tsx';
import { HandoffCard } from '../bot/handoff-card.tsx';
import type { Desk } from '../desk/use-desk.ts';
import type { ThreadMessage } from '../feed/thread-pages.ts';
import { discardDraft, sendAgain } from '../outgoing/outgoing-store.ts';
import type { Outgoing } from '../outgoing/reduce-outgoing.ts';
import type { MessageRow, ThreadRow } from '../rows/build-rows.ts';
import { conversationTexts } from '../texts/texts.ts';
import { EventLine } from './event-line.tsx';
import classes from './thread.module.css';

export interface RowWords {
  readonly desk: Desk;
  readonly protocols: ReadonlyMap<string, string>;
  readonly highlighted: string | undefined;
  readonly onReply: (message: ThreadMessage) => void;
  readonly onJump: (messageId: string) => void;
}

const pendingOf = (outgoing: Outgoing | undefined): PendingState | undefined =>
  outgoing && {
    clientId: outgoing.draft.clientId,
    state: outgoing.state === 'failed' ? 'failed' : 'sending',
    problem: outgoing.problem,
    progress: outgoing.progress,
  };

/** Sends a message of ours once more that the channel refused. */
const retryStored = (messageId: string) => void api.call('messages.retry', { messageId }).catch(tell.problem);

export function RowView({ row, ...words }: { row: ThreadRow } & RowWords) {
  const t = useTexts(conversationTexts);
  const language = useLanguage();
  if (row.kind === 'day')
    return (
      <div className={classes.day} role="separator">
        <span>{dayWords(row.at, language, { today: t('today'), yesterday: t('yesterday') })}</span>
      </div>
    );
  if (row.kind === 'unread')
    return (
      <div className={classes.unread} role="separator">
        {t('unread', { count: row.count })}
      </div>
    );
  if (row.kind === 'event')
    return <EventLine event={row.event} desk={words.desk} protocol={words.protocols.get(row.event.ticketId)} />;
  if (row.kind === 'handoff') return <HandoffCard handoff={row.handoff} />;
  return (
    <>
      <MessageRowView row={row} {...words} />
      <BotSign message={row.message} />
    </>
  );
}

function MessageRowView({ row, desk, highlighted, onReply, onJump }: { row: MessageRow } & RowWords) {
  const { message, outgoing, first, last } = row;
  const failed = message.status === 'failed' && message.retriedBy === null;
  const retry = outgoing ? () => sendAgain(outgoing) : failed ? () => retryStored(message.id) : undefined;
  const drop = outgoing && (() => discardDraft(outgoing.draft.clientId));
  return (
    <MessageBubble
      message={message}
      first={first}
      last={last}
      sender={desk.nameOf(message.authorId)}
      pending={pendingOf(outgoing)}
      highlighted={highlighted === message.id}
      nameOf={desk.nameOf}
      onReply={onReply}
      onJump={onJump}
      onRetry={retry}
      onDiscard={drop}
      onCancel={drop}
    />
  );
}

/** Hoje, ontem, terça-feira, 17 de março; with the year when it is another one. */
export function dayWords(
  at: string,
  language: Language,
  words: { today: string; yesterday: string },
  now = new Date(),
): string {
  const time = new Date(at);
  const midnight = (of: Date) => new Date(of.getFullYear(), of.getMonth(), of.getDate()).getTime();
  const days = Math.round((midnight(now) - midnight(time)) / 86_400_000);
  if (days === 0) return words.today;
  if (days === 1) return words.yesterday;
  const sameYear = time.getFullYear() === now.getFullYear();
  return new Intl.DateTimeFormat(language, {
    ...(days < 7 ? { weekday: 'long' } : {}),
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(time);
}
