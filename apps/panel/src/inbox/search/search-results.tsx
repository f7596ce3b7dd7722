import { useDebouncedValue } from '@mantine/hooks';
import { IconSearchOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { api, type Output, useRead } from '../../api/index.ts';
import { useTexts } from '../../text/index.ts';
import { EmptyState, ErrorState, PersonAvatar, RelativeTime, RowsSkeleton, tell } from '../../ui/index.ts';
import { inboxTexts } from '../texts/texts.ts';
import { MarkedText } from './marked-text.tsx';
import classes from './search.module.css';

type Found = Output<'search.everything'>;
const WAIT_MS = 140;

interface Props {
  readonly q: string;
  readonly onOpen: (ticketId: string, messageId?: string) => void;
  readonly onContact: (contactId: string) => void;
}

/** Contacts, tickets and messages that have what was typed, while one types. */
export function SearchResults({ q, onOpen, onContact }: Props) {
  const t = useTexts(inboxTexts);
  const [asked] = useDebouncedValue(q, WAIT_MS);
  const read = useRead('search.everything', asked.length < 2 ? undefined : { q: asked }, {
    keepPrevious: true,
    staleTime: 10_000,
  });
  if (read.error && !read.data) return <ErrorState error={read.error} onRetry={read.refetch} />;
  if (!read.data) return <RowsSkeleton rows={6} height={64} />;
  const { contacts, tickets, messages } = read.data;
  if (contacts.length + tickets.length + messages.length === 0)
    return (
      <EmptyState icon={<IconSearchOff size={26} stroke={1.6} />} title={t('nothingFound', { q: asked })}>
        {t('nothingFoundText')}
      </EmptyState>
    );
  // A hit without a ticket that one may see: the newest of its talk, or the contact's page.
  const openTalk = (contactId: string, conversationId: string | null, ticketId: string | null, messageId?: string) => {
    if (ticketId !== null) return onOpen(ticketId, messageId);
    if (conversationId === null) return onContact(contactId);
    return void api.call('tickets.get', { conversationId }).then(
      ({ ticket }) => onOpen(ticket.ticketId, messageId),
      (error: unknown) => (messageId === undefined ? onContact(contactId) : tell.problem(error)),
    );
  };
  return (
    <div className={classes.results} role="region" aria-label={t('searchResults')}>
      <Group title={t('contacts')} hits={contacts}>
        {(hit) => (
          <Hit
            key={hit.contactId}
            name={hit.name ?? hit.phone ?? t('noName')}
            id={hit.contactId}
            onClick={() => openTalk(hit.contactId, hit.conversationId, hit.ticketId)}
          >
            <MarkedText {...hit.match} />
          </Hit>
        )}
      </Group>
      <Group title={t('tickets')} hits={tickets}>
        {(hit) => (
          <Hit
            key={hit.ticketId}
            name={nameOf(hit, t('noName'))}
            id={hit.contactId}
            at={hit.lastMessageAt}
            onClick={() => onOpen(hit.ticketId)}
          >
            <MarkedText {...hit.match} />
          </Hit>
        )}
      </Group>
      <Group title={t('messages')} hits={messages}>
        {(hit) => (
          <Hit
            key={hit.messageId}
            name={nameOf(hit, t('noName'))}
            id={hit.contactId}
            at={hit.at}
            onClick={() => openTalk(hit.contactId, hit.conversationId, hit.ticketId, hit.messageId)}
          >
            {hit.direction === 'out' && `${t('you')} `}
            <MarkedText {...hit.snippet} />
          </Hit>
        )}
      </Group>
    </div>
  );
}

const nameOf = ({ contact }: Found['tickets'][number] | Found['messages'][number], nobody: string) =>
  contact.name ?? contact.phone ?? nobody;

function Group<One>({
  title,
  hits,
  children,
}: {
  title: string;
  hits: readonly One[];
  children: (hit: One) => ReactNode;
}) {
  if (hits.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className={classes.title}>{title}</h2>
      <ul className={classes.list}>{hits.map(children)}</ul>
    </section>
  );
}

function Hit({
  name,
  id,
  at,
  onClick,
  children,
}: {
  name: string;
  id: string;
  at?: string;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <li>
      <button type="button" className={classes.hit} onClick={onClick}>
        <PersonAvatar name={name} id={id} size={36} />
        <span className={classes.words}>
          <span className={classes.head}>
            <span className={classes.name}>{name}</span>
            {at !== undefined && <RelativeTime at={at} />}
          </span>
          <span className={classes.match}>{children}</span>
        </span>
      </button>
    </li>
  );
}
