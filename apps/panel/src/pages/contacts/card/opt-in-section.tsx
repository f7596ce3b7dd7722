import { Badge, Button, Group, Modal, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { type Output, useWrite } from '../../../api/index.ts';
import { useCan } from '../../../session/index.ts';
import { useTexts } from '../../../text/index.ts';
import { FormProblem, RelativeTime, Section, uiTexts } from '../../../ui/index.ts';
import { contactsTexts } from '../texts/texts.ts';
import classes from './card.module.css';

type OptIn = Output<'contacts.get'>['optIns'][number];

export function OptInSection({ contactId, optIns }: { contactId: string; optIns: readonly OptIn[] }) {
  const t = useTexts(contactsTexts);
  const mayWrite = useCan()('contacts:write');
  const [recording, record] = useDisclosure(false);
  return (
    <Section
      title={t('optIn')}
      lead={t('optInLead')}
      actions={
        mayWrite && (
          <Button size="xs" variant="default" onClick={record.open}>
            {t('record')}
          </Button>
        )
      }
    >
      {optIns.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('optInNone')}
        </Text>
      )}
      {optIns.map((entry) => (
        <div key={entry.id} className={classes.line}>
          <Badge color={entry.state === 'in' ? 'green' : 'red'} variant="light" size="sm">
            {entry.state === 'in' ? t('optInIn') : t('optInOut')}
          </Badge>
          <div className={classes.lineText}>
            <Text size="sm">{entry.source}</Text>
            {entry.text !== null && (
              <Text size="xs" c="dimmed">
                “{entry.text}”
              </Text>
            )}
          </div>
          <RelativeTime at={entry.at} />
        </div>
      ))}
      {recording && <RecordOptIn contactId={contactId} onClose={record.close} />}
    </Section>
  );
}

function RecordOptIn({ contactId, onClose }: { contactId: string; onClose: () => void }) {
  const t = useTexts(contactsTexts);
  const ui = useTexts(uiTexts);
  const [state, setState] = useState<'in' | 'out'>('in');
  const [source, setSource] = useState('');
  const [text, setText] = useState('');
  const record = useWrite('contacts.set-opt-in', {
    refreshes: ['contacts.get', 'contacts.list', 'contacts.history'],
    onSuccess: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('recordTitle')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const proof = text.trim() === '' ? {} : { text: text.trim() };
          record.mutate({ id: contactId, state, source: source.trim(), ...proof });
        }}
      >
        <Stack gap="sm">
          <div>
            <Text size="sm" fw={500} mb={4}>
              {t('said')}
            </Text>
            <SegmentedControl
              fullWidth
              value={state}
              onChange={(chosen) => setState(chosen === 'out' ? 'out' : 'in')}
              data={[
                { value: 'in', label: t('saidIn') },
                { value: 'out', label: t('saidOut') },
              ]}
            />
          </div>
          <TextInput
            label={t('source')}
            description={t('sourceHint')}
            value={source}
            onChange={(event) => setSource(event.currentTarget.value)}
            required
            maxLength={200}
            data-autofocus
          />
          <Textarea
            label={t('proof')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            autosize
            minRows={2}
            maxLength={2000}
          />
          <FormProblem problem={record.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {ui('cancel')}
            </Button>
            <Button type="submit" loading={record.isPending}>
              {t('record')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
