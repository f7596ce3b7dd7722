import { Text } from '@mantine/core';
import { useRead } from '../../api/index.ts';
import { useLanguage, useTexts } from '../../text/index.ts';
import { dayOf, Loaded, RowsSkeleton } from '../../ui/index.ts';
import type { InboxItem } from '../conversation-view.ts';
import { useDesk } from '../desk/use-desk.ts';
import { conversationTexts } from '../texts/texts.ts';
import classes from './details.module.css';

/** What this contact came for before, on every channel. */
export function PreviousTickets({ ticket, onOpen }: { ticket: InboxItem; onOpen: (ticketId: string) => void }) {
  const t = useTexts(conversationTexts);
  const language = useLanguage();
  const desk = useDesk();
  const read = useRead('tickets.of-contact', { contactId: ticket.contactId }, { staleTime: 60_000 });
  return (
    <section className={classes.part} aria-label={t('previous')}>
      <h2 className={classes.title}>{t('previous')}</h2>
      <Loaded read={read} skeleton={<RowsSkeleton rows={2} height={48} avatar={false} />}>
        {({ tickets }) => {
          const others = tickets.filter((one) => one.ticketId !== ticket.ticketId);
          if (others.length === 0)
            return (
              <Text size="sm" c="dimmed">
                {t('noPrevious')}
              </Text>
            );
          return (
            <ul className={classes.tickets}>
              {others.map((one) => (
                <li key={one.ticketId}>
                  <button type="button" className={classes.ticket} onClick={() => onOpen(one.ticketId)}>
                    <span className={classes.ticketHead}>
                      <span>{one.subject ?? one.resolveReason ?? one.protocol}</span>
                      <time dateTime={one.openedAt}>{dayOf(one.openedAt, language)}</time>
                    </span>
                    <span className={classes.ticketLine}>
                      {[t(one.status), desk.departments.get(one.departmentId ?? '')?.name, desk.nameOf(one.assigneeId)]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </section>
  );
}
