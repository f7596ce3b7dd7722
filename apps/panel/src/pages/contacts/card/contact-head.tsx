import { Badge, Button, Group, Menu, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBan, IconGitMerge, IconMessage } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type Output, useRead, useWrite } from '../../../api/index.ts';
import { useCan } from '../../../session/index.ts';
import { useLanguage, useTexts } from '../../../text/index.ts';
import { ConfirmButton, dayOf, PersonAvatar, tell } from '../../../ui/index.ts';
import { contactsTexts } from '../texts/texts.ts';
import classes from './card.module.css';
import { MergeDialog } from './merge-dialog.tsx';

type Card = Output<'contacts.get'>;

export const nameOf = (contact: Card['contact']): string | undefined =>
  contact.name ?? contact.profileName ?? contact.identities.find((one) => one.kind === 'phone')?.value;

export function ContactHead({ card }: { card: Card }) {
  const t = useTexts(contactsTexts);
  const language = useLanguage();
  const can = useCan();
  const [merging, merge] = useDisclosure(false);
  const { contact } = card;
  const name = nameOf(contact) ?? t('noName');
  return (
    <header className={classes.head}>
      <PersonAvatar name={name} id={contact.id} size={56} />
      <div className={classes.headText}>
        <Group gap="xs">
          <Title order={1}>{name}</Title>
          {contact.blocked !== null && (
            <Badge color="red" variant="light">
              {t('blockedSince', { day: dayOf(contact.blocked.at, language) })}
            </Badge>
          )}
        </Group>
        <Text c="dimmed" size="sm">
          {contact.identities
            .filter((one) => one.kind === 'phone' || one.kind === 'email')
            .map((one) => one.e164 ?? one.value)
            .join(' · ')}
        </Text>
      </div>
      <Group gap="xs">
        {can('tickets:write') && <Talk card={card} />}
        {can('contacts:write') && (
          <>
            <Button variant="default" leftSection={<IconGitMerge size={18} stroke={1.7} />} onClick={merge.open}>
              {t('merge')}
            </Button>
            <BlockButton contact={contact} />
          </>
        )}
      </Group>
      {merging && <MergeDialog into={contact} name={name} onClose={merge.close} />}
    </header>
  );
}

/** To the talk that is open, or a new ticket on the channel that is chosen. */
function Talk({ card }: { card: Card }) {
  const t = useTexts(contactsTexts);
  const navigate = useNavigate();
  const { data } = useRead('channels.list', {});
  const toTicket = (ticketId: string) => navigate({ to: '/inbox/$ticketId', params: { ticketId } });
  const open = useWrite('tickets.open', {
    refreshes: ['contacts.get'],
    onSuccess: ({ ticket }) => toTicket(ticket.ticketId),
    onError: (problem) => tell.problem(problem),
  });
  const running = card.tickets.find((ticket) => ticket.status !== 'resolved');
  const icon = <IconMessage size={18} stroke={1.7} />;
  if (running)
    return (
      <Button leftSection={icon} onClick={() => void toTicket(running.id)}>
        {t('talk')}
      </Button>
    );
  const channels = data?.channels ?? [];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button leftSection={icon} loading={open.isPending} disabled={card.contact.blocked !== null}>
          {t('talk')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {channels.length === 0 && <Menu.Item disabled>{t('noChannel')}</Menu.Item>}
        {channels.map((channel) => (
          <Menu.Item
            key={channel.id}
            onClick={() => open.mutate({ contactId: card.contact.id, channelId: channel.id })}
          >
            {t('talkOn', { channel: channel.name })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function BlockButton({ contact }: { contact: Card['contact'] }) {
  const t = useTexts(contactsTexts);
  const refreshes = ['contacts.get', 'contacts.list', 'contacts.history'] as const;
  const block = useWrite('contacts.block', { refreshes, onSuccess: () => tell.done(t('blockedDone')) });
  const unblock = useWrite('contacts.unblock', {
    refreshes,
    onSuccess: () => tell.done(t('unblockedDone')),
    onError: (problem) => tell.problem(problem),
  });
  if (contact.blocked !== null)
    return (
      <Button variant="default" loading={unblock.isPending} onClick={() => unblock.mutate({ id: contact.id })}>
        {t('unblock')}
      </Button>
    );
  return (
    <ConfirmButton
      danger
      title={t('blockTitle')}
      question={t('blockQuestion')}
      yes={t('block')}
      onConfirm={() => block.mutateAsync({ id: contact.id })}
      leftSection={<IconBan size={18} stroke={1.7} />}
    >
      {t('block')}
    </ConfirmButton>
  );
}
