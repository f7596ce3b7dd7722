import { Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { type SubmitEvent, useState } from 'react';
import { type Output, useWrite } from '../../../api/index.ts';
import { useTexts } from '../../../text/index.ts';
import { FormProblem } from '../../../ui/index.ts';
import { connectTexts } from './texts/texts.ts';
import type { Credentials } from './triable-with.ts';
import { useCredentialTest, type What } from './use-credential-test.ts';

interface Props {
  readonly onConnected: (connected: Output<'channels.connect-whatsapp'>) => void;
  readonly onBack: () => void;
}

const empty: Credentials = { accessToken: '', phoneNumberId: '', wabaId: '', appSecret: '' };
const isDigits = (text: string) => /^\d*$/.test(text.trim());

export function CredentialsForm({ onConnected, onBack }: Props) {
  const t = useTexts(connectTexts);
  const [given, setGiven] = useState(empty);
  const [name, setName] = useState('');
  const { results, tryThem, forget, busy, problem } = useCredentialTest();
  const connect = useWrite('channels.connect-whatsapp', { refreshes: ['channels.list'], onSuccess: onConnected });
  const field = (key: keyof Credentials, what: What) => ({
    value: given[key],
    autoComplete: 'off',
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[],
    onChange: (event: { currentTarget: { value: string } }) => {
      forget(what);
      setGiven({ ...given, [key]: event.currentTarget.value.trim() });
    },
    onBlur: () => tryThem(given),
  });
  const full = Object.values(given).every((value) => value !== '') && isDigits(given.phoneNumberId + given.wabaId);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    connect.mutate({ ...given, ...(name.trim() === '' ? {} : { name: name.trim() }) });
  };
  const told = (what: What) => <Told result={results.get(what)} busy={busy} />;
  const numbers = (text: string) => (isDigits(text) ? undefined : t('digits'));
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <PasswordInput label={t('token')} description={t('tokenHint')} {...field('accessToken', 'access_token')} />
        {told('access_token')}
        <TextInput
          label={t('phone')}
          description={t('phoneHint')}
          inputMode="numeric"
          error={numbers(given.phoneNumberId)}
          {...field('phoneNumberId', 'phone_number')}
        />
        {told('phone_number')}
        <TextInput label={t('waba')} inputMode="numeric" error={numbers(given.wabaId)} {...field('wabaId', 'waba')} />
        {told('waba')}
        <PasswordInput label={t('secret')} description={t('secretHint')} {...field('appSecret', 'app_secret')} />
        {told('app_secret')}
        <TextInput
          label={t('name')}
          placeholder={t('nameHint')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <FormProblem problem={connect.error ?? problem} />
        <Group justify="space-between">
          <Button variant="default" onClick={onBack}>
            {t('back')}
          </Button>
          <Button type="submit" disabled={!full} loading={connect.isPending}>
            {t('connect')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type Result = Output<'channels.test-credential'>['results'][number];
const looks = {
  ok: { icon: IconCircleCheck, color: 'var(--b-good)' },
  warning: { icon: IconAlertTriangle, color: 'var(--b-warn)' },
  failed: { icon: IconCircleX, color: 'var(--b-danger)' },
} as const;

/** What Meta said about a detail, under its field. */
function Told({ result, busy }: { result: Result | undefined; busy: boolean }) {
  const t = useTexts(connectTexts);
  if (!result || result.state === 'not_tried')
    return busy && result ? (
      <Text size="xs" c="dimmed" mt={-8}>
        {t('testing')}
      </Text>
    ) : null;
  const { icon: Icon, color } = looks[result.state];
  return (
    <Group gap={6} wrap="nowrap" c={color} mt={-8} role="status">
      <Icon size={16} stroke={1.8} />
      <Text size="sm" inherit>
        {result.sentence.text}
      </Text>
    </Group>
  );
}
