import { ActionIcon, Badge, Text, Tooltip } from '@mantine/core';
import { IconCopy, IconExternalLink } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type Output, useRead } from '../../api/index.ts';
import { useCan } from '../../session/index.ts';
import { useLanguage, useTexts } from '../../text/index.ts';
import { dayOf, ErrorState, PersonAvatar, RowsSkeleton, tell } from '../../ui/index.ts';
import type { InboxItem } from '../conversation-view.ts';
import { colorOf } from '../desk/color-of.ts';
import { phoneWords } from '../desk/phone-words.ts';
import { useDesk } from '../desk/use-desk.ts';
import { conversationTexts } from '../texts/texts.ts';
import { BlockButton } from './block-button.tsx';
import classes from './details.module.css';
import { Fact } from './fact.tsx';

type Contact = Output<'contacts.get'>['contact'];

/** Who it is, as far as we know. */
export function ContactCard({ ticket }: { ticket: InboxItem }) {
  const t = useTexts(conversationTexts);
  const read = useRead('contacts.get', { id: ticket.contactId }, { staleTime: 60_000 });
  const contact = read.data?.contact;
  const { phone } = ticket.contact;
  const name =
    contact?.name ?? contact?.profileName ?? ticket.contact.name ?? (phone === null ? t('noName') : phoneWords(phone));
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(() => tell.done(t('phoneCopied')), tell.problem);
  return (
    <section className={classes.part}>
      <div className={classes.card}>
        <PersonAvatar name={name} id={ticket.contactId} size={56} />
        <div className={classes.cardWords}>
          <Text fw={650} lh={1.3}>
            {name}
          </Text>
          {phone !== null && (
            <span className={classes.phone}>
              {phoneWords(phone)}
              <Tooltip label={t('copyPhone')}>
                <ActionIcon size="sm" aria-label={t('copyPhone')} onClick={() => copy(phone)}>
                  <IconCopy size={16} stroke={1.7} />
                </ActionIcon>
              </Tooltip>
            </span>
          )}
          <Link to="/contacts/$contactId" params={{ contactId: ticket.contactId }} className={classes.link ?? ''}>
            {t('openContact')}
            <IconExternalLink size={14} stroke={1.7} aria-hidden />
          </Link>
        </div>
      </div>
      {contact === undefined && read.error ? <ErrorState error={read.error} onRetry={read.refetch} /> : null}
      {contact === undefined && !read.error ? <RowsSkeleton rows={2} height={36} avatar={false} /> : null}
      {contact && <ContactFacts contact={contact} />}
    </section>
  );
}

const optInColors = { in: 'green', out: 'red', unknown: 'gray' } as const;

function ContactFacts({ contact }: { contact: Contact }) {
  const t = useTexts(conversationTexts);
  const can = useCan();
  const { tags } = useDesk();
  const fields = useRead('fields.list', {}, { staleTime: 10 * 60_000 }).data?.fields ?? [];
  const filled = fields.filter((field) => field.archivedAt === null && contact.fields[field.id] !== undefined);
  const emails = contact.identities.filter((one) => one.kind === 'email');
  return (
    <>
      <dl className={classes.facts}>
        {emails.map((one) => (
          <Fact key={one.id} label={t('email')}>
            {one.value}
          </Fact>
        ))}
        <Fact label={t('optIn')}>
          <Badge variant="light" color={optInColors[contact.optIn]} tt="none">
            {t(`optIn_${contact.optIn}`)}
          </Badge>
        </Fact>
        {contact.tagIds.length > 0 && (
          <Fact label={t('contactTags')}>
            <span className={classes.tags}>
              {contact.tagIds.map((id) => (
                <Badge key={id} variant="dot" color={colorOf(tags.get(id)?.color)} tt="none">
                  {tags.get(id)?.name ?? '…'}
                </Badge>
              ))}
            </span>
          </Fact>
        )}
        {filled.map((field) => (
          <Fact key={field.id} label={field.name}>
            <FieldValue type={field.type} value={contact.fields[field.id]} />
          </Fact>
        ))}
      </dl>
      {contact.blocked !== null && (
        <Text size="sm" c="var(--b-danger)">
          {t('blocked')}
          {contact.blocked.reason === null ? null : `: ${contact.blocked.reason}`}
        </Text>
      )}
      {can('contacts:write') && <BlockButton contactId={contact.id} blocked={contact.blocked !== null} />}
    </>
  );
}

function FieldValue({ type, value }: { type: string; value: string | number | boolean | undefined }) {
  const t = useTexts(conversationTexts);
  const language = useLanguage();
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'number') return new Intl.NumberFormat(language).format(value);
  if (type === 'date' && value !== undefined) return dayOf(`${value}T12:00:00`, language);
  return value;
}
