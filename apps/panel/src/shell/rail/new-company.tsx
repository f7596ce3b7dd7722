import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { queryClient, refresh, useWrite } from '../../api/index.ts';
import { useTexts } from '../../text/index.ts';
import { FormProblem, uiTexts } from '../../ui/index.ts';
import { shellTexts } from '../texts/texts.ts';
import { useSwitchCompany } from './use-switch-company.ts';

/** Another company of the same owner: made, and gone over to. */
export function NewCompany({ onClose }: { onClose: () => void }) {
  const t = useTexts(shellTexts);
  const ui = useTexts(uiTexts);
  const [name, setName] = useState('');
  const switchTo = useSwitchCompany();
  const create = useWrite('workspaces.create', {
    onSuccess: async ({ workspaceId }) => {
      await refresh('me.get');
      switchTo(workspaceId);
      await queryClient.invalidateQueries();
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('newCompany')} size="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate({ name: name.trim() });
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t('companyName')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={200}
            required
            data-autofocus
          />
          <FormProblem problem={create.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {ui('cancel')}
            </Button>
            <Button type="submit" loading={create.isPending} disabled={name.trim() === ''}>
              {t('newCompany')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
