import { VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type MouseEvent, memo } from 'react';
import { colorOf, type Desk, phoneWords } from '../../conversation/index.ts';
import { KindPreview, Ticks } from '../../messages/index.ts';
import { useLanguage, useTexts } from '../../text/index.ts';
import { initialsOf, PersonAvatar, shortTime, uiTexts } from '../../ui/index.ts';
import { useUnsent } from '../../unsent/index.ts';
import type { InboxItem } from '../feed/inbox-question.ts';
import { inboxTexts } from '../texts/texts.ts';
import { ItemSigns, useSigns } from './item-signs.tsx';
import classes from './list.module.css';

export const listId = 'inbox-list';
export const rowId = (ticketId: string): string => `row-${ticketId}`;

interface Props {
  readonly item: InboxItem;
  readonly desk: Desk;
  /** Its place in the list, for screen readers. */
  readonly position: number;
  readonly size: number;
  readonly open: boolean;
  readonly active: boolean;
  readonly marked: boolean;
  readonly marking: boolean;
  readonly gone: boolean;
  /** Changes with the minute, so that the times do. */
  readonly now: number;
  readonly onOpen: (item: InboxItem, event: MouseEvent) => void;
  readonly onMark: (item: InboxItem, event: MouseEvent) => void;
  readonly onNear: (item: InboxItem) => void;
}

/** One ticket in two lines: who, when; what was said last, and what asks for a look. */
export const InboxRow = memo(function InboxRow(props: Props) {
  const { item, desk, open, active, marked, marking, gone, onOpen, onMark, onNear } = props;
  const t = useTexts(inboxTexts);
  const ui = useTexts(uiTexts);
  const language = useLanguage();
  const signs = useSigns(item);
  const name = item.contact.name ?? (item.contact.phone === null ? t('noName') : phoneWords(item.contact.phone));
  const time = shortTime(item.lastMessageAt, language, new Date(props.now), {
    now: ui('now'),
    yesterday: ui('yesterday'),
  });
  const department = desk.departments.get(item.departmentId ?? '');
  const holder = item.assigneeId === desk.me ? null : desk.nameOf(item.assigneeId);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the listbox has the focus and the keys
    <div
      id={rowId(item.ticketId)}
      role="option"
      aria-selected={marked}
      aria-current={open || undefined}
      aria-posinset={props.position}
      aria-setsize={props.size}
      className={classes.row}
      data-active={active || undefined}
      data-unread={item.unread > 0 || undefined}
      data-gone={gone || undefined}
      onClick={(event) => onOpen(item, event)}
      onPointerEnter={() => onNear(item)}
    >
      <span className={classes.stripe} style={department ? { background: colorOf(department.color) } : undefined} />
      {/* The keyboard marks with X, and the state is told by aria-selected. */}
      <span
        className={classes.face}
        data-marking={marking || undefined}
        data-marked={marked || undefined}
        title={t('mark')}
        onClick={(event) => onMark(item, event)}
        aria-hidden
      >
        <span className={classes.avatar}>
          <PersonAvatar name={name} id={item.contactId} size={40} />
        </span>
        <span className={classes.box}>{marked && <IconCheck size={14} stroke={2.4} />}</span>
      </span>
      <span className={classes.first}>
        <span className={classes.name}>{name}</span>
        <ItemSigns signs={signs} />
        <time className={classes.time} dateTime={item.lastMessageAt}>
          {time}
        </time>
      </span>
      <span className={classes.second}>
        <LastWords item={item} open={open} />
        {holder !== null && (
          <span className={classes.holder} title={t('assignedTo', { name: holder })}>
            {initialsOf(holder)}
            <VisuallyHidden>{t('assignedTo', { name: holder })}</VisuallyHidden>
          </span>
        )}
        {item.unread > 0 && (
          <span className={classes.unread}>
            <span aria-hidden>{item.unread > 99 ? '99+' : item.unread}</span>
            <VisuallyHidden>{t('unread', { count: item.unread })}</VisuallyHidden>
          </span>
        )}
        {(department !== undefined || gone) && (
          <VisuallyHidden>
            {department?.name} {gone && t('left')}
          </VisuallyHidden>
        )}
      </span>
    </div>
  );
});

function LastWords({ item: { conversationId, lastMessage }, open }: { item: InboxItem; open: boolean }) {
  const t = useTexts(inboxTexts);
  const unsent = useUnsent(conversationId);
  if (unsent === 'failed') return <span className={`${classes.words} ${classes.unsent}`}>{t('notSent')}</span>;
  // What is being written stands on the screen already.
  if (unsent !== undefined && !open)
    return (
      <span className={classes.words}>
        <span className={classes.unsent}>{t('draft')}</span>
        <span className={classes.begun}>{unsent.slice('draft '.length)}</span>
      </span>
    );
  if (lastMessage === null) return <span className={classes.words}>{t('noMessage')}</span>;
  const { direction, origin, kind, text, status } = lastMessage;
  return (
    <span className={classes.words}>
      {direction === 'out' && <Ticks status={status as never} />}
      {direction === 'out' && origin === 'bot' && <span className={classes.author}>{t('bot')}</span>}
      <KindPreview kind={kind} text={text} />
    </span>
  );
}
