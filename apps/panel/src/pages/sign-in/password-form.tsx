import { Alert, Anchor, Button, Divider, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { IconFingerprint, IconKey } from '@tabler/icons-react';
import { type SubmitEvent, useRef, useState } from 'react';
import { type Output, useWrite } from '../../api/index.ts';
import { useTexts } from '../../text/index.ts';
import { FormProblem, Gate, uiTexts } from '../../ui/index.ts';
import { signInTexts } from './texts/texts.ts';
import { usePasskey } from './use-passkey.ts';

interface Props {
  readonly providers: Output<'session.providers'> | undefined;
  readonly cameBack: boolean;
  readonly onDone: () => void;
  readonly onCode: () => void;
  readonly onForgot: (email: string) => void;
}

export function PasswordForm({ providers, cameBack, onDone, onCode, onForgot }: Props) {
  const t = useTexts(signInTexts);
  const ui = useTexts(uiTexts);
  const signIn = useWrite('session.sign-in', {
    onSuccess: (answer) => ('next' in answer ? onCode() : onDone()),
  });
  const typedEmail = useRef('');
  const [wrong, setWrong] = useState({ email: false, password: false });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    // Read from the fields themselves: what a password manager fills in is not always told to React.
    const fields = new FormData(event.currentTarget);
    const textOf = (name: string) => {
      const value = fields.get(name);
      return typeof value === 'string' ? value : '';
    };
    const email = textOf('email').trim();
    const password = textOf('password');
    const found = { email: !/^\S+@\S+\.\S+$/.test(email), password: password === '' };
    setWrong(found);
    if (!found.email && !found.password) signIn.mutate({ email, password });
  };
  return (
    <Gate title={t('title')} lead={t('lead')}>
      <form noValidate onSubmit={submit}>
        <Stack mt="lg">
          {cameBack && !signIn.error && (
            <Alert color="yellow" variant="light" p="sm" role="alert">
              {t('oidcProblem')}
            </Alert>
          )}
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="username webauthn"
            size="md"
            name="email"
            error={wrong.email ? ui('emailWrong') : undefined}
            onChange={(event) => {
              typedEmail.current = event.currentTarget.value;
            }}
          />
          <PasswordInput
            label={t('password')}
            autoComplete="current-password"
            size="md"
            name="password"
            error={wrong.password ? ui('fieldNeeded') : undefined}
          />
          <FormProblem problem={signIn.error} />
          <Button type="submit" size="md" loading={signIn.isPending || signIn.isSuccess} fullWidth>
            {t('submit')}
          </Button>
          <Group justify="center">
            <Anchor component="button" type="button" size="sm" onClick={() => onForgot(typedEmail.current)}>
              {t('forgot')}
            </Anchor>
          </Group>
        </Stack>
      </form>
      <OtherWays oidc={providers?.oidc ?? null} onDone={onDone} />
    </Gate>
  );
}

function OtherWays({ oidc, onDone }: { oidc: { name: string } | null; onDone: () => void }) {
  const t = useTexts(signInTexts);
  const passkey = usePasskey(onDone);
  const start = useWrite('session.oidc-start', { onSuccess: ({ url }) => location.assign(url) });
  return (
    <Stack mt="md" gap="sm">
      <Divider label={t('or')} />
      <Button
        variant="default"
        size="md"
        leftSection={<IconFingerprint size={20} stroke={1.7} />}
        loading={passkey.busy}
        onClick={passkey.ask}
      >
        {t('passkey')}
      </Button>
      {oidc !== null && (
        <Button
          variant="default"
          size="md"
          leftSection={<IconKey size={20} stroke={1.7} />}
          loading={start.isPending || start.isSuccess}
          onClick={() => start.mutate({})}
        >
          {t('oidc', { name: oidc.name })}
        </Button>
      )}
      {passkey.refused && (
        <Alert color="yellow" variant="light" p="sm" role="alert">
          {t('passkeyProblem')}
        </Alert>
      )}
      <FormProblem problem={passkey.problem ?? start.error} />
    </Stack>
  );
}
