import { Select, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../text/index.ts';
import { useDesk } from '../desk/use-desk.ts';
import { conversationTexts } from '../texts/texts.ts';
import { FormEnd, type FormProps, useBusy } from './form-end.tsx';

export function HandoffForm({ act, cancel }: FormProps) {
  const t = useTexts(conversationTexts);
  const { departments } = useDesk();
  const [departmentId, setDepartment] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const { busy, run } = useBusy(act);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void run({
          do: 'handoff',
          ...(departmentId === null ? {} : { departmentId }),
          ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
        });
      }}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('handoffLead')}
        </Text>
        <Select
          label={t('handoffDepartment')}
          placeholder={t('choose')}
          data={[...departments.values()].map(({ id, name }) => ({ value: id, label: name }))}
          value={departmentId}
          onChange={setDepartment}
          clearable
          searchable
          openOnFocus={false}
          nothingFoundMessage={t('nothingFound')}
          data-autofocus
        />
        <Textarea
          label={t('reasonOptional')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={500}
        />
      </Stack>
      <FormEnd yes={t('handoff')} busy={busy} cancel={cancel} />
    </form>
  );
}
