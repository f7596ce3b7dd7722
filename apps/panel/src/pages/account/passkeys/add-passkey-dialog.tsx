import { Alert, Button, Group, Modal, PasswordInput, Stack, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { ApiProblem, api, refresh } from '../../../api/index.ts';
import { useMe } from '../../../session/index.ts';
import { useTexts } from '../../../text/index.ts';
import { FormProblem } from '../../../ui/index.ts';
import { accountTexts } from '../texts/texts.ts';

async function makePasskey(name: string, password: string): Promise<void> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const { options } = await api.call('me.passkeys-add-options', password === '' ? {} : { password });
  // The server makes these with the library's other half: a record in the contract, its own shape here.
  const optionsJSON = options as unknown as Parameters<typeof startRegistration>[0]['optionsJSON'];
  const response = await startRegistration({ optionsJSON });
  await api.call('me.passkeys-add', { response: { ...response }, name });
}

export function AddPasskeyDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(accountTexts);
  const [name, setName] = useState(t('passkeyDefault'));
  const { hasPassword } = useMe();
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      await makePasskey(name.trim() || t('passkeyDefault'), password);
      void refresh('me.passkeys-list', 'me.get');
      onClose();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('passkeys')} size="sm">
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <TextInput
            label={t('passkeyName')}
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {hasPassword && (
            <PasswordInput
              label={t('confirmPassword')}
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
          )}
          {problem instanceof ApiProblem && <FormProblem problem={problem} />}
          {problem !== undefined && !(problem instanceof ApiProblem) && (
            <Alert color="yellow" variant="light" p="sm" role="alert">
              {t('passkeyRefused')}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button type="submit" loading={busy} disabled={hasPassword && password === ''}>
              {t('addPasskey')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
