import { ActionIcon, Badge, Text, Tooltip } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useCan } from '../../session/index.ts';
import { useTexts } from '../../text/index.ts';
import { RelativeTime } from '../../ui/index.ts';
import type { InboxItem } from '../conversation-view.ts';
import { colorOf } from '../desk/color-of.ts';
import { useDesk } from '../desk/use-desk.ts';
import { openDialog } from '../dialogs/open-dialog.ts';
import { conversationTexts } from '../texts/texts.ts';
import classes from './details.module.css';
import { Fact } from './fact.tsx';

/** What this ticket is about, where it is, and who has it. */
export function TicketFacts({ ticket }: { ticket: InboxItem }) {
  const t = useTexts(conversationTexts);
  const desk = useDesk();
  const can = useCan();
  const writes = can('tickets:write');
  const department = desk.departments.get(ticket.departmentId ?? '');
  const edit = (kind: 'tags' | 'subject', label: string) =>
    writes && (
      <Tooltip label={t('edit')}>
        <ActionIcon size="sm" aria-label={`${t('edit')}: ${label}`} onClick={() => openDialog(kind, [ticket])}>
          <IconPencil size={16} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
    );
  const assignee = ticket.assigneeId === null ? t('nobodyYet') : (desk.nameOf(ticket.assigneeId) ?? t('by_person'));
  return (
    <section className={classes.part} aria-label={t('ticket')}>
      <h2 className={classes.title}>{t('ticket')}</h2>
      <dl className={classes.facts}>
        <Fact label={t('protocol')}>
          <span className={classes.number}>{ticket.protocol}</span>
        </Fact>
        <Fact label={t('status')}>{t(ticket.status)}</Fact>
        <Fact label={t('priority')}>{t(ticket.priority)}</Fact>
        <Fact label={t('department')}>
          {department ? (
            <span className={classes.department}>
              <span className={classes.dot} style={{ background: colorOf(department.color) }} />
              {department.name}
            </span>
          ) : (
            t('none')
          )}
        </Fact>
        {ticket.queueId !== null && <Fact label={t('queue')}>{desk.queues.get(ticket.queueId)?.name ?? '…'}</Fact>}
        {ticket.teamId !== null && <Fact label={t('team')}>{desk.teams.get(ticket.teamId)?.name ?? '…'}</Fact>}
        <Fact label={t('assignee')}>{assignee}</Fact>
        <Fact label={t('channel')}>{desk.channels.get(ticket.channelId)?.name ?? '…'}</Fact>
        <Fact label={t('openedAt')}>
          <RelativeTime at={ticket.openedAt} size="sm" c="inherit" />
        </Fact>
        <Fact label={t('subject')}>
          <span className={classes.editable}>
            {ticket.subject ?? (
              <Text span c="dimmed" size="sm">
                {t('noSubject')}
              </Text>
            )}
            {edit('subject', t('subject'))}
          </span>
        </Fact>
        <Fact label={t('tags')}>
          <span className={classes.editable}>
            <span className={classes.tags}>
              {ticket.tagIds.length === 0 && (
                <Text span c="dimmed" size="sm">
                  {t('noTags')}
                </Text>
              )}
              {ticket.tagIds.map((id) => (
                <Badge key={id} variant="dot" color={colorOf(desk.tags.get(id)?.color)} tt="none">
                  {desk.tags.get(id)?.name ?? '…'}
                </Badge>
              ))}
            </span>
            {edit('tags', t('tags'))}
          </span>
        </Fact>
      </dl>
    </section>
  );
}
