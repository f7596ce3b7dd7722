import { Button, Group, Modal, MultiSelect, Stack, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useRead, useWrite } from '../../../api/index.ts';
import { useTexts } from '../../../text/index.ts';
import { FormProblem, tell, uiTexts } from '../../../ui/index.ts';
import { type RoleChoice, RoleSelect } from '../words/roles.tsx';
import { LinkToGive } from './link-dialog.tsx';
import { peopleTexts } from './texts/texts.ts';

/** Somebody new: by e-mail where it is configured, else with a link to hand over. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(peopleTexts);
  const ui = useTexts(uiTexts);
  const [email, setEmail] = useState('');
  const [wrong, setWrong] = useState(false);
  const [name, setName] = useState('');
  const [role, setRole] = useState<RoleChoice>({ role: 'attendant' });
  const [departmentIds, setDepartmentIds] = useState<string[]>([]);
  const departments = useRead('departments.list', {});
  const invite = useWrite('people.invite', {
    refreshes: ['people.invitations'],
    onSuccess: ({ url }) => {
      if (url !== null) return;
      tell.done(t('sent'));
      onClose();
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const good = /^\S+@\S+\.\S+$/.test(email.trim());
    setWrong(!good);
    const named = name.trim() === '' ? {} : { name: name.trim() };
    if (good) invite.mutate({ email: email.trim(), ...named, ...role, departmentIds });
  };
  const url = invite.data?.url;
  if (url)
    return (
      <Modal opened onClose={onClose} title={t('linkTitle')} closeOnClickOutside={false}>
        <LinkToGive text={t('linkText')} label={t('link')} url={url} />
        <Group justify="flex-end" mt="lg">
          <Button onClick={onClose}>{t('done')}</Button>
        </Group>
      </Modal>
    );
  const places = departments.data?.departments ?? [];
  return (
    <Modal opened onClose={onClose} title={t('inviteTitle')}>
      <form noValidate onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="off"
            data-autofocus
            value={email}
            error={wrong ? ui('emailWrong') : undefined}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <TextInput
            label={t('name')}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <RoleSelect label={t('role')} value={role} onChange={setRole} />
          {places.length > 0 && (
            <MultiSelect
              label={t('departments')}
              data={places.map((one) => ({ value: one.id, label: one.name }))}
              value={departmentIds}
              onChange={setDepartmentIds}
            />
          )}
          <FormProblem problem={invite.error} />
          <Group justify="flex-end">
            <Button type="submit" loading={invite.isPending}>
              {t('send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
