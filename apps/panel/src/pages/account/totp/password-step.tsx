import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useMe } from '../../../session/index.ts';
import { useTexts } from '../../../text/index.ts';
import { FormProblem } from '../../../ui/index.ts';
import { accountTexts } from '../texts/texts.ts';

/** A change of the second factor begins with the password: an unlocked screen is not enough. */
export function PasswordStep({
  busy,
  problem,
  yes,
  danger = false,
  onPassword,
}: {
  busy: boolean;
  problem: unknown;
  yes: string;
  danger?: boolean;
  onPassword: (password: string) => void;
}) {
  const t = useTexts(accountTexts);
  const { email } = useMe();
  const [password, setPassword] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (password !== '') onPassword(password);
  };
  return (
    <form noValidate onSubmit={submit}>
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <Stack>
        <PasswordInput
          label={t('confirmPassword')}
          autoComplete="current-password"
          data-autofocus
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <FormProblem problem={problem} />
        <Group justify="flex-end">
          <Button type="submit" color={danger ? 'red' : 'petroleo'} loading={busy} disabled={password === ''}>
            {yes}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
