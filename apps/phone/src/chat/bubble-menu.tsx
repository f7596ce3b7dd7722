import { type ReactNode, useEffect, useRef } from 'react';
import { briefOf } from '../content/message-content.tsx';
import { Icon, type IconName } from '../icons.tsx';
import type { Message } from '../talk/types.ts';
import { t } from '../texts/texts.ts';

export const quickEmojis = ['👍', '❤️', '😂', '😮', '😢', '🙏'];
const editLifeMs = 15 * 60_000;

export interface BubbleActs {
  reply(message: Message): void;
  edit(message: Message): void;
  remove(message: Message): void;
  react(message: Message, emoji: string): void;
  tap(message: Message, choiceId: string): void;
}

export const canEdit = (message: Message): boolean =>
  message.author === 'customer' &&
  message.type === 'text' &&
  message.revokedAt === undefined &&
  Date.now() - message.at < editLifeMs;

export function BubbleMenu(props: { message: Message; acts: BubbleActs; onClose: () => void }): ReactNode {
  const { message, acts, onClose } = props;
  const ref = useRef<HTMLDivElement>(null);
  const own = message.author === 'customer';

  useEffect(() => {
    ref.current?.querySelector('button')?.focus({ preventScroll: true });
    ref.current?.scrollIntoView({ block: 'nearest' });
    const away = (event: PointerEvent) => {
      if (event.target instanceof Node && !ref.current?.contains(event.target)) onClose();
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [onClose]);

  const item = (icon: IconName, label: string, act: () => void) => (
    <button
      type="button"
      role="menuitem"
      onClick={() => {
        onClose();
        act();
      }}
    >
      <Icon name={icon} size={19} />
      {label}
    </button>
  );
  return (
    <div
      ref={ref}
      role="menu"
      aria-label={t.options}
      tabIndex={-1}
      className="bubble-menu"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        const items = [...(ref.current?.querySelectorAll('button') ?? [])];
        const at = items.findIndex((one) => one === document.activeElement);
        items.at((at + (event.key === 'ArrowDown' ? 1 : -1)) % items.length)?.focus();
      }}
    >
      <div className="quick-emojis">
        {quickEmojis.map((emoji) => (
          <button
            key={emoji}
            type="button"
            role="menuitem"
            aria-label={`${t.react} ${emoji}`}
            className={message.reactions.customer === emoji ? 'on' : ''}
            onClick={() => {
              onClose();
              acts.react(message, message.reactions.customer === emoji ? '' : emoji);
            }}
          >
            {emoji}
          </button>
        ))}
      </div>
      {item('reply', t.reply, () => acts.reply(message))}
      {item('copy', t.copy, () => void navigator.clipboard?.writeText(briefOf(message)))}
      {canEdit(message) && item('edit', t.edit, () => acts.edit(message))}
      {own && item('trash', t.remove, () => acts.remove(message))}
    </div>
  );
}
