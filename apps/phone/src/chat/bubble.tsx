import { memo, type ReactNode, useCallback, useRef, useState } from 'react';
import { InteractiveChoices } from '../content/interactive-content.tsx';
import { briefOf, isMedia, MessageContent, TemplateChoices } from '../content/message-content.tsx';
import { isLarge } from '../content/rich-text.tsx';
import { Icon, Ticks } from '../icons.tsx';
import { type Message, partOf, textOf } from '../talk/types.ts';
import { t } from '../texts/texts.ts';
import { timeOf } from '../times.ts';
import { type BubbleActs, BubbleMenu } from './bubble-menu.tsx';

const longPressMs = 450;

function Quote({ quoted, business }: { quoted: Message; business: string }): ReactNode {
  const own = quoted.author === 'customer';
  const jump = () => {
    const target = document.getElementById(`m-${quoted.id}`);
    target?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    target?.classList.add('flash');
    window.setTimeout(() => target?.classList.remove('flash'), 1200);
  };
  return (
    <button type="button" className={`quote ${own ? 'own' : ''}`} onClick={jump}>
      <b>{own ? t.you : business}</b>
      <span>{briefOf(quoted)}</span>
    </button>
  );
}

function Meta({ message }: { message: Message }): ReactNode {
  const label = message.status === 'read' ? t.read : message.status === 'delivered' ? t.stored : t.sent;
  return (
    <span className="meta">
      {message.author === 'business-app' && <Icon name="echo" size={13} />}
      {message.editedAt !== undefined && message.revokedAt === undefined && <span>{t.edited}</span>}
      <time dateTime={new Date(message.at).toISOString()}>{timeOf(message.at)}</time>
      {message.author === 'customer' && message.revokedAt === undefined && (
        <Ticks status={message.status} label={label} />
      )}
    </span>
  );
}

function Reactions({ message, acts }: { message: Message; acts: BubbleActs }): ReactNode {
  const given = [message.reactions.customer, message.reactions.business].filter((emoji) => emoji !== undefined);
  if (given.length === 0) return null;
  return (
    <button
      type="button"
      className="reactions"
      aria-label={`${t.react}: ${given.join(' ')}`}
      onClick={() => message.reactions.customer !== undefined && acts.react(message, '')}
    >
      {[...new Set(given)].join('')}
      {given.length === 2 && new Set(given).size === 1 ? ' 2' : ''}
    </button>
  );
}

interface Props {
  message: Message;
  quoted: Message | undefined;
  business: string;
  /** The first of several by the same author: it has the tail. */
  first: boolean;
  chosen: string | undefined;
  acts: BubbleActs;
}

function shapeOf(message: Message): string {
  if (message.revokedAt !== undefined) return 'plain';
  if (message.type === 'sticker') return 'bare';
  if (message.type === 'text' && message.quotedId === undefined && isLarge(textOf(partOf(message.content.text).body)))
    return 'bare';
  if (message.type === 'location') return 'media captioned';
  if (!isMedia(message.type) || message.type === 'audio' || message.type === 'document') return 'plain';
  return textOf(partOf(message.content[message.type]).caption) === '' ? 'media' : 'media captioned';
}

function hasChoices(message: Message): boolean {
  if (message.author === 'customer' || message.revokedAt !== undefined) return false;
  return message.type === 'interactive' || (message.shown?.buttons.length ?? 0) > 0;
}

export const Bubble = memo(function Bubble(props: Props): ReactNode {
  const { message, quoted, business, first, chosen, acts } = props;
  const [open, setOpen] = useState(false);
  const press = useRef<number | undefined>(undefined);
  const close = useCallback(() => setOpen(false), []);
  const own = message.author === 'customer';
  const gone = message.revokedAt !== undefined;
  const onTap = (id: string) => acts.tap(message, id);
  const release = () => window.clearTimeout(press.current);

  return (
    <li
      id={`m-${message.id}`}
      className={`line ${own ? 'own' : 'theirs'} ${first ? 'first' : ''}`}
      data-status={message.status}
    >
      <div className={hasChoices(message) ? 'stack has-choices' : 'stack'}>
        <div
          className={`bubble ${shapeOf(message)} is-${message.type}`}
          onContextMenu={(event) => {
            if (gone || (event.target instanceof Element && event.target.closest('a,video'))) return;
            event.preventDefault();
            setOpen(true);
          }}
          onTouchStart={() => {
            if (!gone) press.current = window.setTimeout(() => setOpen(true), longPressMs);
          }}
          onTouchEnd={release}
          onTouchMove={release}
          onDoubleClick={() => {
            if (!gone) acts.reply(message);
          }}
        >
          {message.forwarded && (
            <span className="forwarded">
              <Icon name="forward" size={15} /> {t.forwarded}
            </span>
          )}
          {quoted && !gone && <Quote quoted={quoted} business={business} />}
          {gone ? <p className="text gone">{own ? t.youRemoved : t.removed}</p> : <MessageContent message={message} />}
          <Meta message={message} />
          {!gone && (
            <button
              type="button"
              className="bubble-more"
              aria-label={t.options}
              aria-haspopup="menu"
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              <Icon name="chevron" size={20} />
            </button>
          )}
        </div>
        {!gone && <Reactions message={message} acts={acts} />}
        {!own && !gone && message.type === 'interactive' && (
          <InteractiveChoices message={message} chosen={chosen} onTap={onTap} />
        )}
        {!own && !gone && message.type === 'template' && (
          <TemplateChoices message={message} chosen={chosen} onTap={onTap} />
        )}
        {open && <BubbleMenu message={message} acts={acts} onClose={close} />}
      </div>
    </li>
  );
});
