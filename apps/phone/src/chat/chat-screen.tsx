import { type DragEvent, type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { Composer } from '../composer/composer.tsx';
import { type Outgoing, useOutgoing } from '../composer/use-outgoing.ts';
import { chatKey, type Talk } from '../talk/reduce-talk.ts';
import type { BusinessNumber, Customer, Message } from '../talk/types.ts';
import { useApi } from '../talk/use-talk.ts';
import { t } from '../texts/texts.ts';
import type { BubbleActs } from './bubble-menu.tsx';
import { ChatHeader } from './chat-header.tsx';
import { MessageList } from './message-list.tsx';
import { useTyping } from './use-typing.ts';

const none: Message[] = [];

/** What is on the screen of a telephone that somebody looks at is read. */
function useReading(numberId: string, customerId: string, messages: Message[], unread: number): void {
  const api = useApi();
  const [looking, setLooking] = useState(document.visibilityState === 'visible');
  useEffect(() => {
    const look = () => setLooking(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  const waiting = messages.filter((message) => message.author === 'business' && message.status === 'delivered').length;
  useEffect(() => {
    if (!looking || (waiting === 0 && unread === 0)) return undefined;
    const timer = window.setTimeout(() => void api.read(numberId, customerId).catch(() => {}), 250);
    return () => window.clearTimeout(timer);
  }, [api, numberId, customerId, looking, waiting, unread]);
}

function useDrop(outgoing: Outgoing): { over: boolean; props: object } {
  const [over, setOver] = useState(false);
  const props = {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (event.currentTarget === event.target) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      outgoing.addFiles([...event.dataTransfer.files]);
    },
  };
  return { over, props };
}

export function ChatScreen(props: {
  talk: Talk;
  number: BusinessNumber;
  customer: Customer;
  onBack: () => void;
}): ReactNode {
  const { talk, number, customer, onBack } = props;
  const key = chatKey(number.phoneNumberId, customer.id);
  const messages = talk.messages[key] ?? none;
  const chat = talk.chats[key];
  const typing = useTyping(chat?.typingUntil ?? 0, talk.clockSkew);
  const outgoing = useOutgoing(number.phoneNumberId, customer.id);
  const drop = useDrop(outgoing);
  useReading(number.phoneNumberId, customer.id, messages, chat?.unread ?? 0);

  const { quote, startEdit, write } = outgoing;
  const acts: BubbleActs = useMemo(
    () => ({
      reply: quote,
      edit: startEdit,
      remove: (message) => void write({ kind: 'revoke', messageId: message.id }),
      react: (message, emoji) => void write({ kind: 'reaction', messageId: message.id, emoji }),
      tap: (message, choiceId) => void write({ kind: 'tap', messageId: message.id, choiceId }),
    }),
    [quote, startEdit, write],
  );
  const editLast = useCallback(() => {
    const last = messages.findLast((message) => message.author === 'customer');
    if (last) startEdit(last);
  }, [messages, startEdit]);

  return (
    <section className="chat" aria-label={`${customer.name} → ${number.verifiedName}`} {...drop.props}>
      <ChatHeader number={number} customer={customer} typing={typing} connected={talk.connected} onBack={onBack} />
      <MessageList key={key} messages={messages} business={number.verifiedName} typing={typing} acts={acts} />
      <Composer
        key={`${key} ${outgoing.edited?.id ?? ''}`}
        outgoing={outgoing}
        business={number.verifiedName}
        editLast={editLast}
      />
      {drop.over && <div className="drop">{t.dropHere}</div>}
    </section>
  );
}
