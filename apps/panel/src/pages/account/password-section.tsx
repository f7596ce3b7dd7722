import { Button, Group, PasswordInput, SimpleGrid, Stack, Text } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useWrite } from '../../api/index.ts';
import { useMe } from '../../session/index.ts';
import { useTexts } from '../../text/index.ts';
import { FormProblem, NewPassword, Section, tell, weakPassword } from '../../ui/index.ts';
import { accountTexts } from './texts/texts.ts';

export function PasswordSection() {
  const t = useTexts(accountTexts);
  const { hasPassword } = useMe();
  return (
    <Section title={t('password')} lead={hasPassword ? t('passwordLead') : undefined}>
      {hasPassword ? <PasswordForm /> : <Text size="sm">{t('passwordNone')}</Text>}
    </Section>
  );
}

function PasswordForm() {
  const t = useTexts(accountTexts);
  const me = useMe();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const change = useWrite('me.change-password', {
    refreshes: ['me.sessions-list'],
    onSuccess: ({ revoked }) => {
      setCurrent('');
      setPassword('');
      tell.done(t('passwordChanged', { count: revoked }));
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    change.mutate({ current, password });
  };
  return (
    <form noValidate onSubmit={submit}>
      {/* Password managers want to know whose it is. */}
      <input type="email" autoComplete="username" value={me.email} readOnly hidden />
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <PasswordInput
            label={t('current')}
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
          <NewPassword
            label={t('newPassword')}
            personal={[me.name, me.email]}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            {...weakPassword(change.error)}
          />
        </SimpleGrid>
        <FormProblem problem={change.error} unless="weak_password" />
        <Group>
          <Button type="submit" disabled={current === '' || password === ''} loading={change.isPending}>
            {t('changePassword')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
