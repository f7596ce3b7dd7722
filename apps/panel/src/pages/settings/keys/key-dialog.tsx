import type { Scope } from '@balcao/contract';
import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useWrite } from '../../../api/index.ts';
import { useTexts } from '../../../text/index.ts';
import { CopyField, FormProblem } from '../../../ui/index.ts';
import { ScopePicker } from '../words/scope-picker.tsx';
import { keysTexts } from './texts/texts.ts';

const DAY_MS = 86_400_000;

/** A new key: for what, how long, what it may do; then its text, this once. */
export function KeyDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(keysTexts);
  const [name, setName] = useState('');
  const [days, setDays] = useState('0');
  const [scopes, setScopes] = useState<readonly Scope[]>(['messages:read', 'messages:write', 'contacts:read']);
  const create = useWrite('api-keys.create', { refreshes: ['api-keys.list'] });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const expires = days === '0' ? {} : { expiresAt: new Date(Date.now() + Number(days) * DAY_MS).toISOString() };
    create.mutate({ name: name.trim(), scopes: [...scopes], ...expires });
  };
  if (create.data)
    return (
      <Modal opened onClose={onClose} title={t('made')} closeOnClickOutside={false}>
        <Stack>
          <Text size="sm">{t('madeText')}</Text>
          <CopyField label={create.data.name} value={create.data.key} />
          <Group justify="flex-end">
            <Button onClick={onClose}>{t('kept')}</Button>
          </Group>
        </Stack>
      </Modal>
    );
  return (
    <Modal opened onClose={onClose} title={t('new')} size="lg">
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('name')}
            data-autofocus
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label={t('expires')}
            allowDeselect={false}
            value={days}
            onChange={(chosen) => setDays(chosen ?? '0')}
            data={[
              { value: '0', label: t('never') },
              { value: '30', label: t('days30') },
              { value: '90', label: t('days90') },
              { value: '365', label: t('year') },
            ]}
          />
          <Text fw={500}>{t('may')}</Text>
          <ScopePicker chosen={scopes} onChange={setScopes} />
          <FormProblem problem={create.error} />
          <Group justify="flex-end">
            <Button type="submit" loading={create.isPending} disabled={name.trim() === '' || scopes.length === 0}>
              {t('make')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
