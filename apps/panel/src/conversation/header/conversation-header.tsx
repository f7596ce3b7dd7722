import { ActionIcon, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconArrowLeft, IconLayoutSidebarRight, IconLayoutSidebarRightFilled } from '@tabler/icons-react';
import { useTexts } from '../../text/index.ts';
import { PersonAvatar } from '../../ui/index.ts';
import type { InboxItem } from '../conversation-view.ts';
import { phoneWords } from '../desk/phone-words.ts';
import { useDesk } from '../desk/use-desk.ts';
import { conversationTexts } from '../texts/texts.ts';
import { WindowClock } from '../window/window-clock.tsx';
import { FloorMenu } from './floor-menu.tsx';
import classes from './header.module.css';
import { TicketButtons } from './ticket-buttons.tsx';
import { useWhoWrites } from './who-writes.tsx';

interface Props {
  readonly ticket: InboxItem;
  /** On narrow screens: back to the list. */
  readonly onBack: (() => void) | undefined;
  readonly detailsOpen: boolean;
  readonly onDetails: () => void;
  readonly onTemplates: () => void;
}

/** Who it is, who answers, how long one may write, and what can be done. */
export function ConversationHeader({ ticket, onBack, detailsOpen, onDetails, onTemplates }: Props) {
  const t = useTexts(conversationTexts);
  const desk = useDesk();
  const phone = ticket.contact.phone === null ? undefined : phoneWords(ticket.contact.phone);
  const writes = useWhoWrites(ticket.conversationId, desk);
  const name = ticket.contact.name ?? (phone === undefined ? t('noName') : phone);
  const holder = desk.nameOf(ticket.assigneeId);
  const with_ =
    ticket.assigneeId === null
      ? t('nobodyYet')
      : ticket.assigneeId === desk.me
        ? t('withYou')
        : t('with', { name: holder ?? t('by_person') });
  const facts = [
    t(ticket.status),
    with_,
    ticket.contact.name === null ? undefined : phone,
    desk.channels.get(ticket.channelId)?.name,
  ].filter((fact) => fact !== undefined);
  const Sidebar = detailsOpen ? IconLayoutSidebarRightFilled : IconLayoutSidebarRight;
  return (
    <header className={classes.header}>
      {onBack && (
        <ActionIcon size="lg" aria-label={t('back')} onClick={onBack}>
          <IconArrowLeft size={20} stroke={1.7} />
        </ActionIcon>
      )}
      <button type="button" className={classes.person} onClick={onDetails}>
        <span className={classes.face}>
          <PersonAvatar name={name} id={ticket.contactId} size={36} />
        </span>
        <VisuallyHidden>{t('details')}: </VisuallyHidden>
        <span className={classes.names}>
          <span className={classes.name}>{name}</span>
          {writes === undefined ? (
            <span className={classes.facts}>
              {facts.map((fact, at) => (
                <span key={fact} data-status={at === 0 ? ticket.status : undefined}>
                  {fact}
                </span>
              ))}
            </span>
          ) : (
            <span className={classes.typing} aria-live="polite">
              {writes}
            </span>
          )}
        </span>
      </button>
      <div className={classes.state}>
        <FloorMenu ticket={ticket} />
        <WindowClock until={ticket.windowUntil} onTemplates={onTemplates} />
      </div>
      <TicketButtons ticket={ticket} me={desk.me} />
      <Tooltip label={t(detailsOpen ? 'hideDetails' : 'showDetails')}>
        <ActionIcon
          size="lg"
          className={classes.detailsButton ?? ''}
          aria-label={t(detailsOpen ? 'hideDetails' : 'showDetails')}
          aria-pressed={detailsOpen}
          onClick={onDetails}
        >
          <Sidebar size={20} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
    </header>
  );
}
