import { Alert, Anchor, Button, Divider, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconFingerprint, IconKey } from '@tabler/icons-react';
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
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: {
      email: (email) => (/^\S+@\S+\.\S+$/.test(email.trim()) ? null : ui('emailWrong')),
      password: (password) => (password === '' ? ui('fieldNeeded') : null),
    },
  });
  return (
    <Gate title={t('title')} lead={t('lead')}>
      <form
        noValidate
        onSubmit={form.onSubmit(({ email, password }) => signIn.mutate({ email: email.trim(), password }))}
      >
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
            autoFocus
            size="md"
            key={form.key('email')}
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t('password')}
            autoComplete="current-password"
            size="md"
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <FormProblem problem={signIn.error} />
          <Button type="submit" size="md" loading={signIn.isPending || signIn.isSuccess} fullWidth>
            {t('submit')}
          </Button>
          <Group justify="center">
            <Anchor component="button" type="button" size="sm" onClick={() => onForgot(form.getValues().email)}>
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
