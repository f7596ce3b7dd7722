import { Autocomplete, Button, Group, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useRead } from '../../api/index.ts';
import { useTexts } from '../../text/index.ts';
import { DialogFrame } from '../dialog-frame.tsx';
import type { DialogProps } from '../dialog-props.ts';
import { dialogTexts } from '../dialog-texts/texts.ts';
import { DraftPreview } from '../outgoing/draft-preview.tsx';
import type { OutboundContent } from '../outgoing/outgoing-draft.ts';

const empty = { name: '', phone: '', company: '', email: '' };
type Card = typeof empty;

/** A card: of one of our contacts, or written by hand. */
export function ContactDialog({ opened, onClosed, onSend, onClose }: DialogProps): ReactNode {
  const t = useTexts(dialogTexts);
  const [card, setCard] = useState<Card>(empty);
  const [search, setSearch] = useState('');
  const [looked] = useDebouncedValue(search.trim(), 200);
  const found = useRead('contacts.list', looked.length > 1 ? { q: looked, limit: 8 } : undefined, {
    keepPrevious: true,
  });
  const people = found.data?.contacts ?? [];
  const change = (part: Partial<Card>) => setCard((now) => ({ ...now, ...part }));
  const content = contentOf(card);
  const choose = (label: string) => {
    const chosen = people.find((one) => labelOf(one) === label);
    if (chosen) change({ name: chosen.name ?? '', phone: chosen.phone ?? '', email: chosen.email ?? '' });
  };
  return (
    <DialogFrame opened={opened} onClose={onClose} onClosed={onClosed} title={t('contact')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!content) return;
          onSend({ clientId: crypto.randomUUID(), content });
          onClose();
        }}
      >
        <Stack gap="sm">
          <Autocomplete
            label={t('contactSearch')}
            value={search}
            data={[...new Set(people.map(labelOf))]}
            filter={({ options }) => options} // the server looked already
            data-autofocus
            onChange={setSearch}
            onOptionSubmit={choose}
          />
          <TextInput
            label={t('contactName')}
            value={card.name}
            required
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <TextInput
            label={t('contactPhone')}
            value={card.phone}
            type="tel"
            required
            onChange={(event) => change({ phone: event.currentTarget.value })}
          />
          <TextInput
            label={t('contactCompany')}
            value={card.company}
            onChange={(event) => change({ company: event.currentTarget.value })}
          />
          <TextInput
            label={t('contactEmail')}
            value={card.email}
            type="email"
            onChange={(event) => change({ email: event.currentTarget.value })}
          />
          {content ? <DraftPreview content={content} label={t('preview')} /> : null}
          <Group justify="flex-end">
            <Button type="submit" disabled={!content}>
              {t('send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </DialogFrame>
  );
}

const labelOf = ({ name, phone }: { name: string | null; phone: string | null }): string =>
  [name, phone].filter((part) => part !== null).join(' · ');

function contentOf({ name, phone, company, email }: Card): OutboundContent | undefined {
  if (name.trim() === '' || phone.replace(/\D/g, '').length < 8) return undefined;
  const [first = '', ...rest] = name.trim().split(/\s+/);
  return {
    kind: 'contacts',
    contacts: [
      {
        name: { formatted: name.trim(), first, ...(rest.length > 0 ? { last: rest.join(' ') } : {}) },
        ...(company.trim() === '' ? {} : { company: company.trim() }),
        phones: [{ phone: phone.trim(), type: 'CELL' }],
        ...(email.trim() === '' ? {} : { emails: [{ email: email.trim() }] }),
      },
    ],
  };
}
