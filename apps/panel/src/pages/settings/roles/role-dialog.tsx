import type { Scope } from '@balcao/contract';
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useWrite } from '../../../api/index.ts';
import { useTexts } from '../../../text/index.ts';
import { FormProblem, uiTexts } from '../../../ui/index.ts';
import { ScopePicker } from '../words/scope-picker.tsx';
import type { CustomRole } from './custom-role.ts';
import { rolesTexts } from './texts/texts.ts';

interface Props {
  /** To be changed; absent: a new one. */
  readonly role?: CustomRole | undefined;
  /** Only to be looked at. */
  readonly shown?: { readonly name: string; readonly scopes: readonly Scope[] } | undefined;
  readonly onClose: () => void;
}

/** A role: its name, and what it may do in words. */
export function RoleDialog({ role, shown, onClose }: Props) {
  const t = useTexts(rolesTexts);
  const ui = useTexts(uiTexts);
  const [name, setName] = useState(role?.name ?? '');
  const [scopes, setScopes] = useState<readonly Scope[]>(
    shown?.scopes ?? role?.scopes ?? ['tickets:read', 'messages:read'],
  );
  const done = { refreshes: ['roles.list'], onSuccess: onClose } as const;
  const create = useWrite('roles.create', done);
  const update = useWrite('roles.update', done);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const said = { name: name.trim(), scopes: [...scopes] };
    if (role) update.mutate({ roleId: role.id, ...said });
    else create.mutate(said);
  };
  const title = shown?.name ?? (role ? t('edit') : t('new'));
  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      <form onSubmit={submit}>
        <Stack>
          {!shown && (
            <>
              <TextInput
                label={t('name')}
                data-autofocus
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
              />
              <div>
                <Text fw={500}>{t('may')}</Text>
                <Text size="xs" c="dimmed">
                  {t('lacking')}
                </Text>
              </div>
            </>
          )}
          <ScopePicker chosen={scopes} onChange={setScopes} readOnly={shown !== undefined} />
          <FormProblem problem={create.error ?? update.error} />
          {!shown && (
            <Group justify="flex-end">
              <Button
                type="submit"
                loading={create.isPending || update.isPending}
                disabled={name.trim() === '' || scopes.length === 0}
              >
                {ui('save')}
              </Button>
            </Group>
          )}
        </Stack>
      </form>
    </Modal>
  );
}
