import { Button, Group, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../api/index.ts';
import { useTexts } from '../../../text/index.ts';
import { FormProblem, uiTexts } from '../../../ui/index.ts';
import { type RoleChoice, RoleSelect } from '../words/roles.tsx';
import type { Person } from './person.ts';
import { peopleTexts } from './texts/texts.ts';

export function ChangeRoleDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useTexts(peopleTexts);
  const ui = useTexts(uiTexts);
  const [choice, setChoice] = useState<RoleChoice>({
    role: person.role,
    ...(person.customRoleId === null ? {} : { customRoleId: person.customRoleId }),
  });
  const change = useWrite('people.change-role', { refreshes: ['people.list', 'roles.list'], onSuccess: onClose });
  return (
    <Modal opened onClose={onClose} title={`${t('changeRole')}: ${person.name}`} size="sm">
      <Stack>
        <RoleSelect label={t('role')} value={choice} onChange={setChoice} />
        <FormProblem problem={change.error} />
        <Group justify="flex-end">
          <Button loading={change.isPending} onClick={() => change.mutate({ memberId: person.id, ...choice })}>
            {ui('save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
