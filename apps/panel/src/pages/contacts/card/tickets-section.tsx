import { Badge, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Output } from '../../../api/index.ts';
import { useTexts } from '../../../text/index.ts';
import { RelativeTime, Section } from '../../../ui/index.ts';
import { contactsTexts } from '../texts/texts.ts';
import classes from './card.module.css';

type Ticket = Output<'contacts.get'>['tickets'][number];
const statuses = ['triage', 'queued', 'open', 'waiting', 'snoozed', 'resolved'] as const;

export function TicketsSection({ tickets }: { tickets: readonly Ticket[] }) {
  const t = useTexts(contactsTexts);
  return (
    <Section title={t('tickets')}>
      {tickets.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('ticketsNone')}
        </Text>
      )}
      {tickets.map((ticket) => {
        const status = statuses.find((one) => one === ticket.status) ?? 'open';
        return (
          <Link
            key={ticket.id}
            to="/inbox/$ticketId"
            params={{ ticketId: ticket.id }}
            className={`${classes.line} ${classes.link}`}
          >
            <Badge variant="light" size="sm" color={status === 'resolved' ? 'gray' : 'petroleo'}>
              {t(`s_${status}`)}
            </Badge>
            <div className={classes.lineText}>
              <Text size="sm">{ticket.subject ?? ticket.protocol}</Text>
              {ticket.subject !== null && (
                <Text size="xs" c="dimmed">
                  {ticket.protocol}
                </Text>
              )}
            </div>
            <RelativeTime at={ticket.resolvedAt ?? ticket.openedAt} />
          </Link>
        );
      })}
    </Section>
  );
}
