import { CopyButton, UnstyledButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../text/index.ts';
import { PersonAvatar } from '../../ui/index.ts';
import { messageTexts } from '../texts/texts.ts';
import type { SharedCard } from '../thread-message.ts';
import classes from './body.module.css';

/** Contact cards: numbers can be called or copied. */
export function PeopleBody({ cards }: { cards: readonly SharedCard[] }): ReactNode {
  return (
    <div className={classes.people}>
      {cards.map((card, n) => (
        // oxlint-disable-next-line react/no-array-index-key -- the cards of one message have no other key
        <PersonCard key={n} card={card} />
      ))}
    </div>
  );
}

function PersonCard({ card }: { card: SharedCard }): ReactNode {
  const t = useTexts(messageTexts);
  const phones = card.phones.map((one) => one.phone ?? one.waId).filter((phone) => phone !== null);
  const name = card.name ?? phones[0] ?? t('contact');
  return (
    <div className={classes.card}>
      <PersonAvatar name={name} size={40} />
      <span className={classes.words}>
        <strong>{name}</strong>
        {card.company === null ? null : <small>{card.company}</small>}
        {phones.map((phone) => (
          <PhoneLine key={phone} phone={phone} />
        ))}
        {card.emails.map((email) => (
          <small key={email}>
            <a href={`mailto:${email}`}>{email}</a>
          </small>
        ))}
        {phones.length === 0 && card.emails.length === 0 ? <small>{t('noPhone')}</small> : null}
      </span>
    </div>
  );
}

function PhoneLine({ phone }: { phone: string }): ReactNode {
  const t = useTexts(messageTexts);
  return (
    <small className={classes.phone}>
      <a href={`tel:${phone.replace(/[^\d+]/g, '')}`} aria-label={t('call', { phone })}>
        {phone}
      </a>
      <CopyButton value={phone}>
        {({ copied, copy }) => (
          <UnstyledButton aria-label={copied ? t('copied') : t('copy')} className={classes.copy ?? ''} onClick={copy}>
            {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
          </UnstyledButton>
        )}
      </CopyButton>
    </small>
  );
}
