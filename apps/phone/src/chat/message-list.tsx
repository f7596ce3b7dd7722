import { Fragment, type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Icon } from '../icons.tsx';
import { type Message, partOf, textOf } from '../talk/types.ts';
import { t } from '../texts/texts.ts';
import { dayKey, dayOf } from '../times.ts';
import { Bubble } from './bubble.tsx';
import type { BubbleActs } from './bubble-menu.tsx';

const nearEnd = 90;

/** A message of the business is on the telephone once it was sent; a reaction is never a bubble. */
export const isShown = (message: Message): boolean =>
  message.type !== 'reaction' && (message.author !== 'business' || message.status !== 'accepted');

/** Which choice of each message was tapped. */
function choicesOf(messages: Message[]): Map<string, string> {
  const choices = new Map<string, string>();
  for (const message of messages) {
    if (message.author !== 'customer' || message.quotedId === undefined) continue;
    const reply = partOf(partOf(message.content.interactive).button_reply);
    const id = textOf(reply.id) || textOf(partOf(message.content.button).payload);
    if (id !== '') choices.set(message.quotedId, id);
  }
  return choices;
}

function NotDelivered({ message }: { message: Message }): ReactNode {
  return (
    <li className="notice failed">
      <Icon name="warn" size={16} />
      <span>
        {t.notDelivered}: <b>{message.problem?.code}</b> {message.problem?.title}
      </span>
    </li>
  );
}

export function MessageList(props: {
  messages: Message[];
  business: string;
  typing: boolean;
  acts: BubbleActs;
}): ReactNode {
  const { messages, business, typing, acts } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  /** The last message when one scrolled away from the end; what came since is counted. */
  const [leftAt, setLeftAt] = useState<string>();
  const shown = useMemo(() => messages.filter(isShown), [messages]);
  const byId = useMemo(() => new Map(messages.map((message) => [message.id, message])), [messages]);
  const choices = useMemo(() => choicesOf(messages), [messages]);
  const last = shown.at(-1);

  const lastId = last?.id;
  const lastIsOwn = last?.author === 'customer';
  const below = leftAt === undefined ? 0 : shown.length - 1 - shown.findIndex((message) => message.id === leftAt);

  const toEnd = useCallback((behavior: ScrollBehavior) => {
    const box = scroller.current;
    box?.scrollTo({ top: box.scrollHeight, behavior });
  }, []);
  useLayoutEffect(() => toEnd('instant'), [toEnd]);
  useLayoutEffect(() => {
    if (lastId !== undefined && (atEnd.current || lastIsOwn)) toEnd('smooth');
  }, [toEnd, lastId, lastIsOwn, typing]);
  // Pictures and menus change the height after the fact: who was at the end stays there.
  useEffect(() => {
    const inner = scroller.current?.firstElementChild;
    if (!inner) return undefined;
    const watch = new ResizeObserver(() => {
      if (atEnd.current) toEnd('instant');
    });
    watch.observe(inner);
    return () => watch.disconnect();
  }, [toEnd]);

  return (
    <div className="talk">
      <div
        className="scroller"
        ref={scroller}
        onScroll={(event) => {
          const { scrollHeight, scrollTop, clientHeight } = event.currentTarget;
          atEnd.current = scrollHeight - scrollTop - clientHeight < nearEnd;
          if (atEnd.current) setLeftAt(undefined);
          else setLeftAt((before) => before ?? lastId);
        }}
      >
        <ol className="lines" role="log" aria-live="polite" aria-label={business}>
          {shown.map((message, at) => {
            const before = shown[at - 1];
            const newDay = before === undefined || dayKey(before.at) !== dayKey(message.at);
            const own = message.author === 'customer';
            const first = newDay || (before.author === 'customer') !== own || before.status === 'failed';
            return (
              <Fragment key={message.id}>
                {newDay && (
                  <li className="notice day">
                    <span>{dayOf(message.at)}</span>
                  </li>
                )}
                {message.status === 'failed' ? (
                  <NotDelivered message={message} />
                ) : (
                  <Bubble
                    message={message}
                    quoted={message.quotedId === undefined ? undefined : byId.get(message.quotedId)}
                    business={business}
                    first={first}
                    chosen={choices.get(message.id)}
                    acts={acts}
                  />
                )}
              </Fragment>
            );
          })}
          {typing && (
            <li className="line theirs first">
              <output className="bubble typing" aria-label={t.typing}>
                <i />
                <i />
                <i />
              </output>
            </li>
          )}
        </ol>
        {shown.length === 0 && !typing && (
          <div className="empty">
            <p>{t.emptyChat}</p>
            <small>{t.emptyHint}</small>
          </div>
        )}
      </div>
      {below > 0 && (
        <button
          type="button"
          className="to-end"
          aria-label={`${t.toBottom} (${below} ${t.unread})`}
          onClick={() => toEnd('smooth')}
        >
          <span className="badge">{below}</span>
          <Icon name="chevron" />
        </button>
      )}
    </div>
  );
}
