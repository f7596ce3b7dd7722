import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { type Output, useRead, useWrite } from '../../../api/index.ts';
import { useTexts } from '../../../text/index.ts';
import { FormProblem, tell, uiTexts } from '../../../ui/index.ts';
import { contactsTexts } from '../texts/texts.ts';

type Contact = Output<'contacts.get'>['contact'];

export function MergeDialog({ into, name, onClose }: { into: Contact; name: string; onClose: () => void }) {
  const t = useTexts(contactsTexts);
  const ui = useTexts(uiTexts);
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 200);
  const [from, setFrom] = useState<string | null>(null);
  const found = useRead('contacts.list', asked.length < 2 ? undefined : { q: asked, limit: 20 }, {
    keepPrevious: true,
  });
  const merge = useWrite('contacts.merge', {
    refreshes: ['contacts.get', 'contacts.list', 'contacts.count', 'contacts.history', 'inbox.list'],
    onSuccess: () => {
      tell.done(t('mergeDone'));
      onClose();
    },
  });
  const others = (found.data?.contacts ?? [])
    .filter((one) => one.id !== into.id)
    .map((one) => ({
      value: one.id,
      label: [one.name ?? t('noName'), one.phone ?? one.email].filter((part) => part !== null).join(' · '),
    }));
  return (
    <Modal opened onClose={onClose} title={t('mergeTitle')}>
      <Stack gap="sm">
        <Text size="sm">{t('mergeLead', { name })}</Text>
        <Select
          label={t('mergePick')}
          placeholder={t('search')}
          data={others}
          filter={({ options }) => options} // the server has searched already
          searchable
          searchValue={typed}
          onSearchChange={setTyped}
          value={from}
          onChange={setFrom}
          nothingFoundMessage={asked.length < 2 ? t('search') : t('noneFoundTitle')}
          data-autofocus
        />
        <FormProblem problem={merge.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button
            disabled={from === null}
            loading={merge.isPending}
            onClick={() => from !== null && merge.mutate({ from, into: into.id })}
          >
            {t('mergeYes')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
