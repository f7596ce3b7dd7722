import { Alert, Anchor, Button, Group, Stack, TextInput } from '@mantine/core';
import { IconMailCheck } from '@tabler/icons-react';
import { type SubmitEvent, useState } from 'react';
import { useWrite } from '../../api/index.ts';
import { useTexts } from '../../text/index.ts';
import { FormProblem, Gate, uiTexts } from '../../ui/index.ts';
import { signInTexts } from './texts/texts.ts';

export function ForgotForm({ email: typed, mail, onBack }: { email: string; mail: boolean; onBack: () => void }) {
  const t = useTexts(signInTexts);
  const ui = useTexts(uiTexts);
  const [email, setEmail] = useState(typed);
  const [wrong, setWrong] = useState(false);
  const forgot = useWrite('session.forgot-password');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const looksRight = /^\S+@\S+\.\S+$/.test(email.trim());
    setWrong(!looksRight);
    if (looksRight) forgot.mutate({ email: email.trim() });
  };
  return (
    <Gate title={t('forgotTitle')} lead={mail ? t('forgotLead') : t('noMail')}>
      <form noValidate onSubmit={submit}>
        <Stack mt="lg">
          {mail && !forgot.isSuccess && (
            <>
              <TextInput
                label={t('email')}
                type="email"
                autoComplete="username"
                size="md"
                value={email}
                error={wrong ? ui('emailWrong') : undefined}
                onChange={(event) => setEmail(event.currentTarget.value)}
              />
              <FormProblem problem={forgot.error} />
              <Button type="submit" size="md" loading={forgot.isPending}>
                {t('forgotSend')}
              </Button>
            </>
          )}
          {forgot.isSuccess && (
            <Alert color="petroleo" variant="light" role="status" icon={<IconMailCheck size={20} stroke={1.7} />}>
              {t('forgotSent')}
            </Alert>
          )}
          <Group>
            <Anchor component="button" type="button" size="sm" onClick={onBack}>
              {t('startOver')}
            </Anchor>
          </Group>
        </Stack>
      </form>
    </Gate>
  );
}
